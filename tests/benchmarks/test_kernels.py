"""The smallest case of the kernels' benchmark: equal answers, and the form of what it prints."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from proofread.check import check_page
from proofread.page import Page
from tests.benchmarks.conftest import BENCHMARKS

Import = Callable[[str], ModuleType]
SMALLEST = ["--shape", "100x5", "--threads", "1", "--rounds", "1"]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """Return what the command prints and writes for the smallest case."""
    output = tmp_path_factory.mktemp("benchmark") / "kernels.json"
    command = [sys.executable, str(BENCHMARKS / "kernels.py"), *SMALLEST, "--output", str(output)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return printed, json.loads(output.read_text("utf-8"))


def test_all_answers_are_equal(run: tuple[str, dict[str, Any]]) -> None:
    runs = run[1]["kernels"]
    assert [(r["dtype"], r["order"]) for r in runs] == [
        ("float64", "C"),
        ("float64", "F"),
        ("float32", "C"),
        ("float32", "F"),
    ]
    for r in runs:
        assert {"logistic_gradient", "NumPy", "scikit-learn"} <= set(r["off"])
        assert max(r["off"].values()) <= (1e-12 if r["dtype"] == "float64" else 1e-4)


def test_newton_s_gradient_is_as_small_as_its_peer_s(run: tuple[str, dict[str, Any]]) -> None:
    (fit,) = run[1]["newton"]
    assert fit["norms"]["logistic_gradient"] <= 1e-14
    assert set(fit["norms"]) == {"logistic_gradient", "newton-cholesky", "lbfgs"}


def test_the_printed_tables_are_straight(run: tuple[str, dict[str, Any]]) -> None:
    lines = [line for line in run[0].splitlines() if not line.startswith("Not installed")]
    of_loss, of_newton = lines[:5], lines[5:]
    assert len({len(line) for line in of_loss}) == len({len(line) for line in of_newton}) == 1
    assert of_loss[0].split()[:4] == ["threads", "shape", "dtype", "order"]
    for line, r in zip(of_loss[1:], run[1]["kernels"], strict=True):
        assert re.search(rf"1 +100 x 5 +{r['dtype']} +{r['order']} ", line)
        assert f" {r['ratio']:.2f} " in line
    assert len(of_newton) == 2


def test_the_page_s_tables_hold_what_the_file_holds(
    run: tuple[str, dict[str, Any]], benchmark_module: Import, tmp_path: Path
) -> None:
    bound_page, kernel_page = map(benchmark_module, ("bound_page", "kernel_page"))
    page = tmp_path / "page.md"
    setup = "<!-- python:\nimport json\nmeasured = json.loads(" + repr(json.dumps(run[1])) + ")\n"
    setup += 'machine, runs, fits = measured["machine"], measured["kernels"], measured["newton"]\n'
    page.write_text(f"{setup}-->\n\n{kernel_page.BEGIN}old{bound_page.END}after\n", "utf-8")
    kernel_page.write(run[1], page)
    text = page.read_text("utf-8")
    assert "old" not in text
    assert text.endswith("after\n")
    verdicts = check_page(Page.parse(text), tmp_path)
    assert len([v for v in verdicts if v.claim.kind == "number"]) > 40
    assert all(v.holds for v in verdicts)
    lie = text.replace("100<!-- = runs[0]", "101<!-- = runs[0]")
    assert not all(v.holds for v in check_page(Page.parse(lie), tmp_path))


def test_nothing_is_timed_where_an_answer_is_off(
    benchmark_module: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = benchmark_module("kernel_worker")
    peers = worker.installed()

    def wrong(problem: Any) -> Callable[[], Any]:
        J, dw, db = peers["NumPy"](problem)()
        return lambda: (J, dw * (1 + 1e-11), db)

    kept = {"NumPy": peers["NumPy"], "liar": wrong}
    monkeypatch.setattr(worker, "installed", lambda: kept)
    with pytest.raises(SystemExit, match=r"liar is off by .*e-12 in Case"):
        worker.measure(worker.Case(100, 5, "float64", "C"), rounds=1)


def test_extra_memory_is_that_of_the_worst_moment(benchmark_module: Import) -> None:
    measuring = benchmark_module("measuring")
    size = 2**25

    def call() -> float:
        return float(np.ones(size // 8).sum())  # freed before the call returns

    found = measuring.extra_memory(call)
    assert found is None or 0.9 * size < found < 1.5 * size

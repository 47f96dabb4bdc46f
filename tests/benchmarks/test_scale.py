"""Shards: each engine finds what one call finds; files are not loaded; a lost worker is no loss."""

import ast
import inspect
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

from logistic_gradient import gradient_descent, loss_and_gradient
from proofread.check import check_page
from proofread.page import Page
from tests.benchmarks.conftest import BENCHMARKS
from tests.support.libraries import load

Import = Callable[[str], ModuleType]
ROWS, COLUMNS, SHARDS = 3000, 4, 3
PAGE = BENCHMARKS.parent / "docs" / "at-scale.md"


@pytest.fixture
def shards(benchmark_module: Import, tmp_path: Path) -> Any:
    """Return a few shards, written."""
    shards = benchmark_module("shards").Shards(tmp_path, ROWS, COLUMNS, SHARDS)
    shards.write()
    return shards


def test_the_shards_are_the_rows_in_order(shards: Any) -> None:
    X, y = shards.whole()
    parts = [shards.read(k) for k in range(SHARDS)]
    assert np.array_equal(X, np.concatenate([part[0] for part in parts]))
    assert np.array_equal(y, np.concatenate([part[1] for part in parts]))
    assert X.shape == (ROWS, COLUMNS)
    assert 0.3 < y.mean() < 0.7


def test_a_cut_that_leaves_rows_over_is_refused(benchmark_module: Import, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="3000 rows cannot be cut into 7 equal shards"):
        benchmark_module("shards").Shards(tmp_path, ROWS, COLUMNS, 7)


def test_sums_of_uneven_shards_make_the_mean_of_all(benchmark_module: Import, shards: Any) -> None:
    module = benchmark_module("shard_sums")
    X, y = shards.whole()
    w, b = np.array([0.5, -1.0, 0.25, 2.0]), 0.5
    cuts = [slice(0, 10), slice(10, 700), slice(700, None)]
    J, dw, db = module.mean(module.sums(w, b, X[cut], y[cut]) for cut in cuts)
    loss, (slopes, slope) = loss_and_gradient(w, b, X, y)
    np.testing.assert_allclose([J, *dw, db], [loss, *slopes, slope], rtol=1e-12)


@pytest.mark.parametrize(
    ("name", "library"),
    [
        ("one call", "numpy"),
        ("NumPy, in memory", "numpy"),
        ("NumPy, from files", "numpy"),
        ("Dask arrays", "dask.array"),
        ("Dask threads", "dask"),
        ("PyTorch", "torch"),
    ],
)
def test_every_engine_makes_the_package_s_fit(
    benchmark_module: Import, shards: Any, name: str, library: str
) -> None:
    load(library)
    engines = benchmark_module("scale_engines")
    engine = engines.torch_on("cpu") if name == "PyTorch" else engines.ENGINES[name][0]
    with engine(shards) as step:
        w, seconds = benchmark_module("shard_sums").descend(step, COLUMNS, steps=9, rate=0.75)
    fit = gradient_descent(*shards.whole(), learning_rate=0.75, iterations=9)
    exact = np.append(fit.w, fit.b)
    assert np.linalg.norm(w - exact) <= 1e-12 * np.linalg.norm(exact)
    assert len(seconds) == 9


def test_threads_give_the_digits_of_the_loop(benchmark_module: Import, shards: Any) -> None:
    load("dask")
    engines = benchmark_module("scale_engines")
    w, b = np.array([0.5, -1.0, 0.25, 2.0]), 0.5
    with engines.in_memory(shards) as loop, engines.dask_threads(shards) as threads:
        assert str(loop(w, b)) == str(threads(w, b))


def test_a_file_is_fitted_without_being_loaded(benchmark_module: Import, tmp_path: Path) -> None:
    large = benchmark_module("shards").Shards(tmp_path, 200_000, 20, 100)
    large.write()
    measure = benchmark_module("scale_worker").measure
    by_shards, at_once = measure("NumPy, from files", large, 1), measure("one call", large, 1)
    assert by_shards["w"] == pytest.approx(at_once["w"], rel=1e-12)
    if by_shards["memory"] is not None:
        assert by_shards["memory"] < 4 * 2**20 < 30 * 2**20 < at_once["memory"]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """Return what the command prints and writes for the smallest fit with worker processes."""
    load("distributed")
    output = tmp_path_factory.mktemp("benchmark") / "scale.json"
    size = ["--rows", "3200", "--shards", "4", "--steps", "6", "--out-of-core", "0"]
    command = [sys.executable, str(BENCHMARKS / "scale.py"), *size, "--output", str(output)]
    command += ["--engine", "Dask processes"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return printed, json.loads(output.read_text("utf-8"))


def test_worker_processes_give_the_digits_of_the_loop(run: tuple[str, dict[str, Any]]) -> None:
    one_call, loop, processes = run[1]["fits"]
    assert loop["w"] == processes["w"]
    assert loop["same_digits"]
    assert processes["same_digits"]
    assert max(fit["off"] for fit in (one_call, loop, processes)) <= 1e-12


def test_a_fit_that_loses_a_worker_has_the_same_digits(run: tuple[str, dict[str, Any]]) -> None:
    lost = run[1]["lost"]
    assert lost["w"] == run[1]["fits"][1]["w"]
    assert lost["same_digits"]
    assert (lost["workers"], lost["left"], lost["lost_in"]) == (2, 1, 3)
    assert lost["shards_lost"] == 2


def test_a_task_is_small_and_takes_time(run: tuple[str, dict[str, Any]]) -> None:
    overhead = run[1]["overhead"]
    assert overhead["task_seconds"] > 0
    assert overhead["step_seconds"] >= 0
    numbers = 8 * (run[1]["columns"] + 1)
    assert numbers < overhead["sent"] < 4 * numbers
    assert numbers < overhead["returned"] < 4 * numbers


def test_the_printed_tables_are_straight(run: tuple[str, dict[str, Any]]) -> None:
    lines = run[0].splitlines()
    fits, about_workers = lines[:4], lines[4:]
    assert len({len(line) for line in fits}) == len({len(line) for line in about_workers}) == 1
    assert [line.split("  ")[-1].strip() for line in fits] == ["same digits", "no", "yes", "yes"]
    assert re.fullmatch(r" *of these still there at the end +1", about_workers[1])


def test_a_fit_that_is_off_stops_the_command(benchmark_module: Import) -> None:
    compared = benchmark_module("scale").compared
    whole = [1.0, -2.0]
    assert compared({"w": whole}, whole, [1.0, -2.1])["same_digits"] is False
    with pytest.raises(SystemExit, match=r"Dask threads is off by .*e-11"):
        compared({"engine": "Dask threads", "w": [1 + 1e-10, -2.0]}, whole, whole)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--rows", "99"], "--rows is 99: it must be at least 100"),
        (["--steps", "0"], "--steps is 0: it must be at least 1"),
        (["--rows", "1000", "--shards", "3"], "1000 rows cannot be cut into 3 equal shards"),
        (["--shards", "0"], "1000000 rows cannot be cut into 0 equal shards"),
        (["--out-of-core", "150"], "150 rows cannot be cut into 100 equal shards"),
    ],
)
def test_wrong_options_are_refused(
    benchmark_module: Import,
    options: list[str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["scale.py", *options])
    with pytest.raises(SystemExit):
        benchmark_module("scale").main()
    assert message in capsys.readouterr().err


def test_the_page_shows_the_functions_that_the_engines_run(benchmark_module: Import) -> None:
    module = benchmark_module("shard_sums")
    page = PAGE.read_text("utf-8")
    fence = page.partition("def sums(")[2].partition("```")[0]
    shown = {
        f.name: f for f in ast.parse(f"def sums({fence}").body if isinstance(f, ast.FunctionDef)
    }
    for name in ("sums", "mean"):
        (ours,) = ast.parse(inspect.getsource(getattr(module, name))).body
        assert isinstance(ours, ast.FunctionDef)
        assert list(map(ast.unparse, shown[name].body)) == list(map(ast.unparse, ours.body[1:]))


def test_the_page_takes_its_numbers_from_a_new_file(
    benchmark_module: Import, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = tmp_path / "benchmarks" / "results"
    results.mkdir(parents=True)
    measured = json.loads((BENCHMARKS / "results" / "scale.json").read_text("utf-8"))
    for fit in (*measured["fits"], *measured["out_of_core"]):
        fit["seconds"] *= 1.7
    measured["lost"]["shards_lost"] += 1
    (results / "scale.json").write_text(json.dumps(measured), "utf-8")
    page = tmp_path / "docs" / "at-scale.md"
    page.parent.mkdir()
    page.write_text(PAGE.read_text("utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)

    def wrong() -> list[str]:
        verdicts = check_page(Page.parse(page.read_text("utf-8")), tmp_path)
        missed = [v.claim for v in verdicts if v.claim.kind == "number" and not v.holds]
        return [claim.text for claim in missed if any(map(str.isdigit, claim.text))]

    assert len(wrong()) > 10
    benchmark_module("scale_page").write(tmp_path)
    assert wrong() == []
    lost = measured["lost"]["shards_lost"]
    assert f'{lost}<!-- = lost["shards_lost"] -->' in page.read_text("utf-8")


def test_the_words_of_the_page_are_true_of_the_file() -> None:
    """The numbers are bound; who ran, what was left out and whose digits differ are words."""
    measured = json.loads((BENCHMARKS / "results" / "scale.json").read_text("utf-8"))
    page = PAGE.read_text("utf-8")
    assert measured["missing"] == ["PyTorch on a GPU"]
    assert f"the processor is an {measured['machine']['processor']}, the system" in page
    rows = [line.split(" | ") for line in page.splitlines() if "] / 2**20" in line or "off" in line]
    fits = [*measured["fits"], *measured["out_of_core"]]
    shown = [row[-1].strip(" |") for row in rows if row[0].startswith("| ")]
    words = {True: "the same", False: "others"}
    assert shown == [
        "" if fit["engine"] == "one call" else words[fit["same_digits"]] for fit in fits
    ]
    assert measured["lost"]["same_digits"]

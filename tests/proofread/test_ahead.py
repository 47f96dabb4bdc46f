"""Many pages are judged by several processes, and what comes out is the same."""

import os
from pathlib import Path

import pytest

from proofread.ahead import FEW, dismiss, judge_ahead, judge_file
from proofread.cache import Cache
from proofread.check import check_file
from proofread.page import Page
from proofread.site import Proof


@pytest.fixture(autouse=True)
def _several_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.md" for number in range(FEW + 1)]
    for number, path in enumerate(paths):
        path.write_text(f"# Page\n\nNow $1 + {number} = 3$.\n", "utf-8")
    return paths


def known(path: Path, root: Path) -> bool:
    return Cache(root).load(Page.read(path, root)) is not None


def test_verdicts_are_kept_as_one_process_gives_them(pages: list[Path], tmp_path: Path) -> None:
    said: list[str] = []
    dismiss(judge_ahead(pages, tmp_path, Cache(tmp_path), said.append))
    assert sorted(text.partition(" ")[0] for text in said) == [f"[{n}/5]" for n in range(1, 6)]
    holds = []
    for path in pages:
        kept = Cache(tmp_path).load(Page.read(path, tmp_path))
        assert kept == check_file(path, tmp_path)
        holds.append(all(verdict.holds for verdict in kept))
    assert holds == [False, False, True, False, False]


def test_what_a_process_does_is_known_to_all(pages: list[Path], tmp_path: Path) -> None:
    judge_file(pages[0], tmp_path)
    assert [known(path, tmp_path) for path in pages] == [True, *(False for _ in pages[1:])]


def test_a_site_asks_for_its_pages_once(pages: list[Path], tmp_path: Path) -> None:
    proof = Proof(tmp_path)
    proof.judge_ahead(pages)
    assert all(known(path, tmp_path) for path in pages)
    assert proof.page("0.md") is proof.page("0.md")


@pytest.mark.parametrize("processors", [1, 2])
def test_built_pages_are_looked_through_beside_the_build(
    pages: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    built = "<article><p>Now 7.</p></article>"
    proof = Proof(tmp_path)
    proof.judge_ahead(pages)
    for path in pages:
        proof.look_through(path.name, built)
    found = proof.found()
    assert [each.path for each in found] == [path.name for path in pages]
    assert found == [each for path in pages for each in proof.leftovers(path.name, built)]
    assert proof.found() == []


def test_notebooks_are_judged_with_the_others(pages: list[Path], tmp_path: Path) -> None:
    notebook = tmp_path / "docs" / "notebooks" / "a.py"
    notebook.parent.mkdir(parents=True)
    notebook.write_text("# %% [markdown]\n# # A\n\n# %%\nprint(1)\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text(
        "[project]\noptional-dependencies.notebooks = []\n", "utf-8"
    )
    dismiss(judge_ahead([*pages, notebook], tmp_path, Cache(tmp_path)))
    assert list((tmp_path / ".cache" / "notebooks").glob("a.*.ipynb"))
    assert known(notebook, tmp_path)


def test_what_is_known_is_not_judged_again(pages: list[Path], tmp_path: Path) -> None:
    for path in pages[1:]:
        check_file(path, tmp_path, Cache(tmp_path))
    dismiss(judge_ahead(pages, tmp_path, Cache(tmp_path)))
    assert not known(pages[0], tmp_path), "one page alone is worth no process"


def test_one_processor_is_no_reason_for_processes(
    pages: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    dismiss(judge_ahead(pages, tmp_path, Cache(tmp_path)))
    assert not any(known(path, tmp_path) for path in pages)

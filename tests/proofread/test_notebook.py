"""A notebook in the form of text: read as editors read it, and judged as a page is."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import jupytext  # type: ignore[import-untyped]
import nbformat
import pytest

from proofread import canvas
from proofread.check import check_page
from proofread.claim import Kind, Verdict
from proofread.kernel import executed, shown_by
from proofread.notebook import NotebookError, Shown, as_page, read_cells
from proofread.page import Page
from proofread.sources import pages_in
from proofread.totality import leftovers

pytestmark = pytest.mark.usefixtures("recorded_answers")

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.py"))

TEXT = """\
# ---
# description: A quarter.
# ---

# %% [markdown]
# # A quarter
#
# One paragraph.
#
# ## How much

# %%
rate = 1 / 4
print(f"{rate:.3f}")

# %% [markdown]
# It is 0.25<!-- = rate -->.

# %% alt="A line."
import matplotlib.pyplot as plt

plt.plot([0, rate])
plt.show()
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one notebook, in which nothing is wrong."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "docs" / "notebooks").mkdir(parents=True)
    settings = "[project]\noptional-dependencies.notebooks = []\n"
    (folder / "pyproject.toml").write_text(settings, "utf-8")
    return folder


@pytest.fixture(scope="module")
def page(project: Path) -> Page:
    path = project / "docs" / "notebooks" / "quarter.py"
    path.write_text(TEXT, "utf-8")
    return Page.read(path, project)


def failed(page: Page, root: Path) -> list[Verdict]:
    return [verdict for verdict in check_page(page, root) if not verdict.holds]


def test_a_true_notebook_holds(page: Page, project: Path) -> None:
    verdicts = check_page(page, project)
    assert all(verdict.holds for verdict in verdicts), verdicts
    kinds = [verdict.claim.kind for verdict in verdicts]
    assert kinds.count(Kind.OUTPUT) == kinds.count(Kind.FIGURE) == kinds.count(Kind.NUMBER) == 1


def test_the_spaces_at_the_end_of_an_output_stay() -> None:
    header, cells = read_cells(TEXT)
    lines = as_page("quarter", header, cells, [Shown("0.250  \n\n"), Shown("")])
    assert [line.text for line in lines if line.text.startswith("0.250")] == ["0.250  "]


def test_what_another_page_leaves_unshown_is_in_no_picture(page: Page, project: Path) -> None:
    code = "import matplotlib.pyplot as plt\nplt.plot([1, 2])"
    check_page(Page.parse(f"```python\n{code}\n```\n", "docs/a.md"), project)
    assert not failed(page, project)


def test_it_is_a_page_and_other_programs_are_none(page: Page, project: Path) -> None:
    other = project / "docs" / "other.py"
    other.write_text(TEXT, "utf-8")
    assert pages_in([project / "docs"]) == [project / page.path]
    other.unlink()


def test_a_claim_is_placed_in_the_text_of_the_notebook(page: Page, project: Path) -> None:
    number = next(v.claim for v in check_page(page, project) if v.claim.kind is Kind.NUMBER)
    assert number.path == "docs/notebooks/quarter.py"
    row = TEXT.split("\n")[number.line - 1]
    assert row[number.column - 1 :].startswith("0.25")


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("0.25<!--", "0.26<!--", Kind.NUMBER),
        ("\n0.250\n", "\n0.251\n", Kind.OUTPUT),
        ("rate = 1 / 4", "rate = 1 / 5", Kind.OUTPUT),
        ("plt.plot([0, rate])", "plt.plot([1, rate])", Kind.FIGURE),
        ("![A line.]", "![]", Kind.FIGURE),
        ("plt.show()\n", "plt.show()\nplt.plot([1])\nplt.show()\n", Kind.FIGURE),
        ("plt.show()\n", "plt.close()\n", Kind.FIGURE),
        ("```python\nrate", "```python\nrate = 1\nrate", Kind.CODE),
    ],
)
def test_a_lie_is_caught(page: Page, project: Path, old: str, new: str, kind: Kind) -> None:
    assert page.text.count(old) == 1
    lie = Page.parse(page.text.replace(old, new), page.path)
    assert kind in {verdict.claim.kind for verdict in failed(lie, project)}


def test_a_picture_on_the_built_page_says_what_the_checker_drew(page: Page, project: Path) -> None:
    verdicts = check_page(page, project)
    drawn = next(v.value for v in verdicts if v.claim.kind is Kind.FIGURE).split(" | ")
    label = 'class="picture" role="img" aria-label="A line."'
    for change, left in (("", []), ("9", [f"{drawn[0]}9"])):
        texts = "".join(f"<text>{text}</text>" for text in [f"{drawn[0]}{change}", *drawn[1:]])
        found = leftovers(f"<article><svg {label}>{texts}</svg></article>", page, verdicts)
        assert [each.text for each in found if each.text in left] == left
        assert bool(found) == bool(left)


def test_a_failing_cell_fails_the_page_and_names_its_line(project: Path) -> None:
    path = project / "docs" / "notebooks" / "broken.py"
    path.write_text("# %% [markdown]\n# # Broken\n\n# %%\nhalf = 1 / 2\nhalf / 0\n", "utf-8")
    reports = [verdict.computed for verdict in failed(Page.read(path, project), project)]
    path.unlink()
    assert "line 6: ZeroDivisionError: float division by zero" in reports


def test_the_page_has_downloads_before_its_first_section() -> None:
    header, cells = read_cells(TEXT)
    text = "\n".join(line.text for line in as_page("quarter", header, cells, [Shown("0.250\n")]))
    assert text.startswith(
        "---\ndescription: A quarter.\n---\n# A quarter\n\nOne paragraph.\n{ .lead }"
    )
    assert text.index("quarter/quarter.ipynb") < text.index("pip install") < text.index("## How")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("x = 1\n# %%\n", 1, "before the first cell"),
        ("# %% [raw]\n# a\n", 1, "a cell opens with"),
        ("# %% [markdown]\n# a\nb\n", 3, "starts with a #"),
        ("# ---\n# a: b\n", 1, "never closed"),
        ('# %% tags=["a"]\nx = 1\n', 1, "a cell opens with"),
    ],
)
def test_what_is_no_notebook_is_refused(text: str, line: int, words: str) -> None:
    with pytest.raises(NotebookError, match=words) as caught:
        read_cells(text)
    assert caught.value.line == line


def test_a_broken_notebook_is_a_page_that_fails(project: Path) -> None:
    path = project / "docs" / "notebooks" / "none.py"
    path.write_text("# %% [raw]\n", "utf-8")
    page = Page.read(path, project)
    assert [(piece.line, piece.column) for piece in page.pieces] == [(1, 1)]
    assert "line 1: a cell opens with" in failed(page, project)[0].computed
    path.unlink()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_jupytext_reads_the_same_cells(path: Path) -> None:
    text = path.read_text("utf-8")
    theirs = [
        (cell.cell_type == "code", cell.source, cell.metadata.get("alt", ""))
        for cell in jupytext.reads(text, fmt="py:percent").cells
        if cell.cell_type != "raw"
    ]
    assert [(cell.is_code, cell.source, cell.alt) for cell in read_cells(text)[1]] == theirs


def test_an_edit_of_the_package_changes_what_the_notebook_shows(tmp_path: Path) -> None:
    package = tmp_path / "src" / "logistic_gradient"
    package.mkdir(parents=True)
    _, cells = read_cells("# %%\nfrom logistic_gradient import rate\n\nprint(rate)\n")
    for value in ("1", "2"):
        (package / "__init__.py").write_text(f"rate = {value}\n", "utf-8")
        for _ in range(2):  # run, then known
            assert shown_by(executed("a", cells, tmp_path)) == [Shown(f"{value}\n")]
    assert len(list((tmp_path / ".cache" / "notebooks").iterdir())) == 1
    notebook = nbformat.from_dict(json.loads(executed("a", cells, tmp_path)))  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)  # type: ignore[no-untyped-call]
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"].keys() == {"kernelspec", "language_info"}
    assert executed("a", cells, tmp_path).startswith('{\n "cells": [\n')


@pytest.mark.skipif(sys.platform == "win32", reason="which has no such files")
def test_a_notebook_is_run_without_a_port_that_others_could_use(tmp_path: Path) -> None:
    code = "from ipykernel.connect import get_connection_info\n\n"
    _, cells = read_cells(f"# %%\n{code}print(get_connection_info(unpack=True)['transport'])\n")
    assert shown_by(executed("a", cells, tmp_path)) == [Shown("ipc\n")]


def test_a_notebook_that_fails_ends_there_and_is_not_kept(tmp_path: Path) -> None:
    _, cells = read_cells("# %%\nprint(1)\n\n# %%\n1 / 0\n\n# %%\nprint(2)\n")
    shown = shown_by(executed("a", cells, tmp_path))
    assert shown == [Shown("1\n"), Shown("ZeroDivisionError: division by zero\n"), Shown()]
    assert not (tmp_path / ".cache").exists()


def test_comments_that_bind_are_not_seen_in_jupyter() -> None:
    """They are HTML comments, which Jupyter's Markdown drops, and stand in no cell of code."""
    for path in NOTEBOOKS:
        for cell in read_cells(path.read_text("utf-8"))[1]:
            assert not (cell.is_code and "<!--" in cell.source)
            assert cell.source.count("<!--") == cell.source.count("-->")


def test_what_each_sort_of_output_shows() -> None:
    """What is printed, drawn, the value of the last line, and an error, in their order."""
    outputs = [
        {"output_type": "stream", "text": ["a\n", "b\n"]},
        {"output_type": "display_data", "data": {"image/svg+xml": ["<svg>", "</svg>"]}},
        {"output_type": "execute_result", "data": {"text/plain": ["4", "2"]}},
        {"output_type": "execute_result", "data": {}},
        {"output_type": "error", "ename": "ValueError", "evalue": "no"},
    ]
    cells = [{"cell_type": "markdown"}, {"cell_type": "code", "outputs": outputs}]
    (shown,) = shown_by(json.dumps({"cells": cells}))
    assert shown == Shown("a\nb\n42\n\nValueError: no\n", ("<svg></svg>",))


def test_blank_lines_around_a_cell_are_no_part_of_it() -> None:
    (cell,) = read_cells("# %%\n\n\nx = 1\n\n")[1]
    assert (cell.source, cell.line, cell.first_line) == ("x = 1", 1, 4)


def test_in_jupyter_a_picture_is_handed_to_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    shell = SimpleNamespace(
        get_ipython=lambda: shown,
        display=SimpleNamespace(display=lambda data, raw: shown.append((data, raw))),
    )
    monkeypatch.setitem(sys.modules, "IPython", shell)
    canvas.take()
    for here, kept in ((shown, ()), (None, ("<svg/>",))):
        monkeypatch.setattr(shell, "get_ipython", lambda here=here: here)
        canvas._hand_over("<svg/>")
        assert canvas.take() == kept
    assert shown == [({"image/svg+xml": "<svg/>", "text/plain": "a picture"}, True)]


def test_pictures_are_drawn_with_our_settings_whoever_changed_them() -> None:
    import matplotlib as mpl

    with mpl.rc_context():
        canvas.settle()
        ours = mpl.rcParams["lines.linewidth"]
        mpl.rcParams["lines.linewidth"] = 9 + ours
        canvas._kept.append("<svg/>")
        canvas.settle()
        assert mpl.rcParams["lines.linewidth"] == ours
        assert mpl.rcParams["backend"] == canvas.ENVIRONMENT["MPLBACKEND"]
        assert canvas.take() == ()

"""Numerals that the project itself vouches for: its year, its versions, its files."""

from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.page import Page

pytestmark = pytest.mark.usefixtures("recorded_answers")

SETTINGS = """\
[project]
requires-python = ">=3.11"
dependencies = [
  "numpy>=2.0",
  "SymPy>=1.12",
]
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (folder / "requirements.lock").write_text(
        "numpy==2.1.3\nscipy[all]==1.14.0\nsome-tables==3.0\n", "utf-8"
    )
    (folder / "outer" / "inner").mkdir(parents=True)
    (folder / "outer" / "inner" / "a.toml").write_text("", "utf-8")
    (folder / "LICENSE").write_text("Copyright (c) 2026 Some authors\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("© 2026 by some.", True),
        ("© 2025 by some.", False),
        ("In 2026 it is.", False),
        ("Python 3.11 will do.", True),
        ("Python 3.11 or newer will do.", True),
        ("Python 3 will do.", True),
        ("Python 3.1 will do.", False),
        ("Python 3.12 will do.", False),
        ("Python 3 or newer will do.", False),
        ("NumPy 2.0 and NumPy 2.1.3 will do.", True),
        ("NumPy 2.1 will do.", True),
        ("NumPy 2.1 or newer will do.", False),
        ("NumPy 2.2 will do.", False),
        ("SciPy 1.14 will do.", True),
        ("SymPy 1.12 or newer will do.", True),
        ("SymPy 1.11 will do.", False),
        ("Nobody 1.14 will do.", False),
        ("```text\nPython 3.11\n```", True),
        ("```text\nPython 3.12\n```", False),
        ("```text\nA /tmp is no file.\n```", False),
        ("```text\nouter/  what is inside\n  inner/  more\n    a.*  settings\n```", True),
        ("```text\nouter/inner/a.toml  settings\n```", True),
        ("```text\ninter/  what is inside\n```", False),
        ("```text\na.toml/  what is inside\n```", False),
        ("```text\nouter/inner/b.toml  settings\n```", False),
        ("```text\nTake pyproject.toml or *.toml\n```", False),
        ("```console\n$ pip install some-tables\n```", True),
        ("```console\n$ pip install other-tables\n```", False),
    ],
)
def test_what_the_project_names(root: Path, text: str, holds: bool) -> None:
    assert all(each.holds for each in check_page(Page.parse(f"{text}\n"), root)) is holds


def test_without_a_project_nothing_is_named(tmp_path: Path) -> None:
    page = Page.parse(
        "<!-- needs: torch -->\n\n```python\nimport torch\n```\n\n© 2026, Python 3.11\n"
    )
    told = [each.computed for each in check_page(page, tmp_path) if not each.holds]
    assert told[0] == "torch is no extra of the project"
    assert told[1:] == ["nothing: no expression is bound to it"] * 2


def test_a_number_in_a_title_is_found_there(root: Path) -> None:
    text = '<!-- note: In 3 steps -->\n\n```text title="In 3 steps"\nWords\n```\n'
    failed = [each.claim for each in check_page(Page.parse(text), root) if not each.holds]
    assert {(claim.line, claim.text) for claim in failed} == {(3, "3")}

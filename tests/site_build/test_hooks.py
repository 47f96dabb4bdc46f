"""A strict build of a small project: what is broken stops it and is named."""

import subprocess
from pathlib import Path

import pytest

from tests.support.built_site import ROOT, mkdocs_build

SETTINGS = f"""\
site_name: Small
theme: {{name: material, font: false}}
hooks: [{(ROOT / "src" / "site_build" / "hooks.py").as_posix()}]
markdown_extensions:
  - pymdownx.arithmatex: {{generic: true}}
  - pymdownx.superfences
"""


def build(project: Path, page: str) -> subprocess.CompletedProcess[str]:
    """Build a site of one page."""
    (project / "docs" / "sub").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (project / "docs" / "index.md").write_text("# Home\n\nSee [the page](sub/page.md).\n", "utf-8")
    (project / "docs" / "sub" / "page.md").write_text(page, "utf-8")
    return mkdocs_build(project, project / "site")


def test_a_sound_page_is_built(tmp_path: Path) -> None:
    built = build(
        tmp_path,
        "# Page\n\nHere $0 < 1$<!-- sides: 0, 1 -->, there:\n\n$$\n\\frac{1}{2} = 0.5\n$$\n",
    )
    assert built.returncode == 0, built.stdout
    page = (tmp_path / "site" / "sub" / "page" / "index.html").read_text("utf-8")
    assert page.count("<mjx-container") == 2
    assert 'data-tex="0 &lt; 1"' in page
    assert "mjx-container" in (tmp_path / "site" / "assets" / "mathematics.css").read_text("utf-8")
    index = (tmp_path / "site" / "search" / "search_index.json").read_text("utf-8")
    assert "frac{1}{2}" in index
    assert "mjx" not in index


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("---\ntitle: T\n---\n# Page\n\nHere $\\frca{1}{2}$.\n", r"\frca in the formula"),
        ("# Page\n\nText.\n\n$$\n\\begin{aligned}\n\\frca\n\\end{aligned}\n$$\n", r"\frca in the"),
    ],
    ids=["inline, after front matter", "display"],
)
def test_a_broken_formula_fails_the_build(tmp_path: Path, page: str, message: str) -> None:
    built = build(tmp_path, page)
    line = page[: page.index("\\begin" if "\\begin" in page else "\\frca")].count("\n") + 1
    assert built.returncode != 0
    assert f"docs/sub/page.md:{line}: " in built.stdout
    assert message in built.stdout


def test_a_figure_that_does_not_exist_fails_the_build(tmp_path: Path) -> None:
    built = build(tmp_path, "# Page\n\n![Nothing](../figures/nothing.svg)\n")
    assert built.returncode != 0
    assert "figures/nothing.svg" in built.stdout


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("# Page\n\nAbout 3 things.\n", "docs/sub/page.md:3:7: number"),
        ("# Page\n\nNow $1 + 1 = 3$.\n", "docs/sub/page.md:3:5: equation"),
        ('# Page\n\n```python\nprint(1)\n```\n\n```text title="Output"\n2\n```\n', "output"),
    ],
    ids=["a number that nothing vouches for", "a false equation", "a wrong output"],
)
def test_a_claim_that_fails_fails_the_build(tmp_path: Path, page: str, message: str) -> None:
    built = build(tmp_path, page)
    assert built.returncode != 0
    assert message in built.stdout

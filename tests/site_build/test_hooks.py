"""A strict build of a small project: what is broken stops it and is named."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.built_site import ROOT, small_build
from tests.support.small_site import SETTINGS, prepare


def build(project: Path, page: str) -> subprocess.CompletedProcess[str]:
    """Build a site of one page."""
    prepare(project, page)
    return small_build(project, project / "site")


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
    index = (tmp_path / "site" / "search" / "pages.json").read_text("utf-8")
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


def test_a_quiet_build_fails_as_well(tmp_path: Path) -> None:
    prepare(tmp_path, "# Page\n\nAbout 3 things.\n")
    built = small_build(tmp_path, tmp_path / "site", "--quiet")
    assert built.returncode != 0
    assert "docs/sub/page.md:3:7: number" in built.stdout


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("docs/notes.html", "<p>1 + 1 = 3</p>", "notes.html: neither a page nor"),
        ("mkdocs.yml", SETTINGS.replace("Small", "Small 8"), "'Small 8' has no verdict"),
        ("requirements.lock", "mkdocs==1.0", "mkdocs-1.6.1"),
        ("theme/404.html", "<article><p>Error 404</p></article>", "404.html: 'Error 404'"),
        ("theme/404.html", "<article></article>", "404.html: a page has to begin with <meta"),
    ],
)
def test_what_stands_around_the_pages_is_judged(
    tmp_path: Path, file: str, text: str, message: str
) -> None:
    prepare(tmp_path, "# Page\n")
    shutil.copytree(ROOT / "src" / "site_build" / "theme", tmp_path / "theme")
    settings = tmp_path / "mkdocs.yml"
    (tmp_path / file).write_text(text, "utf-8")
    own = re.sub(r"custom_dir: .*", "custom_dir: theme", settings.read_text("utf-8"))
    settings.write_text(own, "utf-8")
    built = small_build(tmp_path, tmp_path / "site")
    assert built.returncode != 0
    assert message in built.stdout

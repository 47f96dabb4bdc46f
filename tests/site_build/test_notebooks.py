"""What the site makes of notebooks: pages, downloads, and pictures in its own colours."""

import json
import re
import shutil
from pathlib import Path

import pytest

from site_build.notebooks import styled
from tests.site_build.test_hooks import SETTINGS
from tests.support.built_site import ROOT, small_build

NOTEBOOK = """\
# %% [markdown]
# # A notebook
#
# It draws. See [home](../index.md).

# %% alt="A line."
import matplotlib.pyplot as plt

plt.plot([0, 1, 3], color="COLOUR")
plt.show()
print(LAST)
"""
EXTENSIONS = "  - attr_list\n  - pymdownx.highlight: {pygments_lang_class: true}\n"
PROJECT = "[project]\noptional-dependencies.notebooks = []\n"


def build(project: Path, last: str = "1 + 1", colour: str = "C0") -> tuple[int, str]:
    (project / "docs" / "notebooks").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(SETTINGS + EXTENSIONS, "utf-8")
    (project / "pyproject.toml").write_text(PROJECT, "utf-8")
    shutil.copy(ROOT / "requirements.lock", project)  # with the versions that pages name
    (project / "docs" / "index.md").write_text("# Home\n\n[It](notebooks/a.py)\n", "utf-8")
    text = NOTEBOOK.replace("COLOUR", colour).replace("LAST", last)
    (project / "docs" / "notebooks" / "a.py").write_text(text, "utf-8")
    built = small_build(project, project / "site")
    return built.returncode, built.stdout


def test_a_notebook_becomes_a_page_with_downloads(tmp_path: Path) -> None:
    code, printed = build(tmp_path)
    assert code == 0, printed
    folder = tmp_path / "site" / "notebooks" / "a"
    page = (folder / "index.html").read_text("utf-8")
    assert page.count('<svg class="picture" role="img" aria-label="A line."') == 1
    assert '<script src=""' not in page
    assert "requirejs" not in page.lower()
    source = (tmp_path / "docs" / "notebooks" / "a.py").read_text("utf-8")
    without_link = source.replace("[home](../index.md)", "home")
    assert (folder / "a.py").read_text("utf-8") == without_link
    cells = json.loads((folder / "a.ipynb").read_text("utf-8"))["cells"]
    assert cells[0]["source"] == ["# A notebook\n", "\n", "It draws. See home."]
    assert [cell["cell_type"] for cell in cells] == ["markdown", "code"]
    outputs = cells[1]["outputs"]
    assert ["".join(outputs[0]["data"]["image/svg+xml"])[:4], "".join(outputs[1]["text"])] == [
        "<svg",
        "2\n",
    ]


@pytest.mark.parametrize(
    ("last", "colour", "message"),
    [
        ("1 / 0", "C0", "line 11: ZeroDivisionError: division by zero"),
        ("1 + 1", "red", "not with #ff0000"),
    ],
    ids=["a failing cell", "a colour without a dark counterpart"],
)
def test_a_broken_notebook_fails_the_build(
    tmp_path: Path, last: str, colour: str, message: str
) -> None:
    code, printed = build(tmp_path, last, colour)
    assert code != 0
    assert message in printed


def test_the_ids_of_two_pictures_differ() -> None:
    picture = (
        '<svg width="3pt" height="6pt"><g id="a"/><clipPath id="p0123456789"/>'
        '<path clip-path="url(#p0123456789)" style="stroke: #000000"/></svg>'
    )
    one, two = (styled(picture, f"a/figure-{n}.svg", "A & b") for n in (1, 2))
    assert not set(re.findall(r'id="[^"]+"', one)) & set(re.findall(r'id="[^"]+"', two))
    assert re.search(r'id="([^"]*p0123456789)"', one)[1] in re.search(r"url\(#(.*?)\)", one)[1]  # type: ignore[index]
    assert 'width="4" height="8"' in one
    assert 'aria-label="A &amp; b"' in one
    assert "stroke: currentColor" in one

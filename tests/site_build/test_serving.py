"""A served site remembers what an edit does not change, and forgets what it does."""

import json
import shutil
from pathlib import Path

from tests.support.built_site import ROOT
from tests.support.served import served, wait_for
from tests.support.small_site import prepare

PAGE = "# Page\n\nIt has $1 + 1 = 2$.\n\n## Old\n\nBefore.\n"
HOME = "# Home\n\nSee [the page](sub/page.md#old) and [nothing](missing.md).\n"


def texts(index: str) -> dict[str, str]:
    """Return what the search finds, by address; each address is there once."""
    entries = json.loads(index)
    found = {entry["location"]: entry["text"] for entry in entries}
    assert len(found) == len(entries)
    return found


def test_after_an_edit_every_page_is_as_a_new_build_would_make_it(tmp_path: Path) -> None:
    prepare(tmp_path, PAGE)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}validation: {{anchors: warn}}\n", "utf-8")
    (tmp_path / "docs" / "index.md").write_text(HOME, "utf-8")
    with served(tmp_path) as site:
        home, style = site.read(""), site.read("assets/mathematics.css")
        before = texts(site.read("search/pages.json"))
        assert "missing.md" in site.said()
        assert "anchor '#old'" not in site.said()
        first = len(site.said())

        page = tmp_path / "docs" / "sub" / "page.md"
        page.write_text(PAGE.replace("Old", "New").replace("Before", "After"), "utf-8")
        wait_for(lambda: "After." in site.read("sub/page/"))
        after = texts(site.read("search/pages.json"))
        assert before.keys() - after.keys() == {"sub/page/#old"}
        assert after.keys() - before.keys() == {"sub/page/#new"}
        assert "After" in after["sub/page/#new"]
        assert after[""] == before[""]
        assert site.read("assets/mathematics.css") == style
        assert site.read("").partition("livereload")[0] == home.partition("livereload")[0]
        wait_for(lambda: "anchor '#old'" in site.said()[first:])
        assert "missing.md" in site.said()[first:], "a warning was given once and never again"

        (tmp_path / "docs" / "missing.md").write_text("# Here it is\n", "utf-8")
        wait_for(lambda: 'href="missing/">nothing' in site.read(""))


def test_an_edit_of_the_sources_shows(tmp_path: Path) -> None:
    for package in ("logistic_gradient", "proofread", "site_build"):
        left_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "src" / package, tmp_path / "src" / package, ignore=left_out)
    prepare(tmp_path, "# Page\n\n" + 90 * "Text.\n\n")
    settings = tmp_path / "mkdocs.yml"
    own = settings.read_text("utf-8").replace(ROOT.as_posix(), tmp_path.as_posix())
    settings.write_text(own, "utf-8")
    sources = str(tmp_path / "src")
    with served(tmp_path, "--watch", sources, PYTHONPATH=sources) as site:
        assert 'class="far"' in site.read("sub/page/")
        module = tmp_path / "src" / "site_build" / "far.py"
        edited = module.read_text("utf-8").replace('class="far"', 'class="later"')
        module.write_text(edited, "utf-8")
        wait_for(lambda: 'class="later"' in site.read("sub/page/"))

"""The map of the site lists its pages and says nothing else."""

from pathlib import Path

import pytest

from site_build.sitemap import odd_texts
from tests.support.built_site import small_build

SITE, TODAY = "https://example.org/a/", "2026-11-21"
PAGES = ["", "rules/"]
MAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://example.org/a/</loc><lastmod>2026-11-21</lastmod></url>
  <url><loc>https://example.org/a/rules/</loc><lastmod>2026-11-21</lastmod></url>
</urlset>"""


def test_a_map_of_the_pages() -> None:
    assert list(odd_texts(MAP, SITE, PAGES, TODAY)) == []
    assert list(odd_texts(MAP.replace(SITE, "/"), None, PAGES, TODAY)) == []
    assert list(odd_texts("<urlset></urlset>", None, PAGES, TODAY)) == []


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("a/rules/", "a/rule/", 2),
        ("a/rules/", "b/rules/", 2),
        ("a/rules/", "a/", 1),
        ("11-21</lastmod></url>\n</", "11-22</lastmod></url>\n</", 1),
        ("</urlset>", "<priority>0.5</priority></urlset>", 1),
        ("</urlset>", "p = y</urlset>", 1),
        ("<url><loc>https://example.org/a/rules/</loc>", "<url>", 1),
    ],
)
def test_a_map_that_says_something_else(old: str, new: str, count: int) -> None:
    assert MAP.count(old) == 1
    assert len(list(odd_texts(MAP.replace(old, new), SITE, PAGES, TODAY))) == count


def test_a_map_with_a_page_of_its_own_fails_the_build(tmp_path: Path) -> None:
    hooks = Path(__file__).parents[2] / "src" / "site_build" / "hooks.py"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "sitemap.xml").write_text("<urlset><loc>/old/</loc></urlset>", "utf-8")
    settings = "site_name: Small\ntheme: {name: material, font: false, custom_dir: theme}\n"
    (tmp_path / "mkdocs.yml").write_text(f"{settings}hooks: [{hooks.as_posix()}]\n", "utf-8")
    built = small_build(tmp_path, tmp_path / "site")
    assert built.returncode != 0
    assert "sitemap.xml: '/old/' is neither a page nor today" in built.stdout

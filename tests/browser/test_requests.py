"""A page needs nothing from elsewhere, and a browser finds nothing to complain about."""

import re

import bs4
import pytest

from tests.support.browser import Visitor
from tests.support.built_site import Site
from tests.support.open_page import arrive
from tests.support.reader import Reader, Scheme

SCROLL = """async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
        scrollTo(0, top);
        await new Promise(requestAnimationFrame);
    }
}"""


# When the first frame was drawn, for which a browser waits until all style sheets are there.
FIRST_FRAME = "requestAnimationFrame(() => setTimeout(() => firstFrame = performance.now()))"
SCRIPTS_ASKED = """performance.getEntriesByType("resource")
    .filter(({name}) => /\\.m?js$/.test(name)).map(({startTime}) => startTime)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_visit_causes_no_trouble(reader: Reader, address: str, scheme: Scheme) -> None:
    page = reader.look(address, scheme)
    page.evaluate(SCROLL)
    page.mouse.move(640, 400)
    assert reader.trouble(address, scheme) == []


@pytest.mark.parametrize("page", ["", "worked-example/"])
def test_scripts_are_asked_for_once_there_is_text_to_read(visitor: Visitor, page: str) -> None:
    opened = visitor.blank(new=True)
    opened.add_init_script(FIRST_FRAME)
    arrive(opened, visitor.url(page))
    asked = opened.evaluate(SCRIPTS_ASKED)
    assert len(asked) >= 4
    assert min(asked) >= opened.evaluate("firstFrame")


def test_the_html_loads_nothing_from_another_host(site: Site, address: str) -> None:
    """Also what no request event would show, such as a connection opened in advance."""
    foreign = [
        str(tag)
        for tag in site.soup(address)(["audio", "embed", "iframe", "img", "link", "object"])
        + site.soup(address)(["script", "source", "track", "use", "video"])
        if loads_from_another_host(tag)
    ]
    assert foreign == []


def loads_from_another_host(tag: bs4.Tag) -> bool:
    if tag.name == "link" and {"canonical", "next", "prev"} & set(tag.get("rel") or []):
        return False
    values = [str(tag.get(name, "")) for name in ("href", "src", "srcset", "data", "xlink:href")]
    return any(re.search(r"(?:^|[\s,])(?:https?:|wss?:)?//", value) for value in values)


def test_a_page_waits_for_four_style_sheets_at_most(site: Site, address: str) -> None:
    """The theme's two, ours, and that of the formulas."""
    sheets = [str(tag["href"]) for tag in site.soup(address)("link", rel="stylesheet")]
    assert [sheet.rpartition("/")[2].partition(".")[0] for sheet in sheets] == [
        "main", "palette", "site", "mathematics"
    ]  # fmt: skip


def test_our_style_sheet_is_that_of_the_site_of_widgets_and_of_examples(site: Site) -> None:
    ours = (site.folder / "assets/site.css").read_text("utf-8")
    for rule in (".md-typeset .checked-switch {", ".widget-live {", ".md-typeset .python-open {"):
        assert rule in ours
    assert not (site.folder / "widgets/widgets.css").exists()


def test_the_style_sheets_load_nothing_from_another_host(site: Site) -> None:
    sheets = list(site.folder.rglob("*.css"))
    assert sheets
    foreign = [
        (sheet.name, match)
        for sheet in sheets
        for match in re.findall(
            r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')]+)""", sheet.read_text("utf-8")
        )
    ]
    assert foreign == []

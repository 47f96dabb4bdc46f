"""A page needs nothing from elsewhere, and a browser finds nothing to complain about."""

import re

import bs4
import pytest

from tests.support.built_site import Site
from tests.support.reader import Reader, Scheme

SCROLL = """async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
        scrollTo(0, top);
        await new Promise(requestAnimationFrame);
    }
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_visit_causes_no_trouble(reader: Reader, address: str, scheme: Scheme) -> None:
    page = reader.look(address, scheme)
    page.evaluate(SCROLL)
    page.mouse.move(640, 400)
    assert reader.trouble(address, scheme) == []


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

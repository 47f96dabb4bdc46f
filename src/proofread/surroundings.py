"""Judges what stands around the content of a built page: its title, navigation, contents, footer.

No number is bound there, so that these texts may have none, and no sign. Three may: a heading of
the page in its table of contents, since the heading itself is judged, the version of a program that
the lock file names, and the page's own address for those who share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from bs4 import BeautifulSoup, Comment, Tag

from proofread.attributes import JUDGED
from proofread.characters import misleading
from proofread.traces import squeeze, suspicious

#: What the head says to browsers alone.
SETTINGS = {"viewport", "color-scheme", "theme-color"}
VERSION = re.compile(r"([a-z][a-z-]*)-([0-9][0-9.]*)")

Versions = Mapping[str, Set[str]]


def odd_surroundings(soup: BeautifulSoup, main: Tag, versions: Versions) -> Iterator[str]:
    """Yield the texts and attributes outside the content that have a number or a sign.

    The content is taken out of the page for it, unless it is all there is.
    """
    headings = _headings(main)
    if main is soup:
        return
    main.extract()
    canonical = soup.find("link", rel="canonical")
    address = str(canonical.get("href")) if isinstance(canonical, Tag) else ""
    for node in soup.find_all(string=True):
        parent = node.parent
        if parent is None or isinstance(node, Comment) or parent.name in {"script", "style"}:
            continue
        text = squeeze(str(node))
        if (suspicious(text) and text not in headings) or misleading(text):
            yield text
    for tag in soup.find_all(True):
        yield from _odd_attributes(tag, versions, address)


def _odd_attributes(tag: Tag, versions: Versions, address: str) -> Iterator[str]:
    if tag.get("dir", "ltr") != "ltr":
        yield f"dir of <{tag.name}>"
    for name in JUDGED:
        text = squeeze(str(tag.get(name) or ""))
        if name == "content" and str(tag.get("name")) in SETTINGS:
            continue
        if name == "content" and tag.get("property") == "og:url" and text == address:
            continue
        if tag.get("name") == "generator":
            text = VERSION.sub(
                lambda found: "" if found[2] in versions.get(found[1], set()) else found[0], text
            )
        if suspicious(text) or misleading(text):
            yield text


def _headings(main: Tag) -> set[str]:
    """Return the headings of a page as other places repeat them, without the links behind them."""
    found = set()
    for heading in main.select("h1, h2, h3, h4, h5, h6"):
        links = [str(link.get_text()) for link in heading.select(".headerlink")]
        text = heading.get_text()
        for link in links:
            text = text.removesuffix(link)
        found.add(squeeze(text))
    return found

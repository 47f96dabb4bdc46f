"""Judges what the search shows: every text of its index stands on the page that it leads to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bs4 import BeautifulSoup, Comment
from bs4.element import NavigableString

from proofread.traces import squeeze


def odd_entries(index: str, contents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of each entry that its page does not have.

    ``contents`` has the HTML of each page as it was handed to the index, by its address. What is
    excluded from the search has no place in the index, either.
    """
    pages = {address: _searched(html) for address, html in contents.items()}
    for entry in json.loads(index)["docs"]:
        address = entry["location"].partition("#")[0]
        shown = pages.get(address, "")
        for html in (entry["title"], entry["text"]):
            for text in _texts(html):
                if _words(text) not in shown:
                    yield entry["location"], squeeze(text)


# Where the site is served, most texts are those of the build before.
@lru_cache(maxsize=256)
def _searched(html: str) -> str:
    """Return what the search may take from a page, without spaces."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.select("[data-search-exclude]"):
        tag.decompose()
    return _words(soup.get_text())


@lru_cache(maxsize=8192)
def _texts(html: str) -> tuple[str, ...]:
    nodes = BeautifulSoup(html, "html.parser").find_all(string=True)
    texts = (node for node in nodes if isinstance(node, NavigableString))
    return tuple(str(node) for node in texts if not isinstance(node, Comment))


def _words(text: str) -> str:
    """Return a text without spaces: the index sets its own."""
    return "".join(text.split())

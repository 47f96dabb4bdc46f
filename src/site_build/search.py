"""Ranks the pages for a search, and divides its index: a page loads no texts before one searches.

Material's script asks for the whole index on every page. It gets the settings alone; the texts lie
beside them, and docs/assets/search.mjs fetches them.
"""

import json
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

SETTINGS = "search/search_index.json"  # the name is Material's
TEXTS = "search/pages.json"

# Pages that retell come after those that derive, when a search finds both.
LATER = {
    "corrections.md": 0.5,
    "results.md": 0.5,
    "summary.md": 0.5,
    "writing-checked-pages.md": 0.5,
    "real-data.md": 0.5,
    "notebooks/*": 0.2,
    "api/*": 0.01,  # short pages, each with its word in the title
}


def boost(source: str) -> float:
    """Return what a search multiplies the score of a page by; its source lies there in docs/."""
    return next((factor for name, factor in LATER.items() if fnmatch(source, name)), 1)


_indexed: dict[str, tuple[str, list[Any]]] = {}  # pages of the build before, and their entries


def knows(address: str, html: str) -> bool:
    """Say whether a page is as it was in an earlier build: then it need not be indexed again."""
    return address in _indexed and _indexed[address][0] == html


def divide(site: Path, pages: Mapping[str, str]) -> str | None:
    """Move the texts of a site's index to a file of their own; return the whole index, if any.

    ``pages`` has the HTML of all pages by their addresses. Those that were known have no entries
    in the index; they get those of the earlier build.
    """
    path = site / SETTINGS
    if not path.exists():
        return None
    index = json.loads(path.read_text("utf-8"))
    new: dict[str, list[Any]] = {address: [] for address in pages}
    for entry in index["docs"]:
        new.setdefault(entry["location"].partition("#")[0], []).append(entry)
    for address, html in pages.items():
        if not new[address] and knows(address, html):
            new[address] = _indexed[address][1]
        _indexed[address] = html, new[address]
    texts = [entry for entries in new.values() for entry in entries]
    (site / TEXTS).write_text(_packed(texts), "utf-8")
    path.write_text(_packed({**index, "docs": []}), "utf-8")
    return _packed({**index, "docs": texts})


def _packed(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

"""Ranks the pages for a search, and divides its index: a page loads no texts before one searches.

Material's script asks for the whole index on every page. It gets the settings alone; the texts lie
beside them, and docs/assets/search.mjs fetches them.
"""

import json
from fnmatch import fnmatch
from pathlib import Path

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


def divide(site: Path) -> str | None:
    """Move the texts of a site's index to a file of their own; return it as it was, if any."""
    path = site / SETTINGS
    if not path.exists():
        return None
    whole = path.read_text("utf-8")
    index = json.loads(whole)
    (site / TEXTS).write_text(_packed(index["docs"]), "utf-8")
    path.write_text(_packed({**index, "docs": []}), "utf-8")
    return whole


def _packed(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

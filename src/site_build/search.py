"""Divides the search index, so that a page loads the texts of all pages once a reader searches.

Material's script asks for the whole index on every page. It gets the settings alone; the texts lie
beside them, and docs/assets/search.mjs fetches them.
"""

import json
from pathlib import Path

SETTINGS = "search/search_index.json"  # the name is Material's
TEXTS = "search/pages.json"


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

"""Which widgets a page has a place for, and what it has to load for them.

A place is `<div class="widget" data-widget="NAME">`; its module is `docs/widgets/NAME.mjs`.
"""

import re
from collections.abc import Iterator

from mkdocs.structure.files import Files

NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
PLACE = re.compile(r"<[^>]*\sdata-widget\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']*))[^>]*>")
SHARED = "widgets/widgets.css"


def places(html: str) -> list[str]:
    """Return the names of the widgets of a page, each once, in its order."""
    found = ("".join(filter(None, match.groups())) for match in PLACE.finditer(html))
    return list(dict.fromkeys(found))


def unknown(names: list[str], files: Files) -> Iterator[str]:
    """Yield what is wrong with each name that no module of the site has."""
    for name in names:
        if not NAME.fullmatch(name) or f"widgets/{name}.mjs" not in files.src_uris:
            yield f"data-widget={name!r}: there is no docs/widgets/{name}.mjs"


def style_sheets(names: list[str], files: Files) -> list[str]:
    """Return the style sheets of these widgets: the shared one, and each widget's own."""
    own = [f"widgets/{name}.css" for name in names]
    return [SHARED, *(sheet for sheet in own if sheet in files.src_uris)] if names else []


def scripts(names: list[str]) -> list[str]:
    """Return the script that starts these widgets, where there are any."""
    return ["widgets/kit/mount.mjs"] if names else []

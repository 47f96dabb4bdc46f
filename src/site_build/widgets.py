"""Which widgets a page has a place for, and what it has to load for them.

A place is `<div class="widget" data-widget="NAME">`; its module is `docs/widgets/NAME.mjs`, its
style `docs/widgets/NAME.css`, which it loads when it starts. Files are named by their paths in
docs/.
"""

import re
from collections.abc import Container, Iterator

NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
PLACE = re.compile(r"<[^>]*\sdata-widget\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']*))[^>]*>")


def places(html: str) -> list[str]:
    """Return the names of the widgets of a page, each once, in its order."""
    found = ("".join(filter(None, match.groups())) for match in PLACE.finditer(html))
    return list(dict.fromkeys(found))


def unknown(names: list[str], files: Container[str]) -> Iterator[str]:
    """Yield what is wrong with each name that no module and no style sheet of the site has."""
    for name in names:
        for kind in ("mjs", "css"):
            if not NAME.fullmatch(name) or f"widgets/{name}.{kind}" not in files:
                yield f"data-widget={name!r}: there is no docs/widgets/{name}.{kind}"


def scripts(names: list[str]) -> list[str]:
    """Return the script that starts these widgets, where there are any."""
    return ["widgets/kit/mount.mjs"] if names else []

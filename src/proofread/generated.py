"""Where pages show what the build makes: the counts of all claims, and the list of named results.

Each is on its own page and nowhere else: what is missing there, or stands elsewhere, would say
something about another page than the one that its readers see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proofread.page import Page
from proofread.piece import Part

SUMMARY = '<div data-proofread="summary"></div>'
RESULTS = '<div data-proofread="results"></div>'
PLACES = {"docs/verification.md": SUMMARY, "docs/results.md": RESULTS}
MARK = re.compile(r"<[^>]*\bdata-proofread\b[^>]*>", re.IGNORECASE)


def misplaced(page: Page) -> Iterator[tuple[int, int, str]]:
    """Yield what is wrong with the places of a page: where it starts, where it ends, and why."""
    own = PLACES.get(page.path, "")
    opening = own.partition(">")[0] + ">"
    shown = [piece for piece in page.pieces if piece.part is Part.TAG and MARK.match(piece.text)]
    for n, piece in enumerate(shown):
        whole = page.text.startswith(own, piece.start) and piece.column == 1
        if not own or n or piece.text != opening or not whole:
            yield piece.start, piece.end, "what the build makes has its place on another page"
    if own and not shown:
        yield 0, len(page.text.partition("\n")[0]), f"nothing: this page shows {own}"


def kind_of(page: Page) -> str:
    """Return what a page has a place for, as the built page marks it, or nothing."""
    own = PLACES.get(page.path, "")
    return own.split('"')[1] if own and own in page.text else ""

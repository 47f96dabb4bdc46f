"""The conventions that a project declares: on its page on notation, in the order of that page."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from proofread.comment import read_comment
from proofread.notations.convention import Convention, declaration_problem, read_convention
from proofread.page import Page
from proofread.piece import Part
from proofread.scoping import notation_of


def conventions_of(root: Path) -> tuple[Convention, ...]:
    """Return the conventions of a project."""
    return _declared(notation_of(root))


def own_problem(body: str, notation: str) -> str:
    """Return what is wrong with the names that a page gives to its own symbols, or nothing."""
    known = [convention.name for convention in _declared(notation)]
    name = body.partition(":")[0].strip()
    if name not in known:
        return f"{name!r} is no notation of this project; it has {', '.join(known) or 'none'}"
    return declaration_problem(body)


@lru_cache(maxsize=4)
def _declared(text: str) -> tuple[Convention, ...]:
    return tuple(conventions_in(Page.parse(text)).values())


def conventions_in(page: Page) -> dict[str, Convention]:
    """Return the conventions that a page declares, by their names."""
    found = {}
    for piece in page.pieces:
        remark = read_comment(piece.content) if piece.part is Part.COMMENT else None
        if remark is not None and remark.word == "convention":
            convention = read_convention(remark.body)
            found[convention.name] = convention
    return found

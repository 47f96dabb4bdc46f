"""Hands each formula of a page to the equations side; until it is asked, every formula fails."""

from __future__ import annotations

from collections.abc import Iterator

from proofread.claim import Kind
from proofread.context import Context
from proofread.piece import Piece


def check_formula(context: Context, piece: Piece) -> None:
    """Judge one formula, with the comment that follows it."""
    claim = context.claim(Kind.EQUATION, piece.start, piece.end)
    context.fail(claim, says=piece.text, computed="no equation is read yet", mend="wait")


def slips_of_formula(tex: str) -> Iterator[tuple[int, int, str]]:
    """Yield the slips of a formula: where each starts and ends, and what stands there instead."""
    yield from ()

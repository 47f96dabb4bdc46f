"""Hands each formula of a page to the equations side; until it is asked, every formula fails."""

from __future__ import annotations

from proofread.claim import Kind
from proofread.context import Context
from proofread.piece import Piece


def check_formula(context: Context, piece: Piece) -> None:
    """Judge one formula, with the comment that follows it."""
    claim = context.claim(Kind.EQUATION, piece.start, piece.end)
    context.fail(claim, says=piece.text, computed="no equation is read yet", mend="wait")

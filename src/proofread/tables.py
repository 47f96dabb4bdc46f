"""Finds the way around Markdown tables: rows, columns, and the formulas in their cells."""

from __future__ import annotations

from itertools import pairwise

from proofread.comment import read_comment
from proofread.literal import read_literal
from proofread.page import Page
from proofread.piece import Part, Piece


def column_of(page: Page, start: int) -> int:
    """Return the column of a place, counted from 1, or 0 where the place is in no table."""
    line = page.text[page.text.rfind("\n", 0, start) + 1 : start].replace(r"\|", "  ")
    return line.count("|") if line.lstrip().startswith("|") else 0


def cells_before(page: Page, piece: Piece) -> list[Piece]:
    """Return the formulas of a table before one of them, in page order."""
    line = page.text.count("\n", 0, piece.start)
    rows = page.text.split("\n")
    top = line
    while top and rows[top - 1].lstrip().startswith("|"):
        top -= 1
    return [
        other
        for other in page.pieces
        if other.part is Part.FORMULA and other.start < piece.start and other.line > top
    ]


def beside_number(page: Page, piece: Piece) -> bool:
    """Whether a piece stands in a row of a table with a bound number, or above a column of them.

    There a symbol says whose value the number is, so that it is no mere word.
    """
    column = column_of(page, piece.start)
    if not column:
        return False
    lines = page.text.split("\n")
    below = lines[piece.line].strip() if piece.line < len(lines) else ""
    heads = below != "" and set(below) <= set("|-: ")
    rows = {piece.line}
    if heads:
        last = piece.line
        while last < len(lines) and lines[last].lstrip().startswith("|"):
            last += 1
        rows = set(range(piece.line + 1, last + 1))
    return any(
        remark.line in rows
        and _binds_number(before, remark)
        and (not heads or column_of(page, remark.start) == column)
        for before, remark in pairwise(page.pieces)
    )


def is_bound(page: Page, piece: Piece) -> bool:
    """Whether a comment binds a piece to an expression."""
    after = next((other for other in page.pieces if other.start == piece.end), None)
    return after is not None and _binds(after)


def _binds(comment: Piece) -> bool:
    remark = read_comment(comment.content) if comment.part is Part.COMMENT else None
    return remark is not None and remark.word == "="


def _binds_number(before: Piece, comment: Piece) -> bool:
    number = before.part is Part.PROSE or (
        before.part is Part.FORMULA and read_literal(before.content.strip()) is not None
    )
    return number and _binds(comment)


def header_of(page: Page, start: int) -> list[str]:
    """Return the names of the columns of the table around a place, or nothing."""
    rows = page.text[:start].split("\n")
    if not rows[-1].lstrip().startswith("|"):
        return []
    top = len(rows) - 1
    while top and rows[top - 1].lstrip().startswith("|"):
        top -= 1
    return [cell.strip() for cell in page.text.split("\n")[top].strip().strip("|").split("|")]

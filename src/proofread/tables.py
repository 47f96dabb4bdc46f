"""Finds the way around Markdown tables: rows, columns, and the formulas in their cells."""

from __future__ import annotations

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


def header_of(page: Page, start: int) -> list[str]:
    """Return the names of the columns of the table around a place, or nothing."""
    rows = page.text[:start].split("\n")
    if not rows[-1].lstrip().startswith("|"):
        return []
    top = len(rows) - 1
    while top and rows[top - 1].lstrip().startswith("|"):
        top -= 1
    return [cell.strip() for cell in page.text.split("\n")[top].strip().strip("|").split("|")]

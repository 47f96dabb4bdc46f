r"""Judges the table that says what other courses call things.

A comment declares each convention once more (see `proofread.notations.convention`): it is what the
site's formulas are renamed by. In the table with a column ``Here`` and one named after each
convention, a formula must be what the declaration makes of a formula in the column ``Here`` of its
row. So a slip in the table does not agree with the comment, and a row such as the error, p − y,
must agree with the rows of p and y.
"""

from __future__ import annotations

from proofread.equations.errors import EquationError
from proofread.equations.tokens import significant
from proofread.notations.project import conventions_in
from proofread.notations.renaming import rename
from proofread.page import Page
from proofread.piece import Piece
from proofread.tables import cells_before, column_of, header_of

HERE = "Here"


def foreign(page: Page, piece: Piece) -> str | None:
    """Judge a formula that stands in the column of a convention.

    Returns what is wrong with it, nothing where it is right, and None where it stands elsewhere.
    """
    header = header_of(page, piece.start)
    if HERE not in header:
        return None
    column = column_of(page, piece.start)
    if column > len(header):
        return "it stands in a column that the table has not: a bar within it ends the cell"
    convention = conventions_in(page).get(header[column - 1])
    if convention is None:
        return None
    ours = _ours(page, piece, header.index(HERE) + 1)
    try:
        expected = [words(rename(tex, convention)) for tex in ours]
        if words(piece.content) in expected:
            return ""
    except EquationError as error:
        return str(error)
    return "by the declaration it is " + " or ".join(f"${' '.join(tex)}$" for tex in expected)


def slips_of_foreign(page: Page, piece: Piece) -> list[str]:
    """Return what would be wrong in the place of a formula: our own symbols, or a prime."""
    ours = _ours(page, piece, header_of(page, piece.start).index(HERE) + 1)
    return [f"{piece.content}'", *(tex for tex in ours if words(tex) != words(piece.content))]


def words(tex: str) -> tuple[str, ...]:
    """Return the tokens of a formula, without spaces."""
    return tuple(token.name for token in significant(tex.strip()))


def _ours(page: Page, piece: Piece, column: int) -> list[str]:
    return [
        other.content
        for other in cells_before(page, piece)
        if other.line == piece.line and column_of(page, other.start) == column
    ]

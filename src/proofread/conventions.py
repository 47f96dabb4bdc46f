r"""Judges the table that says what other courses call things.

A comment declares each convention once more, as a list of what stands for what:

    <!-- convention: Statistics: m -> n; n -> d; \mathbf{w} -> \boldsymbol{\beta} -->

In the table with a column ``Here`` and one named after each convention, a formula must be what the
declaration makes of a formula in the column ``Here`` of its row. So a slip in the table does not
agree with the comment, and a row such as the error, p − y, must agree with the rows of p and y.
"""

from __future__ import annotations

from proofread.comment import read_comment
from proofread.equations.errors import EquationError
from proofread.equations.tokens import significant
from proofread.page import Page
from proofread.piece import Part, Piece
from proofread.tables import cells_before, column_of, header_of

HERE = "Here"
Convention = dict[tuple[str, ...], tuple[str, ...]]


def declaration_problem(body: str) -> str:
    """Return what is wrong with a declaration, or nothing."""
    try:
        _, convention = read_convention(body)
    except (EquationError, ValueError) as error:
        return str(error)
    return "" if len(set(convention.values())) == len(convention) else "one symbol for two things"


def read_convention(body: str) -> tuple[str, Convention]:
    r"""Return the name of a convention, and its symbols by ours, both as tokens.

    >>> read_convention(r"Statistics: m -> n; \alpha -> \eta")
    ('Statistics', {('m',): ('n',), ('\\alpha',): ('\\eta',)})
    """
    name, _, pairs = body.partition(":")
    convention: Convention = {}
    for pair in pairs.split(";"):
        ours, arrow, theirs = pair.partition("->")
        if not arrow or words(ours) in convention:
            raise ValueError(f"{pair.strip()!r} is no pair `ours -> theirs`, or stands there twice")
        convention[words(ours)] = words(theirs)
    return name.strip(), convention


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
    convention = _conventions(page).get(header[column - 1])
    if convention is None:
        return None
    ours = _ours(page, piece, header.index(HERE) + 1)
    try:
        expected = [rename(words(tex), convention) for tex in ours]
        if words(piece.content) in expected:
            return ""
    except EquationError as error:
        return str(error)
    return "by the declaration it is " + " or ".join(f"${' '.join(tex)}$" for tex in expected)


def slips_of_foreign(page: Page, piece: Piece) -> list[str]:
    """Return what would be wrong in the place of a formula: our own symbols, or a prime."""
    ours = _ours(page, piece, header_of(page, piece.start).index(HERE) + 1)
    return [f"{piece.content}'", *(tex for tex in ours if words(tex) != words(piece.content))]


def rename(tex: tuple[str, ...], convention: Convention) -> tuple[str, ...]:
    """Write a formula in another convention; the longest declared run of tokens counts first."""
    renamed: list[str] = []
    place = 0
    while place < len(tex):
        for ours in sorted(convention, key=len, reverse=True):
            if tex[place : place + len(ours)] == ours:
                renamed += convention[ours]
                place += len(ours)
                break
        else:
            renamed.append(tex[place])
            place += 1
    return tuple(renamed)


def words(tex: str) -> tuple[str, ...]:
    """Return the tokens of a formula, without spaces."""
    return tuple(token.name for token in significant(tex.strip()))


def _conventions(page: Page) -> dict[str, Convention]:
    found = {}
    for piece in page.pieces:
        remark = read_comment(piece.content) if piece.part is Part.COMMENT else None
        if remark is not None and remark.word == "convention":
            name, convention = read_convention(remark.body)
            found[name] = convention
    return found


def _ours(page: Page, piece: Piece, column: int) -> list[str]:
    return [
        other.content
        for other in cells_before(page, piece)
        if other.line == piece.line and column_of(page, other.start) == column
    ]

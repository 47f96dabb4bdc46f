r"""Joins the lines of a derivation: in a table, a formula may start with a relation and go on.

    | Derivative | Line | The student | Reason |
    |---|---|---|---|
    | $\dfrac{dp}{dz}$ | $= p (1 - p)$ | $\approx 0.22$ | why |
    | | $= 1$ | | why |

It goes on with the formula nearest to its left in the same row, and where there is none, with the
one above it in its own column. What it goes on with is the last side of that formula; a rounded
number goes on with the last side that is exact, so that no rounding is rounded again.
"""

from __future__ import annotations

from proofread.equations.errors import EquationError
from proofread.equations.layout import RELATIONS
from proofread.equations.tokens import tokens
from proofread.page import Page
from proofread.piece import Piece
from proofread.tables import cells_before, column_of

OPENING = {"{", "(", "[", r"\{"}
APPROXIMATELY = r"\approx"
CLOSING = {"}", ")", "]", r"\}"}


def left_out(page: Page, piece: Piece) -> str:
    """Return the side that a formula goes on from, or nothing where it stands on its own.

    Raises:
        EquationError: the formula starts with a relation, and there is nothing before it.

    """
    try:
        first = next((token for token in tokens(piece.content) if token.kind != "space"), None)
    except EquationError:
        return ""  # whoever checks the formula says so
    if first is None or first.name not in RELATIONS or first.end == len(piece.content.strip()):
        return ""
    column = column_of(page, piece.start)
    before = cells_before(page, piece) if column else []
    beside = [other for other in before if other.line == piece.line]
    beside = [other for other in beside if column_of(page, other.start) < column]
    above = [other for other in before if column_of(page, other.start) == column]
    above = [other for other in above if other.line < piece.line]
    found = (beside or above)[-1:]
    if not found:
        raise EquationError("nothing stands before this relation", 0, first.text)
    if first.name == APPROXIMATELY:
        return last_side(found[0].content, exact=True) or left_out(page, found[0])
    return last_side(found[0].content)


def last_side(tex: str, *, exact: bool = False) -> str:
    r"""Return what stands after the last relation of a formula, or after the last but roundings.

    >>> last_side(r"= \frac{a = b}{c} = d + 1")
    'd + 1'
    >>> last_side(r"a = b \approx 0.67 \approx 0.7", exact=True)
    'b'
    >>> last_side(r"a = \begin{cases} b & c = d \end{cases} = e")
    'e'
    """
    depth, start, end = 0, 0, len(tex)
    for token in tokens(tex):
        if token.kind == "begin" or token.text in OPENING:
            depth += 1
        elif token.kind == "end" or token.text in CLOSING:
            depth -= 1
        elif depth == 0 and exact and token.name == APPROXIMATELY:
            end = min(end, token.start)
        elif depth == 0 and token.name in RELATIONS:
            start, end = token.end, len(tex)
    return tex[start:end].strip()

r"""Judges formulas that claim nothing by themselves: ``$w_1$``, ``$(p - y) x_j$``.

A declared symbol is a word. Beside a number in a table it is more: it says whose value that is, and
is bound to it, ``$\alpha$<!-- = alpha; at: student -->``. Where another symbol has that value, too,
only the Python name of the symbol will do as the expression.

Anything longer must be part of a formula of the page that held, and unmistakably so: where a slip
of it is part of one as well (``$w_2 x_2$`` for ``$w_1 x_1$``), nobody could tell, and it is bound
to its value at a point that the page names: ``$w_1 x_1$<!-- = w1 * x1; at: student -->``. The point
may be left out where there is only one.
"""

from __future__ import annotations

import re
from fractions import Fraction

from proofread.claim import Claim, Kind
from proofread.context import Context
from proofread.equations import EquationError, Scope
from proofread.equations.annotation import read_annotation
from proofread.equations.mutations import mutations
from proofread.equations.tokens import Token, significant
from proofread.optional import lost, skip
from proofread.piece import Piece
from proofread.rounding import written
from proofread.tables import beside_number
from proofread.value import UnreadableError, exact, flat, flat_rows, reads, show

#: Operations that a text may speak of without an argument, each bound to its name.
NAMED = {
    r"\ln": "log", r"\log": "log", r"\exp": "exp", r"\max": "max", r"\min": "min",
    r"\sum": "sum", r"\prod": "product", r"\nabla": "gradient", r"\partial": "derivative",
}  # fmt: skip

MEND = "bind it to its value at a named point, <!-- = expression; at: point -->, or mend it"


def check_bound(context: Context, scope: Scope, claim: Claim, tex: str, body: str) -> None:
    """Judge a formula against the expression bound to it, at a point that the page names."""
    expression, _, point = body.partition(";")
    point = point.strip() or (f"at: {min(context.points)}" if len(context.points) == 1 else "")
    problem, value = "", ""
    try:
        context.visited.add(read_annotation(point).at)
        if package := lost(context, reads(expression)):
            skip(context, claim, package)
            return
        context.usage.read(reads(expression))
        bound = context.engine.value(expression)
        rows = _rows(bound)
        value = show(rows[0][0], 17) if len(rows) == len(rows[0]) == 1 else ""
        # An equation that is exact may not be written with ≈; one that is rounded, not with =.
        shown = _matrix(rows)
        exactly = scope.check(f"{tex} = {shown}", point)
        problem = "" if exactly.holds else scope.check(rf"{tex} \approx {shown}", point).message
        if not problem and (other := scope.namesake(tex, expression, point)):
            problem = f"{other} has this value there, too: bind it to the Python name of the symbol"
    except (UnreadableError, EquationError) as error:
        problem = str(error)
    if not point:
        problem = "the page names no point, or several: say which with ; at: point"
    if problem:
        context.fail(claim, says=f"{claim.text}, bound to {body}", computed=problem, mend=MEND)
    else:
        context.hold(claim, f"= {expression.strip()}, {point}", value=value)


def check_bare(context: Context, scope: Scope, piece: Piece) -> None:
    """Judge a formula that nothing binds, when all others of the page are known."""
    claim = context.claim(Kind.EQUATION, piece.start, piece.end)
    problem = ""
    try:
        coverage = scope.covers(piece.content)
        word = coverage.kind in {"symbol", "list"} or scope.is_symbol(piece.content)
        if word and beside_number(context.page, piece):
            problem = "a symbol beside a number in a table, with no value bound to it"
        elif coverage.kind == "symbol":
            context.hold(claim, "a declared symbol")
            return
        elif coverage.kind == "list":
            problem = "a list, whose commas nothing checks: write each part as a formula of its own"
        elif coverage.kind == "number":
            problem = "nothing: no expression is bound to this number"
        elif not coverage.covered:
            problem = "no formula of the page that was checked has this part"
        elif twin := _twin(scope, piece.content):
            problem = f"checked formulas have ${twin}$, too: which is meant?"
    except EquationError as error:
        problem = str(error)
    if problem:
        context.fail(claim, says=claim.text, computed=problem, mend=MEND)
    else:
        context.hold(claim, "a part of a checked formula")


def is_function(scope: Scope, tex: str) -> bool:
    """Whether a formula only names a declared function, without using it."""
    found = _only_token(tex)
    return found is not None and found.name in scope.table.functions


def operation(tex: str) -> str:
    """Return the name of an operation that a formula only names, or nothing."""
    found = _only_token(tex)
    return NAMED.get(found.text, "") if found else ""


def _only_token(tex: str) -> Token | None:
    try:
        found = significant(tex.strip())
    except EquationError:
        return None
    return found[0] if len(found) == 1 else None


def is_word(scope: Scope, tex: str) -> bool:
    """Whether a formula is nothing but a declared symbol."""
    try:
        return scope.covers(tex).kind == "symbol"
    except EquationError:
        return False


def _rows(value: object) -> list[list[Fraction]]:
    rows = [[exact(entry) for entry in flat(row)] for row in flat_rows(value)]
    if len({len(row) for row in rows}) != 1 or not rows[0]:
        raise UnreadableError(f"the value is {value!r}, which is no matrix")
    return rows


def _matrix(rows: list[list[Fraction]]) -> str:
    """Write a number, a column or a matrix in TeX."""
    text = r" \\ ".join(" & ".join(map(written, row)) for row in rows)
    if len(rows) == len(rows[0]) == 1:
        return text
    return rf"\begin{{pmatrix}} {text} \end{{pmatrix}}"


def _twin(scope: Scope, tex: str) -> str:
    """Return a slip of a formula that is part of a checked formula as well, or nothing."""
    for _, slip in mutations(tex, scope.table):
        try:
            if scope.covers(slip).covered:
                return re.sub(r"\s+", " ", slip)
        except EquationError:
            continue
    return ""

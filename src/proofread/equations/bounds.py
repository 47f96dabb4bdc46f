"""Checks that a bound is tight: attained or approached where the comment says."""

from __future__ import annotations

from proofread.equations.context import Context
from proofread.equations.dual import primal
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import evaluate
from proofread.equations.free import all_indices, free_indices
from proofread.equations.linear import ROUNDING, scalar, smallest_eigenvalue
from proofread.equations.pair import SHOWN, Pair, Refused, show
from proofread.equations.truth import gap
from proofread.equations.witnesses import witness

OTHER_BRACKET = {"(": "[", "[": "(", ")": "]", "]": ")"}
CLOSE = 1e-25  # of a bound that is approached, as near to it as 60 digits allow


def check_tightness(pair: Pair, context: Context, seen: list[str], bracket: str = "") -> None:
    """Refuse a bound that is not attained (≤) or approached (<) where the comment says.

    A ``bracket`` is what stands for the relation at the end of an interval.
    """
    if len(pair.tight) != 1:
        raise EquationError(
            "an inequality needs `tight: ...`, or `sides: ..., ...` between numbers",
            pair.left.span[0],
        )
    point, limit = witness(pair.tight[0], context)
    letters = sorted(free_indices(pair.left, context.table)
                     | free_indices(pair.right, context.table))  # fmt: skip
    env = next(all_indices(point, letters))
    a = primal(scalar(evaluate(pair.left, env)))
    b = primal(scalar(evaluate(pair.right, env)))
    near = abs(a - b) <= CLOSE * max(1, abs(a), abs(b)) if limit else gap(a, b)[1]
    if not near:
        raise Refused(
            f"not tight where the comment says: {show(a)} and {show(b)} there.",
            "Sharpen the bound, or correct `tight`.",
        )
    strict = pair.sign in {"<", ">"}
    if strict != limit:
        other = pair.sign[0] if limit else SHOWN[pair.sign[0] + "="]
        raise Refused(
            "the equality is attained there, and the relation is a strict one."
            if strict
            else "the equality is only approached, never attained.",
            f"Write {OTHER_BRACKET.get(bracket, other)} instead.",
        )
    seen.append("tight where declared")


def check_sometimes_singular(pair: Pair, context: Context) -> None:
    """Refuse ⪰ for a matrix that is positive definite at every point."""
    values = [
        smallest_eigenvalue(evaluate(pair.left, env))
        for env in context.environments(context.random(), (pair.left,))
    ]
    if min(values) > ROUNDING:
        raise Refused("positive definite at every point.", "Write \\succ.")

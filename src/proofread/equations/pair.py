"""Two neighbouring sides of a chain, and what is said where a relation between them is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from proofread.equations import tree
from proofread.equations.annotation import Setting
from proofread.equations.dual import Value, primal
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.linear import floats, scalar
from proofread.equations.rounding import EQUAL
from proofread.equations.substitution import symbols
from proofread.equations.truth import gap, order

INEQUALITIES = {"<", "<=", ">", ">="}
SHOWN = {
    "<=": "≤", ">=": "≥", "!=": "≠", "~=": "≈", "<-": "←", "->": "→", "in": "∈", "psd": "⪰",
    "pd": "≻", "law": "∼", "prop": "∝",
}  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """Two neighbouring sides of a chain, with what the comment says about them."""

    left: tree.Node
    sign: str
    right: tree.Node
    tight: tuple[tuple[Setting, ...], ...] = ()
    pinned: bool = False
    first: bool = True


class Refused(Exception):  # noqa: N818 - not an error: the verdict that a relation is wrong
    """A relation does not hold; the arguments are a message and how to mend it."""


def show(value: Value) -> str:
    """Return a value for a message."""
    value = scalar(value)
    if isinstance(value, np.ndarray):
        return np.array2string(floats(value), precision=6, threshold=12).replace("\n", "")
    return f"{float(primal(value)):.12g}"


def refuse_turned(pair: Pair, env: Env) -> None:
    """Refuse an inequality whose sides stand the other way around at a point.

    What is no number is neither above another nor below it.
    """
    left, right = evaluate(pair.left, env), evaluate(pair.right, env)
    wrong = 1 if pair.sign.startswith("<") else -1
    if order(left, right, pair.left) == wrong == -order(right, left, pair.right):
        raise difference_at(pair, env, "")


def difference_at(pair: Pair, env: Env, why: str) -> Refused:
    """Return the verdict that two sides differ at a point, and what they are there."""
    where = env.point.label
    if env.indices:
        where += ", " + ", ".join(f"{name} = {value}" for name, value in env.indices.items())
    if pair.sign in {"psd", "pd"}:
        return Refused(f"false at {where}.", "")
    left, right = scalar(evaluate(pair.left, env)), scalar(evaluate(pair.right, env))
    values = f"the left side is {show(left)}, the right side {show(right)} at {where}"
    if show(left) == show(right) and why != EQUAL:
        apart = max(abs(float(primal(entry))) for entry in np.ravel(left - right))
        values += f", {apart:.0e} apart"
    return Refused(f"{values} ({why})." if why else f"{values}.", _mend(pair, left, why))


def _mend(pair: Pair, left: Value, why: str) -> str:
    """Return how to mend a relation whose left side has this value."""
    if pair.sign in INEQUALITIES | {"!="}:
        return "Mend the relation, or one of its sides."
    if why == EQUAL:
        return "Write = instead."
    if symbols(pair.right):
        return "Compare the two sides term by term."
    exact = isinstance(left, np.ndarray) or gap(left, Fraction(show(left)))[1]
    if pair.sign == "=" and not exact:  # it has more digits than are shown
        return f"Write ≈ {show(left)}, or mend the left side."
    return f"Put {show(left)} on the right, or mend the left side."

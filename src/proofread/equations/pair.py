"""Two neighbouring sides of a chain, and what is said where a relation between them is wrong."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from proofread.equations import tree
from proofread.equations.annotation import Setting
from proofread.equations.dual import Value, primal
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.linear import floats, scalar
from proofread.equations.substitution import symbols

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


def difference_at(pair: Pair, env: Env, why: str) -> Refused:
    """Return the verdict that two sides differ at a point, and what they are there."""
    where = env.point.label
    if env.indices:
        where += ", " + ", ".join(f"{name} = {value}" for name, value in env.indices.items())
    if pair.sign in {"psd", "pd"}:
        return Refused(f"false at {where}.", "")
    left, right = evaluate(pair.left, env), evaluate(pair.right, env)
    reason = f" ({why})" if why else ""
    return Refused(
        f"the left side is {show(left)}, the right side {show(right)} at {where}{reason}.",
        f"Put {show(left)} on the right, or mend the left side."
        if not symbols(pair.right)
        else "Compare the two sides term by term.",
    )

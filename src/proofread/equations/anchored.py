r"""Refuses constants that a derivative would hide.

In `\frac{d}{dz}[1 + e^{-z}]` the 1 could be any number. So what is differentiated must, where it
holds such a term, either have the value of a declared symbol, or stand elsewhere: in the same
formula outside of derivatives, or in an equation that was checked before.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from proofread.equations import tree
from proofread.equations.context import Context
from proofread.equations.derivative import along
from proofread.equations.dual import Value, primal
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.free import all_indices, free_indices
from proofread.equations.indexed import places, variable
from proofread.equations.linear import column, scalar
from proofread.equations.rounding import strip
from proofread.equations.truth import gap


def check_anchors(formula: tree.Formula, context: Context) -> None:
    """Look at every derivative of a formula.

    Raises:
        EquationError: an operand with a hidden constant, stated nowhere else.

    """
    for node in formula.walk():
        if isinstance(node, (tree.Derivative, tree.Gradient)):
            operand = strip(node.operand)
            if isinstance(operand, (tree.Name, tree.Call)):
                continue
            if _hides(node, operand, context) and not (
                _stated(operand, formula, context) or _declared(operand, context)
            ):
                raise EquationError(
                    "a constant term disappears in this derivative, so that it could be any: "
                    "state what is differentiated outside of it too",
                    operand.span[0],
                )


def _environments(node: tree.Node, context: Context) -> Iterator[Env]:
    letters = sorted(free_indices(node, context.table))
    for point in context.random(2):
        yield next(all_indices(point, letters))


def _hides(node: tree.Derivative | tree.Gradient, operand: tree.Node, context: Context) -> bool:
    by = node.by if isinstance(node.by, tree.Name) else node.by[0]
    if any(_times_one(item) for item in operand.walk()):
        return True
    return any(_dead(operand, by, env) for env in _environments(node, context))


def _times_one(node: tree.Node) -> bool:
    """Whether a factor is the literal 1: in a derivative it could be a lost `1 +`."""
    return isinstance(node, tree.Product) and any(
        isinstance(factor, tree.Number) and factor.value == 1 for factor in node.factors
    )


def _constant(node: tree.Node, by: tree.Name, env: Env) -> bool:
    """Whether no entry of what is differentiated by moves this part."""
    name, point = variable(by, env), env.point
    raw = point.value(name)
    places_of = np.ndindex(*raw.shape) if isinstance(raw, np.ndarray) else iter([()])
    fixed = places(by, raw, env)
    for place in places_of:
        if place[: len(fixed)] != fixed:
            continue
        slope = along(name, place, lambda moved: evaluate(node, env.at(moved)), point)
        entries = slope.ravel() if isinstance(slope, np.ndarray) else [slope]
        if any(primal(item) != 0 for item in entries):
            return False
    return True


def _dead(node: tree.Node, by: tree.Name, env: Env) -> bool:
    """Whether a term adds a constant to the node, looking through what is linear."""
    node = strip(node)
    if isinstance(node, tree.Sum):
        return any(
            not isinstance(term, tree.Run) and (_constant(term, by, env) or _dead(term, by, env))
            for term in node.terms
        )
    if isinstance(node, tree.Quotient):
        return _constant(node.bottom, by, env) and _dead(node.top, by, env)
    if isinstance(node, tree.Product):
        moving = [factor for factor in node.factors if not _constant(factor, by, env)]
        return len(moving) == 1 and _dead(moving[0], by, env)
    if isinstance(node, tree.Repeat) and node.index.base in env.point.table.indices:
        return node.kind == "sum" and _dead(node.body, by, env.index(node.index.base, 1))
    return False


def _stated(operand: tree.Node, formula: tree.Formula, context: Context) -> bool:
    if operand in _outside(formula):
        return True
    return any(operand in _outside(other) for other in context.known)


def _outside(node: tree.Node) -> Iterator[tree.Node]:
    """Return the parts of a formula that no derivative hides."""
    if isinstance(node, (tree.Derivative, tree.Gradient)):
        return
    yield node
    for child in node.children():
        yield from _outside(child)


def _declared(operand: tree.Node, context: Context) -> bool:
    """Whether the operand has the value of a declared quantity, at every point."""
    names = [name for name, row in context.table.definitions.items() if row.kind == "value"]
    for env in _environments(operand, context):
        wanted = scalar(evaluate(operand, env))
        names = [name for name in names if _equal(env, name, wanted)]
    return bool(names)


def _equal(env: Env, name: str, wanted: Value) -> bool:
    try:
        value = env.point.value(name)
    except EquationError:
        return False
    if isinstance(value, np.ndarray) and not isinstance(wanted, np.ndarray):
        return any(gap(item, wanted)[1] for item in value.ravel())
    return gap(column(value), wanted)[1]

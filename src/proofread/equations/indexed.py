"""Evaluates declared symbols, with their subscripts, before and after the step."""

from __future__ import annotations

from proofread.equations import tree
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError, UnfitError
from proofread.equations.evaluate import Env, evaluate, fail, whole
from proofread.equations.linear import column
from proofread.equations.model import Point


@evaluate.register
def _(node: tree.Name, env: Env) -> Value:
    if node.base in env.point.table.indices and not node.subscripts:
        return bound_index(node, env)
    return column(entry(node, env))


def bound_index(node: tree.Name, env: Env) -> int:
    """Return the value of an index."""
    if node.base not in env.indices:
        raise fail(node, f"the index {node.base} has no value here")
    return env.indices[node.base]


def quantity(node: tree.Name, env: Env) -> tuple[str, Point]:
    """Return the Python name of a symbol, and the point it is meant at: before or after."""
    found = env.point.table.find(node.base, len(node.subscripts), node.primes)
    if found is None:
        raise fail(node, f"{node.base} is not declared")
    name, after = found
    return name, env.point.after() if after else env.point


def variable(node: tree.Name, env: Env) -> str:
    """Return the Python name of a symbol that is to take another value.

    Raises:
        EquationError: it stands for what follows from the step, which is no quantity of its own.

    """
    name, point = quantity(node, env)
    if point is not env.point:
        raise fail(node, "a value after the step follows from it and cannot be any other")
    return name


def places(node: tree.Name, raw: Value, env: Env) -> tuple[int, ...]:
    """Return the subscripts counted from zero, checked against the range of the axis."""
    found = []
    table = env.point.table
    lengths = table.definitions[quantity(node, env)[0]].shape
    for axis, item in enumerate(node.subscripts):
        counted = table.counted(item.base) if isinstance(item, tree.Name) else ""
        if counted not in {"", lengths[axis]}:
            raise fail(item, f"this counts {counted}, but the axis has {lengths[axis]}")
        value = whole(item, env)
        if not 1 <= value <= raw.shape[axis]:
            kind = UnfitError if isinstance(item, tree.Number) else EquationError
            raise fail(item, f"the index {value} is outside 1 to {raw.shape[axis]}", kind)
        found.append(value - 1)
    return tuple(found)


def entry(node: tree.Name, env: Env) -> Value:
    """Return the raw value of a symbol, with its subscripts applied."""
    name, point = quantity(node, env)
    raw = point.value(name)
    return raw[places(node, raw, env)] if node.subscripts else raw

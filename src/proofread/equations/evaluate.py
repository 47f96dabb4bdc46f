r"""Evaluates an expression at a point.

Vectors are columns and keep their orientation: `\mathbf{w}\mathbf{x}` is refused for its shapes,
and a number is added to numbers only, so that a forgotten transpose or column of ones shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Any

import numpy as np

from proofread.equations import linear, numeric, tree
from proofread.equations.errors import EquationError, UnfitError
from proofread.equations.linear import column, scalar, shape
from proofread.equations.model import Point
from proofread.equations.numeric import Value
from proofread.equations.precise import PI, E


@dataclass(frozen=True)
class Env:
    """A point, and the values of bound and free indices and of wildcards."""

    point: Point
    indices: Mapping[str, int]

    def index(self, name: str, value: int) -> Env:
        """Return the environment in which an index has a value."""
        return replace(self, indices={**self.indices, name: value})

    def at(self, point: Point) -> Env:
        """Return the same indices at another point."""
        return replace(self, point=point)


def fail(node: tree.Node, message: str, kind: type[EquationError] = EquationError) -> EquationError:
    """Return an error at a node."""
    error = kind(message, node.span[0])
    error.end = node.span[1]
    return error


@singledispatch
def evaluate(node: tree.Node, env: Env) -> Value:  # noqa: ARG001 - dispatched on the node
    """Return the value of an expression: a number, or a matrix (vectors are columns).

    Raises:
        EquationError: shapes that do not fit, or something that has no value.

    """
    raise fail(node, f"a {type(node).__name__.lower()} has no value here")


def number(node: tree.Node, env: Env) -> Any:
    """Return the value of an expression that must be a number."""
    value = scalar(evaluate(node, env))
    if isinstance(value, np.ndarray):
        raise fail(node, f"a number is needed here, this has the shape {shape_text(value)}")
    return value


def whole(node: tree.Node, env: Env) -> int:
    """Return the value of an index or of a bound."""
    value = numeric.primal(number(node, env))
    if int(value) != value:
        raise fail(node, "a whole number is needed here")
    return int(value)


def shape_text(value: Value) -> str:
    """Return a shape in words."""
    found = shape(value)
    return f"{found[0]} by {found[1]}" if len(found) == 2 else "a number"


@evaluate.register
def _(node: tree.Number, env: Env) -> Value:  # noqa: ARG001
    return int(node.value) if node.value.denominator == 1 else node.value


@evaluate.register
def _(node: tree.Constant, env: Env) -> Value:  # noqa: ARG001
    if node.name == "infinity":
        raise fail(node, "infinity is no number: it belongs into a limit")
    if node.name == "zeros":
        raise fail(node, "the zero vector is known as a side of a relation only")
    return E if node.name == "e" else PI


@evaluate.register
def _(node: tree.Zeros, env: Env) -> Value:
    like = evaluate(node.beside, env)
    if not isinstance(like, np.ndarray) or like.shape[1] != 1:
        raise fail(node, f"a column of zeros beside {shape_text(like)}")
    return np.zeros(like.shape, dtype=int).astype(object)


@evaluate.register
def _(node: tree.Wildcard, env: Env) -> Value:
    return env.indices[f"*{node.number}"]


@evaluate.register
def _(node: tree.Group, env: Env) -> Value:
    return evaluate(node.body, env)


@evaluate.register
def _(node: tree.Cancelled, env: Env) -> Value:
    return evaluate(node.body, env)


@evaluate.register
def _(node: tree.Labelled, env: Env) -> Value:
    return evaluate(node.body, env)


@evaluate.register
def _(node: tree.Name, env: Env) -> Value:
    if node.base in env.point.table.indices and not node.subscripts:
        return bound_index(node, env)
    raw = entry(node, env)
    if not isinstance(raw, (np.ndarray, int)) and isinstance(raw, (frozenset, set)):
        raise fail(node, "a set is no number")
    return column(raw)


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


@evaluate.register
def _(node: tree.Sum, env: Env) -> Value:
    total: Value = None
    for sign, term in zip(node.signs, node.terms, strict=True):
        for value in expanded(term, env):
            value = scalar(value) if total is None or not isinstance(total, np.ndarray) else value
            if total is None:
                total = value if sign > 0 else -value
                continue
            if shape(total) != shape(value):
                raise fail(
                    term,
                    f"cannot add {shape_text(value)} to {shape_text(total)}; "
                    "a number beside a vector needs the column of ones",
                )
            total = total + value if sign > 0 else total - value
    return total


def expanded(node: tree.Node, env: Env) -> Iterator[Value]:
    """Return the value of a node, or the values of all that its ellipsis stands for."""
    if isinstance(node, tree.Run):
        for inner in runs(node, env):
            yield evaluate(node.template, inner)
    else:
        yield evaluate(node, env)


def bounded(low: int, high: int, node: tree.Node) -> range:
    """Return the whole numbers from low to high, as many as can be evaluated."""
    if high - low > 1000:
        raise fail(node, f"{high - low} terms are too many to evaluate")
    return range(low, high + 1)


def runs(node: tree.Run, env: Env) -> Iterator[Env]:
    """One environment for each term of an ellipsis, after checking the terms that are written."""
    low, high = whole(node.low, env), whole(node.high, env)
    written = [whole(item, env) for item in node.listed]
    head, middle = written[: node.head - 1], written[node.head - 1 :]
    if head != list(range(low + 1, low + node.head)):
        raise fail(node, "the terms before the ellipsis do not count up by one")
    if high < low + len(head) or not all(low <= item <= high for item in middle):
        message = f"the ellipsis runs from {low} to {high}: too few terms for it"
        raise fail(node, message, UnfitError)
    for value in bounded(low, high, node):
        yield env.index(f"*{node.wildcard}", value)


@evaluate.register
def _(node: tree.Product, env: Env) -> Value:
    result: Value = None
    for k, factor in enumerate(node.factors):
        for value in expanded(factor, env):
            operator = node.operators[k - 1] if k else r"\cdot"
            result = value if result is None else multiply(result, value, operator, factor)
    return scalar(result)


def multiply(a: Value, b: Value, operator: str, node: tree.Node) -> Value:
    """Return a product in the meaning that operator and shapes give it."""
    if operator == "/":
        return quotient(a, b, node)
    a, b = scalar(a), scalar(b)
    left, right = shape(a), shape(b)
    if operator == r"\odot":
        if left != right or not left:
            raise fail(node, "⊙ needs two vectors or matrices of one shape")
        return a * b
    if not left or not right:
        return a * b
    if operator == r"\times":
        raise fail(node, "× between vectors or matrices is not defined here")
    if operator == r"\cdot" and left == right and left[1] == 1:
        return (a * b).sum()
    if operator and left[0] == 1 == right[1] != left[1]:
        raise fail(node, "a row times a column is written without a dot, or without a transpose")
    if left[1] != right[0]:
        raise fail(
            node, f"{shape_text(a)} times {shape_text(b)} does not fit: is a transpose missing?"
        )
    return scalar(a @ b)


def quotient(a: Value, b: Value, node: tree.Node) -> Value:
    """Division by a number."""
    b = scalar(b)
    if isinstance(b, np.ndarray):
        raise fail(node, f"division by {shape_text(b)}")
    if isinstance(a, np.ndarray):
        return numeric.each(lambda item: numeric.divide(item, b), a)
    return numeric.divide(a, b)


@evaluate.register
def _(node: tree.Quotient, env: Env) -> Value:
    return quotient(evaluate(node.top, env), evaluate(node.bottom, env), node)


@evaluate.register
def _(node: tree.Transposed, env: Env) -> Value:
    value = evaluate(node.base, env)
    if not isinstance(value, np.ndarray):
        raise fail(node, "the transpose of a number")
    return value.T


@evaluate.register
def _(node: tree.Power, env: Env) -> Value:
    if isinstance(node.base, tree.Constant) and node.base.name == "e":
        return numeric.exp(number(node.exponent, env))
    exponent = number(node.exponent, env)
    base = scalar(evaluate(node.base, env))
    if isinstance(base, np.ndarray):
        if base.shape[0] != base.shape[1]:
            raise fail(node, f"a power of {shape_text(base)}")
        if exponent == -1:
            return linear.inverse(base)
        if exponent == 2:
            return base @ base
        raise fail(node, "only the powers 2 and -1 of a matrix are known")
    if exponent == -1 and base == 0:
        raise fail(node, "division by zero")
    return numeric.power(base, exponent)

r"""Evaluates an expression at a point.

Vectors are columns and keep their orientation: `\mathbf{w}\mathbf{x}` is refused for its shapes,
and a number is added to numbers only, so that a forgotten transpose or column of ones shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Any

import numpy as np

from proofread.equations import tree
from proofread.equations.dual import Value, primal
from proofread.equations.errors import EquationError
from proofread.equations.linear import scalar, shape
from proofread.equations.model import Point
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
    value = primal(number(node, env))
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

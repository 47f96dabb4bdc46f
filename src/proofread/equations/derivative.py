r"""Differentiates declared quantities by dual numbers, along the graph of definitions.

`\partial A / \partial B` replaces B by B + ε and recomputes all that is downstream of B, in the
Python of the symbol table: it never looks at what the page claims. Each nested derivative has its
own ε, so second derivatives are as accurate as first ones (about 14 digits in doubles).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from proofread.equations import numeric, tree
from proofread.equations.dual import Array, Dual, Value, new_tag, slope
from proofread.equations.evaluate import Env, evaluate, fail
from proofread.equations.indexed import places, variable
from proofread.equations.linear import column, scalar
from proofread.equations.model import Point

Operand = Callable[[Point], Value]


def _slopes(value: Value, tag: int) -> Value:
    if isinstance(value, np.ndarray):
        return numeric.each(lambda item: slope(item, tag), value)
    return slope(value, tag)


def along(name: str, place: tuple[int, ...], operand: Operand, point: Point) -> Value:
    """Return the derivative of an operand by one entry of a quantity (`()` for a scalar)."""
    tag, moved = point.moved(name, place)
    return _slopes(operand(moved), tag)


def partial(by: tree.Name, operand: Operand, env: Env) -> Value:
    """Return the derivative by a symbol: a number, a column for a vector, a matrix for a matrix."""
    name, point = variable(by, env), env.point
    raw = point.value(name)
    if not isinstance(raw, np.ndarray):
        return along(name, (), operand, point)
    fixed = places(by, raw, env)
    if len(fixed) == raw.ndim:
        return along(name, fixed, operand, point)
    free = raw.shape[len(fixed) :]
    slopes = [along(name, (*fixed, *rest), operand, point) for rest in np.ndindex(*free)]
    if not isinstance(scalar(slopes[0]), np.ndarray):
        return column(np.array([scalar(item) for item in slopes], dtype=object).reshape(free))
    if len(free) == 1 and all(item.shape[1] == 1 for item in slopes):
        return np.concatenate(slopes, axis=1)  # the Jacobian: a row for each entry above
    raise fail(by, "the derivative of this shape by that shape is not defined here")


@evaluate.register
def _(node: tree.Derivative, env: Env) -> Value:
    def operand(names: Sequence[tree.Name]) -> Operand:
        def of(point: Point) -> Value:
            here = env.at(point)
            if not names:
                return evaluate(node.operand, here)
            return partial(names[-1], operand(names[:-1]), here)

        return of

    # the rightmost name of the denominator is differentiated by first, as in ∂/∂a (∂f/∂b)
    return partial(node.by[0], operand(tuple(reversed(node.by[1:]))), env)


@evaluate.register
def _(node: tree.Gradient, env: Env) -> Value:
    def first(point: Point) -> Value:
        return scalar(evaluate(node.operand, env.at(point)))

    def second(point: Point) -> Value:
        return partial(node.by, first, env.at(point))

    value = first(env.point)
    if isinstance(value, np.ndarray):
        raise fail(node, "only a number has a gradient")
    return partial(node.by, first if node.order == 1 else second, env)


def call_derivative(node: tree.Call, arguments: Sequence[Value], env: Env) -> Value:
    """`f'(z)`, `f''(z)`: the derivative of a declared function of one argument, entry by entry."""
    if len(arguments) != 1:
        raise fail(node, "a prime needs a function of one argument")
    function = env.point.value(env.point.table.functions[node.function])

    def nth(order: int, x: Any) -> Any:
        if order == 0:
            return function(x)
        tag = new_tag()
        return slope(nth(order - 1, Dual(tag, x, 1)), tag)

    value = scalar(arguments[0])
    if isinstance(value, np.ndarray):
        return numeric.each(lambda item: nth(node.primes, item), value)
    return nth(node.primes, value)


def called_at(node: tree.Call, arguments: Sequence[Value], env: Env) -> Value:
    r"""`J(\mathbf{w}, b)`: a declared quantity with others replaced by the arguments."""
    name, parameters = env.point.table.calls[node.function]
    changes: dict[str, Value] = {}
    for parameter, value in zip(parameters, arguments, strict=True):
        found = env.point.table.find(parameter, 0, 0)
        if found is None:
            raise fail(node, f"{parameter} is not declared")
        raw: Array | Any = env.point.value(found[0])
        value = scalar(value) if not isinstance(raw, np.ndarray) else value
        if isinstance(raw, np.ndarray):
            if not isinstance(value, np.ndarray) or value.shape != column(raw).shape:
                raise fail(node, f"the argument for {parameter} has another shape")
            value = value.reshape(raw.shape)
        changes[found[0]] = value
    return column(env.point.override(changes).value(name))

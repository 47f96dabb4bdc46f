"""Evaluates what is built from blocks: matrices, lists, cases, norms, entries, calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from proofread.equations import linear, numeric, tree
from proofread.equations.dual import Array, Value, primal
from proofread.equations.evaluate import Env, evaluate, fail, number, shape_text, whole
from proofread.equations.linear import column, scalar
from proofread.equations.runs import expanded, runs


@evaluate.register
def _(node: tree.Entry, env: Env) -> Value:
    value = evaluate(node.body, env)
    if not isinstance(value, np.ndarray):
        raise fail(node, "a subscript of a number")
    at = [whole(item, env) for item in node.subscripts]
    flat = value.ravel() if 1 in value.shape and len(at) == 1 else value
    if len(at) != flat.ndim or not all(
        1 <= k <= size for k, size in zip(at, flat.shape, strict=True)
    ):
        raise fail(node, f"the subscripts {at} do not fit {shape_text(value)}")
    return flat[tuple(k - 1 for k in at)]


@evaluate.register
def _(node: tree.Absolute, env: Env) -> Value:
    return numeric.absolute(number(node.body, env))


@evaluate.register
def _(node: tree.Norm, env: Env) -> Value:
    value = evaluate(node.body, env)
    if not isinstance(value, np.ndarray):
        raise fail(node, "the norm of a number: write |...|")
    entries = value.ravel().tolist()
    if node.order == "F" or (value.shape[1] == 1 and node.order in {"", "2"}):
        return numeric.sqrt(sum(item * item for item in entries))
    if value.shape[1] != 1 and node.order == "2" and value.shape[0] != 1:
        return linear.spectral(value)
    if value.shape[1] == 1 and node.order in {"1", "infty"}:
        sizes: list[Any] = [numeric.absolute(item) for item in entries]
        return sum(sizes) if node.order == "1" else max(sizes, key=primal)
    raise fail(node, "this norm needs a column, or a matrix and the subscript 2 or F")


@evaluate.register
def _(node: tree.Matrix, env: Env) -> Value:
    rows: list[Array] = []
    for row in node.rows:
        for line, inner in _lines(row, env):
            blocks = [_matrix(value) for item in line.children() for value in expanded(item, inner)]
            if len({block.shape[0] for block in blocks}) != 1:
                raise fail(row, "blocks of different heights in a row")
            rows.append(np.concatenate(blocks, axis=1))
    if len({row.shape[1] for row in rows}) != 1:
        raise fail(node, "rows of different lengths")
    return np.concatenate(rows, axis=0)


def _matrix(value: Value) -> Array:
    """Return a matrix; a number is one of one entry."""
    return np.atleast_2d(np.array(value, dtype=object))


def _lines(node: tree.Node, env: Env) -> Iterator[tuple[tree.Node, Env]]:
    """Yield the rows of a matrix, those included that an ellipsis stands for."""
    if isinstance(node, tree.Run):
        for inner in runs(node, env):
            yield node.template, inner
    else:
        yield node, env


@evaluate.register
def _(node: tree.Listing, env: Env) -> Value:
    if node.opening != "(" or node.closing != ")":
        raise fail(node, "a set or an interval is no number")
    values = [scalar(value) for item in node.items for value in expanded(item, env)]
    if any(isinstance(value, np.ndarray) for value in values):
        raise fail(node, "a vector inside a list of numbers")
    return np.array(values, dtype=object).reshape(-1, 1)


@evaluate.register
def _(node: tree.Cases, env: Env) -> Value:
    from proofread.equations.truth import chain_holds

    true = [
        value
        for value, condition in zip(node.values, node.conditions, strict=True)
        if condition is not None and chain_holds(condition, env)
    ]
    if not true and node.conditions[-1] is None:
        true = [node.values[-1]]
    if len(true) != 1:
        raise fail(node, f"{len(true)} of the cases apply at a point, not one")
    return evaluate(true[0], env)


FUNCTIONS: Mapping[str, Callable[[Value], Value]] = {
    "log": numeric.log,
    "exp": numeric.exp,
    "sign": numeric.sign,
    "diag": lambda x: linear.diagonal(x) if x.shape[1] == 1 else column(np.diagonal(x)),
    "rank": lambda x: linear.rank(_matrix(x)),
    "trace": lambda x: sum(np.diagonal(_matrix(x)).tolist()),
}


@evaluate.register
def _(node: tree.Call, env: Env) -> Value:
    from proofread.equations.derivative import call_derivative, called_at

    table = env.point.table
    arguments = [evaluate(item, env) for item in node.arguments]
    if node.function in table.functions:
        if node.primes:
            return call_derivative(node, arguments, env)
        return column(env.point.value(table.functions[node.function])(*map(_raw, arguments)))
    if node.function in table.calls:
        return called_at(node, arguments, env)
    if node.function in {"max", "min"}:
        values = [scalar(item) for item in arguments]
        if any(isinstance(value, np.ndarray) for value in values):
            raise fail(node, "the maximum of vectors")
        choose = max if node.function == "max" else min
        return choose(values, key=primal)
    try:
        return FUNCTIONS[node.function](arguments[0])
    except (TypeError, AttributeError, KeyError) as error:
        raise fail(node, f"{node.function} does not apply here") from error


def _raw(value: Value) -> Value:
    """Return a column as the one-dimensional vector that Python code expects."""
    value = scalar(value)
    if isinstance(value, np.ndarray) and value.ndim == 2 and value.shape[1] == 1:
        return value.reshape(-1)
    return value

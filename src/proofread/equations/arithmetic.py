"""Evaluates sums, products, quotients, powers and transposes: shapes must fit."""

from __future__ import annotations

import numpy as np

from proofread.equations import linear, numeric, tree
from proofread.equations.dual import Value, divide
from proofread.equations.evaluate import Env, evaluate, fail, number, shape_text
from proofread.equations.linear import scalar, shape
from proofread.equations.runs import expanded


@evaluate.register
def _(node: tree.Sum, env: Env) -> Value:
    total: Value = None
    for sign, term in zip(node.signs, node.terms, strict=True):
        for value in expanded(term, env):
            value = -scalar(value) if sign == -1 else scalar(value)
            if total is None:
                total = value
                continue
            if shape(total) != shape(value):
                raise fail(
                    term,
                    f"cannot add {shape_text(value)} to {shape_text(total)}; "
                    "a number beside a vector needs the column of ones",
                )
            total = total + value
    return total


@evaluate.register
def _(node: tree.Product, env: Env) -> Value:
    result: Value = None
    for operator, factor in zip(("", *node.operators), node.factors, strict=True):
        for value in expanded(factor, env):
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
        return numeric.each(lambda item: divide(item, b), a)
    return divide(a, b)


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

r"""Decides `\approx`: a literal must be the correct rounding to the digits that it prints."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from proofread.equations import tree
from proofread.equations.dual import Scalar, Value, primal
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.linear import scalar, shape
from proofread.equations.truth import gap

EQUAL = "both sides are equal: write ="
TIE = Fraction(1, 10**7)  # of the last digit: within it of a tie, either neighbour is right


def strip(node: tree.Node) -> tree.Node:
    """Return the node inside parentheses, boxes, braces and strokes."""
    while isinstance(node, (tree.Group, tree.Labelled, tree.Cancelled)):
        node = node.body
    return node


def unit(node: tree.Node) -> Fraction | None:
    """Return the value of the last printed digit of a literal; None for anything else.

    A literal is a number, its negative, or a number times a power of ten.
    """
    node = strip(node)
    if isinstance(node, tree.Sum) and len(node.terms) == 1:
        return unit(node.terms[0])
    if isinstance(node, tree.Number):
        return Fraction(1, 10**node.places)
    if isinstance(node, tree.Product) and len(node.factors) == 2:
        ten = strip(node.factors[1])
        if node.operators[0] in {r"\cdot", r"\times"} and isinstance(ten, tree.Power):
            base, exponent, first = strip(ten.base), _integer(ten.exponent), unit(node.factors[0])
            if isinstance(base, tree.Number) and base.value == 10 and exponent is not None:
                return first * Fraction(10) ** exponent if first is not None else None
    return None


def _integer(node: tree.Node) -> int | None:
    node = strip(node)
    if isinstance(node, tree.Sum) and len(node.terms) == 1:
        inner = _integer(node.terms[0])
        return None if inner is None else node.signs[0] * inner
    if isinstance(node, tree.Number) and node.value.denominator == 1:
        return int(node.value)
    return None


def units(node: tree.Node) -> list[Fraction] | None:
    """Return the units of a literal, or of every entry of a vector or matrix of literals."""
    found = [unit(item) for row in _rows(node) for item in row]
    return None if None in found else [item for item in found if item is not None]


def _rows(node: tree.Node) -> list[tuple[tree.Node, ...]]:
    """Return the entries of a vector or matrix that is written out, row by row; else the node."""
    node = strip(node)
    if isinstance(node, tree.Transposed):
        return list(zip(*_rows(node.base), strict=False))  # rows of one length, or it has no value
    if isinstance(node, tree.Listing) and node.opening == "(":
        return [(item,) for item in node.items]
    if isinstance(node, tree.Matrix):
        rows = [row.items for row in node.rows if isinstance(row, tree.Row)]
        if len(rows) == len(node.rows):
            return rows
    return [(node,)]


def rounds_to(value: Scalar, printed: Scalar, last: Fraction) -> bool:
    """Whether a printed number is the correct rounding of a value to units of `last`."""
    value = primal(value)
    if isinstance(value, float):
        value = Fraction(value)
    return bool(abs(value - printed) <= last / 2 * (1 + TIE))


def approximates(left: tree.Node, right: tree.Node, env: Env) -> tuple[bool, str]:
    """Whether `left ≈ right` is right; if not, why."""
    a, b = scalar(evaluate(left, env)), scalar(evaluate(right, env))
    if shape(a) != shape(b):
        return False, "the sides have different shapes"
    if gap(a, b)[1] and not only_found(left, right, env):
        return False, EQUAL
    fine_left, fine_right = units(left), units(right)
    if fine_right is not None and not (fine_left is not None and min(fine_left) > min(fine_right)):
        return rounds_each(a, b, fine_right)
    if fine_left is not None:
        return rounds_each(b, a, fine_left)
    return _interval(left, right, a, b, env)


def rounds_each(exact: Value, printed: Value, last: list[Fraction]) -> tuple[bool, str]:
    """Whether every entry is the correct rounding to its own last digit; if not, why."""
    values, prints = _flat(exact), _flat(printed)
    for value, text, digit in zip(values, prints, last, strict=True):
        if not rounds_to(value, text, digit):
            return False, "not the correct rounding to the digits printed"
    return True, ""


def _interval(left: tree.Node, right: tree.Node, a: Value, b: Value, env: Env) -> tuple[bool, str]:
    """Two expressions: the one with decimals must reach the other when they are unrounded."""
    rounded = [node for node in (right, left) if decimals(node)]
    if not rounded:
        return False, "≈ needs a literal or decimals on one side"
    value, other = (_flat(a), _flat(b)) if rounded[0] is left else (_flat(b), _flat(a))
    room: list[Scalar] = [0] * len(value)
    for number in decimals(rounded[0]):
        half = Fraction(1, 2 * 10**number.places)
        moved = _flat(scalar(evaluate(_replaced(rounded[0], number, half), env)))
        room = [
            size + abs(primal(x) - primal(y)) for size, x, y in zip(room, moved, value, strict=True)
        ]
    for x, y, size in zip(value, other, room, strict=True):
        if abs(primal(x) - primal(y)) > size * Fraction(1001, 1000):
            return False, "the rounding of the decimals does not explain the difference"
    return True, ""


def _flat(value: Value) -> list[Scalar]:
    return list(value.ravel()) if isinstance(value, np.ndarray) else [value]


def only_found(left: tree.Node, right: tree.Node, env: Env) -> bool:
    """Whether a number is to be all of a limit or an extremum that is no simple fraction."""
    for node, literal in ((left, right), (right, left)):
        searched = any(isinstance(item, (tree.Limit, tree.Best)) for item in node.walk())
        if searched and units(literal) and isinstance(primal(evaluate(node, env)), float):
            return True
    return False


def decimals(node: tree.Node) -> list[tree.Number]:
    """Return the literals with decimals in an expression."""
    return [item for item in node.walk() if isinstance(item, tree.Number) and item.places]


def rounded(node: tree.Node) -> bool:
    """Whether a side is a literal, or holds literals with decimals."""
    return units(node) is not None or bool(decimals(node))


def _replaced(node: tree.Node, target: tree.Number, shift: Fraction) -> tree.Node:
    from dataclasses import fields, replace

    if isinstance(node, tree.Number):
        return replace(node, value=node.value + shift) if node is target else node
    changes: dict[str, object] = {}
    for item in fields(node):
        value = getattr(node, item.name)
        if isinstance(value, tree.Node):
            changes[item.name] = _replaced(value, target, shift)
        elif isinstance(value, tuple) and any(isinstance(part, tree.Node) for part in value):
            changes[item.name] = tuple(_replaced(part, target, shift) for part in value)
    return replace(node, **changes) if changes else node  # type: ignore[arg-type]  # its fields

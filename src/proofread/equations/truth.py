"""Whether a relation holds at one point, and how far its sides are apart."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from proofread.equations import linear, tree
from proofread.equations.dual import Scalar, Value, exact, primal
from proofread.equations.evaluate import Env, evaluate, fail, number
from proofread.equations.linear import scalar, shape
from proofread.equations.precise import precise
from proofread.equations.repeat import members
from proofread.equations.runs import expanded

DOUBLE, PRECISE = 1e-9, 1e-50  # relative: doubles, and numbers of 60 digits
#: Sums that cancel are compared on the scale of their terms, not of what is left of them. Terms are
#: about one; with 60 digits, as at the first random point, a difference of 1e-57 still shows.
DOUBLE_FLOOR, PRECISE_FLOOR = 1e-3, 1e-7


def distance(a: Scalar, b: Scalar) -> float:
    """Relative difference of two numbers; exactly zero where both are exact and equal."""
    a, b = primal(a), primal(b)
    if a == b:
        return 0.0
    if isinstance(a, float) and not isinstance(b, float):
        b = float(b)
    if isinstance(b, float) and not isinstance(a, float):
        a = float(a)
    scale = max(abs(a), abs(b))
    if isinstance(scale, float):
        scale = max(scale, DOUBLE_FLOOR)
    elif not (exact(a) and exact(b)):
        scale = max(precise(scale), precise(PRECISE_FLOOR))
    return float(abs(a - b) / scale)


def tolerance(a: Scalar, b: Scalar) -> float:
    """Return what rounding may cost: nothing for exact numbers."""
    a, b = primal(a), primal(b)
    if isinstance(a, float) or isinstance(b, float):
        return DOUBLE
    return 0.0 if exact(a) and exact(b) else PRECISE


def gap(a: Value, b: Value) -> tuple[float, bool]:
    """Return the largest distance between entries, and whether all agree; shapes must be equal."""
    a, b = scalar(a), scalar(b)
    if shape(a) != shape(b):
        return float("inf"), False
    pairs = list(zip(a.ravel(), b.ravel(), strict=True)) if isinstance(a, np.ndarray) else [(a, b)]
    apart = [distance(x, y) for x, y in pairs]
    agree = (far <= tolerance(x, y) for far, (x, y) in zip(apart, pairs, strict=True))
    return max(apart), all(agree)


def order(a: Value, b: Value, node: tree.Node) -> int:
    """-1, 0 or +1 for numbers; entry by entry for vectors, when all agree."""
    a, b = scalar(a), scalar(b)
    if shape(a) != shape(b) or isinstance(a, np.ndarray):
        raise fail(node, "only numbers can be ordered")
    if gap(a, b)[1]:
        return 0
    return -1 if primal(a) < primal(b) else 1


def holds(sign: str, left: tree.Node, right: tree.Node, env: Env) -> bool:
    """Whether a relation holds at a point."""
    if sign == "in":
        return belongs(evaluate(left, env), right, env)
    a = evaluate(left, env)
    if sign in {"psd", "pd"}:
        if evaluate(right, env) != 0 or not isinstance(a, np.ndarray):
            raise fail(right, "⪰ compares a matrix with 0")
        smallest = linear.smallest_eigenvalue(a)
        return smallest > (-linear.ROUNDING if sign == "psd" else linear.ROUNDING)
    if isinstance(right, tree.Listing) and right.opening == "range":
        return any(gap(a, item)[1] for item in members(right, env))
    b = evaluate(right, env)
    if sign in {"=", ":="}:
        return gap(a, b)[1]
    if sign == "!=":
        return not gap(a, b)[1]
    if sign not in {"<", "<=", ">", ">="}:
        raise fail(right, "this relation cannot be decided at one point")
    return order(a, b, left) in {"<": {-1}, "<=": {-1, 0}, ">": {1}, ">=": {0, 1}}[sign]


def chain_holds(chain: tree.Chain, env: Env) -> bool:
    """Whether all relations of a chain hold at a point."""
    return all(
        holds(link.sign, left, right, env)
        for link, left, right in zip(chain.links, chain.sides, chain.sides[1:], strict=False)
    )


def belongs(value: Value, where: tree.Node, env: Env) -> bool:
    """Whether a value is in a set; shapes count."""
    value = scalar(value)
    if isinstance(where, tree.Space):
        sizes = tuple(int(number(item, env)) for item in where.dimensions)
        wanted = (sizes[0], 1) if len(sizes) == 1 and sizes[0] != 1 else sizes
        if shape(value) != (() if wanted in {(1,), (1, 1)} else wanted):
            return False
        entries = value.ravel() if isinstance(value, np.ndarray) else [value]
        if where.letter == "R":
            return True
        whole = all(exact(item) and Fraction(item).denominator == 1 for item in entries)
        return whole and (where.letter == "Z" or all(item >= 0 for item in entries))
    if isinstance(where, tree.Power):
        size = int(number(where.exponent, env))
        if not isinstance(value, np.ndarray) or shape(value) != (size, 1):
            return False
        return all(belongs(item, where.base, env) for item in value.ravel())
    if isinstance(value, np.ndarray):
        return False
    if isinstance(where, tree.Name) and where.base in env.point.table.sets:
        return value in env.point.value(env.point.table.sets[where.base])
    if isinstance(where, tree.Listing) and where.opening == r"\{":
        return any(gap(value, item)[1] for item in members(where, env))
    if isinstance(where, tree.Listing) and len(where.items) == 2:
        low, high = (scalar(v) for item in where.items for v in expanded(item, env))
        above = primal(value) > low if where.opening == "(" else value >= low
        below = primal(value) < high if where.closing == ")" else value <= high
        return bool(above and below)
    raise fail(where, "not a set that is known")

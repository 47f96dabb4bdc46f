r"""Evaluates sums and products over an index, extrema over a variable, and limits."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from proofread.equations import numeric, tree
from proofread.equations.binders import bare
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import (
    Env,
    bounded,
    evaluate,
    expanded,
    fail,
    number,
    quantity,
    whole,
)
from proofread.equations.linear import scalar, shape
from proofread.equations.model import Point
from proofread.equations.numeric import Value
from proofread.equations.precise import nearest, precise, ten_to

FAR = ten_to(18)  # stands for infinity in limits of 60 digits
NEAR = ten_to(-18)


@evaluate.register
def _(node: tree.Repeat, env: Env) -> Value:
    total: Value = None
    for inner in _environments(node, env):
        value = scalar(evaluate(node.body, inner))
        if total is None:
            total = value
        elif node.kind == "sum":
            if shape(total) != shape(value):
                raise fail(node, "terms of different shapes")
            total = total + value
        else:
            total = total * value
    if total is None:
        raise fail(node, "an empty sum")
    return total


def _environments(node: tree.Repeat, env: Env) -> Iterator[Env]:
    table, letter = env.point.table, node.index.base
    if letter not in table.indices:
        yield from _over_values(node, env)
        return
    if letter in env.indices:
        raise fail(node.index, f"the index {letter} is used both inside and outside a sum")
    if node.low is not None and node.high is not None:
        upper = bare(node.high)
        counted = table.counted(upper.base) if isinstance(upper, tree.Name) else ""
        if counted not in {"", table.indices[letter]}:
            raise fail(node.high, f"{letter} counts {table.indices[letter]}, not {counted}")
        values = list(bounded(whole(node.low, env), whole(node.high, env), node))
    elif node.among is None:
        values = list(range(1, env.point.size(table.indices[letter]) + 1))
    elif isinstance(node.among, tree.Name) and node.among.base in table.sets:
        name = table.sets[node.among.base]
        counted = table.definitions[name].domain.partition(" ")[2]
        if counted and counted != table.indices[letter]:
            raise fail(node.index, f"{letter} counts {table.indices[letter]}, not {counted}")
        values = sorted(env.point.value(name))
    else:
        values = [int(value) for value in members(node.among, env)]
    for value in values:
        yield env.index(letter, value)


def members(node: tree.Node, env: Env) -> list[Value]:
    """Return the members of a set that is written out."""
    if not isinstance(node, tree.Listing) or node.opening not in {r"\{", "range"}:
        raise fail(node, "not a set of values")
    return [scalar(value) for item in node.items for value in expanded(item, env)]


def _over_values(node: tree.Repeat, env: Env) -> Iterator[Env]:
    """Return a sum over the values of a variable, as in an expectation."""
    if node.among is None or node.index.subscripts:
        raise fail(node.index, "a sum over a variable needs the set of its values")
    name, _ = quantity(node.index, env)
    for value in members(node.among, env):
        yield env.at(env.point.override({name: value}))


@evaluate.register
def _(node: tree.Limit, env: Env) -> Value:
    return approach(node.variable, node.target, node.side, node.body, env)


def approach(variable: tree.Name, target: tree.Node, side: int, body: tree.Node, env: Env) -> Value:
    """Return the value near the target, in 60 digits; from both sides where no side is given."""
    values = [
        number(body, env.at(near(variable, target, step, env))) for step in _steps(target, side)
    ]
    first = values[0]
    for value in values[1:]:
        if abs(value - first) > 1e-9 * max(1, abs(first)):
            raise fail(body, f"no limit: {float(first):.6g} and {float(value):.6g} near the target")
    return settle(first)


def settle(value: Value) -> Value:
    """Return a simple fraction that a value near the limit stands for, if there is one."""
    if abs(value) > 1e6:
        raise EquationError("no finite limit: divide by what it grows like")
    candidate = Fraction(nearest(precise(value) * 720720), 720720)
    close = abs(precise(value) - candidate) < ten_to(-12)
    return candidate if close else float(value)


def _steps(target: tree.Node, side: int) -> list[int]:
    return [1] if infinite(target) else [side] if side else [1, -1]


def infinite(target: tree.Node) -> int:
    """+1 or -1 for plus or minus infinity, else 0."""
    if isinstance(target, tree.Constant) and target.name == "infinity":
        return 1
    if isinstance(target, tree.Sum) and len(target.terms) == 1 and infinite(target.terms[0]):
        return target.signs[0]
    return 0


def near(variable: tree.Name, target: tree.Node, step: int, env: Env) -> Point:
    """Return the point at which the variable is almost at the target."""
    name, _ = quantity(variable, env)
    if variable.subscripts:
        raise EquationError("a limit in one entry is not known", variable.span[0])
    direction = infinite(target)
    value = direction * FAR if direction else precise(number(target, env)) + step * NEAR
    return env.point.override({name: value})


@evaluate.register
def _(node: tree.Best, env: Env) -> Value:
    """Return an extremum over the real line, found on a grid and refined by golden section."""
    name, _ = quantity(node.variable, env)
    sign = -1 if node.kind.endswith("max") else 1

    def f(value: float) -> float:
        inner = env.at(env.point.override({name: value}))
        return sign * float(numeric.primal(number(node.body, inner)))

    if env.point.table.definitions[name].shape:
        raise fail(node, "an extremum over a vector: state it by its gradient")
    lower, upper = _domain(env, name)
    grid = np.linspace(lower, upper, 81)[1:-1]
    best = int(np.argmin([f(float(value)) for value in grid]))
    if best in {0, len(grid) - 1}:
        raise fail(node, "no extremum inside the range that is searched")
    low, high = float(grid[best - 1]), float(grid[best + 1])
    ratio = (5**0.5 - 1) / 2
    while high - low > 1e-9:
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, b) if f(a) < f(b) else (a, high)
    middle = (low + high) / 2
    return settle_loosely(middle if node.kind.startswith("arg") else sign * f(middle))


def settle_loosely(value: float) -> Value:
    """Return an extremum is found to seven digits: take the simple fraction within them, if any."""
    candidate = Fraction(value).limit_denominator(1000)
    return candidate if abs(value - candidate) < 1e-7 else value


def _domain(env: Env, name: str) -> tuple[float, float]:
    return (0.0, 1.0) if env.point.table.definitions[name].domain == "unit" else (-8.3, 8.1)

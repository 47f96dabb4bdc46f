"""Evaluates extrema over a real variable."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from proofread.equations import tree
from proofread.equations.dual import Value, primal
from proofread.equations.evaluate import Env, evaluate, fail, number
from proofread.equations.indexed import variable


@evaluate.register
def _(node: tree.Best, env: Env) -> Value:
    """Return an extremum over the real line, found on a grid and refined by golden section."""
    name = variable(node.variable, env)
    sign = -1 if node.kind.endswith("max") else 1

    def f(value: float) -> float:
        inner = env.at(env.point.override({name: value}))
        return sign * float(primal(number(node.body, inner)))

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

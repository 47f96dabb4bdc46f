"""Evaluates limits, near their target and in 60 digits."""

from __future__ import annotations

from fractions import Fraction

from proofread.equations import tree
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate, fail, number
from proofread.equations.indexed import variable
from proofread.equations.model import Point
from proofread.equations.precise import Precise, nearest, precise, ten_to

#: What stands for infinity in limits of 60 digits is ten to this power, and what is as near to a
#: target its inverse; then a value that is not as near, beside which the other one must be nearer.
CLOSE, LESS = 18, 12
SHOWN = ten_to(-20)  # what is left of a limit that 60 digits blur


@evaluate.register
def _(node: tree.Limit, env: Env) -> Value:
    return approach(node.variable, node.target, node.body, env)


def approach(symbol: tree.Name, target: tree.Node, body: tree.Node, env: Env) -> Value:
    """Return the value near the target, in 60 digits; from both sides where it has two."""
    steps = _steps(target)
    values = [number(body, env.at(near(symbol, target, step, env))) for step in steps]
    first = values[0]
    for value in values[1:]:
        if abs(value - first) > 1e-9 * max(1, abs(first)):
            raise fail(body, f"no limit: {float(first):.6g} and {float(value):.6g} near the target")
    if abs(first) > 1e6:
        raise EquationError("no finite limit: divide by what it grows like")
    before = number(body, env.at(near(symbol, target, steps[0], env, LESS)))
    return settle(precise(first), precise(before))


def settle(value: Precise, before: Precise) -> Value:
    """Return a simple fraction that a value near the limit tends to, if there is one.

    ``before`` is the value less near: both would be as far from what is not the limit.
    """
    candidate = Fraction(nearest(value * 720720), 720720)
    apart = abs(value - candidate)
    if apart >= ten_to(-12):
        return float(value)
    return candidate if apart < SHOWN or apart < abs(before - candidate) / 10 else value


def _steps(target: tree.Node) -> list[int]:
    return [1] if infinite(target) else [1, -1]


def infinite(target: tree.Node) -> int:
    """+1 or -1 for plus or minus infinity, else 0."""
    if isinstance(target, tree.Constant) and target.name == "infinity":
        return 1
    if isinstance(target, tree.Sum) and len(target.terms) == 1 and infinite(target.terms[0]):
        return target.signs[0]
    return 0


def near(symbol: tree.Name, target: tree.Node, step: int, env: Env, power: int = CLOSE) -> Point:
    """Return the point at which the variable is almost at the target."""
    name = variable(symbol, env)
    if symbol.subscripts:
        raise EquationError("a limit in one entry is not known", symbol.span[0])
    direction = infinite(target)
    far = direction * ten_to(power)
    value = far if direction else precise(number(target, env)) + step * ten_to(-power)
    return env.point.override({name: value})

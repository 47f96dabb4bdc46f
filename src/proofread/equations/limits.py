"""Evaluates limits, near their target and in 60 digits."""

from __future__ import annotations

from fractions import Fraction

from proofread.equations import tree
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate, fail, number
from proofread.equations.indexed import variable
from proofread.equations.model import Point
from proofread.equations.precise import nearest, precise, ten_to

FAR = ten_to(18)  # stands for infinity in limits of 60 digits
NEAR = ten_to(-18)


@evaluate.register
def _(node: tree.Limit, env: Env) -> Value:
    return approach(node.variable, node.target, node.body, env)


def approach(symbol: tree.Name, target: tree.Node, body: tree.Node, env: Env) -> Value:
    """Return the value near the target, in 60 digits; from both sides where it has two."""
    values = [number(body, env.at(near(symbol, target, step, env))) for step in _steps(target)]
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


def _steps(target: tree.Node) -> list[int]:
    return [1] if infinite(target) else [1, -1]


def infinite(target: tree.Node) -> int:
    """+1 or -1 for plus or minus infinity, else 0."""
    if isinstance(target, tree.Constant) and target.name == "infinity":
        return 1
    if isinstance(target, tree.Sum) and len(target.terms) == 1 and infinite(target.terms[0]):
        return target.signs[0]
    return 0


def near(symbol: tree.Name, target: tree.Node, step: int, env: Env) -> Point:
    """Return the point at which the variable is almost at the target."""
    name = variable(symbol, env)
    if symbol.subscripts:
        raise EquationError("a limit in one entry is not known", symbol.span[0])
    direction = infinite(target)
    value = direction * FAR if direction else precise(number(target, env)) + step * NEAR
    return env.point.override({name: value})

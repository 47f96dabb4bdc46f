"""Follows the sides of an inequality to where they are nearest, between the points that were tried.

Random points miss a narrow place where the sides change over. The gap between them shows the way:
it is followed down from the point where it is smallest, along one given number after another.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from proofread.equations.context import Context
from proofread.equations.dual import Value, primal
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.linear import scalar
from proofread.equations.model import Point
from proofread.equations.pair import Pair, refuse_turned
from proofread.equations.precise import precise

Place = tuple[str, tuple[int, ...]]  # a given quantity, and which of its entries
Interval = tuple[float, float]

ALONG = 2  # given numbers that are moved: those that change the gap most
BUMP = 0.05  # by which that is tried
CUTS = 24  # of an interval, each to 0.618 of it (Kiefer, 1953)
GOLDEN = (math.sqrt(5) - 1) / 2
NEAR = "a point near "
#: Where a number is moved to, from what it is, by what it may be.
REACH: dict[str, Callable[[float], Interval]] = {
    "real": lambda value: (value - 3, value + 3),
    "positive": lambda value: (value / 10, 3 * value),
    "small": lambda value: (value / 10, 2 * value),
    "unit": lambda value: (value / 10, 1 - (1 - value) / 10),
}


def between(pair: Pair, context: Context, tried: Sequence[Env]) -> None:
    """Refuse an inequality that is false where its gap leads to, from the points tried."""
    gap, _, env = min((_gap(pair, env), number, env) for number, env in enumerate(tried))
    places = list(_places(context, env.point))
    changes = {place: _change(pair, context, env, place, gap) for place in places}
    steep = sorted((place for place in changes if changes[place]), key=changes.__getitem__)
    for place in steep[: -ALONG - 1 : -1]:
        env = _followed(pair, context, env, place)
    with contextlib.suppress(EquationError):  # sixty digits may leave nothing to compare
        numbers = {place: precise(_entry(env.point, place)) for place in places}
        refuse_turned(pair, _with(pair, context, env, numbers))


def _gap(pair: Pair, env: Env) -> float:
    """Return how far the sides are apart; below zero where they have changed over."""
    left, right = (scalar(evaluate(side, env)) for side in (pair.left, pair.right))
    gap = float(primal(right)) - float(primal(left))
    gap = gap if pair.sign.startswith("<") else -gap
    return math.inf if math.isnan(gap) else gap


def _places(context: Context, point: Point) -> Iterator[Place]:
    """Yield the numbers that a point is free to choose."""
    fixed = {item.name for item in context.fixed()}
    for name, value in point.given.items():
        row = point.table.definitions.get(name)
        if row and row.given and row.domain in REACH and name not in fixed:
            yield from ((name, place) for place in np.ndindex(np.shape(value)))


def _change(pair: Pair, context: Context, env: Env, place: Place, gap: float) -> float:
    """Return how much this gap changes with a given number; nothing where it cannot be moved."""
    try:
        bumped = _gap(pair, _with(pair, context, env, {place: _entry(env.point, place) + BUMP}))
    except EquationError:
        return 0.0
    change = abs(bumped - gap)
    return change if math.isfinite(change) else 0.0


def _followed(pair: Pair, context: Context, env: Env, place: Place) -> Env:
    """Return where the gap is smallest when one given number is moved."""
    found = [(_gap(pair, env), env)]

    def at(number: float) -> float:
        try:
            moved = _with(pair, context, env, {place: number})
            gap = _gap(pair, moved)
        except EquationError:
            return math.inf
        found.append((gap, moved))
        return gap

    row = env.point.table.definitions[place[0]]
    low, high = _narrowed(at, *REACH[row.domain](float(_entry(env.point, place))))
    middle = (low + high) / 2
    below, lowest, above = at(low), at(middle), at(high)
    bend = below - 2 * lowest + above
    if math.isfinite(bend) and bend:
        at(middle - (high - low) / 4 * (above - below) / bend)  # where a parabola has its vertex
    return min(found, key=lambda each: each[0])[1]


def _narrowed(at: Callable[[float], float], low: float, high: float) -> Interval:
    """Return a small part of an interval in which a function of one dip has its lowest value."""
    left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    there = at(left), at(right)
    for _ in range(CUTS):
        if there[0] < there[1]:
            high, right = right, left
            left = high - GOLDEN * (high - low)
            there = at(left), there[0]
        else:
            low, left = left, right
            right = low + GOLDEN * (high - low)
            there = there[1], at(right)
    return low, high


def _entry(point: Point, place: Place) -> Value:
    name, index = place
    value = point.given[name]
    return value[index] if isinstance(value, np.ndarray) else value


def _with(pair: Pair, context: Context, env: Env, numbers: Mapping[Place, Value]) -> Env:
    """Return the environment with some given numbers replaced.

    Raises:
        EquationError: the conditions do not hold there.

    """
    given = dict(env.point.given)
    for (name, index), number in numbers.items():
        value = given[name]
        if isinstance(value, np.ndarray):
            value = value.copy()
            value[index] = number
            given[name] = value
        else:
            given[name] = number
    label = env.point.label
    label = label if label.startswith(NEAR) else NEAR + label
    moved = Point(env.point.table, given, label)
    for each in context.environments(iter([moved]), (pair.left, pair.right)):
        if each.indices == env.indices:
            return each
    raise EquationError("the conditions do not hold there")

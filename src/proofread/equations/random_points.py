"""Random points: the same in every run, with sizes that tell axes apart."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Mapping

import numpy as np

from proofread.equations.dual import Value
from proofread.equations.model import Point
from proofread.equations.precise import precise
from proofread.equations.symbols import SymbolTable

#: Sizes of the axes at the random points, all different at each of them; where `single` is asked
#: for, every other axis has one entry.
SIZES, SINGLE = (5, 3, 4, 11), (1, 6)


def random_point(
    table: SymbolTable,
    number: int,
    fixed: Mapping[str, Value],
    seed: int = 0,
    *,
    single: bool = False,
    stretch: int = 1,
) -> Point:
    """Return the random point with this number: the same in every run.

    Values are distinct and of moderate size, so that no term drowns another in rounding. At the
    first point all that follows from them has 60 digits, so that no term is too small to be seen.
    Labels alternate with the number, and a vector of two labels or more holds both classes. With a
    ``stretch`` values are so many times as large, or as near to the ends of what they may be, and
    have 60 digits, too.
    """
    label = f"random point {number + 1}{', an axis of length 1' if single else ''}"
    label += f", values times {stretch}" if stretch > 1 else ""
    sizes = SINGLE if single else SIZES
    rng = random.Random(f"{seed} {number}")  # noqa: S311 - reproducible, not secret
    given: dict[str, Value] = {}
    shift = itertools.count(number)
    for name in sorted(table.sizes):
        if name in table.definitions and table.definitions[name].code:
            continue
        given[name] = sizes[next(shift) % len(sizes)]
    given.update(fixed)
    for name, row in table.definitions.items():
        if row.kind not in {"value", "set"} or row.code or name in given:
            continue
        if row.kind == "set":
            size = Point(table, given, label).size(row.domain.partition(" ")[2])
            given[name] = _subset(number, size)
            continue
        shape = tuple(Point(table, given, label).size(item) for item in row.shape)
        given[name] = _draw(rng, row.domain, shape, number, stretch)
    return Point(table, given, label)


def _subset(number: int, count: int) -> frozenset[int]:
    """Return some of the numbers from one; none is in the subsets of all numbers of points."""
    drawn = {3, count - 1} if number % 2 else {1, 2, count}
    return frozenset(k for k in drawn if 1 <= k <= count) or frozenset({count})


def _stretched(value: Value, domain: str, number: int, stretch: int) -> Value:
    """Move a value towards an end of what it may be, which end depends on the point."""
    if domain == "real" or (domain == "positive" and number % 2):
        return value * stretch
    if domain in {"positive", "small"} or (domain == "unit" and number % 2):
        return value / stretch
    return 1 - value / stretch if domain == "unit" else value


def _draw(
    rng: random.Random, domain: str, shape: tuple[int, ...], number: int, stretch: int
) -> Value:
    if domain == "label":
        if not shape:
            return (number + 1) % 2
        values: list[Value] = [(k + number) % 2 for k in range(int(np.prod(shape)))]
        rng.shuffle(values)
        return np.array(values, dtype=object).reshape(shape)
    draws: dict[str, Callable[[], Value]] = {
        "real": lambda: rng.choice((-1, 1)) * rng.uniform(0.3, 1.4),
        "positive": lambda: rng.uniform(0.3, 1.7),
        "small": lambda: rng.uniform(0.05, 0.2),
        "unit": lambda: rng.uniform(0.15, 0.85),
        "whole": lambda: rng.randint(2, 5),
    }
    draw = draws[domain]

    def settled(value: Value) -> Value:
        if stretch > 1:
            value = _stretched(value, domain, number, stretch)
        fine = number == 0 or stretch > 1
        return precise(value) if fine and isinstance(value, float) else value

    if not shape:
        return settled(draw())
    return np.array([settled(draw()) for _ in range(int(np.prod(shape)))], dtype=object).reshape(
        shape
    )

"""Three walks on the loss of the twenty students, by arithmetic that never calls the package."""

from collections.abc import Iterable
from functools import cache
from math import exp, hypot, log1p

import numpy as np

from tests.support.drawing import Place

HOURS = (
    0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5,
    2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
)  # fmt: skip
PASSED = (0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1)
EVERYBODY = range(20)

# The larger root of the Gram matrix of hours and ones, over 4 m.
SQUARES, SUM = sum(h * h for h in HOURS), sum(HOURS)
SAFE_RATE = 4 * 20 / ((SQUARES + 20 + hypot(SQUARES - 20, 2 * SUM)) / 2)


def loss_at(weight: float, bias: float) -> float:
    """The mean loss."""
    total = 0.0
    for h, y in zip(HOURS, PASSED, strict=True):
        wrong = (1 - 2 * y) * (weight * h + bias)
        total += max(wrong, 0) + log1p(exp(-abs(wrong)))
    return total / 20


def pull(weight: float, bias: float, who: Iterable[int]) -> Place:
    """The gradient of the mean loss of some students."""
    errors = [(1 / (1 + exp(-weight * HOURS[i] - bias)) - PASSED[i], HOURS[i]) for i in who]
    return sum(e * h for e, h in errors) / len(errors), sum(e for e, _ in errors) / len(errors)


def descent(rate: float, updates: int) -> list[Place]:
    """Where gradient descent is at the start and after each update."""
    return _walk(rate, [EVERYBODY] * updates)


def batches(epochs: int, seed: int) -> list[Place]:
    """Where mini-batches of five are at the start and after each update, at the safe rate."""
    rng = np.random.default_rng(seed)
    orders = [rng.permutation(20).tolist() for _ in range(epochs)]
    return _walk(SAFE_RATE, [order[k : k + 5] for order in orders for k in range(0, 20, 5)])


def _walk(rate: float, turns: Iterable[Iterable[int]]) -> list[Place]:
    places = [(0.0, 0.0)]
    for who in turns:
        w, b = places[-1]
        dw, db = pull(w, b, who)
        places.append((w - rate * dw, b - rate * db))
    return places


def newton(updates: int) -> list[Place]:
    """Where Newton's method is at the start and after each update, by Cramer's rule."""
    places = [(0.0, 0.0)]
    for _ in range(updates):
        w, b = places[-1]
        bends = [1 / (2 + 2 * (exp(w * h + b) + exp(-w * h - b)) / 2) for h in HOURS]
        ww, wb, bb = (
            sum(bend * h**power for bend, h in zip(bends, HOURS, strict=True)) / 20
            for power in (2, 1, 0)
        )
        dw, db = pull(w, b, EVERYBODY)
        size = ww * bb - wb * wb
        places.append((w - (bb * dw - wb * db) / size, b - (ww * db - wb * dw) / size))
    return places


@cache
def minimum() -> Place:
    """Where the loss is smallest."""
    return newton(8)[-1]

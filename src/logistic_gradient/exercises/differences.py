"""The exercise on differences: write a gradient check's first half."""

from collections.abc import Callable
from typing import Any

import numpy as np

from .._checks import require_function, scalar
from ._compare import numbers
from ._functions import Function, call
from .verdict import Exercise, Verdict

ACCURACY = 1e-8  # relative; a good step gives 1e-10
LARGE_STEP = 1e-4  # above it, h^2 f''' / 6 alone costs more than the accuracy asked for
COARSE = 0.2  # relative: an error beyond it comes from the formula, not from the step

EXERCISE = Exercise(
    praise="Points on both sides, and a step between too large and too small.",
    solution="(f(x + h) - f(x - h)) / (2 h) with h about 1e-5.",
)
CASES: tuple[tuple[Callable[[Any], Any], float, float], ...] = (
    (lambda x: np.log1p(np.exp(x)), 0.7, 1 / (1 + np.exp(-0.7))),
    (lambda x: x**3, -2.0, 12.0),
    (np.exp, 1.0, np.e),
)


def check_central_difference(function: Function) -> Verdict:
    """Judge a function(f, x) that returns the derivative of f at the number x by a difference.

    It may use values of f alone, and must be right to eight digits for smooth f and x near 1.

    Raises TypeError: it cannot be called. ValueError: it returns something else than a number. What
    the function raises comes through.

    Source: after the exercise to check a gradient numerically.

    >>> check_central_difference(lambda f, x: (f(x + 1e-6) - f(x)) / 1e-6)
    Not yet: one side. You asked f at x and on one side of it, so the error is
    as large as the step. Go the same way to both sides.
    """
    require_function("function", function)
    for f, x, slope in CASES:
        asked: list[complex] = []

        def spy(point: Any, f: Function = f, asked: list[complex] = asked) -> Any:
            asked.append(complex(point))
            return f(point)

        verdict = _judge(call(function, spy, x), slope, np.array(asked) - x)
        if verdict is not None:
            return verdict
    return EXERCISE.right()


def _judge(answer: Any, slope: float, moves: Any) -> Verdict | None:
    """Return the verdict on a wrong answer, given how far from x f was asked, else None."""
    if answer is None:
        return EXERCISE.wrong("nothing returned", "The function returns None.")
    value = float(scalar("the returned value", numbers("the returned value", answer)))
    if abs(value - slope) <= ACCURACY * abs(slope):
        return None
    if not np.any(moves):
        return EXERCISE.wrong(
            "no difference", "You never asked f beside x: the step is zero, or lost in rounding."
        )
    for name, reason, factor in (
        ("factor 2", "The two points are 2 h apart, not h.", 2.0),
        ("factor 1/2", "You divided by more than the distance of the two points.", 0.5),
        ("wrong sign", "The later value minus the earlier one.", -1.0),
    ):
        if abs(value - factor * slope) <= COARSE * abs(factor * slope):
            return EXERCISE.wrong(name, reason)
    if abs(value - slope) > COARSE * abs(slope):
        return EXERCISE.wrong("wrong formula", "The value is far off, whatever the step.")
    if np.all(moves.real >= 0) or np.all(moves.real <= 0):
        return EXERCISE.wrong(
            "one side",
            "You asked f at x and on one side of it, so the error is as large as the step. Go the "
            "same way to both sides.",
        )
    if np.max(np.abs(moves)) > LARGE_STEP:
        return EXERCISE.wrong(
            "step too large",
            "The points are far apart, and f bends between them. Take a smaller h.",
        )
    return EXERCISE.wrong(
        "step too small",
        "The two values agree in most digits, and their difference is rounding. Take a larger h.",
    )

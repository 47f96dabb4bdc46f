"""Exercises on directions: one along which the loss is flat, one along which it falls for ever."""

import numpy as np

from .._arrays import Array, ArrayLike
from ..data import three_samples
from ._compare import EXACT, finite_numbers
from .verdict import Exercise, Verdict

SEPARABLE = np.array([[1.0, 2.0], [3.0, 1.0], [2.0, 2.0], [4.0, 2.0], [2.0, 4.0], [5.0, 5.0]])
PASSED = np.array([0, 0, 0, 1, 1, 1])


def check_flat_direction(w: ArrayLike, b: ArrayLike) -> Verdict:
    """Judge a direction in which the loss of the three samples does not change at all.

    The samples are those of `data.three_samples`. The direction is a change of w, of shape (2,),
    and a change of b; any length but zero will do.

    Raises ValueError: w or b holds something else than finite real numbers, or has another shape.

    Source: a consequence of the Hessian's rank that texts leave out.

    >>> check_flat_direction([1, -1], 0)
    Not yet: bias left out. All scores change by the same amount, and the bias
    can take that back.
    """
    change = _direction(w, b)
    exercise = Exercise(
        praise="No score moves, so no probability does, and the minimum is not unique.",
        solution="w = (1, -1) and b = 1, or any multiple: feature 2 is feature 1 plus one.",
    )
    moves = three_samples().X @ change[:2] + change[2]
    largest = np.max(np.abs(change))
    if largest == 0:
        return exercise.wrong("zero", "Standing still is no direction.")
    if np.all(np.abs(moves) <= EXACT * largest):
        return exercise.right()
    if change[2] == 0 and np.ptp(moves) <= EXACT * largest:
        return exercise.wrong(
            "bias left out",
            "All scores change by the same amount, and the bias can take that back.",
        )
    if np.ptp(moves) <= EXACT * largest:
        return exercise.wrong(
            "wrong bias",
            "All scores change by the same amount: the bias is too large or too small.",
        )
    first = 1 + int(np.argmax(np.abs(moves) > EXACT * largest))
    return exercise.wrong(
        "not flat", f"The score of sample {first} changes by {moves[first - 1]:.3g}, not by 0."
    )


def check_separating_direction(w: ArrayLike, b: ArrayLike) -> Verdict:
    """Judge a direction along which the loss falls for ever, towards zero.

    The six samples are (1, 2), (3, 1), (2, 2) with label 0 and (4, 2), (2, 4), (5, 5) with label 1.
    The direction is a change of w, of shape (2,), and of b; any length but zero will do.

    Raises ValueError: w or b holds something else than finite real numbers, or has another shape.

    Source: a case that texts leave out: data that a line separates have no best fit.

    >>> check_separating_direction([1, 1], -4)
    Not yet: on the border. Sample 2 lies on the border: its loss stays at ln 2.
    """
    direction = _direction(w, b)
    weights, bias = direction[:2], direction[2]
    exercise = Exercise(
        praise="Every margin is positive. Twice the direction has a smaller loss, and so on: no "
        "smallest loss is reached, and the weights grow without end.",
        solution="For example w = (1, 1) and b = -5: label 1 where the features add up to more "
        "than 5.",
    )
    if not weights.any() and not bias:
        return exercise.wrong("zero", "Standing still is no direction.")
    margins = np.where(PASSED == 1, 1.0, -1.0) * (SEPARABLE @ weights + bias)
    if np.all(margins > 0):
        return exercise.right()
    if np.all(margins < 0):
        return exercise.wrong("wrong sign", "All samples are on the wrong side: turn it around.")
    worst = 1 + int(np.argmin(margins))
    if margins[worst - 1] == 0:
        return exercise.wrong(
            "on the border", f"Sample {worst} lies on the border: its loss stays at ln 2."
        )
    return exercise.wrong("wrong side", f"Sample {worst} is on the wrong side of the line.")


def _direction(w: ArrayLike, b: ArrayLike) -> Array:
    """Return w and b in one array; its length does not matter, and no score may overflow."""
    direction = np.append(finite_numbers("w", w, (2,)), finite_numbers("b", b, ()))
    return direction / (2.0**8 if np.max(np.abs(direction)) > 1e300 else 1)

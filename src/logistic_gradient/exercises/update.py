"""The exercise on the update: one step by hand."""

from typing import Any

import numpy as np

from .._arrays import ArrayLike
from ..sigmoid import sigmoid
from ._compare import Mistake, finite_numbers, judge
from .verdict import Exercise, Verdict

X, Y, W, B, RATE = np.array([2.0, 1.0]), 0, np.array([0.4, 0.3]), -0.1, 0.5
P = float(sigmoid(X @ W + B))


def check_update(w: ArrayLike, b: ArrayLike) -> Verdict:
    """Judge one step of gradient descent on one sample.

    The sample is x = (2, 1) with label 0; the step starts at w = (0.4, 0.3) and b = -0.1 and has
    learning rate 0.5. The answer is the new w, of shape (2,), and the new b, to six digits.

    Raises ValueError: w or b holds something else than finite real numbers, or has another shape.

    Source: after the single step that many introductions take, here with other numbers.

    >>> from logistic_gradient import sigmoid
    >>> error = sigmoid(1.0)
    >>> check_update([0.4 + error, 0.3 + error / 2], error / 2 - 0.1)
    Not yet: wrong sign. You added the gradient. It points to where the loss
    grows: subtract it.
    """
    answer = finite_numbers("w", w, (2,)), finite_numbers("b", b, ())
    error = P - Y
    right = _stepped(error, error)
    exercise = Exercise(
        praise="The error was positive, so every parameter with a positive input went down.",
        solution=f"The error is {error:.12f}; w = ({right[0][0]:.12f}, {right[0][1]:.12f}) and "
        f"b = {right[1]:.12f}.",
    )
    unbiased = float(sigmoid(X @ W))
    late = float(sigmoid(X @ right[0] + B)) - Y
    slope = error * P * (1 - P)
    first = W[0] - RATE * error * X[0]
    second = float(sigmoid(X @ [first, W[1]] + B)) - Y
    in_turn = np.array([first, W[1] - RATE * second * X[1]])
    third = float(sigmoid(X @ in_turn + B)) - Y
    hand = round(P, 2) - Y
    return judge(
        exercise,
        answer,
        right,
        [
            Mistake(
                "wrong sign",
                "You added the gradient. It points to where the loss grows: subtract it.",
                _stepped(-error, -error),
            ),
            Mistake("missing bias", "The bias has a derivative, and it moves, too.", (right[0], B)),
            Mistake(
                "double bias",
                "The bias moved twice. Its feature is one.",
                _stepped(error, 2 * error),
            ),
            Mistake(
                "rounding on the way",
                "You went on with a probability of two digits. Carry all digits.",
                _stepped(hand, hand),
            ),
            Mistake(
                "missing learning rate",
                "You subtracted the whole gradient. Multiply it by the learning rate first.",
                (W - error * X, B - error),
            ),
            Mistake(
                "gradient instead of update",
                "That is the gradient. The update subtracts a part of it from the old parameters.",
                (error * X, error),
            ),
            Mistake(
                "other label",
                "You stepped as if the label were one.",
                _stepped(P - 1, P - 1),
            ),
            Mistake(
                "score without bias",
                "Your error belongs to the score without the bias. The bias is not zero here.",
                _stepped(unbiased - Y, unbiased - Y),
            ),
            Mistake(
                "one after another",
                "You took the bias's step at the new weights. All steps use the old parameters.",
                (right[0], B - RATE * late),
            ),
            Mistake(
                "one after another",
                "You used each new parameter for the next. All steps use the old parameters.",
                (in_turn, B - RATE * third),
            ),
            Mistake(
                "slope of the sigmoid left in",
                "You multiplied by p (1 - p). Against the loss's own derivative it cancels.",
                _stepped(slope, slope),
            ),
        ],
    )


def _stepped(weight_error: float, bias_error: float) -> tuple[Any, float]:
    return W - RATE * weight_error * X, B - RATE * bias_error

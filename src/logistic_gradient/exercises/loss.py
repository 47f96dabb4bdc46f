"""The exercise on the loss: of many samples, for scores of any size."""

import numpy as np

from .._arrays import Array
from ..loss import loss
from ..sigmoid import sigmoid
from ._cases import HUGE, LARGE, data_sets, one_sample
from ._compare import Mistake
from ._functions import Function, Stage, judge_function
from .verdict import Exercise, Verdict


def check_loss(function: Function) -> Verdict:
    """Judge a function(w, b, X, y) that returns the mean binary cross-entropy.

    w has shape (n,), b is a number, X (m, n), y (m,) of 0 and 1. It must hold for scores of any
    size, such as 40 and 1000.

    Raises TypeError: it cannot be called. What the function raises comes through.

    Source: after programs that add a small number inside the logarithm.

    >>> from logistic_gradient import sigmoid
    >>> def textbook(w, b, X, y):
    ...     p = sigmoid(X @ w + b)
    ...     return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    >>> check_loss(textbook)
    Not yet: infinite loss. At score 40 the probability rounds to 1, and the
    logarithm of one minus it is infinite. Start from the score instead.
    """
    exercise = Exercise(
        praise="It starts from the scores, so it holds where the probability rounds to 0 or 1.",
        solution="The mean of max(u, 0) + ln(1 + e^-|u|) with u = (1 - 2 y) z and z = X @ w + b; "
        "numpy.logaddexp(0, u) computes that.",
    )
    mistakes = [
        Mistake("wrong sign", "Logarithms of probabilities are negative.", lambda *a: -loss(*a)),
        Mistake("missing 1/m", "That is the sum: take the mean.", lambda *a: loss(*a) * len(a[3])),
        Mistake("1/n instead of 1/m", "Divide by the number of samples.", _loss_over_features),
        Mistake("wrong logarithm", "Take the natural one.", lambda *a: loss(*a) / np.log(2)),
        Mistake("wrong logarithm", "Take the natural one.", lambda *a: loss(*a) / np.log(10)),
        Mistake("missing bias", "The score has a bias.", lambda w, b, X, y: loss(w, 0 * b, X, y)),
        Mistake("other label", "Labels are swapped.", lambda w, b, X, y: loss(w, b, X, 1 - y)),
        Mistake("one label only", "Samples with label 0 have a loss, too.", _loss_of_ones),
    ]
    return judge_function(
        exercise,
        function,
        [
            Stage(cases=data_sets(), right=loss, mistakes=mistakes),
            Stage(
                cases=[one_sample(LARGE)],
                right=loss,
                mistakes=[
                    Mistake(
                        "infinite loss",
                        "At score 40 the probability rounds to 1, and the logarithm of one minus "
                        "it is infinite. Start from the score instead.",
                        lambda *_: np.inf,
                    )
                ],
                otherwise=(
                    "eps clamp",
                    "At score 40 and label 0 the loss is 40. Yours stops earlier, where a small "
                    "number inside the logarithm, or a clipped probability, takes over; there its "
                    "slope is 0. Start from the score instead.",
                ),
            ),
            Stage(
                cases=[one_sample(HUGE)],
                right=loss,
                mistakes=[
                    Mistake(
                        "clamp at 100",
                        "The logarithm is cut off at -100, as some libraries do. There the slope "
                        "is 0. Start from the score instead.",
                        lambda *_: 100.0,
                    )
                ],
                otherwise=("overflow", "At score 1000 an exponential overflows. Use e^-|u|."),
            ),
        ],
    )


def _loss_over_features(w: Array, b: Array, X: Array, y: Array) -> Array:
    m, n = X.shape
    return loss(w, b, X, y) * m / n


def _loss_of_ones(w: Array, b: Array, X: Array, y: Array) -> Array:
    return -np.mean(y * np.log(sigmoid(X @ w + b)))

"""The exercise on the gradient: of the mean loss of many samples."""

from typing import Any

from .._arrays import Array
from ..gradient import gradient
from ..sigmoid import sigmoid, sigmoid_derivative
from ._cases import HUGE, data_sets, one_sample
from ._compare import Mistake
from ._functions import Function, Stage, judge_function
from .verdict import Exercise, Verdict


def check_gradient(function: Function) -> Verdict:
    """Judge a function(w, b, X, y) that returns the gradient of the mean loss as (dw, db).

    w has shape (n,), b is a number, X (m, n), y (m,) of 0 and 1; dw has shape (n,), db is a number.
    Scores may be as large as 1000.

    Raises TypeError: it cannot be called. What the function raises comes through.

    Source: the result of all derivations; the mistakes are those found in texts and programs.

    >>> from logistic_gradient import sigmoid
    >>> check_gradient(lambda w, b, X, y: (X.T @ (sigmoid(X @ w + b) - y), 0.0))
    Not yet: missing 1/m, missing bias. That is the gradient of the sum. Divide
    by the number of samples. The bias has a derivative, too.
    """
    exercise = Exercise(
        praise="Error times feature, averaged over the samples; for the bias the feature is one.",
        solution="With p = sigmoid(X @ w + b): dw = X.T @ (p - y) / m and db = mean(p - y).",
    )

    def scaled(weights: Any, bias: Any) -> Function:
        """Return the gradient with factors that depend on (m, n)."""

        def wrong(w: Array, b: Array, X: Array, y: Array) -> Any:
            dw, db = gradient(w, b, X, y)
            return weights(*X.shape) * dw, bias(*X.shape) * db

        return wrong

    def one(*_: int) -> int:
        return 1

    mistakes = [
        Mistake(
            "wrong sign",
            "That is label minus prediction, the direction of the step. The gradient points to "
            "where the loss grows.",
            scaled(lambda *_: -1, lambda *_: -1),
        ),
        Mistake(
            "missing 1/m",
            "That is the gradient of the sum. Divide by the number of samples.",
            scaled(lambda m, _: m, lambda m, _: m),
        ),
        Mistake(
            "1/n instead of 1/m",
            "Divide by the number of samples, not of features.",
            scaled(lambda m, n: m / n, lambda m, n: m / n),
        ),
        Mistake("missing bias", "The bias has a derivative, too.", scaled(one, lambda *_: 0)),
        Mistake("double bias", "The bias counts twice.", scaled(one, lambda *_: 2)),
        Mistake(
            "factor 2",
            "Cross-entropy has no square that would give a 2.",
            scaled(lambda *_: 2, lambda *_: 2),
        ),
        Mistake(
            "score without bias",
            "Your probabilities leave out the bias.",
            lambda w, b, X, y: gradient(w, 0 * b, X, y),
        ),
        Mistake(
            "slope of the sigmoid left in",
            "You multiplied by p (1 - p). Against the loss's own derivative it cancels.",
            _with_slope,
        ),
        Mistake(
            "score as probability",
            "You subtracted the label from the score. That is linear regression.",
            lambda w, b, X, y: _average(X, X @ w + b - y),
        ),
        Mistake(
            "class instead of probability",
            "You rounded the probability to a class. That is the perceptron.",
            lambda w, b, X, y: _average(X, (X @ w + b >= 0) - y),
        ),
    ]
    return judge_function(
        exercise,
        function,
        [
            Stage(cases=data_sets(), right=gradient, mistakes=mistakes),
            Stage(
                cases=[one_sample(HUGE), one_sample(-HUGE)],
                right=gradient,
                mistakes=[],
                otherwise=(
                    "overflow",
                    "At scores of 1000 an exponential overflows, and the quotient is not a number. "
                    "1 / (1 + exp(-z)) survives, exp(z) / (1 + exp(z)) does not.",
                ),
            ),
        ],
    )


def _average(X: Array, error: Array) -> Any:
    return X.T @ error / len(error), error.mean()


def _with_slope(w: Array, b: Array, X: Array, y: Array) -> Any:
    z = X @ w + b
    return _average(X, (sigmoid(z) - y) * sigmoid_derivative(z))

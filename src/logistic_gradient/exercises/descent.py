"""Exercises on the way down: Newton's step, and a safe learning rate."""

from typing import Any

import numpy as np

from .._arrays import Array, ArrayLike
from ..data import students
from ..gradient import gradient
from ..hessian import hessian
from ._compare import Mistake, judge_number
from ._functions import Function, Stage, judge_function
from .verdict import Exercise, Verdict


def check_newton_step(function: Function) -> Verdict:
    """Judge a function(w, b, X, y) that returns (w, b) after one step of Newton's method.

    w has shape (n,), b is a number, X (m, n), y (m,) of 0 and 1. The step is the full one.

    Raises TypeError: it cannot be called. What the function raises comes through.

    Source: after the exercise to implement Newton's method with the Hessian.

    >>> from logistic_gradient import gradient
    >>> def descent(w, b, X, y):
    ...     dw, db = gradient(w, b, X, y)
    ...     return w - dw, b - db
    >>> check_newton_step(descent)
    Not yet: no Hessian. That is a step of gradient descent with rate 1.
    """
    exercise = Exercise(
        praise="It lands where the parabola with this slope and this bend is lowest.",
        solution="Subtract numpy.linalg.solve(H, g) from (w, b), with g = (dw, db) and H their "
        "Hessian, the bias last.",
    )

    def moved(step: Any, keep: float = 1.0) -> Function:
        """Return (w, b) times keep, minus step(g, H, m)."""

        def result(w: Array, b: Array, X: Array, y: Array) -> tuple[Array, Array]:
            g, H = np.append(*gradient(w, b, X, y)), hessian(w, b, X)
            theta = keep * np.append(w, b) - step(g, H, len(y))
            return theta[:-1], theta[-1]

        return result

    def weights_alone(g: Array, H: Array, _: int) -> Array:
        return np.append(np.linalg.solve(H[:-1, :-1], g[:-1]), 0.0)

    mistakes = [
        Mistake(
            "wrong sign",
            "You went up. Subtract the step.",
            moved(lambda g, H, _: -np.linalg.solve(H, g)),
        ),
        Mistake(
            "no Hessian",
            "That is a step of gradient descent with rate 1.",
            moved(lambda g, *_: g),
        ),
        Mistake(
            "step instead of parameters",
            "That is the step. Subtract it from the old parameters.",
            moved(lambda g, H, _: -np.linalg.solve(H, g), keep=0.0),
        ),
        Mistake(
            "step instead of parameters",
            "That is the step. Add it to the old parameters.",
            moved(lambda g, H, _: np.linalg.solve(H, g), keep=0.0),
        ),
        Mistake(
            "missing inverse",
            "You multiplied by the Hessian. Solve with it.",
            moved(lambda g, H, _: H @ g),
        ),
        Mistake(
            "missing 1/m in the gradient",
            "The gradient of the sum with the Hessian of the mean: m times too far.",
            moved(lambda g, H, m: m * np.linalg.solve(H, g)),
        ),
        Mistake(
            "missing 1/m in the Hessian",
            "The gradient of the mean with the Hessian of the sum: m times too short.",
            moved(lambda g, H, m: np.linalg.solve(H, g) / m),
        ),
        Mistake(
            "diagonal only",
            "You divided by the diagonal. The parameters bend the loss together.",
            moved(lambda g, H, _: g / np.diag(H)),
        ),
        Mistake("missing bias", "The bias belongs to the same system.", moved(weights_alone)),
    ]
    return judge_function(
        exercise,
        function,
        [
            Stage(
                cases=_overlapping(),
                right=moved(lambda g, H, _: np.linalg.solve(H, g)),
                mistakes=mistakes,
            )
        ],
    )


def check_safe_rate(answer: ArrayLike) -> Verdict:
    """Judge the safe learning rate 1/L for the twenty students, with weight and bias.

    L bounds the curvature of the mean loss for any parameters. The data are `data.students`. The
    answer is a number, to six digits.

    Raises ValueError: it is not one finite real number.

    Source: after programs that choose the rate by trial, or from the features alone.

    >>> from logistic_gradient.data import students
    >>> X = students().X
    >>> check_safe_rate(4 * len(X) / np.linalg.norm(X, 2) ** 2)
    Not yet: missing column of ones. The bias is a parameter, too: its column
    belongs in the matrix.
    """
    X = students().X
    rows = np.column_stack([X, np.ones(len(X))])
    m, norm = len(X), float(np.linalg.norm(rows, 2))
    right = 4 * m / norm**2
    exercise = Exercise(
        praise="With this rate no step can make the loss larger, whatever the parameters.",
        solution=f"L = norm([X 1], 2)^2 / (4 m), so the rate is {right:.12f}.",
    )
    mistakes = [
        Mistake(
            "missing column of ones",
            "The bias is a parameter, too: its column belongs in the matrix.",
            4 * m / float(np.linalg.norm(X, 2)) ** 2,
        ),
        Mistake("upside down", "That is L. The rate is one over it.", 1 / right),
        Mistake("missing 1/4", "The slope of the sigmoid is at most 1/4.", right / 4),
        Mistake("missing 1/m", "The loss is a mean.", right / m),
        Mistake("norm not squared", "The features occur twice in the Hessian.", 4 * m / norm),
        Mistake(
            "sum of squares",
            "The Frobenius norm is safe, too, but smaller than need be. Take the spectral norm.",
            4 * m / float(np.linalg.norm(rows)) ** 2,
        ),
        Mistake("factor 2", "From 2/L on, descent may fail. 1/L is safe.", 2 * right),
    ]
    return judge_number(exercise, answer, right, mistakes)


def _overlapping() -> list[tuple[Any, ...]]:
    """Return data sets at which the step exists and is of ordinary length."""
    rng = np.random.default_rng(3)
    return [
        (0.3 * rng.normal(size=n), 0.4, rng.normal(size=(m, n)), np.arange(m) % 2)
        for m, n in ((12, 2), (15, 3))
    ]

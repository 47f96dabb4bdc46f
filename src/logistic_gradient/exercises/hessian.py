"""Exercises on the Hessian: compute it, and prove it positive semidefinite."""

from typing import Any

import numpy as np

from .._arrays import Array
from .._checks import require_function
from ..hessian import hessian
from ..sigmoid import sigmoid_derivative
from ._cases import data_sets
from ._compare import Mistake, numbers
from ._functions import Function, Stage, judge_function
from .verdict import Exercise, Verdict

NO_BIAS = "The bias has second derivatives, too: it needs a row and a column of its own."


def check_hessian(function: Function) -> Verdict:
    """Judge a function(w, b, X) that returns the Hessian of the mean loss in (w, b).

    w has shape (n,), b is a number, X (m, n); the Hessian is (n + 1, n + 1), the bias last.

    Raises TypeError: it cannot be called. What the function raises comes through.

    Source: after the exercise to derive the Hessian, which was posed with the wrong sign.

    >>> from logistic_gradient import hessian
    >>> check_hessian(lambda w, b, X: -hessian(w, b, X))
    Not yet: wrong sign. That is the Hessian of the log-likelihood over m, which
    is maximised. The loss is minus that.
    """
    exercise = Exercise(
        praise="The labels do not occur in it: how much the loss bends depends on the prediction.",
        solution="[X 1].T @ diag(p (1 - p)) @ [X 1] / m, where [X 1] is X with a column of ones.",
    )

    def weighted(power: float) -> Function:
        def result(w: Array, b: Array, X: Array) -> Array:
            rows = _with_ones(X)
            return rows.T @ np.diag(_bends(w, b, X) ** power) @ rows / len(X)

        return result

    mistakes = [
        Mistake(
            "wrong sign",
            "That is the Hessian of the log-likelihood over m, which is maximised. The loss is "
            "minus that.",
            lambda *a: -hessian(*a),
        ),
        Mistake(
            "missing 1/m",
            "That belongs to the sum of the losses.",
            lambda *a: len(a[2]) * hessian(*a),
        ),
        Mistake(
            "bias first",
            "The numbers are right, in another order: the bias belongs last.",
            lambda *a: np.roll(hessian(*a), 1, axis=(0, 1)),
        ),
        Mistake("missing bias", NO_BIAS, lambda *a: hessian(*a)[:-1, :-1]),
        Mistake(
            "transposed",
            "One row a sample: the transpose stands on the other side. The Hessian has a row a "
            "parameter.",
            _transposed,
        ),
        Mistake(
            "missing p (1 - p)",
            "That is the Hessian of linear regression. Each sample counts by its bend.",
            weighted(0.0),
        ),
        Mistake("p (1 - p) squared", "Each sample counts by its bend, once.", weighted(2.0)),
        Mistake(
            "square root of p (1 - p)",
            "The root belongs on both sides: a row stands in it twice.",
            weighted(0.5),
        ),
        Mistake(
            "bound instead of Hessian",
            "1/4 is the largest bend there is. Take that of each sample.",
            lambda *a: weighted(0.0)(*a) / 4,
        ),
        Mistake(
            "double bias",
            "There are two columns of ones. One bias has one.",
            lambda w, b, X: hessian(np.append(w, 0.0), b, _with_ones(X)),
        ),
    ]
    cases = [case[:3] for case in data_sets()]
    return judge_function(
        exercise, function, [Stage(cases=cases, right=hessian, mistakes=mistakes)]
    )


def check_hessian_root(function: Function) -> Verdict:
    """Judge a function(w, b, X) that returns a real matrix R with R.T @ R the Hessian.

    R has n + 1 columns, the bias last, and any number of rows. Such a matrix is a proof that the
    Hessian is positive semidefinite: v.T @ R.T @ R @ v is the squared length of R @ v.

    Raises TypeError: it cannot be called. ValueError: it returns complex numbers. What the function
    raises comes through.

    Source: after the exercise to show that the loss is convex.

    >>> from logistic_gradient import hessian
    >>> check_hessian_root(lambda w, b, X: hessian(w, b, X))
    Not yet: the Hessian itself. That is the matrix to be written as a product.
    """
    exercise = Exercise(
        praise="A squared length is never negative, so the Hessian is positive semidefinite.",
        solution="R is [X 1] with row i times sqrt(p_i (1 - p_i) / m).",
    )

    require_function("function", function)

    def product(w: Array, b: Array, X: Array) -> Any:
        root = function(w, b, X)
        if root is None:
            return None
        factor = numbers("R", root)
        if factor.ndim != 2:
            raise ValueError(f"R has shape {factor.shape}: it must be a matrix")
        return factor.T @ factor

    def squared(scale: Any) -> Function:
        def result(w: Array, b: Array, X: Array) -> Array:
            factor = scale(_bends(w, b, X), len(X))[:, None] * _with_ones(X)
            return factor.T @ factor

        return result

    mistakes = [
        Mistake(
            "the Hessian itself",
            "That is the matrix to be written as a product.",
            lambda *a: hessian(*a) @ hessian(*a),
        ),
        Mistake(
            "missing 1/m",
            "R.T @ R belongs to the sum of the losses. The root of 1/m goes into R.",
            squared(lambda s, _: np.sqrt(s)),
        ),
        Mistake("1/m without its root", "R stands twice in the product.", squared(_undivided)),
        Mistake(
            "bend without its root",
            "R stands twice in the product, so each needs the root of p (1 - p).",
            squared(lambda s, m: s / np.sqrt(m)),
        ),
        Mistake(
            "missing p (1 - p)",
            "Each row counts by its bend.",
            squared(lambda s, m: 0 * s + m**-0.5),
        ),
        Mistake("missing bias", NO_BIAS, lambda *a: hessian(*a)[:-1, :-1]),
        Mistake("transposed", "R has a column for each parameter.", _transposed),
    ]
    cases = [case[:3] for case in data_sets()]
    stage = Stage(cases=cases, right=hessian, mistakes=mistakes)
    return judge_function(exercise, product, [stage])


def _bends(w: Array, b: Array, X: Array) -> Array:
    return sigmoid_derivative(X @ w + b)


def _with_ones(X: Array) -> Array:
    return np.column_stack([X, np.ones(len(X))])


def _undivided(bends: Array, m: int) -> Array:
    return np.sqrt(bends) / m


def _transposed(w: Array, b: Array, X: Array) -> Array:
    rows = np.sqrt(_bends(w, b, X) / len(X))[:, None] * _with_ones(X)
    return rows @ rows.T

"""What all optimisers minimise: the mean loss with its penalty, at a checked start."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from .._arrays import Array, ArrayLike
from .._checks import labels_of_rows, require, samples, weights_and_bias
from .._numbers import not_negative
from ..gradient import loss_and_gradient_of_checked


def lipschitz_constant(X: ArrayLike, penalty: float = 0.0) -> float:
    """Lipschitz constant of the gradient: L = ||[1 X]||_2^2 / (4 m) + penalty.

    X has shape (m, n); [1 X] is X with a column of ones, and ||.||_2 its largest singular value.
    L bounds the largest eigenvalue of the Hessian of the mean loss with its penalty, everywhere,
    because p (1 - p) is at most 1/4. Gradient descent with a rate up to 1/L never raises the loss.
    Leaving out the column of ones gives a number that is too small whenever a bias is fitted.

    Without a penalty the bound is reached where all scores are 0. With one it may be too large, by
    less than the penalty, as the bias has no share in that.

    Raises ValueError: X is not of shape (m, n), or holds NaN, infinity or complex numbers; L
    overflows; penalty is negative.

    Source: Nesterov, Introductory Lectures on Convex Optimization (2004), section 1.2, for the
    role of L; Boehning and Lindsay, Monotonicity of quadratic-approximation algorithms, Annals of
    the Institute of Statistical Mathematics 40 (1988), for the bound.

    >>> print(lipschitz_constant([[3.0, 5.0]]))
    8.75
    """
    xp, X = real_samples(X)
    penalty = not_negative("penalty", penalty)
    ones = xp.ones_like(X[:, :1])
    largest = float(xp.linalg.matrix_norm(xp.concat([ones, X], axis=1), ord=2))
    L: float = largest / 4 / X.shape[0] * largest + penalty
    if not math.isfinite(L):
        raise ValueError("X is too large: the square of its norm overflows, rescale X")
    return L


def norm(xp: Any, dw: Array, db: Array) -> float:
    """Return the Euclidean norm of a gradient, without squares that overflow or vanish."""
    largest = max(float(xp.max(xp.abs(dw))), abs(float(db)))
    if largest == 0 or not math.isfinite(largest):
        return largest
    return largest * math.hypot(float(xp.linalg.vector_norm(dw / largest)), float(db) / largest)


def real_samples(X: ArrayLike) -> tuple[Any, Array]:
    """Return the library of X, and X of shape (m, n), finite and real."""
    xp, X = samples(X)
    if xp.isdtype(X.dtype, "complex floating"):
        raise ValueError("X is complex: it must be real")
    require("X", X, xp.isfinite(X), "every value must be finite")
    return xp, X


def real_weights_and_bias(w: ArrayLike, b: ArrayLike, xp: Any, X: Array) -> tuple[Array, Array]:
    """Return w of shape (n,) and the scalar b, finite and real, in the precision of X."""
    rule = f"a weight for each of the {X.shape[1]} columns of X"
    w, b = weights_and_bias(w, b, xp, X, rule)
    for name, value in (("w", w), ("b", b)):
        if value.dtype != X.dtype:  # they follow X, unless they are complex
            raise ValueError(f"{name} is complex: it must be real")
    return w, b


@dataclass(frozen=True)
class Objective:
    """The mean loss plus penalty/2 times the sum of w_j^2, for checked data."""

    xp: Any
    X: Array
    y: Array
    penalty: float

    @classmethod
    def of(cls, X: ArrayLike, y: ArrayLike, penalty: float) -> "Objective":
        """Check the data and the penalty."""
        xp, X = real_samples(X)
        return cls(xp, X, labels_of_rows(y, xp, X), not_negative("penalty", penalty))

    def start(self, start: tuple[ArrayLike, ArrayLike] | None) -> tuple[Array, Array]:
        """Return a checked copy of the pair (w, b); None means zeros."""
        xp = self.xp
        if start is None:
            start = np.zeros(self.X.shape[1]), 0.0
        try:
            w, b = start
        except (TypeError, ValueError):
            raise ValueError("start must be a pair (w, b)") from None
        try:
            w, b = real_weights_and_bias(w, b, xp, self.X)
        except ValueError as error:
            raise ValueError(f"start: {error}") from None
        return xp.astype(w, w.dtype, copy=True), xp.astype(b, b.dtype, copy=True)[()]

    def __call__(self, w: Array, b: Array) -> tuple[Array, Array, Array]:
        """Return the value and its derivatives: J + penalty/2 w . w, dw + penalty w, db."""
        J, (dw, db) = loss_and_gradient_of_checked(self.xp, w, b, self.X, self.y)
        if self.penalty:  # 0 times an overflow would be NaN
            J, dw = J + self.penalty / 2 * self.xp.sum(w * w), dw + self.penalty * w
        return J, dw, db

    def batch(self, rows: Array) -> "Objective":
        """Return the objective of some rows: the mean over them, with the whole penalty."""
        take = self.xp.take
        return Objective(
            self.xp, take(self.X, rows, axis=0), take(self.y, rows, axis=0), self.penalty
        )

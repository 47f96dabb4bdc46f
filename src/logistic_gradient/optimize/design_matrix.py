"""The matrix [X 1] with centred and scaled columns.

Newton's method is the same in any units on paper. In floating point, a column of years or of
nanometres would cost digits: beside an offset of 1e6 the column of ones is nearly dependent.
"""

from dataclasses import dataclass

import numpy as np

from .._arrays import Array
from .independence import require_independent
from .newton_pass import rows_in_block


@dataclass(frozen=True)
class DesignMatrix:
    """A = [(X - mean) / scale, 1], whose parameters (v, c) give the scores A @ (v, c)."""

    A: Array
    mean: Array
    scale: Array

    @classmethod
    def of(cls, X: Array, penalty: float) -> "DesignMatrix":
        """Centre and scale the columns of a NumPy array, in float64.

        The scale is sqrt(s^2 + 4 penalty) with s the standard deviation: then the diagonal of the
        Hessian at score 0, (s^2 / 4 + penalty) / scale^2, is 1/4 whatever the units, and a constant
        column has a scale if there is a penalty. Without one, or with one that is lost beside the
        columns' rounding, the columns must be independent.
        """
        mean, A, deviation = _centred(X)
        centred, root = A[:, :-1], 2 * np.sqrt(penalty)
        scale = np.hypot(deviation, root)
        require_independent(X, mean, centred, scale, root)
        centred /= scale
        return cls(A, mean, scale)

    def inward(self, w: Array, b: Array) -> Array:
        """Return (v, c) for the weights and the bias of X."""
        return np.append(w * self.scale, b + self.mean @ w)

    def outward(self, parameters: Array) -> tuple[Array, Array]:
        """Return the weights and the bias of X for (v, c)."""
        w = self.per_unit(parameters[:-1])
        return w, parameters[-1] - self.mean @ w

    def per_unit(self, values: Array) -> Array:
        """Return `values`, the last axis a column of X, divided by the scales of the columns."""
        with np.errstate(over="ignore"):  # an exception says it better
            result = values / self.scale
        lost = np.flatnonzero(~np.isfinite(result).reshape(-1, len(self.scale)).all(axis=0))
        if lost.size:
            raise ValueError(
                f"X[:, {lost[0]}] has deviation {self.scale[lost[0]]:.3g}: it is so small that the "
                "weight overflows, rescale X"
            )
        return result

    def gradient_outward(self, gradient: Array) -> tuple[Array, Array]:
        """Return the derivatives in w and b for those in v and c."""
        return gradient[:-1] * self.scale + self.mean * gradient[-1], gradient[-1]


def _centred(X: Array) -> tuple[Array, Array, Array]:
    """Return the means, [X - means, 1] with its columns in one piece, and the standard deviations.

    The deviation is taken of numbers up to 1 in size, whose squares neither overflow nor vanish.
    """
    m, n = X.shape
    A = np.empty((m, n + 1), order="F")
    A[:, n] = 1
    centred, rows = A[:, :n], rows_in_block(n)
    with np.errstate(over="ignore", invalid="ignore"):
        mean = X.mean(axis=0, dtype=np.float64)
        for start in range(0, m, rows):
            block = X[start : start + rows].T
            np.subtract(block, mean[:, None], out=centred[start : start + rows].T)
        largest = _largest(centred)
    if not np.isfinite(largest).all():
        column = int(np.argmin(np.isfinite(largest)))
        raise ValueError(f"X[:, {column}] is too large: its sum overflows, rescale X")
    unit = np.where(largest > 0, largest, 1)
    squares = np.zeros(n)
    for start in range(0, m, rows):
        relative = centred[start : start + rows].T / unit[:, None]
        squares += np.vecdot(relative, relative)
    return mean, A, largest * np.sqrt(squares / m)


def _largest(columns: Array) -> Array:
    """Return the largest absolute value in each column."""
    return np.maximum(columns.max(axis=0), -columns.min(axis=0))

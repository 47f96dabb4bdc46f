"""The matrix [X 1] with centred and scaled columns, and whether its columns are independent.

Newton's method is the same in any units on paper. In floating point, a column of years or of
nanometres would cost digits: beside an offset of 1e6 the column of ones is nearly dependent.
"""

from dataclasses import dataclass

import numpy as np

from .._arrays import Array
from .newton_pass import rows_in_block

EPSILON = 2.0**-52  # the distance from 1 to the next float64


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
        column has a scale if there is a penalty. Without one, the columns must be independent.
        """
        mean, A, deviation = _centred(X)
        centred = A[:, :-1]
        if not penalty:
            _require_independent(X, mean, centred, deviation)
        scale = np.hypot(deviation, 2 * np.sqrt(penalty))
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


def _require_independent(X: Array, mean: Array, centred: Array, deviation: Array) -> None:
    """Raise ValueError if a column of X is constant, or a combination of others and a constant.

    Rounding an entry moves it by eps times its size: columns that are dependent only up to that
    have no digits that tell them apart. An entry's size over the column's deviation is its share.
    """
    eps = max(EPSILON, float(np.finfo(X.dtype).eps))
    size = np.maximum(np.abs(centred.max(axis=0) + mean), np.abs(centred.min(axis=0) + mean))
    constant = np.flatnonzero(deviation <= 4 * eps * size)
    if constant.size:
        raise ValueError(
            f"X[:, {constant[0]}] is constant, {float(X[0, constant[0]])}: the bias stands for a "
            "constant column, leave it out (a penalty allows it in newton)"
        )
    m, n = X.shape
    least = 8 * n * eps * float(np.max(size / deviation))
    if _surely_above(least, centred, deviation):
        return
    _, singular_values, right = np.linalg.svd(centred / deviation, full_matrices=False)
    tolerance = least * np.sqrt(m)
    kept = singular_values > tolerance
    rank = int(np.count_nonzero(kept))
    if rank < n:
        # a column takes part in a dependence where the null space, all that the kept singular
        # vectors do not reach, has a component in it
        involved = np.flatnonzero(1 - np.sum(right[kept] ** 2, axis=0) > 1e-10)
        names = ", ".join(str(j) for j in involved)
        raise ValueError(
            f"columns {names} of X are linearly dependent (with the column of ones, the rank is "
            f"{rank + 1} of {n + 1}): leave out {n - rank} of them "
            "(a penalty allows them in newton)"
        )


def _surely_above(least: float, centred: Array, deviation: Array) -> bool:
    """Tell whether all singular values, over sqrt(m), exceed this whatever rounding did.

    Their squares are the eigenvalues of the columns' correlations, which are faster to get. Those
    have lost half of the digits: where the smallest is in doubt, the answer is no.
    """
    m, n = centred.shape
    correlations, rows = np.zeros((n, n)), rows_in_block(n)
    for start in range(0, m, rows):
        block = centred[start : start + rows].T / deviation[:, None]
        correlations += block @ block.T
    smallest = np.linalg.eigvalsh(correlations / m)[0]
    return bool(smallest > least**2 + 2 * n * m * EPSILON)

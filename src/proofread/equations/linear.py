"""Linear algebra on arrays of any numbers, for the small sizes of random points."""

from __future__ import annotations

import numpy as np

from proofread.equations.dual import Array, Scalar, Value, divide, primal
from proofread.equations.errors import EquationError, UnfitError
from proofread.equations.precise import largest_singular

ROUNDING = 1e-9  # of the largest entry: what doubles may lose
LONGEST = 1000  # entries of an axis; the random points have eleven at most


def length(size: Scalar) -> int:
    """Return the length of an axis.

    Raises:
        EquationError: it is negative, or too long to evaluate anything.

    """
    if not 0 <= size <= LONGEST:
        raise EquationError(f"an axis has from 0 to {LONGEST} entries, not {size}")
    return int(size)


def ones(size: int) -> Array:
    """Return a vector of ones."""
    return np.array([1] * length(size), dtype=object)


def identity(size: int) -> Array:
    """Return the identity matrix."""
    return diagonal(ones(size))


def diagonal(x: Array) -> Array:
    """Return the square matrix with a vector on its diagonal."""
    flat = x.ravel()
    result = np.zeros((flat.size, flat.size), dtype=object)
    for i, entry in enumerate(flat):
        result[i, i] = entry
    return result


def column(raw: Value) -> Value:
    """Return a vector as a matrix of one column, so that a missing transpose shows in the shape."""
    if isinstance(raw, np.ndarray) and raw.ndim == 1:
        return raw[:, np.newaxis]
    return raw


def scalar(x: Value) -> Value:
    """Return a matrix of one entry as its entry."""
    if isinstance(x, np.ndarray) and x.size == 1:
        return x.ravel()[0]
    return x


def shape(x: Value) -> tuple[int, ...]:
    """Return the shape; () for a scalar."""
    return x.shape if isinstance(x, np.ndarray) else ()


def inverse(x: Array) -> Array:
    """Return the inverse by elimination with the largest pivot."""
    if x.ndim != 2 or x.shape[0] != x.shape[1]:
        raise EquationError(f"only a square matrix has an inverse, this is {x.shape}")
    n = x.shape[0]
    work = np.concatenate([x.copy(), identity(n)], axis=1)
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(primal(work[r, i])))
        if abs(primal(work[pivot, i])) < 1e-12:
            raise UnfitError("a singular matrix has no inverse")
        work[[i, pivot]] = work[[pivot, i]]
        work[i] = np.array([divide(entry, work[i, i]) for entry in work[i]], dtype=object)
        for r in range(n):
            if r != i:
                work[r] = work[r] - work[i] * work[r, i]
    return work[:, n:]


def rank(x: Array) -> int:
    """Return the rank, by singular values."""
    return int(np.linalg.matrix_rank(floats(x)))


def floats(x: Array) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Doubles, without derivatives."""
    return np.array([float(primal(item)) for item in x.ravel()]).reshape(x.shape)


def spectral(x: Array) -> Scalar:
    """Return the largest singular value; of doubles as a double."""
    rows = [[primal(item) for item in row] for row in x]
    if any(isinstance(item, float) for row in rows for item in row):
        return float(np.linalg.norm(floats(x), 2))
    return largest_singular(rows)


def smallest_eigenvalue(x: Array) -> float:
    """Of a symmetric matrix, as a share of its largest entry; any other matrix is refused."""
    matrix = floats(x)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise EquationError("only a square matrix can be definite")
    matrix = matrix / (np.abs(matrix).max() or 1.0)
    if not np.allclose(matrix, matrix.T, rtol=0.0, atol=ROUNDING):
        raise EquationError("only a symmetric matrix can be definite")
    return float(np.linalg.eigvalsh(matrix)[0])

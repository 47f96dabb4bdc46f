"""Loss and gradient in loops that numba compiles; imported only where numba is installed."""

from typing import Any

import numba
import numpy as np

FAST = {"reassoc", "contract", "nsz", "arcp"}  # sums in any order: what lets a loop use SIMD
BLOCK = 4096  # rows whose sums are kept in the arrays' precision; beyond it they add up in float64


@numba.njit(fastmath=FAST, nogil=True, cache=True)
def _rows(w: Any, b: Any, X: Any, y: Any, start: int, stop: int) -> Any:
    """Sum loss and derivatives over some rows of a matrix in C order."""
    n = len(w)
    total = np.zeros(n + 2)
    dw = np.empty(n, X.dtype)
    one = X.dtype.type(1)
    for first in range(start, stop, BLOCK):
        dw[:] = 0
        for i in range(first, min(first + BLOCK, stop)):
            z = b
            for j in range(n):
                z += X[i, j] * w[j]
            small = np.exp(-abs(z))
            total[n + 1] += max(z, z * 0) - y[i] * z + np.log1p(small)
            p = one / (one + small) if z >= 0 else small / (one + small)
            residual = p - y[i]
            total[n] += residual
            for j in range(n):
                dw[j] += residual * X[i, j]
        total[:n] += dw
    return total


@numba.njit(parallel=True, nogil=True, cache=True)
def _parallel(w: Any, b: Any, X: Any, y: Any, threads: int) -> Any:
    """Give each thread an equal share of the rows."""
    m = len(y)
    totals = np.zeros((threads, len(w) + 2))
    for k in numba.prange(threads):
        totals[k] = _rows(w, b, X, y, k * m // threads, (k + 1) * m // threads)
    return totals.sum(axis=0)


@numba.njit(fastmath=FAST, nogil=True, cache=True)
def _residuals(z: Any, y: Any) -> Any:
    """Turn scores into residuals in place; return the sums of losses and of residuals."""
    loss = residuals = 0.0
    one = z.dtype.type(1)
    for i in range(len(z)):
        small = np.exp(-abs(z[i]))
        loss += max(z[i], z[i] * 0) - y[i] * z[i] + np.log1p(small)
        p = one / (one + small) if z[i] >= 0 else small / (one + small)
        z[i] = p - y[i]
        residuals += z[i]
    return loss, residuals


def loss_and_gradient(w: Any, b: Any, X: Any, y: Any, threads: int) -> tuple[Any, Any, Any]:
    """Return loss, dw and db; a matrix in Fortran order goes through BLAS, column by column."""
    m, n = X.shape
    if X.flags.c_contiguous:
        total = _rows(w, b, X, y, 0, m) if threads == 1 else _parallel(w, b, X, y, threads)
        return total[n + 1] / m, total[:n] / m, total[n] / m
    z = X @ w + b
    loss, residuals = _residuals(z, y)
    return loss / m, X.T @ z / m, residuals / m

"""`loss_and_gradient` for NumPy: the formulas of `_kernels`, written into reused buffers.

NumPy allocates an array for each operation, and X is needed twice: for X @ w, for X.T @ residual.
With blocks of rows that fit into the cache, the second use finds X still there, and four small
buffers replace the temporaries: X is read from memory once. The price is this second writing of
the formulas, in place, which only NumPy allows; a test holds it equal to the first.
"""

import math

import numpy as np

from ._arrays import Array
from ._results import require_finite_scores

BLOCK_ELEMENTS = 2**18  # 2 MiB of float64: the size of one core's cache
BLOCK_ROWS = 2**14  # of narrow matrices; the buffers, too, must fit


def loss_and_gradient_by_row_blocks(
    w: Array, b: Array, X: Array, y: Array, rows: int | None = None
) -> tuple[Array, tuple[Array, Array]]:
    """Return (loss, (dw, db)) for checked, real NumPy arrays of one precision.

    `rows` is the number of rows in a block; None chooses it.
    """
    m, n = X.shape
    rows = min(m, rows or min(BLOCK_ROWS, max(1, BLOCK_ELEMENTS // n)))
    cap = math.log(np.finfo(X.dtype).max) / 2 - 1
    buffers = np.empty((4, rows), X.dtype)
    dw, block_dw = np.zeros((2, n), X.dtype)
    loss_sum = residual_sum = 0.0
    for start in range(0, m, rows):
        block = X[start : start + rows]
        s, u, exp_u, scratch = buffers[:, : block.shape[0]]

        np.multiply(y[start : start + rows], -2, out=s)
        s += 1
        with np.errstate(over="ignore", invalid="ignore"):
            np.matmul(block, w, out=u)
            u += b
        require_finite_scores(u, X, first_row=start)
        u *= s

        np.minimum(u, cap, out=exp_u)
        np.exp(exp_u, out=exp_u)
        np.log1p(exp_u, out=scratch)
        np.maximum(u, scratch, out=scratch)
        loss_sum += float(scratch.sum())

        np.add(exp_u, 1, out=scratch)
        residual = np.divide(exp_u, scratch, out=exp_u)
        residual *= s
        residual_sum += float(residual.sum())
        np.matmul(residual, block, out=block_dw)
        dw += block_dw
    number = X.dtype.type
    return number(loss_sum / m), (dw / m, number(residual_sum / m))

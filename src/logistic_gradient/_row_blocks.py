"""`loss_and_gradient` for NumPy: the formulas of `_kernels`, written into reused buffers.

NumPy allocates an array for each operation, and X is needed twice: for X @ w, for X.T @ residual.
With blocks of rows that fit into the cache, the second use finds X still there, and four small
buffers replace the temporaries: X is read from memory once. The price is this second writing of
the formulas, in place, which only NumPy allows; a test holds it equal to the first.

The blocks run in one thread. Shared out to two, they were no faster: each NumPy call takes 3 to 40
microseconds, and as long to hand Python's lock over. Blocks of four times the rows, and products
cut so small that OpenBLAS would start no threads of its own, did not change that.
"""

import math

import numpy as np

from ._arrays import Array
from ._results import require_finite_scores

BLOCK = 2**21  # bytes of X: the size of one core's cache, or twice that; less would cost more calls
BLOCK_COLUMN = 2**17  # bytes of one column, of narrow matrices; the buffers, too, must fit
LONG = 2**8  # bytes of a row


def loss_and_gradient_by_row_blocks(
    w: Array, b: Array, X: Array, y: Array, rows: int | None = None
) -> tuple[Array, tuple[Array, Array]]:
    """Return (loss, (dw, db)) for checked, real NumPy arrays of one precision.

    `rows` is the number of rows in a block; None chooses it.
    """
    m, n = X.shape
    rows = min(m, rows or max(1, min(BLOCK_COLUMN // X.itemsize, BLOCK // (n * X.itemsize))))
    multiply = np.vecdot if _rows_are_long(X) else np.matmul
    cap = math.log(np.finfo(X.dtype).max) / 2 - 1
    buffers = np.empty((4, rows), X.dtype)
    dw, sums = np.zeros(n, X.dtype), np.zeros(2)
    for start in range(0, m, rows):
        block = X[start : start + rows]
        of_block = buffers[:, : len(block)]
        s, u, losses, residual = of_block

        np.multiply(y[start : start + rows], -2.0, out=s)
        s += 1.0
        multiply(block, w, out=u)
        u += b
        if np.count_nonzero(np.isfinite(u)) < len(u):
            require_finite_scores(u, X, first_row=start)
        u *= s

        exp_u = np.exp(np.minimum(u, cap, out=residual), out=residual)
        np.maximum(u, np.log1p(exp_u, out=losses), out=losses)
        np.divide(exp_u, np.add(exp_u, 1.0, out=u), out=residual)
        residual *= s

        sums += np.add.reduce(of_block[2:], axis=1)
        dw += np.matmul(residual, block)
    number = X.dtype.type
    loss_sum, residual_sum = sums.tolist()
    return number(loss_sum / m), (dw / m, number(residual_sum / m))


def _rows_are_long(X: Array) -> bool:
    """Tell whether the scores are best computed as a dot product for each row.

    The usual product of a matrix and a vector takes several rows at once. With long rows, memory
    then has to deliver from several places, and does so at half its speed. Row by row, it is read
    from end to end. A short row is not worth a call of its own, and columns are long already.
    """
    return bool(X.strides[1] == X.itemsize and X.shape[1] * X.itemsize >= LONG)

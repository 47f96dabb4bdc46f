"""`loss_and_gradient` for NumPy: the formulas of `_kernels`, written into reused buffers.

NumPy allocates an array for each operation, and X is needed twice: for X @ w, for X.T @ residual.
With blocks of rows that fit into the cache, the second use finds X still there, and four small
buffers replace the temporaries: X is read from memory once. The price is this second writing of
the formulas, in place, which only NumPy allows; a test holds it equal to the first.

All is sums over the rows, so each thread takes a share of them. Between two calls of NumPy, threads
wait for Python's lock: their blocks are larger, so that they wait less often.
"""

import math
from functools import reduce
from itertools import pairwise

import numpy as np

from ._arrays import Array
from ._products import Product, products, suit_threads
from ._results import require_finite_scores
from ._threads import available, in_threads

BLOCK = 2**21  # bytes of X: the size of one core's cache, or twice that; less would cost more calls
BLOCK_COLUMN = 2**17  # bytes of one column, of narrow matrices; the buffers, too, must fit
IN_THREADS = 2  # times as large a block
SHARE = 2**24  # bytes of X that are worth a thread


def loss_and_gradient_by_row_blocks(
    w: Array, b: Array, X: Array, y: Array, rows: int | None = None, threads: int | None = None
) -> tuple[Array, tuple[Array, Array]]:
    """Return (loss, (dw, db)) for checked, real NumPy arrays of one precision.

    `rows` is the number of rows in a block, `threads` that of threads; None chooses them. The
    caller lets overflow pass: the result shows it.
    """
    m = len(y)
    threads = min(m, threads or _threads(X))
    rows = rows or _rows(X, threads)
    by = products(X, threads)
    if threads == 1:
        sums, dw = _sums(w, b, X, y, rows, by, (0, m))
    else:
        shares = list(pairwise(k * m // threads for k in range(threads + 1)))
        parts = in_threads(lambda share: _sums(w, b, X, y, rows, by, share), shares)
        sums, dw = (reduce(np.add, part) for part in zip(*parts, strict=True))
    number = X.dtype.type
    loss_sum, residual_sum = sums.tolist()
    return number(loss_sum / m), (dw / m, number(residual_sum / m))


def _threads(X: Array) -> int:
    worth = int(X.nbytes) // SHARE
    return min(worth, available()) if worth > 1 and suit_threads(X) else 1


def _rows(X: Array, threads: int) -> int:
    of_row = X.itemsize * X.shape[1]
    rows: int = max(1, min(BLOCK_COLUMN // X.itemsize, BLOCK // of_row))
    return rows if threads == 1 else IN_THREADS * rows


def _sums(
    w: Array,
    b: Array,
    X: Array,
    y: Array,
    rows: int,
    by: tuple[Product, Product],
    share: tuple[int, int],
) -> tuple[Array, Array]:
    """Return the sums of losses and residuals, and X.T @ residual, over a share of the rows."""
    multiply, multiply_back = by
    first, end = share
    cap = math.log(np.finfo(X.dtype).max) / 2 - 1
    buffers = np.empty((4, min(rows, end - first)), X.dtype)
    sums, dw = np.zeros(2), np.zeros(X.shape[1], X.dtype)
    for start in range(first, end, rows):
        block = X[start : min(start + rows, end)]
        of_block = buffers[:, : len(block)]
        s, u, losses, residual = of_block

        np.multiply(y[start : start + len(block)], -2.0, out=s)
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
        dw += multiply_back(residual, block)
    return sums, dw

"""How a block of rows is multiplied by a vector, from the right and from the left.

The usual product of a matrix and a vector takes several rows at once. With long rows, memory then
has to deliver from several places, and does so at half its speed; row by row, it is read from end
to end. A short row is not worth a call of its own.

OpenBLAS shares a large product out to threads of its own. Where threads of ours ask for products at
the same time, those would wait for each other, longer than the products take. So ours ask for what
is done in the thread that asks: sums of rows, or small products, many in one call of NumPy.
"""

from collections.abc import Callable

import numpy as np

from ._arrays import Array

LONG = 2**8  # bytes of a row
ALONE = 2**13  # elements of a product that OpenBLAS does alone: it shares out from 9216 on

Product = Callable[..., Array]


def products(X: Array, threads: int) -> tuple[Product, Product]:
    """Return the functions for block @ w, which takes `out`, and for residual @ block."""
    long = _has_rows(X) and X.shape[1] * X.itemsize >= LONG
    if threads == 1:
        return (np.vecdot if long else np.matmul), np.matmul
    return (np.vecdot, _sum_of_rows) if long else (_in_pieces, _transposed_in_pieces)


def suit_threads(X: Array) -> bool:
    """Tell whether our threads can do the products of X alone and as fast: not those of columns."""
    return _has_rows(X) and X.shape[1] <= ALONE


def _has_rows(X: Array) -> bool:
    return bool(X.strides[1] == X.itemsize)


def _sum_of_rows(residual: Array, block: Array) -> Array:
    return np.einsum("i,ij->j", residual, block)


def _in_pieces(block: Array, w: Array, out: Array) -> Array:
    rows, end = _pieces(block)
    np.matmul(block[:end].reshape(-1, rows, len(w)), w, out=out[:end].reshape(-1, rows))
    np.matmul(block[end:], w, out=out[end:])
    return out


def _transposed_in_pieces(residual: Array, block: Array) -> Array:
    rows, end = _pieces(block)
    of_pieces = residual[:end].reshape(-1, 1, rows) @ block[:end].reshape(-1, rows, block.shape[1])
    return np.add.reduce(of_pieces, axis=(0, 1)) + residual[end:] @ block[end:]


def _pieces(block: Array) -> tuple[int, int]:
    """Return the rows of a piece, and those of all whole pieces."""
    rows = max(1, ALONE // block.shape[1])
    return rows, len(block) - len(block) % rows

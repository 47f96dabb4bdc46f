"""Loss, gradient and Hessian in one pass over the rows of the design matrix.

They share the exponential, and each block of rows is read from memory once for all three.
"""

import math

import numpy as np

from .. import _kernels
from .._arrays import Array

BLOCK = 2**18  # elements of the matrix: 2 MiB, about what a core's cache holds
FEW = 32  # columns: of more, one large product is faster than small ones
SMALL = 2**12  # elements: twenty microseconds
PIECE = 512  # rows in a small product


def rows_in_block(columns: int) -> int:
    """Return how many rows of that many columns are taken at once."""
    return max(1, BLOCK // columns)


def derivatives(A: Array, sign: Array, scores: Array) -> tuple[float, Array, Array]:
    """Return the mean loss at these scores, and its derivatives in the parameters of A.

    A is (m, k), sign is 1 - 2y and (m,), scores is (m,). With u = sign * scores and E = e^u, the
    loss is the mean of ln(1 + e^u), the gradient A.T @ (sign E/(1 + E)) / m, and the Hessian
    A.T @ diag(E/(1 + E)^2) @ A / m, of shape (k, k).
    """
    m, k = A.shape
    losses, gradient, hessian = [], np.zeros(k), np.zeros((k, k))
    rows = rows_in_block(k)
    buffer = np.empty((k, min(rows, m)))
    for start in range(0, m, rows):
        block = A[start : start + rows].T
        of_block = buffer[:, : block.shape[1]]
        u = sign[start : start + rows] * scores[start : start + rows]
        exp_u = _kernels.capped_exp(np, u)
        losses.append(float(np.sum(_kernels.softplus(np, u, exp_u))))
        residual = _kernels.sigmoid(exp_u)
        hessian += _bends(block, residual / (1 + exp_u), of_block)
        residual *= sign[start : start + rows]
        gradient += product(block, residual)
    return math.fsum(losses) / m, gradient / m, hessian / m


def product(matrix: Array, vector: Array) -> Array:
    """Return matrix @ vector; of a small matrix in the longest precision that the machine has.

    Of few samples one may lie so far from the others that these differ in the last digits alone.
    """
    if matrix.size > SMALL:
        return matrix @ vector
    return (matrix.astype(np.longdouble) @ vector).astype(np.float64)


def _bends(block: Array, weights: Array, buffer: Array) -> Array:
    """Return block @ diag(weights) @ block.T.

    With half of the weights on each side, it is a product with its own transpose, of which BLAS
    computes one half. Of few rows, small products are faster nevertheless.
    """
    k, m = block.shape
    if k > FEW:
        np.multiply(block, np.sqrt(weights), out=buffer)
        return buffer @ buffer.T
    np.multiply(block, weights, out=buffer)
    end = m - m % PIECE
    left, right = (a[:, :end].reshape(k, -1, PIECE).swapaxes(0, 1) for a in (buffer, block))
    return np.sum(left @ right.swapaxes(1, 2), axis=0) + buffer[:, end:] @ block[:, end:].T

"""Whether columns tell the weights apart: all that is left to do where they do not is to refuse."""

import numpy as np

from .._arrays import Array
from .newton_pass import rows_in_block

EPSILON = 2.0**-52  # the distance from 1 to the next float64


def require_independent(X: Array, mean: Array, centred: Array, scale: Array, root: float) -> None:
    """Raise ValueError if a column of X is constant, or a combination of others and a constant.

    Rounding an entry moves it by eps times its size: columns that are dependent only up to that
    have no digits that tell them apart. An entry's size over the column's scale is its share. A
    penalty adds a row for each column to those of X: root / scale in that column, 0 elsewhere,
    where root = 2 sqrt(penalty) and scale = hypot(deviation, root).
    """
    eps = max(EPSILON, float(np.finfo(X.dtype).eps))
    size = np.maximum(np.abs(centred.max(axis=0) + mean), np.abs(centred.min(axis=0) + mean))
    allows = "a penalty allows {} in newton"
    if root:
        allows = f"a penalty of {root**2 / 4:.3g} is too small to allow {{}}"
    constant = np.flatnonzero(scale <= 4 * eps * size)
    if constant.size:
        raise ValueError(
            f"X[:, {constant[0]}] is constant, {float(X[0, constant[0]])}: the bias stands for a "
            f"constant column, leave it out ({allows.format('it')})"
        )
    m, n = X.shape
    least, own = 8 * n * eps * float(np.max(size / scale)), root / scale
    if own.min() > least or _surely_above(least, centred, scale, own):
        return
    rows = np.vstack([centred / scale, np.sqrt(m) * np.diag(own)])
    _, singular_values, right = np.linalg.svd(rows, full_matrices=False)
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
            f"{rank + 1} of {n + 1}): leave out {n - rank} of them ({allows.format('them')})"
        )


def _surely_above(least: float, centred: Array, scale: Array, own: Array) -> bool:
    """Tell whether all singular values, over sqrt(m), exceed this whatever rounding did.

    Their squares are the eigenvalues of the columns' products, which are faster to get. Those have
    lost half of the digits: where the smallest is in doubt, the answer is no.
    """
    m, n = centred.shape
    products, rows = m * np.diag(own**2), rows_in_block(n)
    for start in range(0, m, rows):
        block = centred[start : start + rows].T / scale[:, None]
        products += block @ block.T
    smallest = np.linalg.eigvalsh(products / m)[0]
    return bool(smallest > least**2 + 2 * n * m * EPSILON)

"""The second derivatives of the mean loss."""

import numpy as np

from . import _kernels
from ._arrays import Array, ArrayLike
from ._checks import parameters
from ._results import require_in_range, scores


def hessian(w: ArrayLike, b: ArrayLike, X: ArrayLike) -> Array:
    """Hessian of `loss` in (w, b): H = [X 1].T @ diag(p (1 - p)) @ [X 1] / m, the bias last.

    w has shape (n,), b is a scalar, X (m, n), H (n + 1, n + 1), where p = sigmoid(X @ w + b) and
    [X 1] is X with a column of ones. It belongs to the mean over the m samples: multiply by m for
    the information matrix. It does not depend on the labels, and it is positive semidefinite.

    Computed as R.T @ R / m, where R is [X 1] with its rows scaled by sqrt(p (1 - p)): a sum of
    squares cannot come out negative on the diagonal.

    Raises ValueError: shapes that do not fit; NaN or infinity; no samples; X @ w + b or the
    result overflows. While a library traces (jit, vmap), only shapes are checked.

    Source: Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.3, equation 4.97,
    divided by m.

    >>> for row in hessian([0.1, -0.2], 0.0, [[3.0, 5.0]]).round(9).tolist():
    ...     print(row)
    [1.99541586, 3.325693099, 0.66513862]
    [3.325693099, 5.542821832, 1.108564366]
    [0.66513862, 1.108564366, 0.221712873]
    """
    xp, w, b, X = parameters(w, b, X)
    root = xp.sqrt(_kernels.sigmoid_derivative(xp, scores(w, b, X)))[:, None]
    scaled = xp.concat([root * X, root], axis=1)
    with np.errstate(over="ignore", invalid="ignore"):  # an exception says it better
        H = scaled.T @ scaled / X.shape[0]
    return require_in_range("the Hessian", H, "X is")

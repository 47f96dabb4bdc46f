"""How uncertain the fitted parameters are."""

import numpy as np
from array_api_compat import is_numpy_namespace

from .. import _kernels
from .._arrays import Array, ArrayLike
from .._results import scores
from .design_matrix import DesignMatrix
from .independence import EPSILON
from .objective import real_samples, real_weights_and_bias


def standard_errors(w: ArrayLike, b: ArrayLike, X: ArrayLike) -> Array:
    """Square root of diag((m H)^-1): the standard errors of the weights and, last, of the bias.

    w has shape (n,), b is a scalar, X (m, n); the result has shape (n + 1,), each in the units of
    its parameter. m H is the information matrix, the Hessian of the *sum* of the losses at w and b.
    It belongs to an estimate without a penalty, at the minimum, and to many samples: it is the
    inverse curvature there. NumPy arrays and lists; the arithmetic is float64.

    Columns are centred and scaled inside, and m H is not formed: with R.T @ R = m H, the errors are
    the lengths of the rows of R^-1.

    Raises ValueError: shapes that do not fit; NaN, infinity or complex numbers; arrays of another
    library; a constant column or linearly dependent ones; X @ w + b overflows; p (1 - p) is so
    small in so many rows that H is singular in floating point, as on separated data.

    Source: McCullagh and Nelder, Generalized Linear Models (2nd edition, 1989), section 4.4.

    >>> from logistic_gradient.optimize import newton
    >>> X = [[1.0], [2.0], [3.0], [4.0]]
    >>> fit = newton(X, [0, 1, 0, 1])
    >>> standard_errors(fit.w, fit.b, X).round(10).tolist()
    [1.0851921123, 2.9344045983]
    """
    xp, X = real_samples(X)
    if not is_numpy_namespace(xp):
        raise ValueError("X belongs to another library: it must be a NumPy array or a list")
    design = DesignMatrix.of(X, penalty=0.0)
    X = X.astype(np.float64)
    w, b = real_weights_and_bias(w, b, xp, X)
    root = np.sqrt(_kernels.sigmoid_derivative(np, scores(w, b, X)))
    R = np.linalg.qr(root[:, None] * design.A, mode="r")
    values = np.linalg.svd(R, compute_uv=False)
    if values[-1] <= len(R) * EPSILON * values[0]:
        raise ValueError(
            "the Hessian at w and b is singular: p (1 - p) is about 0 in too many rows of X"
        )
    # rows of the inverse in the units of X: w = v / scale, and b = c - mean @ w
    rows = np.linalg.inv(R)
    of_w = design.per_unit(rows[:-1].T).T
    inverse = np.vstack([of_w, rows[-1] - design.mean @ of_w])
    largest = np.abs(inverse).max(axis=1)  # squares of the rest neither overflow nor vanish
    return largest * np.linalg.norm(inverse / largest[:, None], axis=1)

"""The gradient of the mean loss, alone and together with the loss."""

from typing import Any

import numpy as np
from array_api_compat import is_numpy_namespace

from . import _kernels
from ._arrays import Array, ArrayLike
from ._checks import problem
from ._results import require_in_range, require_near_real, scores
from ._row_blocks import loss_and_gradient_by_row_blocks


def gradient(w: ArrayLike, b: ArrayLike, X: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
    """Gradient of `loss`: dw = X.T @ (p - y) / m and db = mean(p - y), with p = sigmoid(X @ w + b).

    w has shape (n,), b is a scalar, X (m, n), y (m,) of 0 and 1; dw has shape (n,), db is a scalar.
    Both are derivatives of the mean over the m samples: multiply by m for those of the sum.

    The residual p - y is computed as s e^u / (1 + e^u) with s = 1 - 2y and u = s z. That is the
    same number, but the subtraction would lose it: for y = 1 and z = 40, p rounds to 1 and p - y
    to 0, while the residual is -4e-18.

    Raises ValueError: shapes that do not fit; NaN or infinity; labels other than 0 and 1; no
    samples; X @ w + b or the result overflows. While a library traces (jit, vmap), only shapes are
    checked.

    Source: Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.2, equation 4.91,
    divided by m.

    >>> dw, db = gradient([0.1, -0.2], 0.0, [[3.0, 5.0]], [1])
    >>> dw.round(11).tolist()
    [-2.0045633165, -3.34093886084]
    >>> print(round(db, 12))
    -0.668187772168
    """
    xp, w, b, X, y = problem(w, b, X, y)
    s = 1 - 2 * y
    residual = s * _kernels.sigmoid(_kernels.capped_exp(xp, s * scores(w, b, X)))
    with np.errstate(over="ignore", invalid="ignore"):  # an exception says it better
        dw = X.T @ residual / X.shape[0]
    return require_in_range("X.T @ (p - y)", dw, "X is"), xp.mean(residual)


def loss_and_gradient(
    w: ArrayLike, b: ArrayLike, X: ArrayLike, y: ArrayLike
) -> tuple[Array, tuple[Array, Array]]:
    """Return (loss, (dw, db)) in one pass: what `loss` and `gradient` return, for less than both.

    The nesting is that of jax.value_and_grad. Arguments, scale and precision are those of `loss`
    and `gradient`. One exponential serves both. For real NumPy arrays the rows are taken in blocks
    with reused buffers, so that X is read from memory once and nothing of the size of X is made;
    other arrays go through the same formulas whole. A large X in C order is shared out to a thread
    for each core, at most four, and no more than the environment allows OpenMP.

    Raises ValueError: as `loss` and `gradient`.

    Source: as `loss` and `gradient`.

    >>> J, (dw, db) = loss_and_gradient([0.1, -0.2], 0.0, [[3.0, 5.0]], [1])
    >>> print(round(J, 11), dw.round(11).tolist(), round(db, 12))
    1.10318604889 [-2.0045633165, -3.34093886084] -0.668187772168
    """
    J, (dw, db) = loss_and_gradient_of_checked(*problem(w, b, X, y))
    require_in_range("the sum of the losses", J, "X and w are")
    return J, (require_in_range("X.T @ (p - y)", dw, "X is"), db)


def loss_and_gradient_of_checked(
    xp: Any, w: Array, b: Array, X: Array, y: Array
) -> tuple[Array, tuple[Array, Array]]:
    """Do the work of `loss_and_gradient`, for arguments that `problem` has seen.

    Only the scores are looked at: the results may be infinite. An optimiser, which changes nothing
    but w and b, and looks at the results itself, starts here.
    """
    with np.errstate(over="ignore", invalid="ignore"):  # an exception says it better
        if is_numpy_namespace(xp) and w.dtype.kind == b.dtype.kind == X.dtype.kind == "f":
            return loss_and_gradient_by_row_blocks(w, b, X, y)
        s = 1 - 2 * y
        u = s * scores(w, b, X)
        require_near_real("(1 - 2y) * (X @ w + b)", u)
        exp_u = _kernels.capped_exp(xp, u)
        residual = s * _kernels.sigmoid(exp_u)
        mean_loss = xp.mean(_kernels.softplus(xp, u, exp_u))
        return mean_loss, (X.T @ residual / X.shape[0], xp.mean(residual))

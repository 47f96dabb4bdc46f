"""Binary cross-entropy: of one sample from its probability, and of a data set from its logits."""

import numpy as np

from . import _kernels
from ._arrays import Array, ArrayLike, follow
from ._checks import labels, probabilities, problem
from ._results import require_in_range, require_near_real, scores


def binary_cross_entropy(y: ArrayLike, p: ArrayLike) -> Array:
    """Loss of each sample: -y ln p - (1 - y) ln(1 - p), with 0 ln 0 = 0.

    y and p have the same shape, any; so has the result. Per sample: nothing is summed or averaged.
    It is infinite where p is 0 for label 1, or 1 for label 0. A sigmoid rounds to 1 from score 37
    on, and then the true loss cannot be had from p any more: use `loss`, which starts from the
    logits.

    Raises ValueError: y holds something other than 0 and 1; p holds NaN or a number outside [0, 1];
    their shapes differ.

    Source: Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.2, equation 4.90.

    >>> print(round(binary_cross_entropy(1, 0.3318), 12))
    1.103222901226
    >>> binary_cross_entropy([1, 0], [1.0, 1.0]).tolist()
    [0.0, inf]
    """
    xp, p = probabilities("p", p)
    y = labels("y", y)
    if y.shape != p.shape:
        raise ValueError(
            f"y has shape {tuple(y.shape)} and p {tuple(p.shape)}: they must have the same shape"
        )
    is_one = follow("y", y, xp, p) == 1
    # Each logarithm gets an argument at which it is 0 where the other is meant: y ln p itself
    # would be 0 * -inf = NaN at the ends, and so would its derivative under autograd.
    with np.errstate(divide="ignore"):
        return -xp.log(xp.where(is_one, p, 1.0)) - xp.log1p(-xp.where(is_one, 0.0, p))


def loss(w: ArrayLike, b: ArrayLike, X: ArrayLike, y: ArrayLike) -> Array:
    """Mean binary cross-entropy: J(w, b) = (1/m) sum of [-y_i ln p_i - (1 - y_i) ln(1 - p_i)].

    Here p = sigmoid(X @ w + b), with w of shape (n,), b a scalar, X (m, n) and y (m,) of 0 and 1;
    the result is a scalar, the mean over the m samples, without a penalty.

    Computed from the logits as the mean of ln(1 + e^u) with u = (1 - 2y) z, which is exact where p
    has rounded to 0 or 1. The arithmetic has the precision of X: float32 stays float32. The
    libraries' own differentiation passes through, and complex w and b do for `complex_step`.

    Raises ValueError: shapes that do not fit; NaN or infinity; labels other than 0 and 1; no
    samples; X @ w + b or the sum of the losses overflows; a complex score is far from real.
    While a library traces (jit, vmap), only shapes are checked.

    Source: Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.2, equation 4.90,
    divided by m; stable form after Blanchard, Higham and Higham, Accurately computing the
    log-sum-exp and softmax functions, IMA Journal of Numerical Analysis 41 (2021).

    >>> print(round(loss([0.1, -0.2], 0.0, [[3.0, 5.0]], [1]), 11))
    1.10318604889
    >>> print(loss([1000.0], 0.0, [[1.0], [2.0]], [0, 0]))
    1500.0
    """
    xp, w, b, X, y = problem(w, b, X, y)
    u = (1 - 2 * y) * scores(w, b, X)
    require_near_real("(1 - 2y) * (X @ w + b)", u)
    with np.errstate(over="ignore"):  # an exception says it better
        mean = xp.mean(_kernels.softplus(xp, u, _kernels.capped_exp(xp, u)))
    return require_in_range("the sum of the losses", mean, "X and w are")

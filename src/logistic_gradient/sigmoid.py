"""The sigmoid, its derivative, its inverse, and its integral, elementwise.

All four are accurate to a few units in the last place wherever the result is a normal number,
in float32 and in float64. Each takes an array of any shape, or a number, and returns the same
shape. Real types other than float32 become float64; a complex argument gives the analytic
continuation near the real axis, which is what the complex step needs.
"""

import numpy as np

from . import _kernels
from ._arrays import Array, ArrayLike
from ._checks import finite_floating, probabilities
from ._results import require_near_real


def sigmoid(z: ArrayLike) -> Array:
    """Probability of label 1 at score z: 1 / (1 + e^-z).

    Any shape; elementwise. Never overflows: computed as E/(1 + E) with E = e^z, capped where the
    quotient has long been 1.

    Raises ValueError: z holds NaN, infinity, or something other than numbers.

    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 3.10.

    >>> print(round(sigmoid(-0.7), 12))
    0.331812227832
    >>> print(f"{sigmoid(-700):.6g}", sigmoid(0), sigmoid(36))
    9.85968e-305 0.5 0.9999999999999998
    """
    xp, z = finite_floating("z", z)
    return _kernels.sigmoid(_kernels.capped_exp(xp, z))


def sigmoid_derivative(z: ArrayLike) -> Array:
    """Slope of the sigmoid at score z: sigmoid(z) (1 - sigmoid(z)), at most 1/4.

    Any shape; elementwise. Computed as t/(1 + t)^2 with t = e^-|z|: 1 - sigmoid(z) would be 0 from
    z = 37 on.

    Raises ValueError: z holds NaN, infinity, or something other than numbers.

    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 3.10.

    >>> print(round(sigmoid_derivative(0.7), 12))
    0.221712873293
    >>> print(sigmoid_derivative(0))
    0.25
    """
    xp, z = finite_floating("z", z)
    return _kernels.sigmoid_derivative(xp, z)


def logit(p: ArrayLike) -> Array:
    """Score at which the sigmoid is p, the logarithm of the odds: ln(p / (1 - p)).

    Any shape; elementwise. The limits logit(0) = -inf and logit(1) = inf are returned.

    Near p = 1/2 the odds are near 1 and rounding them would cost the digits of their logarithm;
    there it is 2 artanh(2p - 1), whose argument is exact. Elsewhere it is ln p - ln(1 - p).

    Raises ValueError: p holds NaN, a number outside [0, 1], or something other than numbers.

    Source: Bishop, Pattern Recognition and Machine Learning (2006), section 4.2.

    >>> print(round(logit(0.331812227832), 11))
    -0.7
    >>> print(logit(0.5), logit(1))
    0.0 inf
    """
    xp, p = probabilities("p", p)
    middle = xp.abs(2 * p - 1) <= 0.5
    # Each part gets an argument at which it is 0 where the other is meant. Choosing between the
    # two results instead would turn the derivatives at p = 0 and p = 1 into NaN under autograd.
    with np.errstate(divide="ignore"):
        tail = xp.log(xp.where(middle, 1.0, p)) - xp.log1p(-xp.where(middle, 0.0, p))
    return 2 * xp.atanh(xp.where(middle, 2 * p - 1, 0.0)) + tail


def softplus(z: ArrayLike) -> Array:
    """Integral of the sigmoid: ln(1 + e^z), the loss of one sample with label 0 at score z.

    Any shape; elementwise. With label 1 the loss is softplus(-z).

    Raises ValueError: z holds NaN, infinity, or something other than numbers; the imaginary part of
    a complex z is large.

    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 3.10.

    >>> print(round(softplus(0.7), 11))
    1.10318604889
    >>> softplus([-1e308, 1e308]).tolist()
    [0.0, 1e+308]
    """
    xp, z = finite_floating("z", z)
    require_near_real("z", z)
    return _kernels.softplus(xp, z, _kernels.capped_exp(xp, z))

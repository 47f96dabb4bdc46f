"""Derivatives of a function from its values alone, to check formulas for derivatives against.

Each function returns the partial derivatives of f at x, in the shape of x. f takes a NumPy array of
the shape of x and returns one number. To check the bias too, pass it by itself as x, or as one more
element of x. The arithmetic is float64; an f that rounds to float32 leaves few digits.

A difference tells whether a derivative belongs to the function given, not whether the function is
the right one: compare values with something independent first.
"""

import numpy as np

from ._arrays import Array, ArrayLike
from ._checks import require_function
from ._differences import (
    Function,
    point_beside,
    quotient,
    real_point,
    real_value_at,
    step_at,
    value_at,
)
from ._numbers import positive

EPSILON = 2.0**-52  # the distance from 1 to the next float64
LEAST_STEP = float(np.finfo(np.float64).tiny) / EPSILON  # even eps times it is a normal number
IMAGINARY_STEP = 1e-20  # its square vanishes beside 1, and it is still a normal number in float32


def forward_difference(f: Function, x: ArrayLike, h: float | None = None) -> Array:
    """Partial derivatives of f at x: (f(x + h e_j) - f(x)) / h, with about 8 digits at best.

    x has any shape, and so has the result. By default h = eps^(1/2) max(1, |x_j|) with eps = 2^-52:
    then the truncation error, h |f''| / 2, and the rounding error, 2 eps |f| / h, are about equal.

    Raises ValueError: x or a value of f is NaN, infinite or complex; f does not return one number;
    h is not positive and finite, or so small that x + h is x. TypeError: f cannot be called.

    Source: Nocedal and Wright, Numerical Optimization (2nd edition, 2006), section 8.1.

    >>> forward_difference(lambda x: x[0] / x[1], [3.0, 7.0]).round(6).tolist()
    [0.142857, -0.061224]
    """
    x = real_point(x)
    require_function("f", f)
    value = real_value_at(x, f)
    partials = np.empty_like(x)
    for j in np.ndindex(x.shape):
        above = point_beside(x, j, step_at(x[j], h, EPSILON ** (1 / 2)))
        partials[j] = quotient(real_value_at(above, f) - value, x[j], above[j])
    return partials[()]


def central_difference(f: Function, x: ArrayLike, h: float | None = None) -> Array:
    """Partial derivatives of f at x: (f(x + h e_j) - f(x - h e_j)) / 2h, about 10 digits at best.

    x has any shape, and so has the result. By default h = eps^(1/3) max(1, |x_j|) with eps = 2^-52:
    then the truncation error, h^2 |f'''| / 6, and the rounding error, eps |f| / h, are about equal.

    Raises ValueError: x or a value of f is NaN, infinite or complex; f does not return one number;
    h is not positive and finite, or so small that x + h is x. TypeError: f cannot be called.

    Source: Nocedal and Wright, Numerical Optimization (2nd edition, 2006), section 8.1.

    >>> central_difference(lambda x: x[0] / x[1], [3.0, 7.0]).round(9).tolist()
    [0.142857143, -0.06122449]
    """
    x = real_point(x)
    require_function("f", f)
    partials = np.empty_like(x)
    for j in np.ndindex(x.shape):
        step = step_at(x[j], h, EPSILON ** (1 / 3))
        above, below = point_beside(x, j, step), point_beside(x, j, -step)
        difference = real_value_at(above, f) - real_value_at(below, f)
        partials[j] = quotient(difference, below[j], above[j])
    return partials[()]


def complex_step(f: Function, x: ArrayLike, h: float = IMAGINARY_STEP) -> Array:
    """Partial derivatives of f at x: Im f(x + i h e_j) / h, exact to rounding.

    x has any shape, and so has the result. Nothing is subtracted, so h need not be a compromise:
    the truncation error, h^2 |f'''| / 6, is far below rounding at the default 1e-20.

    f must be analytic and take complex arguments: no abs, no conversion to float. The functions of
    this package do for NumPy arrays. It does not nest: f may not itself use a complex step.

    Raises ValueError: x or a value of f is NaN or infinite; x is complex; f does not return one
    number, or returns a real one; h is not positive and finite, or so small that the imaginary part
    would vanish. TypeError: f cannot be called.

    Source: Squire and Trapp, Using complex variables to estimate derivatives of real functions,
    SIAM Review 40 (1998), 110-112.

    >>> from logistic_gradient import gradient, loss
    >>> X, y, w, b = [[3.0, 5.0]], [1], [0.1, -0.2], 0.0
    >>> complex_step(lambda w: loss(w, b, X, y), w).round(11).tolist()
    [-2.0045633165, -3.34093886084]
    >>> gradient(w, b, X, y)[0].round(11).tolist()
    [-2.0045633165, -3.34093886084]
    """
    x, h = real_point(x), positive("h", h)
    if h < LEAST_STEP:
        raise ValueError(f"h is {h}: it must be at least {LEAST_STEP:.3g}, or the result vanishes")
    require_function("f", f)
    partials = np.empty_like(x)
    for j in np.ndindex(x.shape):
        moved = point_beside(x.astype(np.complex128), j, 1j * h)
        value = value_at(moved, f)
        if not np.iscomplexobj(value):
            raise ValueError(
                "f returned a real number for a complex argument: it must keep the imaginary part "
                "(abs, float and comparisons lose it)"
            )
        partials[j] = value.imag / h
    return partials[()]

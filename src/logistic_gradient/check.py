"""Derivatives of a function from its values alone, to check formulas for derivatives against.

Each function returns the partial derivatives of f at x, in the shape of x. f takes a NumPy array of
the shape of x and returns one number. To check the bias too, pass it by itself as x, or as one more
element of x. The arithmetic is float64; an f that rounds to float32 leaves few digits.

A difference tells whether a derivative belongs to the function given, not whether the function is
the right one: compare values with something independent first.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

from ._arrays import Array, ArrayLike, as_array
from ._checks import finite_floating, require_function
from ._numbers import positive

Function: TypeAlias = Callable[[Any], Any]

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
    x = _real_point(x)
    require_function("f", f)
    value = _real_value(f, x)
    partials = np.empty_like(x)
    for j in np.ndindex(x.shape):
        above = _moved(x, j, _step(h, EPSILON ** (1 / 2), x[j]))
        partials[j] = _quotient(_real_value(f, above) - value, x[j], above[j])
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
    x = _real_point(x)
    require_function("f", f)
    partials = np.empty_like(x)
    for j in np.ndindex(x.shape):
        step = _step(h, EPSILON ** (1 / 3), x[j])
        above, below = _moved(x, j, step), _moved(x, j, -step)
        difference = _real_value(f, above) - _real_value(f, below)
        partials[j] = _quotient(difference, below[j], above[j])
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
    x, h = _real_point(x), positive("h", h)
    if h < LEAST_STEP:
        raise ValueError(
            f"h is {h}: it must be at least {LEAST_STEP:.3g}, or f(x + i h) loses digits"
        )
    require_function("f", f)
    partials = np.empty_like(x)
    for j in np.ndindex(x.shape):
        moved = _moved(x.astype(np.complex128), j, 1j * h)
        value = _value(f, moved)
        if not np.iscomplexobj(value):
            raise ValueError(
                "f returned a real number for a complex argument: it must keep the imaginary part "
                "(abs, float and comparisons lose it)"
            )
        partials[j] = value.imag / h
    return partials[()]


def _real_point(x: ArrayLike) -> Array:
    _, point = finite_floating("x", x)
    point = np.asarray(point)
    if np.iscomplexobj(point):
        raise ValueError("x is complex: it must be real")
    return point.astype(np.float64)


def _step(h: float | None, relative: float, x: float) -> float:
    return relative * max(1.0, abs(x)) if h is None else positive("h", h)


def _moved(x: Array, j: tuple[int, ...], step: complex) -> Array:
    moved = x.copy()
    with np.errstate(over="ignore"):  # an exception says it better than a warning
        moved[j] += step
    if not np.isfinite(moved[j]):
        raise ValueError(f"h is {abs(step)}: it is too large, x + h overflows at x = {x[j]}")
    return moved


def _quotient(difference: float, below: float, above: float) -> float:
    """Return difference / (above - below); dividing by h itself would count its rounding as slope."""
    if above == below:
        raise ValueError(f"h is lost beside x = {below}: it must be large enough to change x")
    with np.errstate(over="ignore"):  # an exception says it better than a warning
        distance = above - below
    quotient = difference / float(distance)
    if not np.isfinite([distance, quotient]).all():
        raise ValueError(f"{difference} / {distance} at x = {below} leaves the range: change h")
    return quotient


def _value(f: Function, x: Array) -> Array:
    with np.errstate(over="ignore", invalid="ignore"):  # an exception says it better
        returned = f(x[()])
    _, value = as_array("f(x)", returned)
    value = np.asarray(value)
    if value.size != 1:
        raise ValueError(f"f returned shape {value.shape}: it must return one number")
    if not np.isfinite(value).all():
        raise ValueError(f"f is {value.item()} at x = {x.tolist()}: its value must be finite")
    return value.reshape(())


def _real_value(f: Function, x: Array) -> float:
    value = _value(f, x)
    if np.iscomplexobj(value):
        raise ValueError("f returned a complex number: it must return a real one")
    return float(value)

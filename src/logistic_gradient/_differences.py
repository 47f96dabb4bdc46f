"""What the differences of `check` share: checked points, steps, values and quotients."""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

from ._arrays import Array, ArrayLike, as_array
from ._checks import finite_floating
from ._numbers import positive

Function: TypeAlias = Callable[[Any], Any]


def real_point(x: ArrayLike) -> Array:
    """Return x as finite float64 numbers of NumPy."""
    _, point = finite_floating("x", x)
    point = np.asarray(point)
    if np.iscomplexobj(point):
        raise ValueError("x is complex: it must be real")
    return point.astype(np.float64)


def step_at(x: float, h: float | None, relative: float) -> float:
    """Return h, or by default the relative step times the size of x, if that is above 1."""
    return relative * max(1.0, abs(x)) if h is None else positive("h", h)


def point_beside(x: Array, j: tuple[int, ...], step: complex) -> Array:
    """Return a copy of x whose element j is moved by a step."""
    moved = x.copy()
    with np.errstate(over="ignore"):  # an exception says it better than a warning
        moved[j] += step
    if not np.isfinite(moved[j]):
        raise ValueError(f"h is {abs(step)}: it is too large, x + h overflows at x = {x[j]}")
    return moved


def quotient(difference: float, below: float, above: float) -> float:
    """Return difference / (above - below): dividing by h would count its rounding as slope."""
    if above == below:
        raise ValueError(f"h is lost beside x = {below}: it must be large enough to change x")
    with np.errstate(over="ignore"):
        distance = float(above - below)
    slope = difference / distance
    if not np.isfinite([distance, slope]).all():
        raise ValueError(f"{difference} / {distance} at x = {below} leaves the range: change h")
    return slope


def value_at(x: Array, f: Function) -> Array:
    """Return f(x), which must be one finite number."""
    with np.errstate(all="ignore"):
        returned = f(x[()])
    _, value = as_array("f(x)", returned)
    value = np.asarray(value)
    if value.size != 1:
        raise ValueError(f"f returned shape {value.shape}: it must return one number")
    if not np.isfinite(value).all():
        raise ValueError(f"f is {value.item()} at x = {x.tolist()}: its value must be finite")
    return value.reshape(())


def real_value_at(x: Array, f: Function) -> float:
    """Return f(x), which must be one finite real number."""
    value = value_at(x, f)
    if np.iscomplexobj(value):
        raise ValueError("f returned a complex number: it must return a real one")
    return float(value)

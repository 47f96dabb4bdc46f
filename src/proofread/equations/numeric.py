"""Arithmetic that the checker evaluates with.

Numbers are exact fractions where a page gives them, 60-digit floats where a function is applied to
those, and doubles at random points. Derivatives use dual numbers a + b·ε with ε² = 0: like the
complex step they are exact to rounding (no difference is taken), and unlike it they nest, because
each derivative carries its own ε, told apart by a tag.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from proofread.equations.errors import EquationError
from proofread.equations.precise import apply, nearest

Array = npt.NDArray[np.object_]
Scalar = Any  # int, Fraction, Precise, float or Dual: they share operators, but no base class
Value = Any  # a Scalar or an Array

_tags = itertools.count(1)


def new_tag() -> int:
    """Return a tag for a derivative that starts inside all those begun before it."""
    return next(_tags)


class Dual:
    """`real + slope·ε`; of two tags, the larger is the outer one of the nest."""

    __slots__ = ("real", "slope", "tag")

    def __init__(self, tag: int, real: Scalar, slope: Scalar) -> None:
        self.tag, self.real, self.slope = tag, real, slope

    def _split(self, other: Scalar) -> tuple[int, Scalar, Scalar, Scalar, Scalar]:
        if isinstance(other, Dual):
            if other.tag == self.tag:
                return self.tag, self.real, self.slope, other.real, other.slope
            if other.tag > self.tag:
                return other.tag, self, 0, other.real, other.slope
        return self.tag, self.real, self.slope, other, 0

    def __add__(self, other: Scalar) -> Scalar:
        if isinstance(other, np.ndarray):
            return NotImplemented
        tag, a, da, b, db = self._split(other)
        return Dual(tag, a + b, da + db)

    __radd__ = __add__

    def __neg__(self) -> Dual:
        return Dual(self.tag, -self.real, -self.slope)

    def __sub__(self, other: Scalar) -> Scalar:
        if isinstance(other, np.ndarray):
            return NotImplemented
        tag, a, da, b, db = self._split(other)
        return Dual(tag, a - b, da - db)

    def __rsub__(self, other: Scalar) -> Scalar:
        return (-self) + other

    def __mul__(self, other: Scalar) -> Scalar:
        if isinstance(other, np.ndarray):
            return NotImplemented
        tag, a, da, b, db = self._split(other)
        return Dual(tag, a * b, a * db + da * b)

    __rmul__ = __mul__

    def __truediv__(self, other: Scalar) -> Scalar:
        if isinstance(other, np.ndarray):
            return NotImplemented
        tag, a, da, b, db = self._split(other)
        return Dual(tag, divide(a, b), divide(da * b - a * db, b * b))

    def __rtruediv__(self, other: Scalar) -> Scalar:
        return Dual(
            self.tag,
            divide(other, self.real),
            divide(-other * self.slope, self.real * self.real),
        )

    def __lt__(self, other: Scalar) -> bool:
        return bool(primal(self) < primal(other))

    def __gt__(self, other: Scalar) -> bool:
        return bool(primal(self) > primal(other))

    def __repr__(self) -> str:
        return f"{self.real} + {self.slope}ε"


def primal(x: Scalar) -> Scalar:
    """Return the number without any ε."""
    while isinstance(x, Dual):
        x = x.real
    return x


def slope(x: Scalar, tag: int) -> Scalar:
    """Return the derivative carried under `tag`; zero when the number does not depend on it."""
    if not isinstance(x, Dual) or x.tag < tag:
        return 0
    if x.tag == tag:
        return x.slope
    return Dual(x.tag, slope(x.real, tag), slope(x.slope, tag))


def exact(x: Scalar) -> bool:
    """Whether a number is free of rounding."""
    return isinstance(x, (int, Fraction))


def divide(a: Scalar, b: Scalar) -> Scalar:
    """Quotient; two whole numbers give a fraction, not a float."""
    if primal(b) == 0:
        raise EquationError("division by zero")
    return Fraction(a, b) if isinstance(a, int) and isinstance(b, int) else a / b


def _elementary(
    of_float: Callable[[float], float],
    name: str,
    derivative: Callable[[Scalar], Scalar],
) -> Callable[[Value], Value]:
    def function(x: Value) -> Value:
        if isinstance(x, np.ndarray):
            return each(function, x)
        if isinstance(x, Dual):
            return Dual(x.tag, function(x.real), derivative(x.real) * x.slope)
        if isinstance(x, float):
            return of_float(x)
        value = apply(name, x)
        if value is None:
            raise EquationError("a function was evaluated outside its domain")
        if exact(x) and abs(value) < 2**53 and value == nearest(value):
            return nearest(value)
        return value

    return function


def each(function: Callable[[Scalar], Scalar], x: Array) -> Array:
    """Apply a function to every entry."""
    result = np.empty(x.shape, dtype=object)
    for place, entry in np.ndenumerate(x):
        result[place] = function(entry)
    return result


def power(x: Scalar, y: Scalar) -> Scalar:
    """`x` to the power `y`, exact for whole exponents of exact numbers."""
    if exact(y) and Fraction(y).denominator == 1:
        n = int(y)
        if abs(n) > 64 or (exact(x) and abs(Fraction(x).numerator).bit_length() * abs(n) > 4096):
            return exp(n * log(x))
        result: Scalar = 1
        for _ in range(abs(n)):
            result = result * x
        return divide(1, result) if n < 0 else result
    if exact(y) and Fraction(y) == Fraction(1, 2):
        return sqrt(x)
    return exp(y * log(x))


def sign(x: Value) -> Value:
    """+1, 0 or -1."""
    if isinstance(x, np.ndarray):
        return each(sign, x)
    value = primal(x)
    return (value > 0) - (value < 0)


def absolute(x: Value) -> Value:
    """Absolute value; its derivative is the sign."""
    if isinstance(x, np.ndarray):
        return each(absolute, x)
    if isinstance(x, Dual):
        return -x if primal(x) < 0 else x
    return abs(x)


def _sqrt_exact(x: Scalar) -> Scalar:
    if exact(x) and x >= 0:
        top, bottom = Fraction(x).numerator, Fraction(x).denominator
        a, b = math.isqrt(top), math.isqrt(bottom)
        if a * a == top and b * b == bottom:
            return Fraction(a, b)
    return _root(x)


def sqrt(x: Value) -> Value:
    """Square root, exact where it can be."""
    return each(_sqrt_exact, x) if isinstance(x, np.ndarray) else _sqrt_exact(x)


def exp(x: Value) -> Value:
    """Exponential function, its own derivative."""
    return _exp(x)


_exp = _elementary(math.exp, "exp", exp)
log = _elementary(math.log, "log", lambda x: divide(1, x))
log1p = _elementary(math.log1p, "log1p", lambda x: divide(1, 1 + x))
_root = _elementary(math.sqrt, "sqrt", lambda x: divide(1, 2 * sqrt(x)))

"""Arithmetic that the checker evaluates with.

Numbers are exact fractions where a page gives them, 60-digit floats where a function is applied to
those, and doubles at random points; derivatives use the dual numbers of dual.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from proofread.equations.dual import Array, Dual, Scalar, Value, divide, exact, primal
from proofread.equations.errors import DomainError
from proofread.equations.precise import apply

LONGEST = 4096  # bits of a power that is exact
OUTSIDE = "a function was evaluated outside its domain"
MOST = 64  # factors of a power of what is not


@dataclass(frozen=True)
class _Elementary:
    """A function of real numbers; exact where it has an exact value at an exact number."""

    of_float: Callable[[float], float]
    name: str
    derivative: Callable[[Scalar], Scalar]
    exactly: Mapping[Scalar, int]

    def __call__(self, x: Value) -> Value:
        if isinstance(x, np.ndarray):
            return each(self, x)
        if isinstance(x, Dual):
            return Dual(x.tag, self(x.real), self.derivative(x.real) * x.slope)
        if isinstance(x, float):
            return self._of_float(x)
        if exact(x) and x in self.exactly:
            return self.exactly[x]
        value = apply(self.name, x)
        if value is None:
            raise DomainError(OUTSIDE)
        return value

    def _of_float(self, x: float) -> float:
        try:
            return self.of_float(x)
        except ValueError as error:
            raise DomainError(OUTSIDE) from error


def each(function: Callable[[Scalar], Scalar], x: Array) -> Array:
    """Apply a function to every entry."""
    result = np.empty(x.shape, dtype=object)
    for place, entry in np.ndenumerate(x):
        result[place] = function(entry)
    return result


def power(x: Scalar, y: Scalar) -> Scalar:
    """`x` to the power `y`, exact for whole exponents of exact numbers unless that is too long."""
    if exact(y) and y == int(y):
        size = abs(int(y))
        if exact(x) and size * _bits(x) <= LONGEST:
            return divide(1, x**size) if y < 0 else x**size
        if not exact(x) and size <= MOST:
            product = math.prod([x] * size)
            return divide(1, product) if y < 0 else product
    if exact(y) and y == Fraction(1, 2):
        return sqrt(x)
    return exp(y * log(x))


def _bits(x: Scalar) -> int:
    fraction = Fraction(x)
    return max(fraction.numerator.bit_length(), fraction.denominator.bit_length())


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


def _itself(x: Scalar) -> Scalar:
    return exp(x)


exp = _Elementary(math.exp, "exp", _itself, {0: 1})
log = _Elementary(math.log, "log", lambda x: divide(1, x), {1: 0})
log1p = _Elementary(math.log1p, "log1p", lambda x: divide(1, 1 + x), {0: 0})
_root = _Elementary(math.sqrt, "sqrt", lambda x: divide(1, 2 * sqrt(x)), {})

"""Arithmetic that the checker evaluates with.

Numbers are exact fractions where a page gives them, 60-digit floats where a function is applied to
those, and doubles at random points; derivatives use the dual numbers of dual.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

import numpy as np

from proofread.equations.dual import Array, Dual, Scalar, Value, divide, exact, primal
from proofread.equations.errors import EquationError
from proofread.equations.precise import apply, nearest


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

r"""Dual numbers a + b·ε with ε² = 0: derivatives that are exact to rounding, and that nest.

Like the complex step they take no difference; unlike it they nest, because each derivative carries
its own ε, told apart by a tag.
"""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from proofread.equations.errors import DomainError

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
        tag, a, da, b, db = self._split(other)
        return Dual(tag, divide(a, b), divide(da * b - a * db, b * b))

    def __rtruediv__(self, other: Scalar) -> Scalar:
        return Dual(
            self.tag,
            divide(other, self.real),
            divide(-other * self.slope, self.real * self.real),
        )


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
        raise DomainError("division by zero")
    return Fraction(a, b) if isinstance(a, int) and isinstance(b, int) else a / b

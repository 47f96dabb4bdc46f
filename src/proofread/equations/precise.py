"""Real numbers of 60 digits that work together with exact fractions and with doubles.

mpmath's own numbers do not subtract from or compare with `Fraction` in every release, so they are
wrapped here. Mixed with a double, the result is a double: its rounding must not look precise.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it has no types

_CONTEXT = mpmath.mp.clone()
_CONTEXT.dps = 60


class Precise:
    """A number of 60 digits."""

    __slots__ = ("number",)

    def __init__(self, number: Any) -> None:
        self.number = number

    def _with(self, other: Any, operation: Callable[[Any, Any], Any]) -> Any:
        if isinstance(other, float):
            return operation(float(self), other)
        converted = convert(other)
        if converted is None:
            return NotImplemented
        return Precise(operation(self.number, converted))

    def __add__(self, other: Any) -> Any:
        return self._with(other, lambda a, b: a + b)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return self._with(other, lambda a, b: a - b)

    def __rsub__(self, other: Any) -> Any:
        return self._with(other, lambda a, b: b - a)

    def __mul__(self, other: Any) -> Any:
        return self._with(other, lambda a, b: a * b)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        return self._with(other, lambda a, b: a / b)

    def __rtruediv__(self, other: Any) -> Any:
        return self._with(other, lambda a, b: b / a)

    def __neg__(self) -> Precise:
        return Precise(-self.number)

    def __abs__(self) -> Precise:
        return Precise(abs(self.number))

    def __float__(self) -> float:
        return float(self.number)

    def __int__(self) -> int:
        return int(self.number)

    def __hash__(self) -> int:
        return hash(self.number)

    def __eq__(self, other: object) -> bool:
        converted = convert(other)
        return converted is not None and bool(self.number == converted)

    def __lt__(self, other: Any) -> bool:
        return bool(self.number < convert(other))

    def __le__(self, other: Any) -> bool:
        return bool(self.number <= convert(other))

    def __gt__(self, other: Any) -> bool:
        return bool(self.number > convert(other))

    def __ge__(self, other: Any) -> bool:
        return bool(self.number >= convert(other))

    def __repr__(self) -> str:
        return str(self.number)


def convert(x: object) -> Any:
    """Return the number for mpmath; None for what is no real number."""
    if isinstance(x, Precise):
        return x.number
    if isinstance(x, Fraction):
        return _CONTEXT.mpf(x.numerator) / x.denominator
    if isinstance(x, (int, float)):
        return _CONTEXT.mpf(x)
    return None


def precise(x: object) -> Precise:
    """Any real number with 60 digits."""
    return Precise(convert(x))


def nearest(x: Precise) -> int:
    """Return the nearest whole number."""
    return int(_CONTEXT.nint(x.number))


def apply(name: str, x: object) -> Precise | None:
    """Return a function of mpmath by its name; None outside its real domain.

    Raises:
        OverflowError: as doubles do, of a power so large that it would take hours.

    """
    number = convert(x)
    if name == "exp" and abs(number) > LARGEST:
        raise OverflowError("a power too large to evaluate")
    value = getattr(_CONTEXT, name)(number)
    return Precise(value) if isinstance(value, _CONTEXT.mpf) else None


def largest_singular(rows: list[list[object]]) -> Precise:
    """Return the largest singular value of a matrix."""
    matrix = _CONTEXT.matrix([[convert(item) for item in row] for row in rows])
    return Precise(max(_CONTEXT.svd_r(matrix, compute_uv=False)))


PI, E = Precise(+_CONTEXT.pi), Precise(+_CONTEXT.e)
LARGEST = _CONTEXT.mpf(2) ** 1000  # for exp, which needs as many digits as its argument has
TEN = Precise(_CONTEXT.mpf(10))


def ten_to(exponent: int) -> Precise:
    """Return a power of ten."""
    return Precise(_CONTEXT.mpf(10) ** exponent)

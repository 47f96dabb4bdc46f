"""The rules for arguments that are one real number: rates, penalties, counts."""

import operator
from collections.abc import Callable
from typing import Any

from array_api_compat import array_namespace, is_array_api_obj

from ._arrays import Array, ArrayLike
from ._checks import finite_floating, require, scalar
from ._conversion import require_unmasked


def positive(name: str, value: ArrayLike) -> float:
    """Return a Python number, beside which float32 arrays stay float32."""
    return _real_number(name, value, lambda array: array > 0, "it must be above 0")


def not_negative(name: str, value: ArrayLike) -> float:
    """Return a Python number, beside which float32 arrays stay float32."""
    return _real_number(name, value, lambda array: array >= 0, "it must not be negative")


def whole_number(name: str, value: Any, least: int) -> int:
    """Return `value` as a Python int, which must be at least `least`; 3.0 is no whole number."""
    require_unmasked(name, value)
    refusal = ValueError(f"{name} is {value!r}: it must be a whole number")
    if _is_truth_value(value):  # an index for some, but hardly what was meant
        raise refusal
    try:
        number = operator.index(value)
    except TypeError:
        raise refusal from None
    if number < least:
        raise ValueError(f"{name} is {number}: it must be at least {least}")
    return number


def _is_truth_value(value: Any) -> bool:
    if is_array_api_obj(value):
        return bool(array_namespace(value).isdtype(value.dtype, "bool"))
    return isinstance(value, bool)


def _real_number(
    name: str, value: ArrayLike, condition: Callable[[Array], Array], rule: str
) -> float:
    xp, array = finite_floating(name, value)
    scalar(name, array)
    if xp.isdtype(array.dtype, "complex floating"):
        raise ValueError(f"{name} is {complex(array)}: it must be real")
    require(name, array, condition(array), rule)
    return float(array)

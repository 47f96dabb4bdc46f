"""Which library and which precision: decided by one argument, followed by the others.

That one argument is asked alone: a namespace asked of several would raise for a NumPy label vector
beside a PyTorch matrix. float32 and float64 stay what they are, complex64 and complex128 too (the
complex step needs them); every other real type becomes float64.
"""

from typing import Any, TypeAlias

import numpy as np
from array_api_compat import (
    array_namespace,
    device,
    is_array_api_obj,
    is_numpy_namespace,
    is_torch_namespace,
)

from ._conversion import as_numpy, cast

Array: TypeAlias = Any  # an array of any of the libraries; a static type for that does not exist
ArrayLike: TypeAlias = Any  # the same, or a number, or a nested list of numbers


def as_array(name: str, value: ArrayLike) -> tuple[Any, Array]:
    """Return the library of `value`, and `value` as its array; lists and numbers become NumPy's."""
    if not is_array_api_obj(value) or isinstance(value, np.ndarray | np.generic):
        value = as_numpy(name, value)
    xp = array_namespace(value)
    try:
        numbers = xp.isdtype(value.dtype, ("bool", "numeric"))
    except TypeError:  # of a type that NumPy does not know, as JAX's random keys are
        numbers = False
    if not numbers:
        raise ValueError(f"{name} has dtype {value.dtype}: it must hold numbers")
    return xp, value


def as_floating(name: str, value: ArrayLike) -> tuple[Any, Array]:
    """Return the library of `value`, and `value` as floating-point numbers."""
    xp, array = as_array(name, value)
    _require_complex_arithmetic(name, xp, array)
    if array.dtype not in (xp.float32, xp.float64, xp.complex64, xp.complex128):
        is_complex = xp.isdtype(array.dtype, "complex floating")  # an extended one
        array = cast(name, xp, array, xp.complex128 if is_complex else xp.float64)
    return xp, array


def follow(name: str, value: ArrayLike, xp: Any, leader: Array) -> Array:
    """Return `value` as an array of the leader's library, device and precision.

    NumPy arrays, numbers and lists are carried over to any library; arrays of two other libraries
    are not mixed, because the copy would silently cut the one off from its autograd.
    """
    own, array = as_array(name, value)
    is_complex = own.isdtype(array.dtype, "complex floating")
    _require_complex_arithmetic(name, xp, array)
    if own is not xp:
        if not is_numpy_namespace(own):
            raise ValueError(
                f"{name} belongs to {_library(array)}, but the data to {_library(leader)}: "
                "all arguments must belong to one library"
            )
        # a copy, as PyTorch shares memory otherwise; float64, as it lacks some unsigned types
        array = np.array(array, dtype=np.complex128 if is_complex else np.float64)
        array = xp.asarray(array, device=device(leader))
    return cast(name, xp, array, _precision(xp, leader.dtype, is_complex))


def _require_complex_arithmetic(name: str, xp: Any, array: Array) -> None:
    """Raise ValueError for complex numbers that PyTorch is to compute with."""
    if is_torch_namespace(xp) and "complex" in str(array.dtype):
        rule = "it must be real in PyTorch, which has no minimum of complex numbers"
        raise ValueError(f"{name} is complex: {rule}")


def _precision(xp: Any, dtype: Any, is_complex: bool) -> Any:
    if not is_complex:
        return dtype
    return xp.complex64 if dtype in (xp.float32, xp.complex64) else xp.complex128


def _library(array: Array) -> str:
    return type(array).__module__.partition(".")[0]

"""What becomes of values that are not floating-point arrays yet: nothing is lost on the way.

NumPy would forget a mask, take a sparse matrix for one object, and turn a number that is too large
for the precision into infinity.
"""

from numbers import Number
from typing import Any, NoReturn

import numpy as np
from array_api_compat import is_numpy_namespace


def as_numpy(name: str, value: Any) -> Any:
    """Return numbers, lists, frames and NumPy's own arrays as an array of NumPy's base class."""
    if hasattr(value, "toarray"):  # SciPy's; NumPy would wrap it as a single object
        raise ValueError(f"{name} is a sparse matrix: it must be dense, as {name}.toarray() is")
    require_unmasked(name, value)
    try:
        array = np.asarray(value)  # subclasses too: their * may mean something else
    except ValueError:
        raise ValueError(f"{name} is ragged: its rows must have the same length") from None
    if array.dtype.kind not in "biufc":
        _refuse(name, array)
    return array


def cast(name: str, xp: Any, array: Any, dtype: Any) -> Any:
    """Return the array with this dtype, into whose range its numbers must fit."""
    # Other libraries give infinity, which is refused later, where there are values.
    if not is_numpy_namespace(xp) or array.dtype.itemsize <= np.dtype(dtype).itemsize:
        return xp.astype(array, dtype, copy=False)
    with np.errstate(over="ignore"):  # an exception says it better than a warning
        result = xp.astype(array, dtype, copy=False)
    lost = np.isinf(result) & np.isfinite(array)
    if lost.any():
        where, number = element(name, array, int(np.argmax(lost)))
        precision = np.dtype(dtype)
        raise ValueError(
            f"{where} is {number!s}: it must be at most {np.finfo(precision).max:.3g}, the largest "
            f"{precision.name}"
        )
    return result


def require_unmasked(name: str, value: Any) -> None:
    """Raise ValueError for a masked value, also in a row of a list."""
    rows = value if isinstance(value, list | tuple) else [value]
    if any(isinstance(row, np.ma.MaskedArray) for row in rows):
        mask = np.ma.getmaskarray(np.ma.array(value))
        if mask.any():
            where, _ = element(name, mask, int(np.argmax(mask)))
            raise ValueError(f"{where} is masked: every value must be present")


def _refuse(name: str, array: Any) -> NoReturn:
    """Raise ValueError for an array of something other than NumPy's numbers: name the first."""
    strange = np.array([not isinstance(one, Number | np.bool_) for one in array.ravel()])
    if strange.any():
        where, one = element(name, array, int(np.argmax(strange)))
        named = isinstance(one, str) or one is None
        shown = repr(one and str(one)) if named else f"a {type(one).__name__}"
        raise ValueError(f"{where} is {shown}: every value must be a number")
    raise ValueError(
        f"{name} has dtype {array.dtype}: it must hold numbers of one type, as "
        f"np.asarray({name}, float)"
    )


def element(name: str, array: Any, place: int) -> tuple[str, Any]:
    """Return name and value of the element at a place, of all elements in a row."""
    index = [int(i) for i in np.unravel_index(place, array.shape)]
    return (f"{name}{index}" if index else name), array[tuple(index)]

"""The quick way past the checks, for arguments that have nothing to convert and nothing wrong.

The rules and their messages are in `_checks`, written for any library, which takes as long as some
hundred samples take to compute. Here NumPy alone is asked, and only whether all is well: if not,
or if that cannot be told at once, the rules say why.
"""

import math
from typing import Any

import numpy as np
from array_api_compat import array_namespace

from ._arrays import Array, ArrayLike

NUMPY = array_namespace(np.empty(0))
FLOATING = (np.dtype(np.float64), np.dtype(np.float32))


def ready(w: ArrayLike, b: ArrayLike, X: ArrayLike, y: ArrayLike) -> bool:
    """Tell whether `problem` would return these arguments as they are, in substance."""
    if not (type(X) is type(w) is type(y) is np.ndarray) or X.dtype not in FLOATING:
        return False
    number: Any = X.dtype.type
    return bool(
        w.dtype == y.dtype == X.dtype
        and (type(b) is number or (type(b) is float and number is np.float64))
        and math.isfinite(b)
        and X.ndim == 2
        and y.shape == X.shape[:1]
        and w.shape == X.shape[1:]
        and X.size
        and finite(w)
        and np.count_nonzero(y == 1) == np.count_nonzero(y.astype(bool))  # NaN counts as True
    )


def finite(array: Array) -> bool:
    """Tell whether this is an array or number of NumPy's, without NaN or infinity.

    To count what holds takes a third of the time that NumPy takes to reduce it by `all`, and
    Python's own answer on a single number a tenth of that.
    """
    if type(array) in (np.float64, np.float32):
        return math.isfinite(array)
    if type(array) is not np.ndarray:
        return False
    return bool(np.count_nonzero(np.isfinite(array)) == array.size)

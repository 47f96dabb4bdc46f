"""The rules for arguments, and the messages for those who break them.

Every message names the argument, the offending value and where it stands, and the rule. While a
library traces a function (jit, vmap) there are no values to look at, and only shapes are checked.
"""

from typing import Any

from array_api_compat import array_namespace

from ._arrays import Array, ArrayLike, as_array, as_floating, follow
from ._conversion import element
from ._ready import NUMPY, ready


def finite_floating(name: str, value: ArrayLike) -> tuple[Any, Array]:
    """Return the library of `value`, and `value` as finite floating-point numbers."""
    xp, array = as_floating(name, value)
    require(name, array, xp.isfinite(array), "every value must be finite")
    return xp, array


def probabilities(name: str, value: ArrayLike) -> tuple[Any, Array]:
    """Return the library of `value`, and `value` as floating-point numbers from 0 to 1."""
    xp, array = as_floating(name, value)
    real = xp.real(array)
    require(name, array, (real >= 0) & (real <= 1), "every probability must be between 0 and 1")
    return xp, array


def problem(
    w: ArrayLike, b: ArrayLike, X: ArrayLike, y: ArrayLike
) -> tuple[Any, Array, Array, Array, Array]:
    """Return the library of X, and w, b, X, y as its arrays, checked except for the values of X.

    `_results.scores` finds a NaN or infinity in X at a fraction of the cost.
    """
    if ready(w, b, X, y):
        return NUMPY, w, X.dtype.type(b), X, y
    xp, w, b, X = parameters(w, b, X)
    return xp, w, b, X, labels_of_rows(y, xp, X)


def parameters(w: ArrayLike, b: ArrayLike, X: ArrayLike) -> tuple[Any, Array, Array, Array]:
    """Return the library of X, and w, b, X as its arrays, checked except for the values of X."""
    xp, X = samples(X)
    w, b = weights_and_bias(w, b, xp, X, f"a weight for each of the {X.shape[1]} columns of X")
    return xp, w, b, X


def samples(X: ArrayLike) -> tuple[Any, Array]:
    """Return the library of X, and X of shape (m, n) as floating-point numbers, of any value."""
    xp, X = as_floating("X", X)
    if X.ndim != 2:
        hint = "; one sample x is the row x[None, :]" if X.ndim == 1 else ""
        raise ValueError(f"X has shape {tuple(X.shape)}: it must be (m, n), a row a sample{hint}")
    m, n = X.shape
    if m == 0 or n == 0:
        raise ValueError(f"X has shape {(m, n)}: it must have at least one row and one column")
    return xp, X


def labels_of_rows(y: ArrayLike, xp: Any, X: Array) -> Array:
    """Return y of shape (m,), of 0 and 1, as an array of the library and precision of X."""
    m = X.shape[0]
    y = labels("y", y)
    if y.shape != (m,):
        hint = "; a column would broadcast, use y.reshape(-1)" if y.shape == (m, 1) else ""
        raise ValueError(f"y has shape {tuple(y.shape)}: it must be ({m},), a label a row{hint}")
    return follow("y", y, xp, X)


def weights_and_bias(
    w: ArrayLike, b: ArrayLike, xp: Any, leader: Array, rule: str
) -> tuple[Array, Array]:
    """Return w of shape (n,) and the scalar b, finite; n is the leader's last axis."""
    n = leader.shape[-1]
    w = follow("w", w, xp, leader)
    if w.shape != (n,):
        raise ValueError(f"w has shape {tuple(w.shape)}: it must be ({n},), {rule}")
    b = scalar("b", follow("b", b, xp, leader))
    for name, value in (("w", w), ("b", b)):
        require(name, value, xp.isfinite(value), "every value must be finite")
    return w, b


def scalar(name: str, array: Array) -> Array:
    """Return the array, which must have no axes."""
    if array.ndim != 0:
        raise ValueError(f"{name} has shape {tuple(array.shape)}: it must be a single number")
    return array


def labels(name: str, value: ArrayLike) -> Array:
    """Return `value` as an array of 0 and 1, before any cast could turn 0.3 into a label."""
    xp, array = as_array(name, value)
    if xp.isdtype(array.dtype, "complex floating"):
        raise ValueError(f"{name} is complex: every label must be 0 or 1")
    require(name, array, (array == 0) | (array == 1), "every label must be 0 or 1")
    return array


def require_function(name: str, function: Any) -> None:
    """Raise TypeError if the argument cannot be called."""
    if not callable(function):
        raise TypeError(
            f"{name} is a {type(function).__name__}: it must be a function, named without ()"
        )


def require(name: str, array: Array, holds: Array, rule: str) -> None:
    """Raise ValueError for the first element of the array where the condition does not hold."""
    xp = array_namespace(array)
    if not fails(xp.all(holds)):
        return
    where, value = element(name, array, first_failure(holds))
    number = complex(value) if xp.isdtype(value.dtype, "complex floating") else float(value)
    raise ValueError(f"{where} is {number}: {rule}")


def first_failure(holds: Array) -> int:
    """Return the place, of all elements in a row, of the first that does not hold."""
    xp = array_namespace(holds)
    return int(xp.argmin(xp.astype(holds, xp.int8)))


def fails(condition: Array) -> bool:
    """Return whether a condition is known to be false."""
    try:
        return not bool(condition)
    except (TypeError, RuntimeError):  # JAX and PyTorch while they trace: nobody knows yet
        return False

"""The rules for what follows from arguments: scores, losses and derivatives must be in range."""

import numpy as np
from array_api_compat import array_namespace

from ._arrays import Array
from ._checks import fails, first_failure, require
from ._ready import finite


def scores(w: Array, b: Array, X: Array) -> Array:
    """Return X @ w + b, which must be finite.

    A NaN or infinity anywhere in X reaches the score of its row, whatever the weight (0 * NaN is
    NaN). Looking at the m scores finds it; looking at X itself would read m n numbers once more.
    """
    with np.errstate(over="ignore", invalid="ignore"):  # an exception says it better than a warning
        z = X @ w + b
    require_finite_scores(z, X)
    return z


def require_finite_scores(z: Array, X: Array, first_row: int = 0) -> None:
    """Raise ValueError if a score of the rows of X from `first_row` on is NaN or infinite.

    It blames X where X holds NaN or infinity, and overflow otherwise.
    """
    xp = array_namespace(X)
    if fails(xp.all(xp.isfinite(z))):
        require("X", X, xp.isfinite(X), "every value must be finite")
        row = first_row + first_failure(xp.isfinite(z))
        raise ValueError(f"X @ w + b overflows in row {row}: X and w are too large, rescale X")


def require_near_real(name: str, z: Array) -> None:
    """Raise ValueError for a complex number at which `softplus` would leave its branch.

    Of u and ln(1 + e^u), it takes the one with the larger real part. With cos(Im u) >= 0 that is
    the second, as it must be. The complex step needs imaginary parts far smaller than that.
    """
    xp = array_namespace(z)
    if xp.isdtype(z.dtype, "complex floating"):
        rule = "the imaginary part of a score must be between -1.5 and 1.5"
        require(name, z, xp.abs(xp.imag(z)) <= 1.5, rule)


def require_in_range(name: str, array: Array, cause: str) -> Array:
    """Return the array, a result: raise ValueError if finite arguments made it infinite or NaN."""
    if finite(array):
        return array
    xp = array_namespace(array)
    if fails(xp.all(xp.isfinite(array))):
        raise ValueError(f"{name} overflows: {cause} too large, rescale X")
    return array

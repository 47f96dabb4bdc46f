"""The formulas in mpmath, with 50 digits: what every other computation is compared with."""

from typing import Any

import mpmath
import numpy as np


class Oracle:
    """The formulas as on paper, in 50 digits, for one number at a time."""

    def __init__(self) -> None:
        self.mp = mpmath.mp.clone()
        self.mp.dps = 50

    def number(self, value: Any) -> Any:
        return value if isinstance(value, self.mp.mpf) else self.mp.mpf(float(value))

    def sigmoid(self, z: Any) -> Any:
        return 1 / (1 + self.mp.exp(-self.number(z)))

    def sigmoid_derivative(self, z: Any) -> Any:
        t = self.mp.exp(-abs(self.number(z)))
        return t / (1 + t) ** 2

    def softplus(self, z: Any) -> Any:
        z = self.number(z)
        return max(z, 0) + self.mp.log1p(self.mp.exp(-abs(z)))

    def logit(self, p: Any) -> Any:
        p = self.number(p)
        return self.mp.log(p / (1 - p))

    def binary_cross_entropy(self, y: Any, p: Any) -> Any:
        p = self.number(p)
        return -self.mp.log(p) if y == 1 else -self.mp.log1p(-p)

    def loss(self, y: Any, z: Any) -> Any:
        return self.softplus(-z if y == 1 else z)

    def residual(self, y: Any, z: Any) -> Any:
        return -self.sigmoid(-z) if y == 1 else self.sigmoid(z)

    def ulps(self, actual: Any, exact: Any) -> float:
        """Distance in units in the last place, of the precision of `actual`, at `exact`."""
        actual = np.asarray(actual)[()]
        if not np.isfinite(actual):
            return float("inf")
        near = actual.dtype.type(abs(float(exact)))
        below = np.nextafter(near, actual.dtype.type(0))  # above the largest float there is nothing
        unit = max(near - below, np.finfo(actual.dtype).smallest_subnormal)
        return float(abs(self.number(actual) - exact) / self.number(unit))

    def worst_ulps(self, actual: Any, exact: Any) -> float:
        assert len(actual) == len(exact) > 0
        return max(self.ulps(a, e) for a, e in zip(actual, exact, strict=True))

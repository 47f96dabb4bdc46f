"""Data sets on which the tests agree."""

from typing import Any

import numpy as np


def dyadic_problem(scale: float, seed: int = 3) -> tuple[Any, Any, Any, Any]:
    """Multiples of 1/8, so that every score is exact and the formulas alone are measured."""
    rng = np.random.default_rng(seed)
    X = rng.integers(-80, 81, (60, 3)) / 8
    w = rng.integers(-16, 17, 3) / 8 * scale
    return w, 0.375 * scale, X, rng.integers(0, 2, 60)

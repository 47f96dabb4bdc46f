"""Columns for the methods that need independent ones, and that those refuse others."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import newton, standard_errors


def random_columns(m: int, n: int) -> Any:
    return np.random.default_rng(m + n).normal(size=(m, n))


def assert_refused(X: Any, message: str) -> None:
    X = np.asarray(X)
    y = np.arange(len(X)) % 2
    with pytest.raises(ValueError, match=message):
        newton(X, y)
    with pytest.raises(ValueError, match=message):
        standard_errors(np.zeros(X.shape[1]), 0.0, X)

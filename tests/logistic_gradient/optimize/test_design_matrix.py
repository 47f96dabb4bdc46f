"""Columns are centred and scaled, and what is found for them returns to the units of X."""

import numpy as np
import pytest

from logistic_gradient import gradient, newton
from logistic_gradient.optimize.design_matrix import DesignMatrix
from tests.support.columns import assert_refused, random_columns


@pytest.mark.parametrize("m", [20, 90_000])  # one block of rows, and several
@pytest.mark.parametrize("penalty", [0.0, 0.25, 1e8])
def test_there_and_back(penalty: float, m: int) -> None:
    X, w, b = random_columns(m, 3) * [1, 1e3, 1e-3] + [5, 0, 1], np.array([1.0, -2.0, 3.0]), 0.5
    design = DesignMatrix.of(X, penalty)
    parameters = design.inward(w, b)
    np.testing.assert_allclose(design.A @ parameters, X @ w + b, rtol=1e-12)
    np.testing.assert_allclose(design.outward(parameters)[0], w, rtol=1e-14)
    np.testing.assert_allclose(design.outward(parameters)[1], b, rtol=1e-12)
    variance = np.var(X, axis=0)
    np.testing.assert_allclose(design.scale**2, variance + 4 * penalty, rtol=1e-13)


def test_the_gradient_in_the_units_of_x() -> None:
    X, y = random_columns(20, 3) * [1, 1e3, 1e-3] + [5, 0, 1], np.arange(20) % 2
    design = DesignMatrix.of(X, penalty=0.0)
    w, b = np.array([0.1, 1e-4, -20.0]), 0.5
    residual = 1 / (1 + np.exp(-X @ w - b)) - y
    dw, db = design.gradient_outward(design.A.T @ residual / 20)
    np.testing.assert_allclose(dw, gradient(w, b, X, y)[0], rtol=1e-12)
    np.testing.assert_allclose(db, gradient(w, b, X, y)[1], rtol=1e-12)


def test_a_column_too_large_to_be_centred_is_named() -> None:
    X = random_columns(30, 2)
    X[:, 1] = 1e308 * np.sign(X[:, 1])
    X[:20, 1] = 1e308
    assert_refused(X, r"^X\[:, 1\] is too large: its sum overflows, rescale X$")


def test_a_column_whose_weight_overflows_is_named() -> None:
    X = random_columns(30, 3)
    X[:, 1] *= 1e-310
    message = (
        r"^X\[:, 1\] has deviation \S+e-3\d\d: it is so small that the weight overflows, rescale"
    )
    with pytest.raises(ValueError, match=message):
        newton(X, X[:, 1] + 1e-310 * random_columns(30, 1)[:, 0] > 0)

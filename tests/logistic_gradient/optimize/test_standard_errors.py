"""Standard errors: against 50 digits, and against the inverse of the Hessian."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import hessian, newton, standard_errors


def test_against_50_digits(exact_fit: Any, overlapping: Any) -> None:
    X, y = overlapping
    for data in (X, X * [1e6, 1e-6, 1] + [0, 0, 1e6]):
        fit, exact = newton(data, y), exact_fit(data, y)
        errors = standard_errors(fit.w, fit.b, data)
        np.testing.assert_allclose(errors, np.array(exact.standard_errors, float), rtol=1e-9)


def test_the_formula_with_the_bias_last() -> None:
    rng = np.random.default_rng(2)
    X, w, b = rng.normal([1, 2, 3], 1, (30, 3)), rng.normal(size=3), 0.7
    covariance = np.linalg.inv(30 * hessian(w, b, X))
    np.testing.assert_allclose(standard_errors(w, b, X), np.sqrt(np.diag(covariance)), rtol=1e-12)


def test_they_fall_with_the_root_of_the_number_of_samples() -> None:
    X = np.random.default_rng(3).normal(size=(30, 2))
    one, four = (standard_errors([1.0, -1.0], 0.5, np.tile(X, (k, 1))) for k in (1, 4))
    np.testing.assert_allclose(four, one / 2, rtol=1e-13)


def test_float32_data_are_computed_in_float64() -> None:
    X = np.random.default_rng(3).normal(size=(30, 2)).astype(np.float32)
    errors = standard_errors([1.0, -1.0], 0.5, X)
    assert errors.dtype == np.float64
    expected = standard_errors([1.0, -1.0], 0.5, X.astype(np.float64))
    np.testing.assert_allclose(errors, expected, rtol=1e-15)


@pytest.mark.parametrize("w", [[1e3], [1e8]])
def test_a_hessian_without_curvature_is_an_error(w: list[float]) -> None:
    with pytest.raises(ValueError, match=r"^the Hessian at w and b is singular: p \(1 - p\) is"):
        standard_errors(w, 0.0, [[-2.0], [-1.0], [1.0], [2.0]])


@pytest.mark.parametrize(
    ("w", "X"),
    [
        ([1e3, 0.0], [[0.0, 1.0], [0.0, 2.0], [1.0, 1.0], [-1.0, 3.0]]),  # two rows of four count
        ([1.0, 1.0], [[0.0, 0.0], [46.0, 0.0], [0.0, 83.0]]),  # by 1, by 1e-20, by 1e-36
    ],
    ids=["no curvature", "too little"],
)
def test_a_hessian_without_curvature_in_one_direction_is_an_error(w: Any, X: Any) -> None:
    with pytest.raises(ValueError, match=r"^the Hessian at w and b is singular"):
        standard_errors(w, 0.0, X)

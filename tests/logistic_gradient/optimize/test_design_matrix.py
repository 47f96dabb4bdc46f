"""Constant and dependent columns are found and named, and only those."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import gradient, newton, standard_errors
from logistic_gradient.optimize.design_matrix import DesignMatrix


def refuse(X: Any, message: str) -> None:
    X = np.asarray(X)
    y = np.arange(len(X)) % 2
    with pytest.raises(ValueError, match=message):
        newton(X, y)
    with pytest.raises(ValueError, match=message):
        standard_errors(np.zeros(X.shape[1]), 0.0, X)


def random(m: int, n: int) -> Any:
    return np.random.default_rng(m + n).normal(size=(m, n))


@pytest.mark.parametrize("value", [0.0, 7.0, 0.1, 1e6 + 0.1, -1e-300])
def test_a_constant_column_is_named(value: float) -> None:
    X = random(30, 3)
    X[:, 1] = value
    refuse(X, rf"^X\[:, 1\] is constant, {value}: the bias stands for a constant column")


def test_all_columns_of_a_single_sample_are_constant() -> None:
    with pytest.raises(ValueError, match=r"^X\[:, 0\] is constant, 3.0"):
        standard_errors([0.1, -0.2], 0.0, [[3.0, 5.0]])


def test_a_column_constant_up_to_rounding_is_named() -> None:
    X = random(30, 2)
    X[:, 0] = 0.3
    X[::2, 0] = 0.1 + 0.2
    refuse(X, r"^X\[:, 0\] is constant")


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize("offset", [0.0, 1e6])
def test_dependent_columns_are_named(scale: float, offset: float) -> None:
    X = random(50, 5)
    X[:, 3] = 2 * X[:, 0] - X[:, 1] + 5
    X = X * scale + offset
    refuse(
        X,
        r"^columns 0, 1, 3 of X are linearly dependent \(with the column of ones, the rank is 5 of "
        r"6\): leave out 1 of them",
    )


def test_two_dependences_at_once() -> None:
    X = random(50, 10)
    X[:, 7] = X[:, 0] + X[:, 1]
    X[:, 9] = X[:, 3] - 2 * X[:, 4]
    refuse(X, r"^columns 0, 1, 3, 4, 7, 9 of X .* the rank is 9 of 11\): leave out 2 of them")


def test_all_indicators_of_a_group_depend_on_the_bias() -> None:
    X = np.column_stack([np.eye(3)[np.arange(30) % 3], random(30, 1)])
    refuse(X, r"^columns 0, 1, 2 of X are linearly dependent")
    assert newton(X[:, 1:], np.arange(30) % 2).gradient_norm < 1e-14


def test_more_columns_than_samples() -> None:
    refuse(random(4, 6), r"^columns .* of X are linearly dependent .* rank is 4 of 7\)")


def test_a_dependence_shows_in_any_number_of_rows() -> None:
    X = random(20_000, 3)
    X[:, 2] = 0.1 * X[:, 0] + X[:, 1]
    refuse(X, r"^columns 0, 1, 2 of X are linearly dependent")


def test_dependence_in_float32_is_judged_in_float32() -> None:
    X = random(50, 3).astype(np.float32)
    X[:, 2] = X[:, 0] * np.float32(0.1) + X[:, 1]
    refuse(X, r"^columns 0, 1, 2 of X are linearly dependent")


@pytest.mark.parametrize("difference", [1e-4, 1e-8, 1e-11])
def test_nearly_dependent_columns_pass(difference: float) -> None:
    X = random(50, 2)
    X[:, 1] = X[:, 0] + difference * X[:, 1]
    DesignMatrix.of(X, penalty=0.0)


@pytest.mark.parametrize("penalty", [0.0, 0.25, 1e8])
def test_there_and_back(penalty: float) -> None:
    X, w, b = random(20, 3) * [1, 1e3, 1e-3] + [5, 0, 1], np.array([1.0, -2.0, 3.0]), 0.5
    design = DesignMatrix.of(X, penalty)
    parameters = design.inward(w, b)
    np.testing.assert_allclose(design.A @ parameters, X @ w + b, rtol=1e-12)
    np.testing.assert_allclose(design.outward(parameters)[0], w, rtol=1e-14)
    np.testing.assert_allclose(design.outward(parameters)[1], b, rtol=1e-12)
    variance = np.var(X, axis=0)
    np.testing.assert_allclose(design.scale**2, variance + 4 * penalty, rtol=1e-13)


def test_the_gradient_in_the_units_of_x() -> None:
    X, y = random(20, 3) * [1, 1e3, 1e-3] + [5, 0, 1], np.arange(20) % 2
    design = DesignMatrix.of(X, penalty=0.0)
    w, b = np.array([0.1, 1e-4, -20.0]), 0.5
    residual = 1 / (1 + np.exp(-X @ w - b)) - y
    dw, db = design.gradient_outward(design.A.T @ residual / 20)
    np.testing.assert_allclose(dw, gradient(w, b, X, y)[0], rtol=1e-12)
    np.testing.assert_allclose(db, gradient(w, b, X, y)[1], rtol=1e-12)


def test_a_column_too_large_to_be_centred_is_named() -> None:
    X = random(30, 2)
    X[:, 1] = 1e308 * np.sign(X[:, 1])
    X[:20, 1] = 1e308
    refuse(X, r"^X\[:, 1\] is too large: its sum overflows, rescale X$")


def test_a_column_whose_weight_overflows_is_named() -> None:
    X = random(30, 3)
    X[:, 1] *= 1e-310
    message = (
        r"^X\[:, 1\] has deviation \S+e-3\d\d: it is so small that the weight overflows, rescale"
    )
    with pytest.raises(ValueError, match=message):
        newton(X, X[:, 1] + 1e-310 * random(30, 1)[:, 0] > 0)

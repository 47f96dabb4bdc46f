"""The gradient: against 50 digits, and against differences of the loss."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from logistic_gradient import (
    central_difference,
    complex_step,
    gradient,
    loss,
    loss_and_gradient,
)
from tests.support.problems import dyadic_problem

Gradient = Callable[..., Any]


def second(w: Any, b: Any, X: Any, y: Any) -> Any:
    return loss_and_gradient(w, b, X, y)[1]


ROUTES = [pytest.param(gradient, id="gradient"), pytest.param(second, id="loss_and_gradient")]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("scale", [0.125, 1.0, 16.0, 64.0])
def test_the_mean_gradient_against_50_digits(oracle: Any, route: Gradient, scale: float) -> None:
    w, b, X, y = dyadic_problem(scale)
    dw, db = route(w, b, X, y)
    z = X @ w + b
    residuals = [oracle.residual(*one) for one in zip(y, z, strict=True)]
    columns = [*X.T, np.ones(len(y))]
    for value, column in zip([*dw, db], columns, strict=True):
        terms = [r * oracle.number(x) for r, x in zip(residuals, column, strict=True)]
        exact = oracle.mp.fsum(terms) / len(y)
        size = oracle.mp.fsum(map(abs, terms)) / len(y)  # what rounding a sum is relative to
        assert abs(oracle.number(value) - exact) <= 16 * 2.0**-52 * size


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize(
    "z", [-1e308, -700.0, -90.0, -40.0, -37.0, -0.7, 0.0, 0.7, 37.0, 40.0, 90.0, 700.0, 1e308]
)
def test_no_residual_cancels(oracle: Any, route: Gradient, z: float, y: int) -> None:
    dw, db = route([1.0], 0.0, [[z]], [y])
    residual = oracle.residual(y, z)
    if abs(residual) > 1e-300:
        assert oracle.ulps(db, residual) <= 4
        assert oracle.ulps(dw[0], residual * oracle.number(z)) <= 4
    else:
        assert abs(db) < 1e-300


@pytest.mark.parametrize("route", ROUTES)
def test_the_reader_s_formula(route: Gradient) -> None:
    rng = np.random.default_rng(5)
    X, y = rng.normal(size=(40, 4)), rng.integers(0, 2, 40)
    w, b = rng.normal(size=4), 0.3
    p = 1 / (1 + np.exp(-(X @ w + b)))
    dw, db = route(w, b, X, y)
    np.testing.assert_allclose(dw, X.T @ (p - y) / 40, rtol=1e-12)
    np.testing.assert_allclose(db, np.mean(p - y), rtol=1e-12)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    ("differentiate", "tolerance"), [(central_difference, 1e-8), (complex_step, 1e-14)]
)
def test_the_gradient_is_the_derivative_of_the_loss(
    route: Gradient, differentiate: Any, tolerance: float
) -> None:
    rng = np.random.default_rng(6)
    X, y = rng.normal(size=(30, 3)), rng.integers(0, 2, 30)
    w, b = rng.normal(size=3), -0.4
    dw, db = route(w, b, X, y)
    np.testing.assert_allclose(differentiate(lambda v: loss(v, b, X, y), w), dw, atol=tolerance)
    np.testing.assert_allclose(differentiate(lambda c: loss(w, c, X, y), b), db, atol=tolerance)


@pytest.mark.parametrize("z", [-400.0, -40.0, -1e-9, 0.0, 1e-9, 40.0, 400.0])
@pytest.mark.parametrize("y", [0, 1])
def test_the_complex_step_holds_at_zero_and_in_the_tails(z: float, y: int) -> None:
    derivative = complex_step(lambda w: loss(w, 0.0, [[1.0]], [y]), [z])[0]
    np.testing.assert_allclose(derivative, gradient([z], 0.0, [[1.0]], [y])[1], rtol=1e-15)


def test_loss_and_gradient_returns_the_loss_too() -> None:
    w, b, X, y = dyadic_problem(1.0)
    np.testing.assert_allclose(loss_and_gradient(w, b, X, y)[0], loss(w, b, X, y), rtol=1e-14)


def test_complex_parameters_pass_through_loss_and_gradient() -> None:
    w, b, X, y = dyadic_problem(0.125)
    derivative = complex_step(lambda v: loss_and_gradient(v, b, X, y)[0], w)
    np.testing.assert_allclose(derivative, gradient(w, b, X, y)[0], rtol=1e-13)
    value = loss_and_gradient(w + 1e-20j, b + 1e-20j, X, y)[0]
    assert value == loss(w + 1e-20j, b + 1e-20j, X, y)


def test_the_data_s_precision_is_kept() -> None:
    w, b, X, y = dyadic_problem(0.125)
    for route in (gradient, second):
        dw, db = route(w, b, X.astype(np.float32), y)
        assert (dw.dtype, db.dtype) == (np.float32, np.float32)
        np.testing.assert_allclose(dw, gradient(w, b, X, y)[0], rtol=1e-4)

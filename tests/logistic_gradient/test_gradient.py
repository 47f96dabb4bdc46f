"""The gradient: against 50 digits, against differences of the loss, and against autograd."""

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

Gradient = Callable[..., Any]


def second(w: Any, b: Any, X: Any, y: Any) -> Any:
    return loss_and_gradient(w, b, X, y)[1]


ROUTES = [pytest.param(gradient, id="gradient"), pytest.param(second, id="loss_and_gradient")]


def dyadic_problem(scale: float, seed: int = 3) -> tuple[Any, Any, Any, Any]:
    """Multiples of 1/8, so that every score is exact and the formulas alone are measured."""
    rng = np.random.default_rng(seed)
    X = rng.integers(-80, 81, (60, 3)) / 8
    w = rng.integers(-16, 17, 3) / 8 * scale
    return w, 0.375 * scale, X, rng.integers(0, 2, 60)


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


def test_the_data_s_precision_is_kept() -> None:
    w, b, X, y = dyadic_problem(0.125)
    for route in (gradient, second):
        dw, db = route(w, b, X.astype(np.float32), y)
        assert (dw.dtype, db.dtype) == (np.float32, np.float32)
        np.testing.assert_allclose(dw, gradient(w, b, X, y)[0], rtol=1e-4)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("scale", [0.0, 0.125, 64.0], ids=["z=0", "moderate", "extreme"])
def test_pytorch_runs_the_same_body(torch: Any, scale: float, dtype: str) -> None:
    w, b, X, y = dyadic_problem(scale)
    w, X = w.astype(dtype), X.astype(dtype)
    kind = getattr(torch, dtype)
    w_t, data, labels = torch.tensor(w), torch.tensor(X), torch.tensor(y.astype(np.uint8))
    J, (dw, db) = loss_and_gradient(w_t, b, data, labels)
    assert {J.dtype, dw.dtype, db.dtype} == {kind}
    close = {"rtol": 32 * float(np.finfo(dtype).eps), "atol": 32 * float(np.finfo(dtype).eps)}
    loss_n, (dw_n, db_n) = loss_and_gradient(w, b, X, y)
    np.testing.assert_allclose(float(J), loss_n, **close)
    np.testing.assert_allclose(dw.numpy(), dw_n, **close)
    np.testing.assert_allclose(float(db), db_n, **close)
    dw_alone, db_alone = gradient(w_t, b, data, labels)
    assert torch.equal(dw_alone, dw)
    assert torch.equal(db_alone, db)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("scale", [0.0, 0.125, 64.0], ids=["z=0", "moderate", "extreme"])
def test_autograd_through_the_loss_is_the_gradient(torch: Any, scale: float, dtype: str) -> None:
    w, b, X, y = dyadic_problem(scale)
    kind = getattr(torch, dtype)
    w_t = torch.tensor(w, dtype=kind, requires_grad=True)
    b_t = torch.tensor(b, dtype=kind, requires_grad=True)
    data, labels = torch.tensor(X, dtype=kind), torch.tensor(y)
    loss(w_t, b_t, data, labels).backward()
    dw, db = gradient(w_t.detach(), b_t.detach(), data, labels)
    tolerance = 32 * float(np.finfo(dtype).eps)
    np.testing.assert_allclose(w_t.grad.numpy(), dw.numpy(), rtol=tolerance, atol=tolerance)
    np.testing.assert_allclose(float(b_t.grad), float(db), rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("y", [0, 1])
def test_autograd_gives_one_half_at_zero(torch: Any, y: int) -> None:
    w = torch.zeros(1, requires_grad=True)
    loss(w, 0.0, torch.ones(1, 1), [y]).backward()
    assert w.grad.item() == 0.5 - y


def test_a_traced_call_checks_shapes_only(torch: Any) -> None:
    several = torch.tensor([[0.5], [-1.0]])
    X, y = torch.tensor([[1.0], [2.0]]), torch.tensor([0, 1])
    batched = torch.vmap(lambda w: loss(w, 0.0, X, y))(several)
    one_by_one = torch.stack([loss(w, 0.0, X, y) for w in several])
    assert torch.allclose(batched, one_by_one)
    with pytest.raises(ValueError, match=r"w has shape \(2,\)"):
        torch.vmap(lambda w: loss(w, 0.0, X, y))(torch.zeros(3, 2))

"""The Hessian: against 50 digits, against the complex step of the gradient, and its properties."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import complex_step, gradient, hessian, loss, sigmoid


def problem() -> tuple[Any, Any, Any, Any]:
    rng = np.random.default_rng(11)
    return rng.normal(size=3), 0.2, rng.normal(size=(25, 3)), rng.integers(0, 2, 25)


@pytest.mark.parametrize("z", [-700.0, -40.0, -0.7, 0.0, 0.7, 40.0, 700.0])
def test_one_sample_against_50_digits(oracle: Any, z: float) -> None:
    H = hessian([z], 0.0, [[1.0]])
    weight = oracle.sigmoid_derivative(z)
    for value in H.flat:
        assert oracle.ulps(value, weight) <= 4


def test_the_mean_against_50_digits_with_the_bias_last(oracle: Any) -> None:
    X = np.array([[1.0, 2.0], [-3.0, 0.5], [0.25, -4.0]])
    w, b = [0.5, -1.5], 0.25
    H = hessian(w, b, X)
    rows = np.column_stack([X, np.ones(3)])
    weights = [oracle.sigmoid_derivative(z) for z in rows @ [*w, b]]
    for j, k in np.ndindex(3, 3):
        terms = [
            s * oracle.number(r[j]) * oracle.number(r[k])
            for s, r in zip(weights, rows, strict=True)
        ]
        bound = 8 * 2.0**-52 * oracle.mp.fsum(map(abs, terms)) / 3
        assert abs(oracle.number(H[j, k]) - oracle.mp.fsum(terms) / 3) <= bound


def test_it_is_the_derivative_of_the_gradient() -> None:
    w, b, X, y = problem()
    H = hessian(w, b, X)

    def component(j: int) -> Any:
        def partial(v: Any) -> Any:
            dw, db = gradient(v[:-1], v[-1], X, y)
            return dw[j] if j < 3 else db

        return partial

    derivatives = [complex_step(component(j), [*w, b]) for j in range(4)]
    np.testing.assert_allclose(derivatives, H, rtol=1e-13, atol=1e-16)


def test_the_complex_step_passes_through_the_hessian() -> None:
    w, b, X, _ = problem()
    derivative = complex_step(lambda c: hessian(w, c, X)[3, 3], b)  # mean of p (1 - p) (1 - 2p)
    p = sigmoid(X @ w + b)
    np.testing.assert_allclose(derivative, np.mean(p * (1 - p) * (1 - 2 * p)), rtol=1e-12)


@pytest.mark.parametrize("z", [-800.0, -360.0, 0.0, 360.0, 800.0])
@pytest.mark.parametrize("y", [0, 1])
def test_second_derivatives_by_autograd_survive_the_tails(torch: Any, z: float, y: int) -> None:
    X = torch.ones(1, 1, dtype=torch.float64)
    second = torch.autograd.functional.hessian(
        lambda w: loss(w, 0.0, X, [y]), torch.tensor([z], dtype=torch.float64)
    )
    assert second.item() == pytest.approx(hessian([z], 0.0, [[1.0]])[0, 0], abs=1e-150)


def test_it_is_symmetric_and_positive_semidefinite() -> None:
    w, b, X, _ = problem()
    H = hessian(w, b, X)
    np.testing.assert_array_equal(H, H.T)
    assert np.linalg.eigvalsh(H).min() > 0


def test_its_largest_eigenvalue_stays_below_the_bound() -> None:
    w, b, X, _ = problem()
    L = np.linalg.norm(np.column_stack([X, np.ones(25)]), 2) ** 2 / (4 * 25)
    assert np.linalg.eigvalsh(hessian(w, b, X)).max() < L
    assert np.isclose(np.linalg.eigvalsh(hessian(0 * w, 0.0, X)).max(), L)  # tight where z = 0


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_pytorch_runs_the_same_body_and_autograd_agrees(torch: Any, dtype: str) -> None:
    w, b, X, y = problem()
    kind = getattr(torch, dtype)
    w_t, data = torch.tensor(w, dtype=kind), torch.tensor(X, dtype=kind)
    H = hessian(w_t, b, data)
    assert H.dtype == kind
    tolerance = 32 * float(np.finfo(dtype).eps)
    np.testing.assert_allclose(
        H.numpy(), hessian(w.astype(dtype), b, X.astype(dtype)), rtol=tolerance, atol=tolerance
    )
    second = torch.autograd.functional.hessian(
        lambda v: loss(v[:-1], v[-1], data, y.tolist()),
        torch.cat([w_t, torch.tensor([b], dtype=kind)]),
    )
    np.testing.assert_allclose(H.numpy(), second.numpy(), rtol=tolerance, atol=tolerance)

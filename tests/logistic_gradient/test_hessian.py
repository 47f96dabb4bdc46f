"""The Hessian: against 50 digits, against the complex step of the gradient, and its properties."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import complex_step, gradient, hessian, loss, sigmoid
from tests.support.libraries import Library


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


@pytest.mark.parametrize(
    ("z", "tolerance"),
    # At 40, autograd subtracts e^u (1 + e^u)^-1 from its own square: only absolute digits remain.
    [
        (z, 2.0**-54 if abs(z) == 40 else 1e-150)
        for z in (0, 40, -40, 360, -360, 800, -800, 1e4, -1e4)
    ],
)
@pytest.mark.parametrize("y", [0, 1])
def test_second_derivatives_by_autograd_survive_the_tails(
    library: Library, z: float, y: int, tolerance: float
) -> None:
    X = library.array([[1.0]])
    second = library.hessian(lambda w: loss(w, 0.0, X, [y]), library.array([float(z)]))
    assert second.item() == pytest.approx(hessian([z], 0.0, [[1.0]])[0, 0], abs=tolerance)


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
def test_every_library_runs_the_same_body_and_autograd_agrees(library: Library, dtype: str) -> None:
    w, b, X, y = problem()
    w_own, data = library.array(w, dtype), library.array(X, dtype)
    H = hessian(w_own, b, data)
    assert isinstance(H, library.kind)
    H = np.asarray(H)
    assert H.dtype == dtype
    tolerance = 32 * float(np.finfo(dtype).eps)
    close = {"rtol": tolerance, "atol": tolerance}
    np.testing.assert_allclose(H, hessian(w.astype(dtype), b, X.astype(dtype)), **close)
    second = library.hessian(
        lambda v: loss(v[:-1], v[-1], data, y.tolist()), library.array([*w, b], dtype)
    )
    np.testing.assert_allclose(H, second, **close)


def test_jit_changes_no_value(jax: Any) -> None:
    w, b, X, _ = problem()
    compiled = jax.jit(hessian)(*map(jax.numpy.asarray, (w, b, X)))
    np.testing.assert_allclose(compiled, hessian(w, b, X), rtol=1e-14)

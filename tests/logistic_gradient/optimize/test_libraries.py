"""Both descents give with PyTorch and JAX what they give with NumPy, in its precision."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import (
    gradient_descent,
    stochastic_gradient_descent,
)

BATCHES = {"batch_size": 8, "learning_rate": 0.3, "epochs": 5, "seed": 1}


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_pytorch_runs_the_same_body(torch: Any, overlapping: Any, dtype: str) -> None:
    X, y = overlapping[0].astype(dtype), overlapping[1]
    assert_same_fits(torch.tensor(X), X, y)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_jax_runs_the_same_body(jax: Any, overlapping: Any, dtype: str) -> None:
    X, y = overlapping[0].astype(dtype), overlapping[1]
    jax.config.update("jax_enable_x64", dtype == "float64")
    assert_same_fits(jax.numpy.asarray(X), X, y)


def assert_same_fits(data: Any, X: Any, y: Any) -> None:
    options = {"penalty": 0.1, "start": (np.array([1.0, 0.0, -1.0]), 0.5), "path": True}
    descent = {"iterations": 8, **options}
    batches = {**BATCHES, **options}
    for fit, reference in (
        (gradient_descent(data, y, **descent), gradient_descent(X, y, **descent)),
        (
            stochastic_gradient_descent(data, y, **batches),
            stochastic_gradient_descent(X, y, **batches),
        ),
    ):
        assert isinstance(fit.w, type(data))
        assert fit.w.dtype == data.dtype
        close = {"rtol": 100 * float(np.finfo(X.dtype).eps), "atol": 1e-6 * (X.dtype == "f4")}
        np.testing.assert_allclose(np.asarray(fit.w), reference.w, **close)
        np.testing.assert_allclose(float(fit.b), reference.b, **close)
        np.testing.assert_allclose(fit.history.w, reference.history.w, **close)
        np.testing.assert_allclose(fit.history.loss, reference.history.loss, **close)
        assert type(fit.history.w) is np.ndarray


def test_float32_stays_float32(overlapping: Any) -> None:
    X, y = overlapping
    fit = gradient_descent(X.astype(np.float32), y, iterations=5, penalty=0.1)
    assert fit.w.dtype == fit.b.dtype == np.float32
    batches = stochastic_gradient_descent(X.astype(np.float32), y, **BATCHES)
    assert batches.w.dtype == batches.b.dtype == np.float32

"""Mini-batches: which samples, in which order, with which seed, and what is raised."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import (
    ConvergenceError,
    gradient_descent,
    loss,
    newton,
    stochastic_gradient_descent,
)

BATCHES = {"batch_size": 8, "learning_rate": 0.3, "epochs": 5, "seed": 1}


def test_mini_batches_of_all_samples_are_gradient_descent(overlapping: Any) -> None:
    X, y = overlapping
    options = {"learning_rate": 0.4, "start": ([1.0, 0.0, -1.0], 0.5), "penalty": 0.1}
    whole = gradient_descent(X, y, iterations=30, **options)
    batches = stochastic_gradient_descent(X, y, batch_size=40, epochs=30, seed=3, **options)
    assert batches.iterations == whole.iterations
    np.testing.assert_allclose(batches.w, whole.w, rtol=1e-12)
    np.testing.assert_allclose(batches.b, whole.b, rtol=1e-12)
    np.testing.assert_allclose(batches.history.loss, whole.history.loss, rtol=1e-12)


@pytest.mark.parametrize("batch_size", [1, 8, 15, 39])
def test_each_epoch_sees_each_sample_once(by_hand: Any, overlapping: Any, batch_size: int) -> None:
    X, y = overlapping
    options = {**BATCHES, "batch_size": batch_size}
    fit = stochastic_gradient_descent(X, y, **options, penalty=0.1, path=True)
    rng = np.random.default_rng(1)
    w, b, path = np.zeros(3), 0.0, [np.zeros(4)]
    for _ in range(5):
        order = rng.permutation(40)
        for batch in np.split(order, range(batch_size, 40, batch_size)):
            w, b = by_hand(X[batch], y[batch], w, b, 0.3, 0.1, times=1)
            path.append(np.append(w, b))
    assert fit.iterations == len(path) - 1 == 5 * -(-40 // batch_size)
    np.testing.assert_allclose(np.column_stack([fit.history.w, fit.history.b]), path, rtol=1e-10)
    np.testing.assert_allclose([*fit.w, fit.b], path[-1], rtol=1e-10)
    per_epoch = np.array(path)[:: (len(path) - 1) // 5]
    losses = [loss(v[:3], v[3], X, y) + 0.05 * v[:3] @ v[:3] for v in per_epoch]
    np.testing.assert_allclose(fit.history.loss, losses, rtol=1e-12)


def test_the_path_is_kept_only_if_asked_for(overlapping: Any) -> None:
    history = stochastic_gradient_descent(*overlapping, **BATCHES).history
    assert (history.w, history.b) == (None, None)


def test_the_seed_decides(overlapping: Any) -> None:
    fits = [
        stochastic_gradient_descent(*overlapping, **{**BATCHES, "seed": seed}).w.tolist()
        for seed in (1, 1, 2)
    ]
    assert fits[0] == fits[1]
    assert fits[0] != fits[2]


def test_mini_batches_come_near_the_minimum_and_stay_about_it(overlapping: Any) -> None:
    X, y = overlapping
    best = newton(X, y).loss
    far, near = (
        stochastic_gradient_descent(X, y, batch_size=4, learning_rate=rate, epochs=400, seed=0)
        .history.loss[-50:]
        .mean()
        - best
        for rate in (0.5, 0.05)
    )
    assert 0 < near < far / 5 < 0.02


def test_a_mini_batch_that_overflows_is_an_error_with_the_last_epoch(overlapping: Any) -> None:
    options = {**BATCHES, "learning_rate": 100.0, "epochs": 1000}
    with pytest.raises(ConvergenceError, match=r"^after update \d+: ") as raised:
        stochastic_gradient_descent(*overlapping, **options, penalty=1.0)
    fit = raised.value.fit
    assert fit.iterations == 5 * (len(fit.history.loss) - 1) > 0
    assert np.isfinite([*fit.w, fit.b, fit.loss, fit.gradient_norm]).all()


def test_an_update_that_overflows_is_an_error_and_no_warning(overlapping: Any) -> None:
    X, y = overlapping
    with pytest.raises(ConvergenceError, match=r"^after update 1: X @ w \+ b overflows in row"):
        stochastic_gradient_descent(X * 1e5, y, **{**BATCHES, "learning_rate": 1e308})

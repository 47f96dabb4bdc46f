"""Gradient descent: the update, the rate, what is recorded, what is raised."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import (
    ConvergenceError,
    gradient,
    gradient_descent,
    lipschitz_constant,
    loss,
    newton,
)


@pytest.mark.parametrize("penalty", [0.0, 0.2])
@pytest.mark.parametrize("times", [0, 1, 2, 25])
def test_the_updates_are_those_on_paper(
    by_hand: Any, overlapping: Any, times: int, penalty: float
) -> None:
    X, y = overlapping
    start = np.array([0.5, -1.0, 2.0]), 0.25
    w, b = by_hand(X, y, *start, 0.7, penalty, times)
    fit = gradient_descent(X, y, learning_rate=0.7, iterations=times, start=start, penalty=penalty)
    np.testing.assert_allclose(fit.w, w, rtol=1e-12)
    np.testing.assert_allclose(fit.b, b, rtol=1e-12)
    assert fit.iterations == times


@pytest.mark.parametrize("penalty", [0.0, 0.2])
def test_the_history_tells_the_loss_and_the_norm_of_each_iteration(
    overlapping: Any, penalty: float
) -> None:
    X, y = overlapping
    fit = gradient_descent(X, y, iterations=7, penalty=penalty, path=True)
    history = fit.history
    assert (history.w.shape, history.b.shape) == ((8, 3), (8,))
    for w, b, J, norm in zip(
        history.w, history.b, history.loss, history.gradient_norm, strict=True
    ):
        dw, db = gradient(w, b, X, y)
        np.testing.assert_allclose(J, loss(w, b, X, y) + penalty / 2 * w @ w, rtol=1e-13)
        np.testing.assert_allclose(norm, np.linalg.norm([*dw + penalty * w, db]), rtol=1e-12)
    assert (history.w[0].tolist(), history.b[0]) == ([0, 0, 0], 0)
    assert (history.w[-1].tolist(), history.b[-1]) == (fit.w.tolist(), fit.b)
    assert (history.loss[-1], history.gradient_norm[-1]) == (fit.loss, fit.gradient_norm)
    without = gradient_descent(X, y, iterations=7, penalty=penalty).history
    assert (without.w, without.b) == (None, None)
    assert without.loss.tolist() == history.loss.tolist()


@pytest.mark.parametrize("penalty", [0.0, 0.5])
def test_the_default_rate_is_1_over_l(overlapping: Any, penalty: float) -> None:
    X, y = overlapping
    rate = 1 / lipschitz_constant(X, penalty)
    fit = gradient_descent(X, y, iterations=9, penalty=penalty)
    given = gradient_descent(X, y, iterations=9, penalty=penalty, learning_rate=rate)
    assert fit.w.tolist() == given.w.tolist()


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("penalty", [0.0, 3.0])
def test_at_the_default_rate_the_loss_never_rises(seed: int, penalty: float) -> None:
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(15, 4)) * [1, 10, 0.1, 1] + [0, 5, 0, -3]
    fit = gradient_descent(X, rng.integers(0, 2, 15), iterations=60, penalty=penalty)
    assert (np.diff(fit.history.loss) < 1e-15).all()


@pytest.mark.parametrize("penalty", [0.0, 0.05])
def test_it_arrives_where_newton_does(overlapping: Any, penalty: float) -> None:
    X, y = overlapping
    descent = gradient_descent(X, y, iterations=3000, penalty=penalty)
    fit = newton(X, y, penalty=penalty)
    np.testing.assert_allclose([*descent.w, descent.b], [*fit.w, fit.b], rtol=1e-11)


def test_dependent_columns_and_single_samples_are_fine() -> None:
    one = gradient_descent(
        [[3.0, 5.0]], [1], iterations=1, learning_rate=0.1, start=([0.1, -0.2], 0)
    )
    assert one.w.round(12).tolist() == [0.30045633165, 0.134093886084]
    assert f"{one.b:.12g}" == "0.0668187772168"
    X, y = np.ones((4, 2)) * [1, 7], [0, 0, 0, 1]
    fit = gradient_descent(X, y, iterations=2000)
    np.testing.assert_allclose(X @ fit.w + fit.b, np.log(1 / 3), rtol=1e-12)
    assert np.isclose(fit.w[1], 7 * fit.w[0])  # the smallest of all minimisers, from zeros


def test_a_rate_that_is_far_too_large_is_an_error_with_the_last_state(overlapping: Any) -> None:
    X, y = overlapping
    with pytest.raises(ConvergenceError, match=r"^after update \d+: .* rate 100 is too") as raised:
        gradient_descent(X, y, iterations=1000, learning_rate=100.0, penalty=1.0)
    fit = raised.value.fit
    assert isinstance(raised.value, ValueError)
    assert 50 < fit.iterations < 1000
    assert len(fit.history.loss) == fit.iterations + 1
    assert np.isfinite([*fit.w, fit.b, fit.loss, fit.gradient_norm]).all()
    np.testing.assert_allclose(fit.loss, loss(fit.w, fit.b, X, y) + fit.w @ fit.w / 2)
    with pytest.raises(ConvergenceError, match=r"^after update 1: X @ w \+ b overflows in row"):
        gradient_descent(X * 1e5, y, iterations=1000, learning_rate=1e308)


def test_a_rate_that_is_too_large_swings_without_an_error() -> None:
    X, y = [[1.0], [2.0], [3.0]], [0, 1, 0]
    history = gradient_descent(X, y, iterations=50, learning_rate=20.0).history
    assert (np.diff(history.loss) > 0).any()
    assert np.isfinite(history.loss).all()

"""Gradient descent and mini-batches: the update, the rate, what is recorded, what is raised."""

import sys
from types import ModuleType
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
    stochastic_gradient_descent,
)

BATCHES = {"batch_size": 8, "learning_rate": 0.3, "epochs": 5, "seed": 1}


def by_hand(X: Any, y: Any, w: Any, b: float, rate: float, penalty: float, times: int) -> Any:
    for _ in range(times):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        dw, db = X.T @ (p - y) / len(y) + penalty * w, np.mean(p - y)
        w, b = w - rate * dw, b - rate * db
    return w, b


@pytest.mark.parametrize("penalty", [0.0, 0.2])
@pytest.mark.parametrize("times", [0, 1, 2, 25])
def test_the_updates_are_those_on_paper(overlapping: Any, times: int, penalty: float) -> None:
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
def test_each_epoch_sees_each_sample_once(overlapping: Any, batch_size: int) -> None:
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


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_pytorch_runs_the_same_body(torch: Any, overlapping: Any, dtype: str) -> None:
    X, y = overlapping[0].astype(dtype), overlapping[1]
    assert_same_fits(torch.tensor(X), X, y)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_jax_runs_the_same_body(jax: Any, overlapping: Any, dtype: str) -> None:
    X, y = overlapping[0].astype(dtype), overlapping[1]
    with jax.enable_x64(dtype == "float64"):
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


def test_progress_shows_a_bar_where_tqdm_is_installed(
    overlapping: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Any] = []

    def tqdm(updates: Any) -> Any:
        shown.append(updates)
        return updates

    fake = ModuleType("tqdm.auto")
    fake.tqdm = tqdm  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tqdm", ModuleType("tqdm"))
    monkeypatch.setitem(sys.modules, "tqdm.auto", fake)
    quiet = gradient_descent(*overlapping, iterations=3)
    assert shown == []
    fit = gradient_descent(*overlapping, iterations=3, progress=True)
    stochastic_gradient_descent(*overlapping, **BATCHES, progress=True)
    assert shown == [range(1, 4), range(5)]
    assert fit.w.tolist() == quiet.w.tolist()


def test_progress_without_tqdm_is_quiet(
    overlapping: Any, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)  # importing it fails
    assert gradient_descent(*overlapping, iterations=3, progress=True).iterations == 3
    assert capsys.readouterr() == ("", "")

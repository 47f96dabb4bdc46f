"""Separated labels are told from nearly separated ones, and the direction proves it."""

import subprocess
import sys
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from logistic_gradient import SeparationError, loss, newton
from logistic_gradient.optimize.newton import SUSPICIOUS
from logistic_gradient.optimize.separation import direction_of_recession


def margins(X: Any, y: Any, error: SeparationError) -> Any:
    return (2 * np.asarray(y) - 1) * (np.asarray(X) @ error.w + error.b)


def refused(X: Any, y: Any, **options: Any) -> SeparationError:
    with pytest.raises(SeparationError, match=r"^a hyperplane separates the labels") as raised:
        newton(X, y, **options)
    assert isinstance(raised.value, ValueError)
    return raised.value


SEPARATED = {
    "one column": ([[1.0], [2.0], [3.0], [4.0]], [0, 0, 1, 1]),
    "two samples": ([[0.0], [1.0]], [1, 0]),
    "oblique": ([[0, 0], [1, 3], [2, 1], [3, 3], [4, 1.5], [2, 6]], [0, 0, 0, 1, 1, 1]),
    "far offset": ([[1e6], [1e6 + 1], [1e6 + 2], [1e6 + 3]], [0, 0, 1, 1]),
    "tiny gap": ([[-1.0], [-1e-9], [1e-9], [1.0]], [0, 0, 1, 1]),
    "small units": ([[1e-9], [2e-9], [3e-9], [4e-9]], [0, 0, 1, 1]),
}

QUASI = {
    "a tie": ([[1.0], [2.0], [2.0], [3.0]], [0, 0, 1, 1]),
    "an indicator": ([[0, 1.0], [0, 2], [0, 4], [0, 3], [1, 2], [1, 3]], [0, 1, 0, 1, 1, 1]),
    "one sample off the plane": ([[0, 1.0], [0, 2], [0, 3], [0, 4], [1, 0]], [0, 1, 0, 1, 1]),
}


@pytest.mark.parametrize("name", SEPARATED)
def test_complete_separation(name: str) -> None:
    X, y = SEPARATED[name]
    error = refused(X, y)
    assert error.complete
    assert "completely" in str(error)
    assert margins(X, y, error).min() > 0
    assert np.isclose(np.linalg.norm(error.w), 1)


@pytest.mark.parametrize("name", QUASI)
def test_quasi_complete_separation(name: str) -> None:
    X, y = QUASI[name]
    error = refused(X, y)
    assert not error.complete
    assert "up to ties on it" in str(error)
    assert margins(X, y, error).min() > -1e-14
    assert margins(X, y, error).max() > 0.1


@pytest.mark.parametrize("name", SEPARATED | QUASI)
def test_along_the_direction_the_loss_falls_for_ever(name: str) -> None:
    X, y = (SEPARATED | QUASI)[name]
    error = refused(X, y)
    fit = error.fit
    assert fit.iterations == SUSPICIOUS
    assert fit.loss < fit.history.loss[0]
    unit = 1 / np.abs(margins(X, y, error)).max()
    losses = [loss(fit.w + t * error.w, fit.b + t * error.b, X, y) for t in unit * np.arange(5.0)]
    assert (np.diff(losses) < 0).all()


@pytest.mark.parametrize("name", SEPARATED | QUASI)
def test_the_labels_turned_round_are_as_separated(name: str) -> None:
    X, y = (SEPARATED | QUASI)[name]
    assert refused(X, 1 - np.array(y)).complete == (name in SEPARATED)


@pytest.mark.parametrize("name", SEPARATED | QUASI)
@pytest.mark.parametrize("penalty", [1e-6, 1.0])
def test_with_a_penalty_there_is_a_minimum(name: str, penalty: float) -> None:
    X, y = (SEPARATED | QUASI)[name]
    assert np.isfinite(newton(X, y, penalty=penalty).w).all()


def test_a_start_far_out_where_nothing_moves_does_not_pass_for_a_minimum() -> None:
    X, y = SEPARATED["one column"]
    for far in (60.0, 1000.0, 1e6):
        assert refused(X, y, start=([far], -2.5 * far)).complete


@pytest.mark.parametrize("overlap", [1e-3, 1e-6, 1e-9, 1e-12])
def test_nearly_separated_labels_have_a_minimum(exact_fit: Any, overlap: float) -> None:
    x = np.array([-2, -1, -1.5, overlap, -overlap, 1, 1.5, 2])
    y = [0, 0, 0, 0, 1, 1, 1, 1]
    fit, exact = newton(x[:, None], y), exact_fit(x[:, None], y)
    np.testing.assert_allclose(fit.w, float(exact.w[0]), rtol=1e-12)
    np.testing.assert_allclose(fit.loss, float(exact.loss), rtol=1e-12)
    x[3:5] *= -1  # the two samples on their own sides again
    assert refused(x[:, None], y).complete


def samples_close_to_a_plane(seed: int, gap: float, m: int) -> tuple[Any, Any]:
    """Separated samples, some of them only so far from the plane."""
    rng = np.random.default_rng(seed)
    n = 1 + seed % 4
    X, w = rng.normal(size=(m, n)), rng.normal(size=n)
    w /= np.linalg.norm(w)
    side = X @ w - 0.8
    close = rng.choice(m, n + 3, replace=False)
    X[close] -= np.outer(side[close] - gap * np.sign(side[close]), w)
    return X, (side > 0).astype(int)


NARROW = [*((seed, 1e-8, 30) for seed in range(60)), (3, 1e-9, 300)]


@pytest.mark.parametrize(("seed", "gap", "m"), NARROW)
def test_a_narrow_gap_is_still_a_separation(seed: int, gap: float, m: int) -> None:
    """At the solver's own tolerances, or with rows of any length, some would not be found."""
    X, y = samples_close_to_a_plane(seed, gap, m)
    error = refused(X, y)
    assert error.complete
    assert margins(X, y, error).min() > 0


def test_scipy_is_loaded_only_where_separation_is_looked_for() -> None:
    program = """
import sys
from logistic_gradient import newton
newton([[1.0], [2.0], [3.0], [4.0]], [0, 1, 0, 1])
print("scipy.optimize" in sys.modules)
"""
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "False\n"


def exactly_separates(X: Any, y: Any, w: Any, b: Any) -> bool:
    """In fractions: no margin is negative, and one is positive."""
    rows = [
        sum((Fraction(int(v)) * c for v, c in zip(row, w, strict=True)), b) * (1 if t else -1)
        for row, t in zip(X, y, strict=True)
    ]
    return min(rows) >= 0 and max(rows) > 0


@pytest.mark.parametrize("seed", range(40))
def test_labels_on_both_sides_of_a_plane_of_whole_numbers(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 5))
    X = rng.integers(-5, 6, size=(int(rng.integers(4 * n, 40)), n)).astype(float)
    w, b = [Fraction(int(v)) for v in rng.integers(1, 4, n)], Fraction(int(rng.integers(-1, 2)))
    side = X @ np.array(w, float) + float(b)
    y = np.where(side == 0, rng.integers(0, 2, len(X)), side > 0)
    assert exactly_separates(X, y, w, b)
    if 0 < y.sum() < len(y):
        error = refused(X, y)
        assert margins(X, y, error).min() >= -1e-13
        if error.complete:
            assert margins(X, y, error).min() > 0


@pytest.mark.parametrize("seed", range(40))
def test_a_minimum_and_a_direction_exclude_each_other(seed: int) -> None:
    """Few samples with random labels: some are separated, some are not."""
    rng = np.random.default_rng(100 + seed)
    X, y = rng.normal(size=(10, 2)), rng.integers(0, 2, 10)
    y[:2] = 0, 1
    found = direction_of_recession(np.column_stack([X, np.ones(10)]), y)
    if found is None:
        assert newton(X, y).gradient_norm < 1e-13
    else:
        refused(X, y)

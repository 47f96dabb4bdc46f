"""The Lipschitz constant, the norm of a gradient, and what a start must be."""

import math
from typing import Any

import numpy as np
import pytest

from logistic_gradient import gradient, hessian, lipschitz_constant
from logistic_gradient.optimize.objective import Objective, norm


def test_the_constant_against_the_formula() -> None:
    X = np.random.default_rng(1).normal(size=(30, 4)) + 2
    values = np.linalg.eigvalsh(
        np.column_stack([np.ones(30), X]).T @ np.column_stack([np.ones(30), X])
    )
    np.testing.assert_allclose(lipschitz_constant(X), values[-1] / 120, rtol=1e-13)
    np.testing.assert_allclose(lipschitz_constant(X, 0.3), values[-1] / 120 + 0.3, rtol=1e-13)


def test_it_bounds_the_hessian_and_is_reached_at_zero() -> None:
    rng = np.random.default_rng(2)
    X = rng.normal(size=(30, 3)) * 0.3 + 1
    L = lipschitz_constant(X)
    top = np.linalg.eigvalsh(hessian(np.zeros(3), 0.0, X))[-1]
    np.testing.assert_allclose(top, L, rtol=1e-13)
    assert top > np.linalg.norm(X, 2) ** 2 / 120 * 1.2  # the column of ones counts
    for _ in range(20):
        w, b = rng.normal(size=3), rng.normal()
        assert np.linalg.eigvalsh(hessian(w, b, X))[-1] < L


def test_the_gradient_moves_by_at_most_l_times_the_distance() -> None:
    rng = np.random.default_rng(3)
    X, y, penalty = rng.normal(size=(20, 2)) + 1, rng.integers(0, 2, 20), 0.4
    L = lipschitz_constant(X, penalty)

    def at(v: Any) -> Any:
        dw, db = gradient(v[:2], v[2], X, y)
        return np.append(dw + penalty * v[:2], db)

    for _ in range(50):
        u, v = rng.normal(size=(2, 3))
        assert np.linalg.norm(at(u) - at(v)) <= L * np.linalg.norm(u - v)


@pytest.mark.parametrize("size", [1e-300, 1.0, 1e300])
def test_the_norm_neither_overflows_nor_vanishes(size: float) -> None:
    np.testing.assert_allclose(norm(np, size * np.array([2.0, -3.0]), size * 6.0), 7 * size)
    assert norm(np, np.zeros(2), 0.0) == 0
    assert norm(np, np.array([1.0, np.inf]), 0.0) == math.inf


def test_the_penalty_leaves_the_bias_out() -> None:
    X, y = np.ones((2, 1)), np.array([0, 1])
    J, dw, db = Objective.of(X, y, 0.5)(np.array([3.0]), np.float64(100))
    plain, plain_dw, plain_db = Objective.of(X, y, 0.0)(np.array([3.0]), np.float64(100))
    np.testing.assert_allclose([J - plain, dw[0] - plain_dw[0]], [0.25 * 9, 1.5])
    assert db == plain_db


def test_a_start_is_copied() -> None:
    objective = Objective.of(np.ones((2, 1)), [0, 1], 0.0)
    given = np.array([3.0])
    w, _ = objective.start((given, 1.0))
    w[0] = 4
    assert given.tolist() == [3.0]

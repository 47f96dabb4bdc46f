"""Fits in 50 digits, and the data that several files use."""

from typing import Any, NamedTuple

import numpy as np
import pytest

from logistic_gradient import data


class Exact(NamedTuple):
    w: list[Any]
    b: Any
    loss: Any
    standard_errors: list[Any]


@pytest.fixture
def exact_fit(oracle: Any) -> Any:
    """Newton's method as on paper, in 50 digits, from the formulas for the sum of the losses."""
    mp = oracle.mp

    def fit(X: Any, y: Any, penalty: float = 0.0) -> Exact:
        m, n = np.shape(X)
        rows = [[oracle.number(x) for x in row] + [mp.mpf(1)] for row in X]
        ridge = [m * oracle.number(penalty)] * n + [mp.mpf(0)]
        theta = mp.matrix(n + 1, 1)
        for _ in range(60):
            p = [oracle.sigmoid(mp.fdot(row, theta)) for row in rows]
            gradient, hessian = mp.matrix(n + 1, 1), mp.matrix(n + 1, n + 1)
            for j in range(n + 1):
                gradient[j] = mp.fsum((q - int(t)) * r[j] for q, t, r in zip(p, y, rows, strict=1))
                gradient[j] += ridge[j] * theta[j]
                for k in range(n + 1):
                    hessian[j, k] = mp.fsum(
                        q * (1 - q) * r[j] * r[k] for q, r in zip(p, rows, strict=True)
                    )
                hessian[j, j] += ridge[j]
            theta -= mp.lu_solve(hessian, gradient)
        assert mp.norm(gradient) < mp.mpf(10) ** -35
        z = [mp.fdot(row, theta) for row in rows]
        loss = mp.fsum(oracle.loss(int(t), s) for t, s in zip(y, z, strict=True)) / m
        loss += mp.fsum(r * t**2 for r, t in zip(ridge, theta, strict=True)) / (2 * m)
        covariance = hessian**-1
        errors = [mp.sqrt(covariance[j, j]) for j in range(n + 1)]
        return Exact(list(theta)[:n], theta[n], loss, errors)

    return fit


@pytest.fixture
def students() -> tuple[Any, Any]:
    """Hours of study, (20, 1), and who passed."""
    twenty = data.students()
    return twenty.X, twenty.y


@pytest.fixture
def overlapping() -> tuple[Any, Any]:
    """Forty samples of three columns, with labels that no hyperplane separates."""
    rng = np.random.default_rng(21)
    X = rng.normal(size=(40, 3))
    return X, (rng.random(40) < 1 / (1 + np.exp(-X @ [1.0, -2.0, 0.5] - 0.3))).astype(int)


@pytest.fixture
def by_hand() -> Any:
    """So many updates, as on paper."""

    def updates(X: Any, y: Any, w: Any, b: float, rate: float, penalty: float, times: int) -> Any:
        for _ in range(times):
            p = 1 / (1 + np.exp(-(X @ w + b)))
            dw, db = X.T @ (p - y) / len(y) + penalty * w, np.mean(p - y)
            w, b = w - rate * dw, b - rate * db
        return w, b

    return updates

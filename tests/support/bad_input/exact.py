"""The functions of the package as on paper, in 120 digits: the right answers for odd input.

theta holds the weights and, last, the bias.
"""

from typing import Any

import mpmath
import numpy as np

mp = mpmath.mp.clone()
mp.dps = 120


def number(value: Any) -> Any:
    if isinstance(value, mp.mpf):
        return value
    return mp.mpc(value) if np.iscomplexobj(value) else mp.mpf(float(value))


def vector(values: Any) -> list[Any]:
    return [number(value) for value in np.asarray(values).ravel()]


def rows_and_scores(theta: Any, X: Any) -> tuple[list[list[Any]], list[Any]]:
    """Return the rows of [X 1], and the scores."""
    rows = [[*vector(row), mp.mpf(1)] for row in X]
    return rows, [mp.fdot(row, theta) for row in rows]


def sigmoid(z: Any) -> Any:
    return 1 / (1 + mp.exp(-z))


def softplus(z: Any) -> Any:
    return mp.log1p(mp.exp(z)) if mp.re(z) < 0 else z + mp.log1p(mp.exp(-z))


def slope(z: Any) -> Any:
    return sigmoid(z) * sigmoid(-z)


def log(p: Any) -> Any:
    return mp.log(p) if p else -mp.inf


def loss(theta: Any, X: Any, y: Any, penalty: Any = 0.0) -> Any:
    _, z = rows_and_scores(theta, X)
    losses = [softplus(-s if int(t) else s) for s, t in zip(z, y, strict=True)]
    return mp.fsum(losses) / len(z) + number(penalty) / 2 * mp.fsum(t**2 for t in theta[:-1])


def gradient(theta: Any, X: Any, y: Any, penalty: Any = 0.0) -> list[Any]:
    rows, z = rows_and_scores(theta, X)
    residuals = [-sigmoid(-s) if int(t) else sigmoid(s) for s, t in zip(z, y, strict=True)]
    of_loss = [mp.fdot(residuals, column) / len(z) for column in zip(*rows, strict=True)]
    pull = [*(number(penalty) * t for t in theta[:-1]), mp.mpf(0)]
    return [d + q for d, q in zip(of_loss, pull, strict=True)]


def hessian(theta: Any, X: Any, penalty: Any = 0.0) -> Any:
    rows, z = rows_and_scores(theta, X)
    H = mp.matrix(len(theta))
    for row, s in zip(rows, z, strict=True):
        H += slope(s) / len(z) * mp.matrix([[x * t for t in row] for x in row])
    for j in range(len(theta) - 1):
        H[j, j] += number(penalty)
    return H


def lipschitz_constant(X: Any, penalty: Any = 0.0) -> Any:
    A = mp.matrix([[*vector(row), mp.mpf(1)] for row in X])
    return max(mp.eigsy(A.T * A, eigvals_only=True)) / 4 / len(X) + number(penalty)


def standard_errors(theta: Any, X: Any) -> list[Any]:
    scaled, roots = _scaled(hessian(theta, X) * len(X))
    inverse = scaled**-1
    return [mp.sqrt(inverse[j, j]) / roots[j] for j in range(inverse.rows)]


def updates(theta: Any, X: Any, y: Any, rate: Any, penalty: Any, times: int) -> list[Any]:
    """Return theta after so many steps of gradient descent; the rate None is the default one."""
    rate = 1 / lipschitz_constant(X, penalty) if rate is None else number(rate)
    for _ in range(times):
        step = gradient(theta, X, y, penalty)
        theta = [t - rate * d for t, d in zip(theta, step, strict=True)]
    return list(theta)


def minimum(near: Any, X: Any, y: Any, penalty: Any = 0.0) -> list[Any]:
    """Return theta at the minimum: there is but one, so that it may be looked for near a guess."""
    theta = mp.matrix(near)
    for _ in range(10):
        scaled, roots = _scaled(hessian(list(theta), X, penalty))
        slopes = gradient(list(theta), X, y, penalty)
        step = mp.lu_solve(scaled, mp.matrix([d / r for d, r in zip(slopes, roots, strict=True)]))
        theta -= mp.matrix([d / r for d, r in zip(step, roots, strict=True)])
    rows, _ = rows_and_scores(list(theta), X)
    size = max(abs(x) for row in rows for x in row)
    left = max(abs(d) for d in gradient(list(theta), X, y, penalty))
    assert left < mp.mpf(10) ** -60 * size, "no minimum is near"
    return list(theta)


def _scaled(H: Any) -> tuple[Any, list[Any]]:
    """Return H with ones on its diagonal, so that units do not matter, and the roots taken out."""
    roots = [mp.sqrt(H[j, j]) for j in range(H.rows)]
    places = range(H.rows)
    return mp.matrix([[H[i, j] / roots[i] / roots[j] for j in places] for i in places]), roots

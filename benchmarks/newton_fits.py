"""`newton` beside scikit-learn's newton-cholesky: time, and how small the gradient becomes."""

import warnings
from importlib.util import find_spec
from typing import Any

import measuring
import numpy as np
from kernel_cases import BADLY_SCALED, FIT_SHAPES, badly_scaled, sample
from kernel_peers import OURS

PEER = "newton-cholesky"
LBFGS = "lbfgs"
TOLERANCE = 1e-14


def measure_fit(fit: dict[str, Any], rounds: int) -> dict[str, Any]:
    """Fit by each solver; return the times, and the standardised gradient norms at the ends."""
    m, n = fit["shape"]
    X, y = badly_scaled(m, n) if fit["badly_scaled"] else sample(m, n)[:2]
    calls = {OURS: lambda: _ours(X, y)}
    if find_spec("sklearn"):
        calls[PEER] = lambda: _scikit_learn(X, y, PEER)
        calls[LBFGS] = lambda: _scikit_learn(X, y, LBFGS)
    norms = {name: standardised_norm(X, y, *call()) for name, call in calls.items()}
    seconds = measuring.medians(calls, rounds)
    ratio = seconds[OURS] / seconds[PEER] if PEER in calls else None
    return {"rows": m, "columns": n, **fit, "ratio": ratio, "seconds": seconds, "norms": norms}


def fits() -> list[dict[str, Any]]:
    """Return the fits that are measured, as the tasks of workers."""
    plain = [{"shape": shape, "badly_scaled": False} for shape in FIT_SHAPES]
    return [*plain, {"shape": BADLY_SCALED, "badly_scaled": True}]


def standardised_norm(X: Any, y: Any, w: Any, b: float) -> float:
    """Return the largest derivative in the weights of centred columns of deviation 1, and in b."""
    from logistic_gradient import gradient

    mean, deviation = X.mean(axis=0), X.std(axis=0)
    standard = (X - mean) / deviation
    dw, db = gradient(w * deviation, b + mean @ w, standard, y)
    return float(np.max(np.abs(np.append(dw, db))))


def _ours(X: Any, y: Any) -> tuple[Any, float]:
    from logistic_gradient.optimize import newton

    fit = newton(X, y)
    return fit.w, float(fit.b)


def _scikit_learn(X: Any, y: Any, solver: str) -> tuple[Any, float]:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=np.inf, solver=solver, tol=TOLERANCE, max_iter=1000)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it may stop earlier: the norm tells
        model.fit(X, y)
    return model.coef_[0], float(model.intercept_[0])

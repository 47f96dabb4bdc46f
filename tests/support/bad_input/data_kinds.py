"""Data that are odd as a whole: what they are, by the name of their row on the page."""

from typing import Any

import numpy as np

from tests.support.bad_input.functions import DATA, FUNCTIONS, B, W, X

Y = DATA["y"]
LINE = np.array([[-3.0], [-2], [-1], [1e-6], [-1e-6], [1], [2], [3]])
HALVES = np.array([0.0, 0, 0, 0, 1, 1, 1, 1])
W3 = np.array([0.25, -0.5, 0.125])
LARGEST = 3e307  # times the largest element of X it is close below the largest float


def _problem(X: Any, y: Any = Y, w: Any = W, b: Any = B) -> dict[str, Any]:
    return {"X": X, "y": y, "w": w, "b": b}


DATA_KINDS: dict[str, dict[str, Any]] = {
    "one sample": _problem(X[:1], Y[:1]),
    "one label only": _problem(X, np.zeros(8)),
    "duplicate rows": _problem(np.vstack([X, X]), np.append(Y, Y)),
    "duplicate columns": _problem(X[:, [0, 1, 0]], w=W3),
    "a constant column": _problem(np.column_stack([X, np.full(8, 7.0)]), w=W3),
    "dependent columns": _problem(np.column_stack([X, 2 * X[:, 0] - X[:, 1]]), w=W3),
    "separated labels": _problem(LINE + 4.0 * HALVES[:, None], HALVES, W[:1]),
    "labels separated up to ties": _problem(np.sort(np.round(LINE), axis=0), HALVES, W[:1]),
    "labels that nearly separate": _problem(LINE, HALVES, W[:1]),
    "an offset of a million": _problem(X + 1e6, b=B + 0.25e6),
    "columns a million times as large": _problem(X * 1e6, w=W / 1e6),
    "columns a millionth as large": _problem(X / 1e6, w=W * 1e6),
    "columns of both scales": _problem(X * [1e6, 1e-6], w=W * [1e-6, 1e6]),
    "squares beyond the largest float": _problem(X * 1e200, w=W * 1e-200),
    "sums beyond the largest float": _problem(X * LARGEST, w=W / LARGEST),
    "scores beyond the largest float": _problem(X * LARGEST, w=W * 1e9),
    "gradients with a sum beyond it": _problem(np.full((8, 2), 1.7e308), np.zeros(8), 0 * W),
    "losses with a sum beyond it": _problem(X, b=np.array(1.7e308)),
    "squares below the smallest float": _problem(X * 1e-200, w=W * 1e200),
    "subnormal numbers": _problem(X * 5e-324, w=W * 1e300),
    "complex samples": _problem(X + 0.25j),
    "complex weights": _problem(X, w=W + 0.25j),
    "complex weights near the real axis": _problem(X, w=W + 0.0625j),
    "weights beyond the precision of the samples": _problem(X.astype(np.float32), w=W * 1e300),
}
EXTRA: dict[str, dict[str, Any]] = {
    "gradient_descent": {"iterations": 2, "learning_rate": None, "penalty": 0.0},
    "stochastic_gradient_descent": {
        "batch_size": 1,
        "epochs": 1,
        "learning_rate": 0.5,
        "seed": 0,
        "penalty": 0.0,
    },
    "newton": {"penalty": 0.0},
    "newton with a penalty": {"penalty": 0.25},
    "lipschitz_constant": {"penalty": 0.0},
}


def arguments(kind: str, column: str) -> dict[str, Any]:
    """Return what the function of a column takes, for data of this kind."""
    taken = set(FUNCTIONS[column.partition(" ")[0]].good)
    given = {**DATA_KINDS[kind], **EXTRA.get(column, {})}
    if "penalty" in given and "weights" not in kind:  # the fits start where they do by default
        given |= {"w": np.zeros(given["X"].shape[1]), "b": np.array(0.0)}
    if "batch_size" in given:
        given["batch_size"] = len(given["X"])
    return {name: value for name, value in given.items() if name in taken}

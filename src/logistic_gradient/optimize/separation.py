"""Whether a hyperplane separates the labels: decided by linear programs."""

from typing import Any

import numpy as np

from .._arrays import Array

VIOLATION = 1e-14
"""What a margin may lack, relative to the largest: rounding, not an overlap of the labels."""


def direction_of_recession(A: Array, y: Array) -> tuple[Array, bool] | None:
    """Return a direction along which the loss falls for ever, if there is one.

    A is (m, k) with independent columns, y (m,) of 0 and 1. A direction d of recession moves no
    score to the wrong side, and some to the right one: every margin (2y - 1) * (A @ d) is at least
    0, and one is above. The loss of a sample falls in its margin, so it has no minimum. Where no
    such d exists, it has (Albert and Anderson, On the existence of maximum likelihood estimates in
    logistic regression models, Biometrika 71 (1984), 1-10). The second value tells whether all
    margins can be above 0 at once: complete separation.

    Two programs over -1 <= d <= 1: the largest sum of margins, which is 0 unless there is a
    direction of recession (Konis, Linear programming algorithms for detecting separated data,
    2007); and the largest smallest margin, which is 0 unless the separation is complete.

    Each direction is verified by its margins. What remains of the solver's tolerance, 1e-10, shows
    only where the labels are closer than about 1e-9 of their spread: there complete separation may
    be taken for quasi-complete, or, rarely, not be found.
    """
    # the solver's tolerances are absolute: orthonormal columns, then rows of length 1
    Q, R = np.linalg.qr(A * (2 * y - 1)[:, None])
    Q /= np.linalg.norm(Q, axis=1)[:, None]
    m, k = Q.shape
    d = _solve(Q.sum(axis=0), Q, [(-1.0, 1.0)] * k)
    if d is None or not _separates(Q @ d):
        return None
    smallest = np.append(np.zeros(k), 1.0)
    wide = _solve(smallest, np.column_stack([Q, -np.ones(m)]), [*[(-1.0, 1.0)] * k, (0.0, 1.0)])
    if wide is not None and (Q @ wide[:-1]).min() > VIOLATION:
        return np.linalg.solve(R, wide[:-1]), True  # the direction that shows more
    return np.linalg.solve(R, d), False


def _separates(margins: Array) -> bool:
    return bool(margins.max() > 0 and margins.min() >= -VIOLATION * margins.max())


def _solve(gain: Array, rows: Array, bounds: list[tuple[float, float]]) -> Array | None:
    """Return the x within the bounds of largest gain @ x with rows @ x >= 0, or None."""
    # imported here: loading it takes longer than most fits, and few of them get to this place
    from scipy.optimize import linprog

    tightest = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
    result: Any = linprog(
        -gain, A_ub=-rows, b_ub=np.zeros(len(rows)), bounds=bounds, method="highs", options=tightest
    )
    return result.x if result.status == 0 else None

"""One step over shards: each gives its sums over samples, and the total is divided once.

`sums` is the body that runs everywhere: in a loop, in threads, in worker processes, on a GPU. What
it returns is as small as the gradient, however many rows the shard has.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from logistic_gradient import loss_and_gradient

Sums = tuple[int, Any, Any, Any]  # samples, and the sums of loss, dw and db over them
Means = tuple[Any, Any, Any]  # loss, dw, db
Step = Callable[[Any, Any], Means]  # at w and b


def sums(w: Any, b: Any, X: Any, y: Any) -> Sums:
    """Return the number m of samples of a shard, and m times its loss, dw and db.

    X has shape (m, n), y (m,). The package divides by m, and the product here takes that back: each
    rounds once, so that the sums are off by at most about one unit in the last place.
    """
    m = X.shape[0]
    J, (dw, db) = loss_and_gradient(w, b, X, y)
    return m, m * J, m * dw, m * db


def mean(parts: Iterable[Sums]) -> Means:
    """Return loss, dw and db of all samples; the order of the parts decides the last digit."""
    m, J, dw, db = (sum(column) for column in zip(*parts, strict=True))
    return J / m, dw / m, db / m


def descend(step: Step, columns: int, steps: int, rate: float) -> tuple[Any, list[float]]:
    """Fit by gradient descent from zeros; return w and b, the bias last, and each step's seconds.

    It does not know where the data are: `step` gives loss, dw and db at w and b.
    """
    w, b = np.zeros(columns), np.float64(0)
    seconds = []
    for _ in range(steps):
        start = time.perf_counter()
        _, dw, db = step(w, b)
        seconds.append(time.perf_counter() - start)
        w, b = w - rate * dw, b - rate * db
    return np.append(w, b), seconds

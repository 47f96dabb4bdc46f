"""What the kernels are timed on: the shapes, precisions and orders, and how the data are made."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

SHAPES = ((100, 5), (100_000, 20), (1_000_000, 20), (200_000, 200), (10_000, 1_000))
MAPPED = (1_000_000, 20)  # the shape that is also read from a file mapped into memory
FIT_SHAPES = ((100, 5), (100_000, 20), (1_000_000, 20), (20_000, 200))
BADLY_SCALED = (20_000, 20)  # columns from 1e-6 to 1e6, some with an offset


@dataclass(frozen=True)
class Case:
    """One matrix X: how large, of which precision, in which order, in memory or in a file."""

    rows: int
    columns: int
    dtype: str
    order: str
    mapped: bool = False


@dataclass(frozen=True)
class Problem:
    """The arguments of a loss: float64 and float32 arrays of one precision."""

    X: Any
    y: Any
    w: Any
    b: Any


def cases(shapes: tuple[tuple[int, int], ...]) -> Iterator[Case]:
    """Yield the cases of these shapes, those of one shape together."""
    for m, n in shapes:
        for dtype, order in itertools.product(("float64", "float32"), ("C", "F")):
            yield Case(m, n, dtype, order)
        if (m, n) == MAPPED:
            yield Case(m, n, "float64", "C", mapped=True)


def problem(case: Case) -> Problem:
    """Make the data of a case, always the same: standard normal columns, labels drawn by a model.

    The loss is taken at half the weights that drew the labels: the gradient is then no small
    difference of large sums, and answers can be compared relative to its size.
    """
    X, y, weights = sample(case.rows, case.columns)
    X = np.asarray(X, dtype=case.dtype, order=case.order)  # type: ignore[call-overload]
    w = (weights / 2).astype(case.dtype)
    return Problem(X, y.astype(case.dtype), w, np.asarray(0.25, case.dtype)[()])


def sample(m: int, n: int) -> tuple[Any, Any, Any]:
    """Return X, y, and the weights of the model that drew y."""
    rng = np.random.default_rng(m + n)
    X = rng.standard_normal((m, n))
    weights = rng.standard_normal(n) / np.sqrt(n)
    y = (rng.random(m) < 1 / (1 + np.exp(-(X @ weights)))).astype(np.float64)
    return X, y, weights


def badly_scaled(m: int, n: int) -> tuple[Any, Any]:
    """Return X and y where the columns have units from 1e-6 to 1e6, each third one an offset.

    The offset is a thousand deviations. The model is that of the columns before they are scaled.
    """
    X, y, _ = sample(m, n)
    X[:, ::3] += 1e3
    return X * np.logspace(-6, 6, n), y

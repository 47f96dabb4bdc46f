"""The data that the checkers call a reader's function with."""

import numpy as np

from ._functions import Case

LARGE, HUGE = 40.0, 1000.0  # scores: 1 - sigmoid(LARGE) rounds to 0, and exp(HUGE) overflows


def data_sets() -> list[Case]:
    """Return data sets with m above and below n, so that neither can stand for the other."""
    rng = np.random.default_rng(20)
    return [
        (rng.normal(size=n), 0.8, rng.normal(size=(m, n)), np.arange(m) % 3 % 2)
        for m, n in ((7, 3), (3, 5))
    ]


def one_sample(z: float) -> Case:
    """Return one sample with label 0 and this score."""
    return np.array([z]), 0.0, np.ones((1, 1)), np.array([0])

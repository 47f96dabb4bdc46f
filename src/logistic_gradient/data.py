"""The small data sets of the site, as arrays with names and source.

All arrays are NumPy's, float64 features and int64 labels, and read-only: nobody can change a data
set for everybody else. Copy one to change it.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from ._arrays import Array, ArrayLike

TRAINING_SAMPLES = 400  # of the 500 in synthetic.csv, in this order


@dataclass(frozen=True, kw_only=True, eq=False)  # == of arrays is an array, not a truth value
class DataSet:
    """Samples with their labels: X has shape (m, n), y (m,)."""

    X: Array
    """The features, a row a sample."""
    y: Array
    """The labels, 0 or 1."""
    features: tuple[str, ...]
    """What each column of X is, with its unit."""
    label: str
    """What the label 1 means."""
    source: str
    """Where the numbers come from."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Split:
    """A data set in two parts: fit on the one, judge on the other."""

    train: DataSet
    """The samples to fit on."""
    test: DataSet
    """The samples to judge on."""


def one_student() -> DataSet:
    """One student, X (1, 2): 3 hours of study, 5 hours of sleep, passed.

    The worked example takes one step from w = (0.1, -0.2) and b = 0 with learning rate 0.1.

    Source: made up for the worked example.

    >>> student = one_student()
    >>> print(student.features, student.X.tolist(), student.y.tolist())
    ('hours studied', 'hours slept') [[3.0, 5.0]] [1]
    """
    return _data_set(
        [[3.0, 5.0]],
        [1],
        features=("hours studied", "hours slept"),
        label="passed",
        source="made up for the worked example",
    )


def three_samples() -> DataSet:
    """Three samples with two features, X (3, 2), to compute by hand.

    The second feature is the first plus one, so that [X 1] has rank 2 of 3.

    Source: made up for computing by hand.

    >>> print(three_samples().X.tolist(), three_samples().y.tolist())
    [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]] [1, 0, 1]
    """
    return _data_set(
        [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]],
        [1, 0, 1],
        features=("first", "second"),
        label="one",
        source="made up for computing by hand",
    )


def students() -> DataSet:
    """Twenty students, X (20, 1): hours of study for an exam, and who passed.

    Not separable: a student with 1.75 hours passed, and one with 3.5 hours failed.

    Source: the usual textbook table, in Wikipedia, Logistic regression, section Example.

    >>> data = students()
    >>> print(data.X.shape, data.X[[0, -1], 0].tolist(), int(data.y.sum()))
    (20, 1) [0.5, 5.5] 10
    """
    hours = (0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5)
    more_hours = (2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5)
    return _data_set(
        [[h] for h in hours + more_hours],
        [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1],
        features=("hours studied",),
        label="passed",
        source="Wikipedia, Logistic regression, section Example",
    )


def synthetic(*, standardized: bool = True) -> Split:
    """Synthetic data with 10 features: 400 samples to train on and 100 to test on.

    By default each feature is standardised as x -> (x - mean) / standard deviation, both of the 400
    training samples alone (the deviation with 1/m), so that nothing of the test samples leaks into
    the fit.

    Two of the ten features carry information and two more are weighted sums of those, so that
    [X 1] of the training samples has rank 9 of 11: many parameters give the same smallest loss.

    Source: made by scikit-learn, 500 samples with 10 features from random state 42, a fifth of them
    set aside with random state 42; kept as text with the script that makes it.

    >>> split = synthetic()
    >>> print(split.train.X.shape, split.test.X.shape)
    (400, 10) (100, 10)
    >>> rows = np.column_stack([split.train.X, np.ones(400)])
    >>> print(np.linalg.matrix_rank(rows), rows.shape[1])
    9 11
    """
    return _synthetic(standardized)


@cache  # reading the text takes longer than most of what is done with the numbers
def _synthetic(standardized: bool) -> Split:
    text = files(__package__).joinpath("synthetic.csv").read_text(encoding="utf-8")
    table = np.loadtxt(text.splitlines(), delimiter=",", skiprows=1)
    X, y = table[:, 1:], table[:, 0]
    if standardized:
        train = X[:TRAINING_SAMPLES]
        X = (X - train.mean(axis=0)) / train.std(axis=0)
    train_part, test_part = (
        _data_set(
            X[rows],
            y[rows],
            features=tuple(f"x{j}" for j in range(1, X.shape[1] + 1)),
            label="class one",
            source="scikit-learn, make_classification with seed 42",
        )
        for rows in (slice(TRAINING_SAMPLES), slice(TRAINING_SAMPLES, None))
    )
    return Split(train=train_part, test=test_part)


def _data_set(
    X: ArrayLike, y: ArrayLike, *, features: tuple[str, ...], label: str, source: str
) -> DataSet:
    rows, labels = np.array(X), np.array(y, dtype=np.int64)
    for array in (rows, labels):
        array.flags.writeable = False
    return DataSet(X=rows, y=labels, features=features, label=label, source=source)

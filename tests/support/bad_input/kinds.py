"""Every kind of input: what becomes of a good argument, by the name of its row on the page."""

import warnings
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest
import scipy.sparse

from tests.support.libraries import load


def _changed(good: Any, first: Any, dtype: Any = float) -> Any:
    """Return a copy whose first element is another."""
    copy = np.array(good, int if isinstance(good, int) and isinstance(first, int) else dtype)
    copy.flat[0] = first
    return copy if copy.ndim else copy[()]


def _read_only(good: Any) -> Any:
    copy = np.array(good)
    copy.flags.writeable = False
    return copy


def _spread(good: Any) -> Any:
    """Return the same numbers with gaps between them, and backwards in memory."""
    wide = np.zeros([2 * size for size in good.shape])
    view = wide[tuple(slice(None, None, -2) for _ in good.shape)]
    view[...] = good
    return view


def _matrix(good: Any) -> Any:
    with warnings.catch_warnings(action="ignore", category=PendingDeprecationWarning):
        return np.asmatrix(good)


def _masked(good: Any) -> Any:
    mask = np.zeros(np.shape(good), bool)
    mask.flat[0] = True
    return np.ma.array(good, mask=mask)


def _frame(good: Any) -> Any:
    """Return a frame or series of pandas, with an index that is not 0, 1, ..."""
    pandas = load("pandas")
    index = range(len(good), 0, -1)
    return (pandas.Series if good.ndim == 1 else pandas.DataFrame)(good, index=index)


def _frame_with_gap(good: Any) -> Any:
    frame = _frame(good).astype("Float64")
    if good.ndim == 1:
        frame.iloc[0] = load("pandas").NA
    else:
        frame.iloc[0, 0] = load("pandas").NA
    return frame


def _polars(good: Any) -> Any:
    polars = load("polars")
    return polars.Series(good) if good.ndim == 1 else polars.DataFrame(good, orient="row")


def _polars_with_gap(good: Any) -> Any:
    frame = _polars(good)
    if good.ndim == 1:
        frame[0] = None
    else:
        frame[0, 0] = None
    return frame


def _beyond_float(good: Any) -> Any:
    if np.finfo(np.longdouble).max == np.finfo(float).max:
        pytest.skip("this machine has no floats beyond float64")
    return _changed(good, np.longdouble("1e4000"), np.longdouble)


def _ragged(good: Any) -> Any:
    nested = np.array(good).tolist()
    return [nested[:1], nested] if good.ndim == 1 else [nested[0][:1], *nested[1:]]


KINDS: dict[str, Callable[[Any], Any]] = {
    "a nested list": lambda good: np.asarray(good).tolist(),
    "whole numbers": lambda good: np.ceil(good).astype(np.int64),
    "small unsigned numbers": lambda good: np.ceil(np.abs(good)).astype(np.uint8),
    "booleans": lambda good: np.asarray(good) >= 0.5,
    "half precision": lambda good: np.asarray(good).astype(np.float16),
    "extended precision": lambda good: np.asarray(good).astype(np.longdouble),
    "other byte order": lambda good: np.asarray(good).astype(">f8"),
    "a read-only array": _read_only,
    "an array with gaps, backwards": _spread,
    "column after column": lambda good: np.asfortranarray(good),
    "a NumPy matrix": _matrix,
    "a masked array, nothing masked": lambda good: np.ma.array(good),
    "a masked array, one value masked": _masked,
    "a pandas frame or series": _frame,
    "pandas, one value missing": _frame_with_gap,
    "a Polars frame or series": _polars,
    "Polars, one value missing": _polars_with_gap,
    "a sparse matrix": lambda good: scipy.sparse.csr_matrix(np.atleast_2d(good)),
    "strings of digits": lambda good: np.asarray(good).astype(str),
    "a word": lambda _: "word",
    "nothing at all": lambda _: None,
    "one value is nothing": lambda good: _changed(good, None, object),
    "objects that are numbers": lambda good: _changed(good, 1, object),
    "dates": lambda good: _changed(good, date(2000, 1, 1), object),
    "a dictionary": lambda good: {"values": good},
    "a ragged list": _ragged,
    "an empty list": lambda _: [],
    "no rows": lambda good: good[:0],
    "no columns": lambda good: good[:, :0],
    "one axis too many": lambda good: np.asarray(good)[None],
    "one axis too few": lambda good: good[0],
    "one element too few": lambda good: good[:-1],
    "not a number": lambda good: _changed(good, np.nan),
    "plus infinity": lambda good: _changed(good, np.inf),
    "minus infinity": lambda good: _changed(good, -np.inf),
    "zero": lambda good: _changed(good, 0),
    "below zero": lambda good: _changed(good, -1),
    "a fraction": lambda good: good + 0.5,
    "a subnormal number": lambda good: _changed(good, 5e-324),
    "a tiny number": lambda good: _changed(good, 1e-308),
    "the largest float": lambda good: _changed(good, np.finfo(float).max),
    "more than the largest float": _beyond_float,
    "a complex number": lambda good: good + 0.01j,
    "labels minus one and one": lambda good: 2 * np.asarray(good) - 1,
    "a probability as label": lambda good: _changed(good, 0.3),
    "a function that was called": lambda _: 0.5,
}

LABELS = {"y", "one label"}
NUMBERS = {"b", "one label", "learning_rate", "penalty", "h", "count", "answer"}
ONLY = {  # kinds that make no sense for all classes of arguments
    "a function that was called": {"f"},
    "labels minus one and one": {"y"},
    "a probability as label": LABELS,
    "no columns": {"X"},
}
NOT = {
    "column after column": NUMBERS,
    "one value is nothing": NUMBERS,
    "objects that are numbers": NUMBERS,
    "one axis too few": NUMBERS,
    "one element too few": {"X"} | NUMBERS,
    "zero": {"count"},
    "not a number": {"count"},
    "plus infinity": {"count"},
    "minus infinity": {"count"},
    "a subnormal number": {"count"},
    "a tiny number": {"count"},
    "the largest float": {"X", "w", "b", "x", "h", "penalty", "count"},  # likewise
    "a complex number": {"X", "w", "b"},  # depends on the function
}
FUNCTIONS_TOO = {"a function that was called", "nothing at all", "a word"}


def fits(kind: str, of_class: str) -> bool:
    """Return whether there is such a thing as this kind of an argument of the class."""
    if of_class == "f":
        return kind in FUNCTIONS_TOO
    if of_class in ONLY.get(kind, {of_class}) and of_class not in NOT.get(kind, set()):
        sized = {"an array with gaps, backwards", "a ragged list", "no rows"}
        return of_class not in NUMBERS or not (kind in sized or "pandas" in kind or "Pol" in kind)
    return False


def snapshot(value: Any) -> Any:
    """Return all that a call could have changed in its argument."""
    if hasattr(value, "to_numpy"):
        inside = value.to_numpy()
        return inside.tolist() if inside.dtype == object else inside.tobytes()
    if scipy.sparse.issparse(value):
        return value.data.tobytes(), value.indices.tobytes(), value.indptr.tobytes(), value.shape
    if isinstance(value, np.ndarray):
        mask = np.ma.getmaskarray(value).tobytes()
        content = value.tolist() if value.dtype == object else value.tobytes()
        return value.dtype.str, value.shape, value.strides, value.flags.writeable, mask, content
    return repr(value)

"""The quick way past the checks: taken where nothing is to convert, and no rule is broken."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import _checks
from logistic_gradient._ready import finite, ready

GOOD = {
    "w": np.array([0.5, -1.0, 2.0]),
    "b": 0.25,
    "X": np.arange(6.0).reshape(2, 3),
    "y": np.array([1.0, 0.0]),
}


def single(name: str) -> Any:
    return np.float32(GOOD[name]) if name == "b" else GOOD[name].astype(np.float32)


FIT = {
    "float64": GOOD,
    "a number of NumPy's": {**GOOD, "b": np.float64(0.25)},
    "float32": {name: single(name) for name in GOOD},
    "Fortran order": {**GOOD, "X": np.asfortranarray(GOOD["X"])},
    "one label": {**GOOD, "y": np.zeros(2)},
}


@pytest.mark.parametrize("given", FIT.values(), ids=FIT.keys())
def test_arrays_that_fit_pass_at_once(given: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ready(**given)
    monkeypatch.setattr(_checks, "parameters", None)  # the slow way
    _, w, b, X, y = _checks.problem(**given)
    assert (w is given["w"], X is given["X"], y is given["y"]) == (True, True, True)
    assert (b, b.dtype) == (given["b"], X.dtype)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("w", [0.5, -1.0, 2.0]),
        ("w", single("w")),
        ("w", GOOD["w"][:2]),
        ("w", GOOD["w"][:, None]),
        ("w", np.array([0.5, np.nan, 2.0])),
        ("w", np.array([0.5, 1.0, np.inf])),
        ("b", 0),
        ("b", np.float32(0.25)),
        ("b", np.array(0.25)),
        ("b", float("nan")),
        ("b", float("inf")),
        ("b", None),
        ("X", GOOD["X"].tolist()),
        ("X", GOOD["X"].astype(int)),
        ("X", np.ma.array(GOOD["X"])),
        ("X", single("X")),
        ("X", GOOD["X"][0]),
        ("X", GOOD["X"][None]),
        ("X", GOOD["X"][:0]),
        ("X", GOOD["X"][:, :0]),
        ("X", GOOD["X"].T),
        ("y", [1.0, 0.0]),
        ("y", single("y")),
        ("y", np.array([1, 0])),
        ("y", GOOD["y"][:, None]),
        ("y", np.array([1.0, 0.0, 1.0])),
        ("y", np.array([1.0, 2.0])),
        ("y", np.array([0.5, 0.0])),
        ("y", np.array([np.nan, 0.0])),
    ],
)
def test_whatever_else_goes_the_slow_way(name: str, value: Any) -> None:
    assert not ready(**{**GOOD, name: value})


@pytest.mark.parametrize(
    "given",
    [
        {**FIT["float32"], "b": 0.25},  # which may be too large for the precision
        {name: np.longdouble(value) for name, value in GOOD.items()},
        {**GOOD, "X": np.empty((0, 3)), "y": np.empty(0)},
        {**GOOD, "X": np.empty((2, 0)), "w": np.empty(0)},
        {**GOOD, "X": GOOD["X"][0], "y": np.array([0.0, 1, 1]), "w": np.empty(())},
    ],
    ids=["float beside float32", "longdouble", "no rows", "no columns", "one row"],
)
def test_arguments_that_only_fit_each_other_go_the_slow_way(given: Any) -> None:
    assert not ready(**given)


@pytest.mark.parametrize("one", [1.0, -1e308])
@pytest.mark.parametrize("kind", [np.float64, np.float32])
def test_finite_numbers_are_told_from_others(kind: Any, one: float) -> None:
    number = kind(one if kind is np.float64 else 1.0)
    for bad in (np.nan, np.inf, -np.inf):
        assert finite(number)
        assert not finite(kind(bad))
        assert finite(np.array([number, number]))
        assert not finite(np.array([number, kind(bad)]))


@pytest.mark.parametrize("other", [1.0, 1, [1.0], None, np.ma.array([1.0])], ids=repr)
def test_of_anything_else_nothing_is_known(other: Any) -> None:
    assert not finite(other)

"""The data set in the package is what scikit-learn makes."""

import importlib
from types import ModuleType

import numpy as np
import pytest

from tests.scripts.conftest import SCRIPTS


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(SCRIPTS)
    return importlib.import_module("make_synthetic_data")


def test_making_it_again_gives_the_same_numbers_in_the_same_order(make: ModuleType) -> None:
    kept = np.loadtxt(make.PATH, delimiter=",", skiprows=1)
    X, y = make.rows()
    np.testing.assert_array_equal(kept[:, 0], y)
    # Not to the last bit: the order in which a platform's BLAS adds up changes it.
    np.testing.assert_allclose(kept[:, 1:], X, rtol=0, atol=1e-14)


def test_the_text_keeps_every_digit(make: ModuleType) -> None:
    X, y = make.rows()
    table = np.loadtxt(make.text().splitlines(), delimiter=",", skiprows=1)
    np.testing.assert_array_equal(table, np.column_stack([y, X]))
    assert make.text().startswith("y,x1,x2,x3,x4,x5,x6,x7,x8,x9,x10\n")

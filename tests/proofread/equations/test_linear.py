"""Linear algebra on numbers of any kind: exact where they are, with slopes where they have some."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from proofread.equations import linear
from proofread.equations.dual import Dual, new_tag
from proofread.equations.errors import EquationError
from proofread.equations.precise import Precise

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("entries", "inverse"),
    [
        ([[2, 1], [0, 3]], [[Fraction(1, 2), Fraction(-1, 6)], [0, Fraction(1, 3)]]),
        ([[-2, 1], [0, 3]], [[Fraction(-1, 2), Fraction(1, 6)], [0, Fraction(1, 3)]]),
        ([[0, 1], [1, 0]], [[0, 1], [1, 0]]),
        ([[0, 0, 2], [0, 1, 0], [4, 0, 0]], [[0, 0, HALF / 2], [0, 1, 0], [HALF, 0, 0]]),
        ([[0, 2], [-3, 5]], [[Fraction(5, 6), Fraction(-1, 3)], [Fraction(1, 2), 0]]),
        ([[Fraction(1, 10**11)]], [[10**11]]),
    ],
)  # fmt: skip
def test_inverses_are_exact(entries: list[list[Any]], inverse: list[list[Any]]) -> None:
    found = linear.inverse(np.array(entries, dtype=object))
    assert found.tolist() == inverse
    assert all(isinstance(item, int | Fraction) for item in found.ravel())


@pytest.mark.parametrize(
    "entries", [[[1, 2], [2, 4]], [[0, 0], [0, 1]], [[Fraction(1, 10**13)]], [[1, 2, 3]], [1, 2]]
)
def test_what_has_no_inverse(entries: list[Any]) -> None:
    with pytest.raises(EquationError, match=r"no inverse|only a square matrix has an inverse"):
        linear.inverse(np.array(entries, dtype=object))


def test_what_is_built_is_exact_and_of_its_size() -> None:
    assert linear.identity(3).tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert linear.ones(2).tolist() == [1, 1]
    assert linear.diagonal(np.array([2, 3], dtype=object)).tolist() == [[2, 0], [0, 3]]
    built = (*linear.identity(2).ravel(), *linear.ones(1), *linear.diagonal(linear.ones(2)).ravel())
    assert all(type(item) is int for item in built)
    assert linear.column(np.array([1, 2])).tolist() == [[1], [2]]
    assert linear.column(np.array([[1, 2]])).tolist() == [[1, 2]]
    assert linear.scalar(np.array([[7]])) == 7
    assert linear.shape(linear.scalar(np.array([[7, 8]]))) == (1, 2)
    assert (linear.length(0), linear.length(Fraction(1000))) == (0, 1000)
    for size in (-1, 1001, Fraction(1001)):
        with pytest.raises(EquationError, match="an axis has from 0 to 1000 entries"):
            linear.length(size)


def test_singular_values_are_as_precise_as_the_entries() -> None:
    exactly = np.array([[3, 4], [0, 0]], dtype=object)
    assert linear.spectral(exactly) == 5
    assert isinstance(linear.spectral(exactly), Precise)
    assert linear.spectral(exactly * 0.5) == pytest.approx(2.5)
    assert type(linear.spectral(exactly * 0.5)) is float
    moved = exactly.copy()
    moved[0, 0] = Dual(new_tag(), 3, 1)
    assert linear.spectral(moved) == 5
    assert linear.rank(exactly) == 1
    assert linear.floats(moved).tolist() == [[3.0, 4.0], [0.0, 0.0]]

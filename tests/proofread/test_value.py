"""Expressions that bind a number: which are refused, and what is exact about a value."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from proofread.value import UnreadableError, evaluate, exact, flat, flat_rows, parse, show

pytestmark = pytest.mark.usefixtures("recorded_answers")


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("p | q", "would end the cell of a table"),
        ("p +", "not a Python expression"),
        ("", "not a Python expression"),
        ("0.5", "repeats the number"),
        ("-0.5", "repeats the number"),
        ("(q := 1) + q", "may not assign names"),
        ("[(yield)][0]", "may not assign names"),
    ],
)
def test_what_is_refused_unread(expression: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parse(expression)


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("1 / (p - p)", "ZeroDivisionError"),
        ("q", "NameError: name 'q' is not defined"),
        ("w / 0", "RuntimeWarning"),  # a warning is an error
    ],
)
def test_what_has_no_value(expression: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        evaluate(expression, {"p": 0.5, "w": np.array([1.0])})


def test_the_names_of_a_page_come_before_those_of_mathematics() -> None:
    assert evaluate("exp(0) + e", {"e": 2}) == 3


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (np.float32(0.5), "1/2"),
        (np.array(3), "3"),
        (Decimal("0.1"), "1/10"),
        (-0.1, str(Fraction(-0.1))),
    ],
)
def test_a_number_is_taken_exactly(value: Any, number: str) -> None:
    assert exact(value) == Fraction(number)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (np.array([1.0]), r"an array of shape \(1,\)"),
        (True, "not a real number"),
        ("1", "not a real number"),
        (1j, "not a real number"),
        (None, "not a real number"),
        (float("nan"), "the value is nan"),
        (np.float64("-inf"), "the value is -inf"),
    ],
)
def test_what_is_no_real_number(value: Any, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        exact(value)


def test_arrays_are_flat_as_lists_are() -> None:
    A = np.array([[1, 2], [3, 4]])
    assert flat([A, (5, [6])]) == [1, 2, 3, 4, 5, 6]
    assert flat_rows(A) == [[1, 2], [3, 4]]
    assert flat_rows(np.float64(7)) == [7]


def test_a_value_beyond_doubles_is_told_in_words() -> None:
    assert show(Fraction(10) ** 400) == "a number beyond the range of a double"
    assert show(Fraction(1, 3), 3) == "0.333"

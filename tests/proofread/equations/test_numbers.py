"""The numbers that the checker computes with: sixty digits, dual numbers, exact powers."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it has no types
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from proofread.equations import numeric
from proofread.equations.dual import Dual, divide, exact, new_tag, primal, slope
from proofread.equations.errors import DomainError, EquationError
from proofread.equations.precise import (
    PI,
    E,
    Precise,
    apply,
    convert,
    largest_singular,
    nearest,
    precise,
    ten_to,
)

THIRD = Fraction(1, 3)
TINY = Fraction(1, 10**50)
OPERATIONS = (operator.add, operator.sub, operator.mul, operator.truediv)
fractions = st.fractions(min_value=-9, max_value=9, max_denominator=60)


def test_equal_numbers_have_one_hash_and_others_have_others() -> None:
    assert hash(precise(0.5)) == hash(precise(0.25) + precise(0.25))
    assert len({hash(precise(k / 8)) for k in range(8)}) == 8


def near(found: Any, wanted: Fraction) -> bool:
    """Whether a number of sixty digits is this one, to fifty of them."""
    shown = mpmath.mp.clone()
    shown.dps = 70
    difference = convert(found) - shown.mpf(wanted.numerator) / wanted.denominator
    return bool(abs(difference) <= 1e-50 * max(1, abs(wanted)))


@pytest.mark.parametrize("operation", OPERATIONS)
@given(a=fractions, b=fractions)
@settings(max_examples=40, deadline=None)
def test_sixty_digits_beside_anything_exact(
    operation: Callable[[Any, Any], Any], a: Fraction, b: Fraction
) -> None:
    assume(b != 0)
    wanted = operation(a, b)
    for left, right in ((precise(a), precise(b)), (precise(a), b), (a, precise(b))):
        found = operation(left, right)
        assert type(found) is Precise
        assert near(found, wanted)
    whole = math.ceil(abs(b))
    assert near(operation(precise(a), whole), operation(a, whole))
    assert near(operation(whole, precise(b)), operation(whole, b))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_beside_a_double_only_its_digits_are_left(operation: Callable[[Any, Any], Any]) -> None:
    for found, wanted in (
        (operation(precise(THIRD), 0.5), operation(1 / 3, 0.5)),
        (operation(0.5, precise(THIRD)), operation(0.5, 1 / 3)),
    ):
        assert type(found) is float
        assert found == wanted


@given(a=fractions, b=fractions)
@settings(max_examples=60, deadline=None)
def test_sixty_digits_are_ordered_as_what_they_stand_for(a: Fraction, b: Fraction) -> None:
    for left, right in ((precise(a), precise(b)), (precise(a), b), (a, precise(b))):
        assert (left < right, left <= right) == (a < b, a <= b)
        assert (left > right, left >= right) == (a > b, a >= b)
        assert (left == right) is (a == b)


def test_what_a_number_of_sixty_digits_is_beside_that() -> None:
    third = precise(THIRD)
    assert near(-third, -THIRD)
    assert near(abs(precise(-THIRD)), THIRD)
    assert (float(third), int(precise(Fraction(-7, 2)))) == (1 / 3, -3)
    assert repr(third).startswith("0." + "3" * 59)
    assert hash(precise(THIRD)) == hash(third)
    assert third != "1/3"
    assert third != THIRD + TINY
    assert precise(2) == 2
    assert precise(0.5) == 0.5
    with pytest.raises(TypeError):
        third + "1"
    assert convert("1") is None


@pytest.mark.parametrize(
    ("value", "whole"),
    [(Fraction(7, 5), 1), (Fraction(8, 5), 2), (Fraction(-8, 5), -2), (10**30 + 1, 10**30 + 1)],
)
def test_the_nearest_whole_number(value: Fraction, whole: int) -> None:
    assert nearest(precise(value)) == whole


@pytest.mark.parametrize(
    ("name", "x", "digits"),
    [
        ("exp", Fraction(-7, 10), "0.49658530379140951470480009339752896"),
        ("log", 2, "0.69314718055994530941723212145817656"),
        ("log1p", THIRD, "0.28768207245178092743921900599382743"),
        ("sqrt", 2, "1.4142135623730950488016887242096980"),
    ],
)
def test_functions_have_sixty_digits(name: str, x: Fraction, digits: str) -> None:
    found = apply(name, x)
    assert abs(found - Fraction(digits)) < Fraction(1, 10**33)
    again = getattr(numeric, name)(x)
    assert again == found


def test_constants_and_powers_of_ten() -> None:
    assert abs(PI - Fraction("3.14159265358979323846264338327950288")) < Fraction(1, 10**34)
    assert abs(E - Fraction("2.71828182845904523536028747135266250")) < Fraction(1, 10**34)
    assert (ten_to(3), ten_to(-2)) == (precise(1000), precise(Fraction(1, 100)))


def test_outside_of_their_domain() -> None:
    assert apply("log", -1) is None
    assert apply("sqrt", Fraction(-1, 4)) is None
    with pytest.raises(EquationError, match="outside its domain"):
        numeric.sqrt(Fraction(-1, 4))
    for function in (numeric.log, numeric.sqrt):
        for x in (-0.5, -1, precise(-1), Dual(1, -0.5, 1)):
            with pytest.raises(DomainError, match="outside its domain"):
                function(x)
    with pytest.raises(OverflowError, match="too large"):
        apply("exp", 2**1001)
    with pytest.raises(OverflowError, match="too large"):
        apply("exp", -(2**1001))
    assert apply("exp", -(2**1000)) is not None
    assert apply("log", 2**1001) is not None


def test_the_largest_singular_value_has_sixty_digits() -> None:
    """Of a diagonal it is the largest entry by size; of two equal rows, √2 times their length."""
    assert near(largest_singular([[2, 0], [0, Fraction(-7, 3)]]), Fraction(7, 3))
    assert near(largest_singular([[3, 4], [3, 4]]) * largest_singular([[3, 4], [3, 4]]), Fraction(50))  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(
    ("name", "slopes"),
    [
        ("exp", lambda x: mpmath.exp(x)),
        ("log", lambda x: 1 / x),
        ("log1p", lambda x: 1 / (1 + x)),
        ("sqrt", lambda x: 1 / (2 * mpmath.sqrt(x))),
    ],
)
@pytest.mark.parametrize("x", [0.3, 1.7])
def test_doubles_and_slopes_of_the_functions(
    name: str, slopes: Callable[[float], float], x: float
) -> None:
    function, tag = getattr(numeric, name), new_tag()
    assert function(x) == getattr(math, name)(x)
    assert type(function(x)) is float
    found = function(Dual(tag, x, 3))
    assert found.tag == tag
    assert found.real == function(x)
    assert found.slope == pytest.approx(3 * float(slopes(x)), rel=1e-14)
    assert function(np.array([x, x + 1], dtype=object)).tolist() == [function(x), function(x + 1)]


@pytest.mark.parametrize(
    ("function", "x", "value"),
    [
        (numeric.exp, 0, 1), (numeric.log, Fraction(1), 0), (numeric.log1p, 0, 0),
        (numeric.sqrt, Fraction(9, 4), Fraction(3, 2)), (numeric.sqrt, 0, 0),
    ],
)  # fmt: skip
def test_values_that_are_exact(function: Callable[[Any], Any], x: Any, value: Any) -> None:
    assert function(x) == value
    assert exact(function(x))


@pytest.mark.parametrize(
    ("function", "x"),
    [
        (numeric.exp, 200),  # of as many digits as are kept, each looks whole
        (numeric.exp, 1),
        (numeric.log, 2),
        (numeric.log, 1 + Fraction(1, 10**70)),
        (numeric.log1p, 1),
        (numeric.sqrt, 2),
        (numeric.sqrt, Fraction(4, 3)),
        (numeric.sqrt, Fraction(3, 4)),
        (numeric.exp, precise(0)),
    ],
)
def test_values_that_are_not(function: Callable[[Any], Any], x: Any) -> None:
    assert not exact(function(x))


@given(x=fractions, n=st.integers(-6, 6))
@settings(max_examples=60, deadline=None)
def test_whole_powers_are_exact(x: Fraction, n: int) -> None:
    assume(x != 0)
    found = numeric.power(x, n)
    assert found == x**n
    assert exact(found)
    assert near(numeric.power(precise(x), Fraction(n)), x**n)


@pytest.mark.parametrize(
    ("x", "y", "value"),
    [
        (10, 70, 10**70),
        (Fraction(1, 10), 70, Fraction(1, 10**70)),
        (2, -2048, Fraction(1, 2**2048)),
        (0, 4096, 0),
        (1, 4096, 1),
        (Fraction(9, 4), Fraction(1, 2), Fraction(3, 2)),
        (Fraction(9, 4), Fraction(-1, 2), None),
        (2, Fraction(3, 2), None),
        (2, 2049, None),  # too long
        (Fraction(1, 2), 2049, None),
        (E, 2, None),
    ],
)
def test_which_powers_are_exact(x: Any, y: Any, value: Any) -> None:
    found = numeric.power(x, y)
    assert exact(found) is (value is not None)
    if value is not None:
        assert found == value
    else:
        assert float(numeric.log(found)) == pytest.approx(float(y) * float(numeric.log(x)))


def test_a_negative_double_has_whole_powers_up_to_a_length() -> None:
    assert numeric.power(-1.5, 3) == -3.375
    assert numeric.power(-1.5, -1) == pytest.approx(-2 / 3)
    assert numeric.power(-1.5, 64) == pytest.approx(1.5**64)
    assert numeric.power(-1.5, 0) == 1
    with pytest.raises(DomainError, match="outside its domain"):
        numeric.power(-1.5, 65)
    with pytest.raises(EquationError, match="division by zero"):
        numeric.power(0, -1)


@pytest.mark.parametrize(("x", "size"), [(-3, 3), (3, 3), (0, 0), (-0.5, 0.5), (THIRD, THIRD)])
def test_sizes_and_signs(x: Any, size: Any) -> None:
    assert numeric.absolute(x) == size
    assert numeric.sign(x) == (x > 0) - (x < 0)
    tag = new_tag()
    moved = numeric.absolute(Dual(tag, x, 5))
    assert (primal(moved), slope(moved, tag)) == (size, -5 if x < 0 else 5)
    assert numeric.sign(Dual(tag, x, 5)) == numeric.sign(x)


@given(a=fractions, da=fractions, b=fractions, db=fractions)
@settings(max_examples=60, deadline=None)
def test_dual_numbers_follow_the_rules_of_differentiation(
    a: Fraction, da: Fraction, b: Fraction, db: Fraction
) -> None:
    assume(b != 0)
    tag = new_tag()
    x, y = Dual(tag, a, da), Dual(tag, b, db)
    for found, real, slope_of in (
        (x + y, a + b, da + db),
        (x - y, a - b, da - db),
        (x * y, a * b, a * db + da * b),
        (x / y, a / b, (da * b - a * db) / b**2),
        (-x, -a, -da),
        (x + b, a + b, da),
        (b + x, a + b, da),
        (x - b, a - b, da),
        (b - x, b - a, -da),
        (x * b, a * b, da * b),
        (b * x, a * b, da * b),
        (x / b, a / b, da / b),
        (a / y, a / b, -a * db / b**2),
    ):
        assert (found.tag, found.real, found.slope) == (tag, real, slope_of)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_of_two_derivatives_each_keeps_its_own(operation: Callable[[Any, Any], Any]) -> None:
    """Whichever stands on the left: the second slope along both is that of the operation."""
    inner, outer = new_tag(), new_tag()
    a, b = Fraction(3), Fraction(5)
    for x, y in (
        (Dual(inner, a, 1), Dual(outer, b, 1)),
        (Dual(outer, a, 1), Dual(inner, b, 1)),
    ):
        found = operation(x, y)
        by_x, by_y = slope(found, x.tag), slope(found, y.tag)
        assert primal(found) == operation(a, b)
        first = {"add": (1, 1), "sub": (1, -1), "mul": (b, a), "truediv": (1 / b, -a / b**2)}
        mixed = {"add": 0, "sub": 0, "mul": 1, "truediv": -1 / b**2}
        assert (primal(by_x), primal(by_y)) == first[operation.__name__]
        assert slope(by_x, y.tag) == slope(by_y, x.tag) == mixed[operation.__name__]
        assert slope(found, new_tag()) == 0


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul])
def test_a_dual_number_beside_an_array_goes_through_its_entries(
    operation: Callable[[Any, Any], Any],
) -> None:
    x, row = Dual(new_tag(), 2, 1), np.array([3, 4], dtype=object)
    assert [item.real for item in operation(x, row)] == [operation(2, 3), operation(2, 4)]
    assert [item.real for item in operation(row, x)] == [operation(3, 2), operation(4, 2)]


@pytest.mark.parametrize("zero", [0, 0.0, Fraction(0), Dual(1, 0, 1), precise(0)])
def test_nothing_is_divided_by_zero(zero: Any) -> None:
    with pytest.raises(EquationError, match="division by zero"):
        divide(1, zero)


def test_quotients_of_whole_numbers_are_exact() -> None:
    assert divide(1, 3) == THIRD
    assert exact(divide(1, 3))
    assert divide(1.0, 4) == 0.25
    assert (exact(2), exact(THIRD), exact(2.0), exact(precise(2))) == (True, True, False, False)

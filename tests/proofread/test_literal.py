"""Numbers as written: no numeric character is passed over, and one literal is right for a value."""

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofread.characters import is_numeric
from proofread.literal import Literal, find_numerals, read_literal
from proofread.rounding import correct

TEXTS = st.text("0123456789.,-−+%/eE×⁻³½ \u00a0\u202fx_(:–\n", max_size=25) | st.text(max_size=25)


@given(TEXTS)
def test_no_numeric_character_is_passed_over(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert numeral.start >= end
        assert not any(map(is_numeric, text[end : numeral.start]))
        assert text[numeral.start : numeral.end] == numeral.text
        end = numeral.end
    assert not any(map(is_numeric, text[end:]))


@given(st.floats(allow_nan=False, allow_infinity=False, width=64), st.integers(0, 12))
def test_what_decimal_arithmetic_prints_is_right_and_its_neighbours_are_wrong(
    value: float, places: int
) -> None:
    value = value % 1000
    unit = Decimal(10) ** -places
    right = Decimal(value).quantize(unit, ROUND_HALF_EVEN)
    literal = read_literal(f"{right:f}")
    assert literal is not None
    if places or value.is_integer():
        assert correct(literal, Fraction(value)) == ""
    for neighbour in (right + unit, abs(right - unit)):
        wrong = read_literal(f"{neighbour:f}")
        assert wrong is not None
        if wrong.value != literal.value:
            assert correct(wrong, Fraction(value), about=True) != ""


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("−0.70", "-7/10", 2),
        ("1,234,567.8", "12345678/10", 1),
        ("1\u202f000", "1000", 0),
        ("1e-12", "1/1000000000000", 12),
        ("1.5 × 10⁻³", "15/10000", 4),
        ("2½", "5/2", 0),
        ("⅑", "1/9", 0),
        ("3⅐", "22/7", 0),
        ("3/4", "3/4", 0),
        ("+5", "5", 0),
    ],
)
def test_read(text: str, value: str, places: int) -> None:
    literal = read_literal(text)
    assert literal is not None
    assert (literal.value, literal.places) == (Fraction(value), places)


@pytest.mark.parametrize(
    "text",
    ["3rd", "x2", "1.2.3", "1,00", "007", "10^3", "1e999", "x²", "٣", "0.1,0.2", "10,000,00", "3/0",
     "1_000", "2D", "0x1f", ".5"],
)  # fmt: skip
def test_odd_words_are_no_literals(text: str) -> None:
    assert not all(isinstance(numeral, Literal) for numeral in find_numerals(text))

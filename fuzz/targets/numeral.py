"""The readers of numbers and of signs in prose."""

from __future__ import annotations

from fractions import Fraction

from proofread.characters import is_numeric, misleading
from proofread.literal import Literal, find_numerals, read_literal
from proofread.plain_formulas import formulas_in
from proofread.rounding import correct


def numeral(text: str) -> None:
    """Every numeric character belongs to a numeral; a number is the correct rounding of itself."""
    end = 0
    for found in find_numerals(text):
        assert end <= found.start < found.end <= len(text), "numerals follow one another"
        assert found.text == text[found.start : found.end], "a numeral has its text"
        assert not any(map(is_numeric, text[end : found.start])), "none is passed over"
        if isinstance(found, Literal):
            _check_literal(found)
        end = found.end
    assert not any(map(is_numeric, text[end:])), "none is passed over"
    for place, sign in formulas_in(text):
        assert text.startswith(sign, place), "a sign stands where it is said to"
    misleading(text)


def _check_literal(found: Literal) -> None:
    alone = read_literal(found.text)
    assert alone is not None, "a number is one by itself, too"
    assert (alone.value, alone.places) == (found.value, found.places)
    if found.signed and found.value == 0:
        return  # which is never right
    shown = found.value / 100 if found.percent else found.value
    assert not correct(found, shown), "a number is right for its own value"
    unit = Fraction(1, 10) ** found.places * (Fraction(1, 100) if found.percent else 1)
    if found.ratio:  # meant as the double next to it
        unit = abs(shown) / 10**14 or unit
    assert correct(found, shown + 2 * unit), "and wrong for one two units away"

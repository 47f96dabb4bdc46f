"""Decides whether a number as written is the correct rounding of a value.

A literal must be the one that prints the value to its own number of digits. The value is the exact
binary double, and a value exactly between two literals goes to the even digit, as Python's own
formatting does: for each value and each number of digits one literal is right, so that any other
digit is wrong. A whole number is meant exactly unless the page says *about* (or ``%``, or a power
of ten); so is a fraction.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from proofread.literal import Literal
from proofread.value import UnreadableError, show


def correct(literal: Literal, value: Fraction, *, about: bool = False) -> str:
    """Return nothing where the literal is right, else what is wrong.

    >>> from proofread.literal import read_literal
    >>> correct(read_literal("33%"), Fraction(1, 3))
    ''
    >>> correct(read_literal("0.34"), Fraction(1, 3))
    '0.333333333333333, which rounds to 0.33'
    """
    target = value * 100 if literal.percent else value
    shown = show(target) + ("%" if literal.percent else "")
    if literal.ratio:
        # A third is no double: the nearest one stands for it.
        same = target == literal.value or show(target, 17) == show(literal.value, 17)
        return "" if same else f"{shown}, which is not this fraction"
    whole = literal.places == 0 and not (literal.percent or literal.scaled)
    if whole and not about and target.denominator != 1:
        return f"{shown}, which is no whole number: print decimals, or say about"
    rounded = round_to(target, literal.places)
    if literal.value == 0 and literal.signed:
        return f"{shown}, which rounds to 0 without a sign"
    if rounded == literal.value:
        return ""
    right = target if literal.scaled else rounded
    return f"{shown}, which rounds to {write(right, literal)}"


def round_to(value: Fraction, places: int) -> Fraction:
    """Round to a number of decimal places, a tie to the even digit.

    >>> round_to(Fraction(1, 8), 2), round_to(Fraction(1500), -3)
    (Fraction(3, 25), Fraction(2000, 1))
    """
    unit = Fraction(10) ** -places
    return round(value / unit) * unit


def write(value: Fraction, like: Literal) -> str:
    """Write a rounded value with the digits of a literal.

    >>> from proofread.literal import read_literal
    >>> write(Fraction(-1, 4), read_literal("0.70"))
    '−0.25'
    """
    digits = max(like.places, 0)
    if like.scaled:
        text = f"{float(value):.{_mantissa(like)}e}" if abs(value) < 10**300 else show(value)
    else:
        text = f"{round(abs(value) * 10**digits):0{digits + 1}d}"
        text = f"{text[:-digits]}.{text[-digits:]}" if digits else f"{int(text):,}"
        text = ("−" if value < 0 else "") + text
    return text + ("%" if like.percent else "")


def _mantissa(like: Literal) -> int:
    """Return the digits that a scientific literal prints after its point."""
    head = like.text.lower().split("e")[0].split("×")[0]
    return len(head.partition(".")[2].strip())


def written(value: Fraction) -> str:
    """Write a value with twelve significant digits and without a power of ten.

    >>> written(Fraction(1, 300)), written(Fraction(-1, 2))
    ('0.00333333333333', '-0.500000000000')
    """
    try:
        number = float(value)
    except OverflowError:
        raise UnreadableError("the value is beyond the range of a double") from None
    places = 12 if not number else max(11 - math.floor(math.log10(abs(number))), 0)
    return f"{Decimal(number):.{places}f}"

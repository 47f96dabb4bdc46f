"""The slips that a hand makes in code, text and numbers: one digit, one sign, one operator."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: What each sign is taken for. A span or a page with the one must not pass for the other.
SIGNS = {"+": "-", "-": "+", "−": "+", "*": "/", "/": "*", "<": ">", ">": "<", "@": "*"}
SIGN = re.compile(r"(?<=[\w)\]} ])[-+*/@<>−](?=[\w(\[{ ])|(?<![\w-])[-−](?=[\w(])")
DIGIT = re.compile(r"[0-9⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]")
ROWS = ("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉")
TRANSPOSE = re.compile(r"\.T\b")

Slip = tuple[int, int, str]  # start, end, what stands there instead


def slips_at(text: str, *, signs: bool = True, every_digit: bool = False) -> Iterator[Slip]:
    """Yield the slips of a text: each digit, and where asked each sign and each transpose.

    >>> list(slips_at("X.T - 19"))
    [(6, 7, '2'), (7, 8, '0'), (4, 5, '+'), (1, 3, '')]
    """
    for match in DIGIT.finditer(text):
        row = next(row for row in ROWS if match[0] in row)
        for step in range(1, 10) if every_digit else (1,):
            yield match.start(), match.end(), row[(row.index(match[0]) + step) % 10]
    if not signs:
        return
    for match in SIGN.finditer(text):
        yield match.start(), match.end(), SIGNS[match[0]]
    for match in TRANSPOSE.finditer(text):
        yield match.start(), match.end(), ""


def slips(code: str) -> Iterator[str]:
    """Yield some code with one slip each, every other digit included."""
    for start, end, new in slips_at(code, every_digit=True):
        yield code[:start] + new + code[end:]

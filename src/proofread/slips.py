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


def without_digit(text: str) -> Iterator[str]:
    """Yield a text without one of its digits, in turn.

    >>> list(without_digit("float32"))
    ['float2', 'float3']
    """
    for match in DIGIT.finditer(text):
        yield text[: match.start()] + text[match.end() :]


def counted(text: str) -> Iterator[Slip]:
    """Yield the slips of a text that make a number longer or shorter by one digit.

    >>> list(counted("w12"))
    [(1, 2, ''), (2, 3, ''), (3, 3, '7')]
    """
    for match in re.finditer("[0-9]+", text):
        for place in range(match.start(), match.end()):
            yield place, place + 1, ""
        yield match.end(), match.end(), "7"


def signed(text: str) -> Iterator[Slip]:
    """Yield the slips of a text that put a minus before a number or take it for its opposite.

    >>> list(signed("w[1] * x1 - 2"))
    [(2, 2, '-'), (12, 12, '-')]
    """
    for match in re.finditer(r"(?<![\w.])[0-9]", text):
        yield match.start(), match.start(), "-"


def reordered(text: str) -> Iterator[Slip]:
    """Yield the slips of a text that exchange two names beside a comma.

    >>> list(reordered("(m, n)"))
    [(1, 5, 'n, m')]
    """
    for match in re.finditer(r"(?<![\w.])([A-Za-z]\w*), ([A-Za-z]\w*)(?![\w.])", text):
        if match[1] != match[2]:
            yield match.start(), match.end(), f"{match[2]}, {match[1]}"


def slips(code: str) -> Iterator[str]:
    """Yield some code with one slip each, every other digit included."""
    found = [*slips_at(code, every_digit=True), *counted(code), *signed(code)]
    for start, end, new in found:
        yield code[:start] + new + code[end:]
    # A number that is longer by any digit, not by that of `counted` alone.
    for match in re.finditer("[0-9]+", code):
        for digit in ROWS[0]:
            yield code[: match.end()] + digit + code[match.end() :]

"""The slips that a hand makes in code, text and numbers: one digit, one sign, one operator."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: What each sign is taken for. A span or a page with the one must not pass for the other.
SIGNS = {"+": "-", "-": "+", "−": "+", "*": "/", "/": "*", "<": ">", ">": "<", "@": "*"}
DIGIT = re.compile(r"[0-9]")


def digit_slips(text: str, *, every: bool = True) -> Iterator[tuple[int, str]]:
    """Yield the places of the digits of a text, each with other digits to put there."""
    for match in DIGIT.finditer(text):
        digit = int(match[0])
        for step in range(1, 10) if every else (1,):
            yield match.start(), str((digit + step) % 10)


def slips(code: str) -> Iterator[str]:
    """Yield some code with one slip each: a digit, a sign, or a transpose that is lost.

    >>> list(slips("X.T - 1"))[-2:]
    ['X.T + 1', 'X - 1']
    """
    for place, digit in digit_slips(code):
        yield code[:place] + digit + code[place + 1 :]
    for place, sign in enumerate(code):
        if sign in SIGNS:
            yield code[:place] + SIGNS[sign] + code[place + 1 :]
    for match in re.finditer(r"\.T\b", code):
        yield code[: match.start()] + code[match.end() :]

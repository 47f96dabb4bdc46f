"""Tells whether some code or some words have a sign in them that computes or compares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from proofread.rendered import is_operator

IN_CODE = set("+-*/@%^<>=!&|~")
#: Where Python spells its operators, subscripts and transposes with letters or brackets.
SPELT = re.compile(r"\b(?:and|else|if|in|is|not|or)\b|\[|\.T\b")


def has_sign(code: str) -> bool:
    """Whether some code has a sign of arithmetic, a comparison or a subscript in it.

    >>> [has_sign(code) for code in ("-z", "w[j]", "X.T", "a if b else c", "float", "log(p)")]
    [True, True, True, True, False, False]
    """
    if next(signs_in(code), None) is not None:
        return True
    return re.search(r"[\s\[(.]", code) is not None and SPELT.search(code) is not None


def signs_in(code: str) -> Iterator[tuple[int, str]]:
    """Yield the characters of some code that compute, compare or join, with their places."""
    for place, character in enumerate(code):
        dash = unicodedata.category(character) == "Pd"
        if character in IN_CODE or is_operator(character) or dash:
            yield place, character

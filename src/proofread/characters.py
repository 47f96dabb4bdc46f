"""Finds characters that change what a text says without being seen as its letters.

Marks that turn the direction of writing make 12 look like 21, and a combining stroke makes = look
like ≠. No page needs them: MathJax has its own, in formulas.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Format marks, combining marks, characters for private use and those that no standard assigns.
MISLEADING = {"Cf", "Mn", "Mc", "Me", "Co", "Cn", "Cs"}
NUMBER_WORD = re.compile(
    r"\b(?:DIGIT|NUMBER|NUMERAL|KEYCAP|ZERO|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN"
    r"|TWELVE|FIRST|SECOND|THIRD|HALF|HUNDRED|HUNDREDS|PERCENT|INPUT SYMBOL FOR NUMBERS"
    r"|(?:DIE|MAHJONG|DOMINO|PLAYING CARD)\b.*)"
)


def misleading(text: str) -> list[str]:
    r"""Return the names of the characters of a text that mislead.

    >>> misleading("1\u202e23"), misleading("x =\u0338 y"), misleading("naïve, w₁ → ℓ")
    (['RIGHT-TO-LEFT OVERRIDE'], ['COMBINING LONG SOLIDUS OVERLAY'], [])
    """
    if text.isascii():
        return []
    return [
        unicodedata.name(character, f"U+{ord(character):04X}")
        for character in text
        if unicodedata.category(character) in MISLEADING
    ]


@lru_cache(maxsize=10_000)
def is_numeric(character: str) -> bool:
    """Whether a character is a number or shows one: of any script, in a circle, as a word.

    >>> [is_numeric(c) for c in "7½٣Ⅷ①三㏠🔟㉈"], is_numeric("o")
    ([True, True, True, True, True, True, True, True, True], False)
    """
    if character.isascii():
        return character.isdigit()
    if unicodedata.numeric(character, None) is not None:
        return True
    if any(c.isdigit() for c in unicodedata.normalize("NFKC", character)):
        return True
    name = unicodedata.name(character, "")
    return unicodedata.category(character) == "So" and NUMBER_WORD.search(name) is not None

"""Reads the numbers that people write, and decides whether one is correctly rounded.

Every numeric character of a text belongs either to a literal or to an odd word (``3rd``, ``x2``,
``1.2.3``): nothing is passed over. Number words (two, a third) are words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from proofread.characters import is_numeric

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SPACES = "\u00a0\u2009\u202f"  # no-break, thin, narrow no-break
LITERAL = re.compile(
    rf"""
    (?P<sign>(?<![\w)\]%])[-−+])?
    (?:
      (?P<top>[0-9]+)/(?P<bottom>[1-9][0-9]*)
    | (?P<ahead>[0-9]*)(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])
    | (?P<whole>
        [1-9][0-9]{{0,2}}(?P<gap>[,{SPACES}])[0-9]{{3}}(?:(?P=gap)[0-9]{{3}})*|0|[1-9][0-9]*
      )
      (?:\.(?P<digits>[0-9]+))?
      (?:[eE](?P<power>[-−+]?[0-9]+)|[ {SPACES}]?×[ {SPACES}]?10(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?
    )
    (?P<percent>[ {SPACES}]?%|[ {SPACES}]per[ ]?cent\b)?
    """,
    re.VERBOSE,
)
MAYBE_NUMERIC = re.compile(r"[0-9]|[^\x00-\x7f]")
WORD = re.compile(r"[^\s()\[\]{}\"“”'’;:!?]*")
LARGEST_POWER = 300  # about the range of a double
LONGEST = 400  # characters: enough for that range; Python converts some thousand digits at most


@dataclass(frozen=True)
class Literal:
    """A number as written: its exact value, and the last decimal place that it prints."""

    text: str
    start: int
    end: int
    value: Fraction
    places: int = 0  # digits after the point; negative where the last digits are left out
    percent: bool = False
    ratio: bool = False  # written as a fraction, so exact
    scaled: bool = False  # written with a power of ten
    signed: bool = False


@dataclass(frozen=True)
class OddWord:
    """A word with a digit in it that is not a number."""

    text: str
    start: int
    end: int


Numeral = Literal | OddWord


@lru_cache(maxsize=10_000)
def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Return all numbers and odd words of a text, in order.

    >>> [numeral.text for numeral in find_numerals("from −0.5 to 1,000, or 33% of 3–5, the 2nd")]
    ['−0.5', '1,000', '33%', '3', '5', '2nd']
    """
    found: list[Numeral] = []
    end = 0
    for match in MAYBE_NUMERIC.finditer(text):
        place = match.start()
        if place < end or not is_numeric(match[0]):
            continue
        numeral = _literal_at(text, place, end) or _word_at(text, place, end)
        found.append(numeral)
        end = numeral.end
    return tuple(found)


def read_literal(text: str) -> Literal | None:
    """Return the number that a whole text is, or None."""
    found = find_numerals(text)
    if len(found) == 1 and isinstance(found[0], Literal) and found[0].text == text:
        return found[0]
    return None


def _literal_at(text: str, place: int, floor: int) -> Literal | None:
    signed = place > floor and text[place - 1] in "-−+"
    match = LITERAL.match(text, place - 1 if signed else place)
    if match is None or (signed and not match["sign"]):
        match = LITERAL.match(text, place)
    if match is None:
        return None
    before, after = text[: match.start()], text[match.end() :]
    if re.search(r"[\w/^.,]\Z", before) or re.match(r"[\w^]|[.,:][0-9]|/\w", after):
        return None
    return _literal(match)


def _literal(match: re.Match[str]) -> Literal | None:
    if len(match[0]) > LONGEST:
        return None
    sign = -1 if match["sign"] in {"-", "−"} else 1
    base = Literal(
        match[0], match.start(), match.end(), Fraction(0),
        percent=match["percent"] is not None, signed=match["sign"] is not None,
    )  # fmt: skip
    if match["top"]:
        return replace(base, value=sign * Fraction(f"{match['top']}/{match['bottom']}"), ratio=True)
    if match["vulgar"]:
        # NFKC spells ½ as 1⁄2.
        part = Fraction(unicodedata.normalize("NFKC", match["vulgar"]).replace("⁄", "/"))
        return replace(base, value=sign * (int(match["ahead"] or 0) + part), ratio=True)
    digits = match["digits"] or ""
    raised = match["power"] or (match["raised"] or "0").translate(SUPERSCRIPTS)
    power = int(raised.replace("−", "-"))
    if abs(power) > LARGEST_POWER:
        return None
    whole = re.sub(r"\D", "", match["whole"])
    value = sign * int(whole + digits) * Fraction(10) ** (power - len(digits))
    scaled = bool(match["power"] or match["raised"])
    return replace(base, value=value, places=len(digits) - power, scaled=scaled)


def _word_at(text: str, place: int, floor: int) -> OddWord:
    start = place
    while start > floor and WORD.fullmatch(text[start - 1]):
        start -= 1
    end = place + 1
    while end < len(text) and WORD.fullmatch(text[end]):
        end += 1
    word = text[start:end].rstrip(".,*_~")
    end = max(start + len(word), place + 1)
    return OddWord(text[start:end], start, end)

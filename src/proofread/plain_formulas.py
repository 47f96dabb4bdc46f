"""Finds formulas in words: signs in prose that compute or compare, which nothing evaluates.

A sign of mathematics is one wherever it stands, and so is a letter that only mathematics has:
Greek, double-struck, under a hat, with a prime. A percent sign belongs to a number. A hyphen joins
words and a dash parts them, unless it stands between single letters or formulas; a slash is allowed
in a few words.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

from proofread.context import Context
from proofread.literal import find_numerals
from proofread.piece import Part, Piece
from proofread.rendered import (
    EDGE,
    LONE_AFTER,
    LONE_BEFORE,
    NUMERAL,
    around,
    is_operator,
    is_strange,
)

CANDIDATE = re.compile(r"[-+*/<>=^@~|%]|(?<=\w)_(?=\w)|(?<=\b\w)[('’]|[^\x00-\x7f]|&#?\w+;")
ALWAYS = "∂∇ᵀ_"
LONE = r"(?<![\w'’‘“\"])[^\W\d_]\Z"  # a letter by itself, and not in quotation marks
#: What formulas put over a letter: hat, tilde, bar, dots, check, arrow. Words have it within.
OVER_LETTERS = set("\u0302\u0303\u0304\u0307\u0308\u030c\u20d7")
#: Where an equals sign is a mark of Markdown: titles of tabs, and lines below headings.
LINE_OF_MARKUP = re.compile(r"^[ \t>]*(?:===[+!]?(?=[ \t]+[\"'])|=+[ \t]*$)", re.MULTILINE)
LINE_START = re.compile(r"(?:\A|\n)[ \t>]*\Z")
RULE = re.compile(r"[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")  # of a table
EMPHASIS = re.compile(rf"(?P<mark>\*+)(?=[^\s*])(?P<text>[^*|{EDGE}]+)(?<=[^\s*])(?P=mark)")
#: The words that have a slash in them.
SLASHED = {"and/or", "either/or", "i/o", "n/a"}


def formulas_in(text: str) -> list[tuple[int, str]]:
    """Return the signs in a text without marks that make a formula of words, with their places.

    >>> formulas_in("(p − y) · x, w&middot;x, a → b, 3 × 10⁻², well-known and/or p-y")
    [(3, '−'), (8, '·'), (14, '&middot;'), (61, '-')]
    """
    numerals = [(found.start, found.end) for found in find_numerals(text)]
    return [
        (match.start(), match[0])
        for match in CANDIDATE.finditer(text)
        if not any(start <= match.start() < end for start, end in numerals)
        and _computes(match[0], text[: match.start()], text[match.end() :])
    ]


def formulas_of(context: Context, piece: Piece) -> list[tuple[int, str]]:
    """Return those of a stretch of prose, less those that a number or a formula beside reports."""
    text = LINE_OF_MARKUP.sub(lambda match: " " * len(match[0]), piece.text)
    numerals = [(found.start, found.end) for found in find_numerals(text)]
    return [
        (match.start(), match[0])
        for match in CANDIDATE.finditer(text)
        if not any(start <= match.start() < end for start, end in numerals)
        and _may_compute(match[0])
        and not _joins_words(match[0], text, match.start())
        and _counts(context, piece, match.start(), match[0])
    ]


def literal_stars(context: Context) -> frozenset[int]:
    """Return where stars stand on a page that no emphasis takes away."""
    if context.stars is None:
        shown = "".join(
            piece.text if piece.part is Part.PROSE else re.sub(r"[^\n]", "x", piece.text)
            for piece in context.page.pieces
        )
        shown = re.sub(r"\n[ \t>]*(?=\n)", lambda match: EDGE * len(match[0]), shown)
        before = ""
        while before != shown:  # from the inside out
            before, shown = shown, EMPHASIS.sub(_hidden, shown)
        page = context.page.text
        stars = (match.start() for match in re.finditer(r"\*", shown))
        context.stars = frozenset(place for place in stars if page[place] == "*")
    return context.stars


def _hidden(match: re.Match[str]) -> str:
    return f"{'x' * len(match['mark'])}{match['text']}{'x' * len(match['mark'])}"


def _joins_words(sign: str, text: str, place: int) -> bool:
    """Whether a hyphen joins two words: most do, and no more needs to be known of them."""
    return (
        sign == "-"
        and place > 1
        and text[place - 2 : place].isalpha()
        and text[place + 1 : place + 3].isalpha()
    )


def raised(piece: Piece) -> bool:
    """Whether a tag opens an index or an exponent, which makes a formula of letters."""
    return re.match(r"<su[bp]\b", piece.text, re.IGNORECASE) is not None


def _in_table(text: str, place: int) -> bool:
    """Whether the lines around a place, up to the empty ones, are the rows of a table."""
    first, last = text.rfind("\n\n", 0, place) + 1, text.find("\n\n", place)
    rows = text[first : last if last >= 0 else None].strip("\n").split("\n")
    return any(RULE.fullmatch(row) for row in rows[1:])  # below those of the head


def _counts(context: Context, piece: Piece, place: int, sign: str) -> bool:
    """Whether a sign in a stretch of prose computes, as readers see it."""
    end = place + len(sign)
    if LINE_START.search(piece.text[:place]) and sign in "-+*>":
        # A mark of a list or of a quotation has nothing before it, and is nothing itself.
        before, after = around(context, piece, end + 1, end + 1)
        if not before.strip():
            return False
    if sign == "|" and _in_table(context.page.text, piece.start + place):
        return False
    if sign == "*" and piece.start + place not in literal_stars(context):
        return False
    before, after = around(context, piece, place, end)
    before = before.removesuffix("\\")  # of an escape
    if sign in "-+−" and not before.strip():
        return False
    if re.search(rf"{NUMERAL}\s*$", before) or re.match(rf"\s*[-−+]?{NUMERAL}", after):
        return False
    return _computes(sign, before, after)


def _computes(sign: str, before: str, after: str) -> bool:
    """Whether a sign between two texts computes or compares."""
    character = html.unescape(sign)[:1] if len(sign) > 1 else sign
    spaced = before[-1:].isspace() and after[:1].isspace()
    if character in "@~":
        return spaced
    if character == "(":  # of an argument: f(x), but not weight(s)
        return re.search(r"(?<![\w'’])[^\W\d_]\Z", before) is not None
    if character in "'’":  # a prime, but no possessive
        return re.search(LONE, before) is not None and not after[:1].isalpha()
    if character == "%":
        return re.search(r"[\w)\]][-–]?\s?\Z", before) is not None
    if character == "/":
        first, second = re.search(r"\w*\Z", before), re.match(r"\w*", after)
        word = f"{first[0] if first else ''}/{second[0] if second else ''}"
        return word.lower() not in SLASHED
    if unicodedata.category(character) == "Pd":
        if character == "-" and spaced and before.strip():
            return True
        joined = r"|\(" if not after[:1].isspace() else ""
        left, right = rf"{LONE_BEFORE}\s*\Z", rf"(?:\s*{LONE_AFTER}{joined})"
        return bool(re.search(left, before) and re.match(right, after))
    if "\u2190" <= character <= "\u21ff":
        return False  # an arrow
    return (
        is_operator(character)
        or character in ALWAYS
        or is_strange(character)
        or _is_raised(character)
        or _is_of_mathematics(character)
        or (_has_hat(character) and not (before[-1:] + after[:1]).isalpha())
    )


@cache
def _may_compute(sign: str) -> bool:
    """Whether a sign computes anywhere: quotation marks, accents and arrows do not."""
    return sign.isascii() or _computes(sign, "x", "x") or _computes(sign, " ", " ")


def _is_raised(character: str) -> bool:
    """Whether a character is a letter made an index or an exponent."""
    return unicodedata.category(character) == "Lm" and unicodedata.decomposition(
        character
    ).startswith(("<sub>", "<super>"))


def _is_of_mathematics(character: str) -> bool:
    """Whether a letter is Greek, or one in a style of its own such as ℝ and ℓ."""
    return unicodedata.name(character, "").startswith("GREEK ") or unicodedata.decomposition(
        character
    ).startswith("<font>")


def _has_hat(character: str) -> bool:
    return not OVER_LETTERS.isdisjoint(unicodedata.normalize("NFD", character))

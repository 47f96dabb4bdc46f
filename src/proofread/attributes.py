r"""Judges what pages say in attributes: alternative texts, titles and labels, which people hear.

A comment inside an attribute would be read aloud, so that it follows the element:
``![p is 0.33](curve.svg)<!-- alt: = p -->`` lists the expressions of its numbers in order, each
after an ``=``, with ``;`` between. A symbol that can only be spelt out, ∂z/∂w₁, is given as TeX:
``alt: $\partial z/\partial w_1$; = p``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proofread.claim import Claim, Kind
from proofread.context import Context
from proofread.literal import Numeral, OddWord, find_numerals
from proofread.numbers import check_number
from proofread.piece import Part, Piece
from proofread.plain_formulas import formulas_in
from proofread.spelling import spelt

#: Attributes that people read or hear.
JUDGED = (
    "alt", "title", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext",
    "aria-placeholder", "placeholder", "label", "summary", "abbr", "datetime", "content",
)  # fmt: skip
READ_ALOUD = re.compile(rf"""(?<![\w-])(?:{"|".join(JUDGED)})\s*=\s*(?:"([^"]*)"|'([^']*)')""")
LINK_TITLE = re.compile(r"""\s(?:"([^"]*)"|'([^']*)')\s*\)?$""")
IMAGE_TEXT = re.compile(r"!\[([^\]]*)\]")


def check_attributes(context: Context, piece: Piece) -> None:
    """Judge the numbers in what an element says beside its text."""
    for start, text in spoken_at(piece):
        for offset, sign in formulas_in(text):
            context.fail(
                context.claim(Kind.EQUATION, start + offset, start + offset + len(sign)),
                says=f"{text[max(offset - 20, 0) : offset + 20].strip()}, in an attribute",
                computed="a formula in words, which nothing computes",
                mend="say it in words, without signs",
            )
    numerals = list(_numerals(piece))
    found = context.remark_after(piece)
    expressions: list[str] = []
    if found is not None and found[1].word == "alt":
        context.taken.add(found[0].start)
        expressions = [part.strip().removeprefix("=").strip() for part in found[1].body.split(";")]
    elif numerals and found is not None and found[1].word == "unchecked":
        context.taken.add(found[0].start)
        for start, numeral in numerals:
            claim = context.claim(Kind.NUMBER, start, start + len(numeral.text))
            context.hold(claim, f"unchecked: {found[1].body}", unchecked=found[1].body)
        return
    if expressions and len(expressions) != len(numerals):
        context.fail(
            context.claim(Kind.NUMBER, piece.start, piece.end),
            says=piece.text,
            computed=f"numbers: {len(numerals)}; expressions in the comment: {len(expressions)}",
            mend="list one expression for each number, in order",
        )
        return
    for n, (start, numeral) in enumerate(numerals):
        claim = context.claim(Kind.NUMBER, start, start + len(numeral.text))
        if expressions and isinstance(numeral, OddWord) and expressions[n].startswith("$"):
            _check_symbol(context, claim, numeral, expressions[n])
        elif expressions:
            check_number(context, claim, numeral, expressions[n])
        else:
            context.fail(
                claim,
                says=f"{numeral.text}, in an attribute",
                computed="nothing: no expression is bound to it",
                mend="write <!-- alt: = expression; = expression --> right after the element",
            )


def _check_symbol(context: Context, claim: Claim, word: OddWord, tex: str) -> None:
    """Judge a symbol that an attribute can only spell out, ∂z/∂w₁, against its TeX."""
    plain = spelt(tex)
    if word.text == plain:
        context.hold(claim, f"spells {tex}")
    else:
        context.fail(
            claim,
            says=f"{word.text}, in an attribute",
            computed=f"{tex}, which is spelt {plain}",
            mend="mend the symbol, or its TeX in the comment",
        )


def spoken(piece: Piece) -> list[str]:
    """Return what an element says beside its text."""
    return [text for _, text in spoken_at(piece)]


def _numerals(piece: Piece) -> Iterator[tuple[int, Numeral]]:
    """Yield the numbers of all texts of an element, with their places on the page."""
    for start, text in spoken_at(piece):
        for numeral in find_numerals(text):
            yield start + numeral.start, numeral


def spoken_at(piece: Piece) -> Iterator[tuple[int, str]]:
    """Yield what an element says beside its text, with the place of each on the page."""
    patterns = {
        Part.IMAGE: [IMAGE_TEXT, LINK_TITLE],
        Part.TARGET: [LINK_TITLE],
        Part.TAG: [READ_ALOUD],
        Part.ATTRIBUTES: [READ_ALOUD],
    }
    for pattern in patterns.get(piece.part, []):
        for match in pattern.finditer(piece.text):
            group = next(n for n in range(1, pattern.groups + 1) if match[n] is not None)
            yield piece.start + match.start(group), match[group]

"""Judges the front matter of a page, which people read in tabs, previews and lists of results.

No comment can stand there, so that it holds words alone: no number, no formula, no sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proofread.claim import Kind
from proofread.context import Context
from proofread.literal import find_numerals
from proofread.piece import Piece
from proofread.plain_formulas import formulas_in

#: What is YAML and no text: the rules around it, names, list marks, and how a text is folded.
YAML = re.compile(
    r"^(?:---[ \t]*$|[ \t]*(?:-[ \t]+)?(?:[\w-]+:(?:[ \t]*[>|][-+]?[ \t]*$)?)?)", re.MULTILINE
)
TEX = re.compile(r"\$[^$\n]*\$?|\\[a-zA-Z(\[]")


def check_front(context: Context, piece: Piece) -> None:
    """Judge what front matter says."""
    for offset, shown, what in _found(piece.text):
        start = piece.start + offset
        context.fail(
            context.claim(Kind.NUMBER, start, start + len(shown)),
            says=f"{shown}, in the front matter",
            computed=what,
            mend="say it in words, or in the text of the page",
        )


def _found(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield what may not stand there, with its place."""
    for numeral in find_numerals(text):
        yield numeral.start, numeral.text, "nothing: no expression can be bound to it here"
    words = YAML.sub(lambda match: " " * len(match[0]), text)
    for place, sign in formulas_in(words):
        yield place, sign, "a formula in words, which nothing computes"
    for match in TEX.finditer(words):
        yield match.start(), match[0], "TeX, which nothing sets here"

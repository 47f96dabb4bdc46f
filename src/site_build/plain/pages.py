"""Writes a page as plain Markdown, with its formulas as TeX.

What only a browser or an author needs goes: comments, front matter, attributes, the tags that only
style. A figure becomes the words that stand for it. A link leads to where ``link`` says, and what
the build makes stands where its place is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from proofread.named import Named, labels
from proofread.page import Page
from proofread.piece import Fence, Part, Piece
from site_build.plain.unfolding import unfolded

ADDRESS = re.compile(r"(\]\(\s*)([^\s)]+)")
SILENT = {Part.COMMENT, Part.FRONT, Part.ATTRIBUTES}
#: Tags that say something by themselves; all others go.
SPOKEN = {"figcaption": "\n\nCaption: ", "summary": "**", "/summary": "**"}
NAME = re.compile(r"</?([a-z]+)")


def plain_page(
    page: Page, named: Iterable[Named], made: Mapping[str, str], link: Callable[[str], str]
) -> str:
    """Return the page; ``named`` are its equations with a number, ``made`` what tags stand for."""
    numbers = {each.name: each for each in named}
    numbered = {
        label.formula.start: numbers[label.name] for label in labels(page) if label.name in numbers
    }
    parts = _parts(page, numbered, made, link)
    return "\n".join(unfolded(_lines(parts))).strip("\n") + "\n"


def _parts(
    page: Page, numbered: Mapping[int, Named], made: Mapping[str, str], link: Callable[[str], str]
) -> Iterator[tuple[str, bool]]:
    """Yield the text of each piece, and whether it is a fence."""
    figure = False
    for piece in page.pieces:
        text = piece.text
        if isinstance(piece, Fence):
            yield text.replace("```signature", "```python", 1), True
            continue
        if piece.part in SILENT:
            text = ""
        elif piece.part is Part.TAG:
            figure = text.startswith("<figure ") or (figure and text != "</figure>")
            text = _tag(piece, made)
        elif piece.part is Part.IMAGE:
            text = f"Figure: {' '.join(piece.content.split())}"
        elif piece.part is Part.TARGET:
            text = ADDRESS.sub(lambda match: match[1] + link(match[2]), text, count=1)
        elif piece.start in numbered:
            each = numbered[piece.start]
            text = f"Equation {each.shown}, {each.title}:\n\n{text}"
        elif figure:
            text = re.sub(r"^ +", "", text, flags=re.MULTILINE)
        yield text, False


def _tag(piece: Piece, made: Mapping[str, str]) -> str:
    if piece.text in made:
        return made[piece.text]
    name = NAME.match(piece.text)
    closing = piece.text.startswith("</")
    return SPOKEN.get(f"{'/' * closing}{name[1]}" if name else "", "")


def _lines(parts: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Put the lines together, which pieces may share; a fence has its own."""
    line = ""
    for text, fenced in parts:
        if fenced:
            for each in text.splitlines():
                yield each, True
            continue
        *whole, rest = text.split("\n")
        for each in whole:
            yield line + each, False
            line = ""
        line += rest
    yield line, False

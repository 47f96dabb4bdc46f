"""Makes the slips of a page, one at a time: each is a page that a careful reader would call wrong.

Every digit that a reader can see is changed once, every sign is turned, lost or put where none was,
every percent sign lost; in code every operator is taken for another, in a line of code every number
gains and loses a digit, and formulas are changed as the equations side knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from proofread.attributes import spoken_at
from proofread.equations import SymbolTable
from proofread.formula_slips import slips_of_formula
from proofread.listed import exchanges
from proofread.literal import Literal, find_numerals
from proofread.looks import looks_in
from proofread.page import Page
from proofread.piece import Fence, Part, Piece, Places, split_lines
from proofread.slips import SIGNS, counted, reordered, signed, slips_at
from proofread.table_slips import slips_of_table

Slip = tuple[str, int, int, str]  # kind, start, end, what stands there instead
TEXT = re.compile(r"\\text\{(?P<words>[^{}]*)\}")
#: What may stand between a sign and its number: brackets, quotation marks, emphasis and tags.
OPENING = re.compile(r"(?:[*_(\[“\"‘']|<[a-z]+>)+\Z")


@dataclass(frozen=True)
class Mutant:
    """A page with one slip: where it is, what stood there, and what stands there now."""

    kind: str
    path: str
    line: int
    column: int
    old: str
    new: str
    text: str

    def __str__(self) -> str:
        row = self.text.split("\n")[self.line - 1].strip()
        change = f"{self.old!r} -> {self.new!r}"
        return f"{self.path}:{self.line}:{self.column}: {self.kind}: {change} in {row[:90]}"


def mutants(page: Page, table: SymbolTable) -> Iterator[Mutant]:
    """Yield every slip of a page, in page order; formulas are of the symbols in ``table``."""
    place = Places(page.text)
    of_table = ((kind, *slip) for kind, slip in slips_of_table(page))
    of_pieces = (slip for piece in page.pieces for slip in _slips(page, piece, table))
    for kind, start, end, new in chain(of_table, of_pieces):
        old = page.text[start:end]
        if old != new:
            text = page.text[:start] + new + page.text[end:]
            yield Mutant(kind, page.path, *place(start), old, new, text)


def _slips(page: Page, piece: Piece, table: SymbolTable) -> Iterator[Slip]:
    if isinstance(piece, Fence):
        yield from _in_fence(piece)
    elif piece.part in {Part.PROSE, Part.FRONT}:
        yield from _in_words(page, piece.start, piece.text)
    elif piece.part is Part.SPAN:
        for start, end, new in slips_at(piece.content):
            yield "span", *_moved(piece, start, end), new
        for start, end, new in counted(piece.content):
            yield "span digit", *_moved(piece, start, end), new
        for start, end, new in signed(piece.content):
            yield "span sign", *_moved(piece, start, end), new
        for start, end, new in chain(exchanges(piece.content), reordered(piece.content)):
            yield "span name", *_moved(piece, start, end), new
    elif piece.part is Part.FORMULA:
        for kind, tex in slips_of_formula(page, piece, table):
            yield f"formula {kind}", *_moved(piece, 0, len(piece.content)), tex
        for start, end, new in _in_text(piece.content):
            yield "formula text", *_moved(piece, start, end), new
    else:
        for start, text in spoken_at(piece):
            for _, first, last, new in _in_words(page, start, text):
                yield "attribute", first, last, new


def _moved(piece: Piece, start: int, end: int) -> tuple[int, int]:
    offset = piece.start + piece.text.index(piece.content)
    return offset + start, offset + end


def _in_words(page: Page, start: int, text: str) -> Iterator[Slip]:
    """Change each digit, sign and percent sign of the numbers in some words."""
    for numeral in find_numerals(text):
        at, end = start + numeral.start, start + numeral.end
        line_start = page.text.rfind("\n", 0, at) + 1
        line = page.text[line_start:at].lstrip(" >")
        kind = "table" if line.startswith("|") else "heading" if line.startswith("#") else "prose"
        for first, last, new in slips_at(numeral.text, signs=False):
            yield kind, at + first, at + last, new
        for first, last, new in exchanges(numeral.text):
            yield f"{kind} name", at + first, at + last, new
        if isinstance(numeral, Literal):
            yield f"{kind} sign", at, at + numeral.signed, "" if numeral.signed else "−"
            if numeral.signed:
                yield f"{kind} sign", at, at + 1, SIGNS[numeral.text[0]]
            yield f"{kind} sign", at, at, "− "
            if outside := OPENING.search(page.text, line_start, at):
                yield f"{kind} sign", outside.start(), outside.start(), "−"
            if numeral.percent:
                yield kind, at, end, re.sub(r"\s?(%|per ?cent)$", "", numeral.text)


def _in_text(tex: str) -> Iterator[tuple[int, int, str]]:
    """Put a sign before the words that stand in a formula, and turn those in them."""
    for match in TEXT.finditer(tex):
        yield match.start("words"), match.start("words"), "−"
        for sign in re.finditer("[-+−]", match["words"]):
            place = match.start("words") + sign.start()
            yield place, place + 1, SIGNS[sign[0]]


def _in_fence(fence: Fence) -> Iterator[Slip]:
    """Change digits and operators of code, and digits and signs of what it prints."""
    looks = looks_in(fence.content) if fence.language == "python" else []
    rows = split_lines(fence.content)
    offset = fence.start + len(fence.text.split("\n", 1)[0]) + 1
    for row, line in enumerate(fence.text.rstrip("\n").split("\n")[1:-1]):
        inner = sum(map(len, rows[:row])) - fence.indent  # where it begins in the content
        prompt = line.lstrip()[:3] in {">>>", "..."}
        code = fence.language == "python" or (fence.language == "pycon" and prompt)
        shell = fence.language in {"shell", "console"}
        kind = "code" if code else "command" if shell else "output"
        # A listing in Markdown is a page of its own, where a hyphen may be a bullet.
        for start, end, new in slips_at(line, signs=fence.language != "markdown"):
            hidden = code and any(first <= inner + start < last for first, last in looks)
            if not hidden and not (prompt and start < fence.indent + 4):
                yield kind, offset + start, offset + end, new
        offset += len(line) + 1

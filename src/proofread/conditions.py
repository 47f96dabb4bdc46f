r"""Refuses a condition that the checker knows and the reader does not.

`with: y = 1` behind a formula says when it holds. The reader must see the same: a formula such as
`$y = 1$` in its sentence, paragraph, table row or list item, or before it in its section. The
statement nearest before it counts, since that is what a reader takes along; where its own block
has none before it, one further on in the block.

`means: p > y` behind a formula says that it is a condition and no claim. The word before it must
say so, too: *if*, *where*, *with* and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from proofread.context import Context
from proofread.equations import Scope
from proofread.equations.annotation import Annotation
from proofread.equations.dual import Value
from proofread.equations.statements import Key, agrees, statements
from proofread.page import Page
from proofread.piece import Part, Piece

#: What makes a condition of the formula that follows.
WORDS = (
    "if", "where", "wherever", "when", "whenever", "with", "for", "at", "suppose", "assume",
    "unless", "until", "while", "as", "let", "every", "each", "any", "all",
)  # fmt: skip
MEND = (
    "write the condition as a formula in the same paragraph or table row, or before it in the "
    "section, such as $y = 1$<!-- means: y == 1 -->"
)
HEADING = re.compile(r"^#{1,6}[ ]", re.MULTILINE)
BLOCK = re.compile(r"\n[ \t>]*\n|^[ \t>]*(?:[-+*]|[0-9]+\.)[ \t]", re.MULTILINE)


def unseen(context: Context, scope: Scope, piece: Piece, annotation: Annotation) -> tuple[str, str]:
    """Say which condition of a formula its reader cannot see, and how to mend it, or nothing."""
    if annotation.means and not _says_so(context.page, piece):
        mend = f"write one of these words right before it: {', '.join(WORDS)}"
        return "it reads as a claim, and `means` makes a condition of it", mend
    if not annotation.fixed:
        return "", ""
    places = [_read(scope, found) for found in _near(context.page, piece)]
    for setting in annotation.fixed:
        answers = [agrees(setting, stated) for stated in places]
        verdict = next((answer for answer in answers if answer is not None), None)
        if verdict is None:
            return f"the reader does not see that {setting.name} = {setting.value}", MEND
        if not verdict:
            return f"what the page says nearest to it is not {setting.name} = {setting.value}", MEND
    return "", ""


def _says_so(page: Page, piece: Piece) -> bool:
    before = re.sub(r"<!--.*?-->", "", page.text[: piece.start], flags=re.DOTALL).rstrip(" \n:,*_")
    return re.split(r"[^A-Za-z]", before)[-1].lower() in WORDS


def _near(page: Page, piece: Piece) -> Iterable[list[Piece]]:
    """Return formulas around one: before it in its block, after it there, before it in its section.

    Each list is in the order in which a later formula takes the place of an earlier one.
    """
    section, start, end = _section(page, piece), *_block(page.text, piece)
    formulas = [other for other in page.pieces if other.part is Part.FORMULA and other != piece]
    yield [other for other in formulas if start <= other.start < piece.start]
    yield [other for other in reversed(formulas) if piece.end <= other.start < end]
    yield [other for other in formulas if section <= other.start < start]


def _section(page: Page, piece: Piece) -> int:
    """Return where the section of a piece begins."""
    headings = (
        heading.start()
        for other in page.pieces
        if other.part is Part.PROSE and other.start < piece.start
        for heading in HEADING.finditer(page.text, other.start, other.end)
    )
    return max(headings, default=0)


def _block(text: str, piece: Piece) -> tuple[int, int]:
    """Return where the paragraph, list item or table row around a piece begins and ends."""
    line = text.rfind("\n", 0, piece.start) + 1
    if text[line : piece.start].lstrip(" \t>").startswith("|"):
        end = text.find("\n", piece.end)
        return line, len(text) if end < 0 else end
    starts = [found.start() for found in BLOCK.finditer(text, 0, piece.start)]
    after = BLOCK.search(text, piece.end)
    return starts[-1] if starts else 0, after.start() if after else len(text)


def _read(scope: Scope, pieces: Iterable[Piece]) -> Mapping[Key, Value]:
    stated: dict[Key, Value] = {}
    for piece in pieces:
        stated.update(statements(piece.content, scope.table))
    return stated

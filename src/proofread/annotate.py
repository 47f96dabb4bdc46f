"""Marks up what was checked, so that the site can show it and totality can be judged.

``33%<!-- = p -->`` becomes ``<data value='0.331812227831834' data-claim='7:3' ...>33%</data>``;
a numeral of a structural class and a span become ``<span data-claim='...'>``. The comments go. The
markup is inline HTML in single quotes with everything else escaped, which tables, headings, links
and the titles of tabs and admonitions let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from proofread.claim import Kind, Verdict
from proofread.named import Named, labels
from proofread.named_site import framed
from proofread.page import Page
from proofread.piece import Fence, Part, Piece
from proofread.structural import LIST_ITEM

#: Python-Markdown looks for code, mathematics and links before it sees tags.
PLAIN = re.compile(r"[^A-Za-z0-9 .,:()/+-]")
#: Where a tag would be read out or would end the list; both are traced without one.
UNMARKED = {LIST_ITEM}
#: The site colours a signature as the Python that it is.
SIGNATURE = '```python title="Signature"'


def annotate(
    page: Page,
    verdicts: Iterable[Verdict],
    named: Iterable[Named] = (),
    *,
    front_matter: bool = True,
) -> str:
    """Return the Markdown of a page with its numbers marked and without the author's comments.

    The equations that are ``named`` get a frame with their number.

    Verdicts that do not hold mark nothing, so that totality fails on them as well.
    """
    marks = {
        verdict.claim.start: verdict
        for verdict in verdicts
        if verdict.holds and verdict.claim.kind is Kind.NUMBER and verdict.evidence not in UNMARKED
    }
    numbers = {each.name: each for each in named}
    displays = {
        label.formula.start: numbers[label.name]
        for label in labels(page)
        if label.name in numbers and label.comment.start in marks
    }
    parts: list[str] = []
    for piece in page.pieces:
        if piece.part is Part.COMMENT:
            parts.append(_without(page, piece))
        elif piece.part is Part.FRONT:
            parts.append(piece.text if front_matter else "")
        elif piece.part in {Part.PROSE, Part.SPAN}:
            parts.append(_marked(piece, marks))
        elif isinstance(piece, Fence) and piece.language == "signature":
            parts.append(piece.text.replace("```signature", SIGNATURE, 1))
        elif piece.start in displays:
            parts.append(framed(piece.text, displays[piece.start]))
        else:
            parts.append(piece.text)
    return "".join(parts)


def escape(text: str) -> str:
    """Write an attribute so that neither HTML nor Markdown sees anything in it.

    >>> escape("w[0] * 2")
    'w&#91;0&#93; &#42; 2'
    """
    return PLAIN.sub(lambda match: f"&#{ord(match[0])};", text)


def _marked(piece: Piece, marks: dict[int, Verdict]) -> str:
    text, parts, end = piece.text, [], 0
    for start in range(piece.start, piece.end):
        verdict = marks.get(start)
        if verdict is None:
            continue
        parts.append(text[end : start - piece.start])
        end = verdict.claim.end - piece.start
        parts.append(_wrap(verdict, text[start - piece.start : end]))
    return "".join([*parts, text[end:]])


def _wrap(verdict: Verdict, text: str) -> str:
    place = f"data-claim='{verdict.claim.line}:{verdict.claim.column}'"
    evidence = f"data-evidence='{escape(verdict.evidence)}'"
    if verdict.value:
        return f"<data value='{escape(verdict.value)}' {place} {evidence}>{text}</data>"
    return f"<span {place} {evidence}>{text}</span>"


def _without(page: Page, comment: Piece) -> str:
    """Return what a comment leaves behind: its lines where it stands alone, so that none moves."""
    line_start = page.text.rfind("\n", 0, comment.start) + 1
    alone = not page.text[line_start : comment.start].strip()
    return "\n" * comment.text.count("\n") if alone else ""

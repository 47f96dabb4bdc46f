"""The reader of pages, and all checks behind it but for code, which is not run."""

from __future__ import annotations

from functools import partial

from fuzz.targets.inert import InertEngine
from fuzz.targets.project import NOTATION, ROOT
from proofread.claim import Verdict
from proofread.context import Context
from proofread.page import Page
from proofread.parts import check_piece
from proofread.piece import Fence, Part
from proofread.whole import finish

WITH_CONTENT = {Part.COMMENT, Part.SPAN, Part.FORMULA}


def page(text: str) -> None:
    """Any text is a page: its pieces tile it, and each check ends with verdicts, not an error."""
    read = Page.parse(text, "docs/page.md")
    _check_tiling(read)
    for verdict in judge(read):
        _check_place(read, verdict)


def judge(read: Page, *, depth: int = 0) -> list[Verdict]:
    """Judge a page as `check_page` does, without running code."""
    engine = InertEngine(read.path, {})
    shown = (
        partial(judge, depth=depth + 1) if depth < 2 else lambda _: []
    )  # a page on a page on one
    context = Context(read, engine, ROOT, NOTATION, shown)
    for piece in read.pieces:
        check_piece(context, piece)
    finish(context)
    return sorted(context.verdicts, key=lambda verdict: verdict.claim)


def _check_tiling(read: Page) -> None:
    end = 0
    for piece in read.pieces:
        assert piece.start == end < piece.end, "pieces follow one another"
        assert piece.text == read.text[piece.start : piece.end], "a piece has its text"
        before = read.text[: piece.start]
        assert piece.line == before.count("\n") + 1, "a piece has its line"
        # A fence stands where its mark does, behind the indentation.
        indent = piece.indent if isinstance(piece, Fence) else 0
        assert piece.column == len(before) - (before.rfind("\n") + 1) + indent + 1, "and column"
        if piece.part in WITH_CONTENT:
            assert piece.content in piece.text, "what is inside the marks is a part of the piece"
        if isinstance(piece, Fence):
            assert piece.first_line == piece.line + 1
            rows = piece.text.count("\n") - piece.text.endswith("\n")
            assert piece.content.count("\n") == rows - 1, "a fence has the lines between its marks"
        end = piece.end
    assert end == len(read.text), "no character is left out"


def _check_place(read: Page, verdict: Verdict) -> None:
    claim = verdict.claim
    assert 0 <= claim.start <= claim.end <= len(read.text), "a claim stands on the page"
    assert claim.line == read.text.count("\n", 0, claim.start) + 1, "a claim has its line"
    assert verdict.holds or (verdict.computed and verdict.mend), (
        "a failure says why, and what to do"
    )
    str(verdict)

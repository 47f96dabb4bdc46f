"""Judges what only the whole page can tell: what is bound to nothing, and what nothing uses."""

from __future__ import annotations

from proofread.claim import Kind
from proofread.comment import ANNOTATIONS, read_comment
from proofread.context import Context
from proofread.formulas import check_bare_formulas
from proofread.generated import misplaced
from proofread.pictures import check_left_over
from proofread.piece import Part
from proofread.spans import check_verbatim_spans

#: Comments that say nothing by themselves.
BINDING = {"=", "unchecked", "alt", "needs"} | ANNOTATIONS


def finish(context: Context) -> None:
    """Judge what only the whole page can tell."""
    check_verbatim_spans(context)
    check_bare_formulas(context)
    check_left_over(context)
    _check_places(context)
    _check_comments(context)
    _check_points(context)
    _check_code(context)


def _check_places(context: Context) -> None:
    """Refuse the places of what the build makes where they do not belong."""
    for start, end, problem in misplaced(context.page):
        context.fail(
            context.claim(Kind.CODE, start, end),
            says=context.page.text[start:end],
            computed=problem,
            mend="put each where it belongs, once, at the left margin",
        )


def _check_comments(context: Context) -> None:
    """Refuse comments that bind nothing."""
    for piece in context.page.pieces:
        remark = read_comment(piece.content) if piece.part is Part.COMMENT else None
        if remark is not None and remark.word in BINDING and piece.start not in context.taken:
            context.fail(
                context.claim(Kind.CODE, piece.start, piece.end),
                says=piece.text,
                computed="nothing: it stands beside nothing that it could bind",
                mend="put it right after the number, span, image or formula; needs: above a fence",
            )


def _check_points(context: Context) -> None:
    """Refuse points at which nothing is evaluated: a slip in them would never show."""
    for name, piece in context.points.items():
        if name not in context.visited:
            context.fail(
                context.claim(Kind.CODE, piece.start, piece.end),
                says=piece.text,
                computed="nothing: no formula of the page is evaluated at this point",
                mend=f"write at: {name} behind a formula, or remove it",
            )


def _check_code(context: Context) -> None:
    """Refuse code that nothing depends on."""
    lines = context.page.text.split("\n")
    for dead in context.usage.finish():
        start = sum(len(line) + 1 for line in lines[: dead.line - 1])
        text = lines[dead.line - 1]
        context.fail(
            context.claim(Kind.CODE, start + len(text) - len(text.lstrip()), start + len(text)),
            says=text.strip(),
            computed=dead.why,
            mend="print it, use it further down, or remove it",
        )

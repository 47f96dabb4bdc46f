"""Hands each piece of a page to the check of its kind."""

from __future__ import annotations

from proofread.alone import reach
from proofread.attributes import check_attributes
from proofread.claim import Kind
from proofread.comment import DECLARATIONS, read_comment
from proofread.context import Context
from proofread.fence_checks import check_fence
from proofread.formulas import check_formula
from proofread.front import check_front
from proofread.named import label_problem
from proofread.notations.convention import declaration_problem
from proofread.notations.project import own_problem
from proofread.numbers import check_prose
from proofread.pictures import check_picture
from proofread.piece import Fence, Part, Piece
from proofread.plain_formulas import raised
from proofread.scoping import declare, recall_checked
from proofread.spans import check_span
from proofread.structural import footnote_problem


def check_piece(context: Context, piece: Piece) -> None:
    """Judge one piece where it stands."""
    if isinstance(piece, Fence):
        check_fence(context, piece)
    elif piece.part is Part.COMMENT:
        _check_comment(context, piece)
    elif piece.part is Part.PROSE:
        check_prose(context, piece)
    elif piece.part is Part.SPAN:
        check_span(context, piece)
    elif piece.part is Part.FORMULA:
        check_formula(context, piece)
    elif piece.part in {Part.IMAGE, Part.TAG, Part.TARGET, Part.ATTRIBUTES}:
        check_attributes(context, piece)
        if raised(piece):
            context.fail(
                context.claim(Kind.EQUATION, piece.start, piece.end),
                says=piece.text,
                computed="an index or an exponent in words, which nothing computes",
                mend="write a formula, $...$",
            )
    elif piece.part is Part.FRONT:
        check_front(context, piece)
    elif piece.part is Part.FOOTNOTE:
        if problem := footnote_problem(context, piece):
            context.fail(
                context.claim(Kind.NUMBER, piece.start, piece.end),
                says=piece.text,
                computed=problem,
                mend="define each footnote once, and refer to it",
            )
    elif piece.part is Part.BROKEN:
        context.fail(
            context.claim(Kind.CODE, piece.start, piece.end),
            says=piece.text,
            computed=piece.content,
            mend="write it in a form that the site and the checker both read",
        )


def pass_over(context: Context, piece: Piece) -> None:
    """Take in what the rest of the page builds on: code, declarations, checked formulas."""
    if isinstance(piece, Fence) or piece.part is Part.COMMENT:
        check_piece(context, piece)
        context.verdicts.clear()
        context.failed = False
    elif piece.part is Part.FORMULA:
        recall_checked(context, piece)


def _check_comment(context: Context, piece: Piece) -> None:
    remark = read_comment(piece.content)
    problem = ""
    if remark is None:
        problem = "its first word is not one that the checker knows; a remark starts with note:"
    elif remark.word == "python":
        context.usage.code(remark.body, piece.line, visible=False)
        if reached := reach(remark.body, context.usage.shown):  # which is not run: it would last
            problem = f"hidden code may not change {reached}"
        else:
            outcome = context.engine.run(remark.body, piece.line)
            problem = outcome.problem or (outcome.printed and "hidden code may not print")
    elif remark.word == "drawn":
        check_picture(context, piece, remark.body)
    elif remark.word in DECLARATIONS:
        problem = declare(context, piece)
    elif remark.word == "convention":
        problem = declaration_problem(remark.body)
    elif remark.word == "notation":
        problem = own_problem(remark.body, context.notation)
    elif remark.word == "equation":
        problem = label_problem(context.page, piece, remark.body)
    if problem:
        context.fail(
            context.claim(Kind.CODE, piece.start, piece.end),
            says=piece.text,
            computed=problem,
            mend="mend the comment",
        )

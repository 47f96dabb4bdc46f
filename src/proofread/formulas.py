"""Hands each formula of a page to the equations side, and turns what that finds into verdicts.

A formula with a relation is evaluated where it stands. One without waits until the page is over,
since it leans on the others. A bare number (``$0.1$``) is bound as any number is.
"""

from __future__ import annotations

import re

from proofread.bare import check_bare, check_bound, is_function, operation
from proofread.claim import Claim, Kind
from proofread.comment import ANNOTATIONS, Remark
from proofread.conditions import unseen
from proofread.context import Context
from proofread.conventions import foreign
from proofread.derivations import left_out
from proofread.equations import EquationError
from proofread.equations.annotation import read_annotation
from proofread.equations.results import FormulaResult
from proofread.literal import read_literal
from proofread.numbers import check_number
from proofread.piece import Piece
from proofread.rendered import around
from proofread.scoping import checked, note_checked, scope_of
from proofread.structural import in_symbol_table
from proofread.touching import neighbours


def check_formula(context: Context, piece: Piece) -> None:
    """Judge one formula, with the comment that follows it."""
    claim = context.claim(Kind.EQUATION, piece.start, piece.end)
    known = context.scope.known() if context.scope else ()
    try:
        _judge(context, piece, claim)
    except EquationError as error:
        _fail(context, claim, str(error))
    else:
        note_checked(context, piece, len(known))


def _judge(context: Context, piece: Piece, claim: Claim) -> None:
    if touching := neighbours(*around(context, piece, 0, len(piece.text))):
        context.fail(
            claim,
            says=claim.text,
            computed=touching,
            mend="write it all as one formula, or take away what stands beside it",
        )
        return
    problem = foreign(context.page, piece)
    if problem is not None:
        if problem:
            _fail(context, claim, problem)
        else:
            context.hold(claim, "what the declared convention writes for ours")
        return
    comment, remark = context.remark_after(piece) or (None, Remark("", ""))
    if comment is not None and remark.word in {"=", "unchecked", *ANNOTATIONS}:
        context.taken.add(comment.start)
    if remark.word == "unchecked":
        context.hold(claim, f"unchecked: {remark.body}", unchecked=remark.body)
        return
    if name := operation(piece.content):
        if remark.word == "=" and remark.body.strip() == name:
            context.hold(claim, f"a sign, for {name}")
        else:
            context.fail(claim, says=claim.text, computed="an operation that is bound to no name",
                         mend=f"bind it to its name, <!-- = {name} -->")  # fmt: skip
        return
    if remark.word == "=":
        literal = read_literal(re.sub(r"\\[,;!:] ?|\{,\}", "", piece.content.strip()))
        if literal is None:
            check_bound(context, scope_of(context), claim, piece.content, remark.body)
        else:
            check_number(context, claim, literal, remark.body)
        return
    if in_symbol_table(context.page, piece.start, symbols=True):
        context.hold(claim, "declared here")
        return
    annotation = comment.content if comment and remark.word in ANNOTATIONS else ""
    if is_function(scope_of(context), piece.content):
        context.hold(claim, "a name")
        return
    read = read_annotation(annotation)
    context.visited.add(read.at)
    unsaid, mend = unseen(context, scope_of(context), piece, read)
    if unsaid:
        context.fail(claim, says=claim.text, computed=unsaid, mend=mend)
        return
    tex = f"{left_out(context.page, piece)} {piece.content}".strip()
    result = checked(context, tex, annotation)
    if isinstance(result, str):
        _fail(context, claim, result)
    elif not result.claims:
        context.bare.append(piece)
    elif result.holds:
        context.hold(claim, evidence(result))
    else:
        _fail(context, claim, result.message)


def check_bare_formulas(context: Context) -> None:
    """Judge the formulas that claim nothing by themselves, now that all others are known."""
    for piece in context.bare:
        check_bare(context, scope_of(context), piece)


def evidence(result: FormulaResult) -> str:
    """Say what was evaluated, and how far apart the sides were at most."""
    points = list(dict.fromkeys(point for item in result.relations for point in item.points))
    places = [point for point in points if not point.startswith("random")]
    if count := len(points) - len(places):
        places.append(f"{count} random points")
    gap = max(item.difference for item in result.relations)
    count = len(result.relations)
    what = "one relation" if count == 1 else f"{count} relations"
    return f"{what} evaluated at {', '.join(places) or 'no point'}; largest difference {gap:.1e}"


def _fail(context: Context, claim: Claim, computed: str) -> None:
    context.fail(
        claim,
        says=claim.text,
        computed=computed,
        mend="mend the formula, or the comment that says where it holds",
    )

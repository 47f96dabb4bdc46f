"""Judges the numbers of a page: each is bound by a comment to the expression that computes it.

``a 33%<!-- = p --> chance``: between the number and its comment there may only be the marks that
end emphasis. The expression is evaluated where it stands, so that a name set again further down
does not change it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from proofread.claim import Claim, Kind
from proofread.comment import Remark
from proofread.context import Context
from proofread.listed import NAMES, name_of
from proofread.literal import Literal, Numeral, find_numerals
from proofread.optional import lost, skip
from proofread.piece import Piece
from proofread.plain_formulas import formulas_of
from proofread.rendered import arithmetic, around
from proofread.rounding import correct
from proofread.structural import CITATION, LIST_ITEM, class_of, is_cited
from proofread.touching import touching
from proofread.value import UnreadableError, exact, reads, show

ABOUT = re.compile(r"\b(?:about|around|roughly|approximately)\s+[*_]*$", re.IGNORECASE)
CLOSERS = re.compile(r"[*_]*")
UNBOUND = "write <!-- = expression --> right after the number; {class_help}"
FORMULA = "write it as a formula, $...$, or take away what stands beside it"
CLASSES = "steps, list items, footnotes, names and versions are the only classes that need none"


def check_prose(context: Context, piece: Piece) -> None:
    """Judge every number in a stretch of prose."""
    for offset, sign in formulas_of(context, piece):
        if is_cited(context, piece, offset):
            continue
        place = piece.start + offset
        context.fail(
            context.claim(Kind.EQUATION, place, place + len(sign)),
            says=piece.text[max(offset - 20, 0) : offset + 20].strip(),
            computed="a formula in words, which nothing computes",
            mend="write it as a formula, $...$, or without signs",
        )
    numerals = find_numerals(piece.text)
    for numeral in numerals:
        start, end = piece.start + numeral.start, piece.start + numeral.end
        claim = context.claim(Kind.NUMBER, start, end)
        reason = class_of(context, piece, numeral)
        remark = _remark(context, piece, numeral)
        if reason and not (problem := _beside_class(context, piece, numeral, reason)):
            context.hold(claim, reason)
        elif reason:
            context.fail(claim, says=_around(piece, numeral), computed=problem, mend=FORMULA)
        elif remark is None:
            context.fail(
                claim,
                says=numeral.text,
                computed="nothing: no expression is bound to it",
                mend=UNBOUND.format(class_help=CLASSES),
            )
        elif remark.word == "unchecked":
            context.hold(claim, f"unchecked: {remark.body}", unchecked=remark.body)
        elif problem := _arithmetic(context, piece, numeral):
            context.fail(claim, says=_around(piece, numeral), computed=problem, mend=FORMULA)
        else:
            about = ABOUT.search(piece.text[: numeral.start]) is not None
            check_number(context, claim, numeral, remark.body, about=about)


def check_number(
    context: Context, claim: Claim, numeral: Numeral, expression: str, *, about: bool = False
) -> None:
    """Judge one number against the expression bound to it."""
    if numeral.text in NAMES:
        check_name(context, claim, numeral.text, expression)
        return

    def compare(value: object) -> tuple[str, str]:
        if not isinstance(numeral, Literal):
            return "this is no number in a form that the checker reads", ""
        if numeral.text.startswith("+"):
            return "a plus in front changes nothing", ""
        computed = exact(value)
        return correct(numeral, computed, about=about), show(computed)

    _judge(context, claim, ("number", numeral.text), expression, compare)


def check_name(context: Context, claim: Claim, name: str, expression: str) -> None:
    """Judge a name against the value of that name that is bound to it."""

    def compare(value: object) -> tuple[str, str]:
        found = name_of(value)
        return "" if found == name else found, ""

    _judge(context, claim, ("name", name), expression, compare)


def _judge(
    context: Context,
    claim: Claim,
    shown: tuple[str, str],
    expression: str,
    compare: Callable[[object], tuple[str, str]],
) -> None:
    """Judge what is shown, of a kind, by what compares it with the value of an expression.

    That returns what is wrong, or nothing, and the value as a reader is to see it.
    """
    kind, text = shown
    try:
        names = reads(expression)
        if package := lost(context, names):
            skip(context, claim, package)
            return
        context.usage.read(names)
        problem, value = compare(context.engine.value(expression))
    except UnreadableError as error:
        problem, value = str(error), ""
    if problem:
        context.fail(
            claim,
            says=f"{text}, bound to {expression}",
            computed=problem,
            mend=f"mend the {kind} if the expression is right, else the expression",
        )
    else:
        context.hold(claim, f"= {expression}", value=value)


def _remark(context: Context, piece: Piece, numeral: Numeral) -> Remark | None:
    """Return the comment right after a number, and note that it is taken."""
    if not CLOSERS.fullmatch(piece.text[numeral.end :]):
        return None
    found = context.remark_after(piece)
    if found is None or found[1].word not in {"=", "unchecked"}:
        return None
    context.taken.add(found[0].start)
    return found[1]


def _beside_class(context: Context, piece: Piece, numeral: Numeral, reason: str) -> str:
    """Say which sign stands beside a numeral that needs no binding, or return nothing."""
    if reason == CITATION:
        return ""  # its signs are repeated word for word, too
    if reason == LIST_ITEM:
        return ""
    before, after = around(context, piece, numeral.start, numeral.end)
    return arithmetic(before, after) or touching(before, after)


def _arithmetic(context: Context, piece: Piece, numeral: Numeral) -> str:
    before, after = around(context, piece, numeral.start, numeral.end)
    return arithmetic(before, after) or touching(before, after) or _descends(before, numeral)


def _descends(before: str, numeral: Numeral) -> str:
    """Refuse a range that goes down: its dash would be read as a minus."""
    ends = find_numerals(before.rstrip("–")) if before.endswith("–") else ()
    if not ends or not isinstance(ends[-1], Literal) or not isinstance(numeral, Literal):
        return ""
    touches = ends[-1].end == len(before.rstrip("–"))
    down = touches and ends[-1].value >= numeral.value
    return "a range goes up, and this dash would be a minus" if down else ""


def _around(piece: Piece, numeral: Numeral) -> str:
    return piece.text[max(numeral.start - 12, 0) : numeral.end + 12].strip()

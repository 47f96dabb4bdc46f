"""Judges code in a line: a value, an expression, or words of the page's own code.

A span with a digit or an operator is a claim. It holds in one of two ways.

- Bound by a comment, as a number is: ``0.1`` is compared as a literal; an expression, such as
  ``X.T @ (p - y) / m``, is evaluated and must equal the value of the expression in the comment.
- Taken word for word from code or output of the page that was checked, provided that no other span
  that differs in one digit, sign or operator can be found there, too. Else a slip would go
  unnoticed: with ``w[0]`` and ``w[1]`` both in the code, each must be bound.

What names a thing outside the page's code, an option or a file, is on a list of its own (terms.py).
"""

from __future__ import annotations

import ast
import re
from itertools import chain
from typing import Any

from proofread.claim import Kind
from proofread.context import Context
from proofread.idle import idle_problem, is_command
from proofread.listed import FAMILY, NAMES, exchanges
from proofread.literal import find_numerals, read_literal
from proofread.names import has_plus, names_of
from proofread.numbers import check_name, check_number
from proofread.optional import lost, skip
from proofread.piece import Part, Piece
from proofread.signs import has_sign
from proofread.slips import slips, without_digit
from proofread.structural import in_symbol_table
from proofread.syntax import read_code
from proofread.terms import term_of
from proofread.value import UnreadableError

WORD = re.compile(r"[0-9][0-9.]*(?:e[-+]?[0-9]+)?|\w+|[^\w\s]")
#: A sign at an end: what it computes with has been left out.
DANGLING = re.compile(r"\A\s*(?:[*/@+%<>=^)\]},]|-\s)|[-+*/@%<>=^(\[{,]\s*\Z")
RELATIVE_TOLERANCE = 1e-12


def check_span(context: Context, piece: Piece) -> None:
    """Judge a span that a comment binds; the others wait until the page's code is known."""
    claim = context.claim(Kind.NUMBER, piece.start, piece.end)
    code = piece.content.strip()
    found = context.remark_after(piece)
    if found is None or found[1].word not in {"=", "unchecked"}:
        return
    context.taken.add(found[0].start)
    remark = found[1]
    literal = read_literal(code)
    if remark.word == "unchecked":
        context.hold(claim, f"unchecked: {remark.body}", unchecked=remark.body)
    elif literal is not None:
        check_number(context, claim, literal, remark.body)
    elif code in FAMILY:
        check_name(context, claim, code, remark.body)
    else:
        try:
            tree = read_code(code)
            names = names_of(tree)[0] | names_of(read_code(remark.body))[0]
            if package := lost(context, names):
                skip(context, claim, package)
                return
            context.usage.read(names)
            shown = context.engine.value(_right_side(code), called=code)
            problem = _difference(shown, context.engine.value(remark.body))
            if has_plus(tree):
                problem = "a plus in front changes nothing"
        except (UnreadableError, SyntaxError) as error:
            problem = str(error)
        if problem:
            context.fail(
                claim,
                says=f"{piece.text}, bound to {remark.body}",
                computed=problem,
                mend="mend the code if the expression is right, else the expression",
            )
        else:
            context.hold(claim, f"equals {remark.body}")


def check_verbatim_spans(context: Context) -> None:
    """Judge the spans that no comment binds against the code of the page that held."""
    sources = [_words(source) for source in context.checked_code]
    judged = {verdict.claim.start for verdict in context.verdicts}
    for piece in context.page.pieces:
        code = piece.content.strip()
        if piece.part is not Part.SPAN or piece.start in judged:
            continue
        if in_symbol_table(context.page, piece.start):
            continue
        if not is_claim(code):
            if lost_digit := _lost_digit(code, sources):
                context.fail(context.claim(Kind.NUMBER, piece.start, piece.end),
                             says=piece.text, computed=f"{lost_digit} without its digit",
                             mend="write the whole name, or quote code of the page")  # fmt: skip
            continue
        if term := term_of(context, code):
            context.hold(context.claim(Kind.CODE, piece.start, piece.end), term)
            continue
        kind, problem = Kind.NUMBER, _problem(code, sources)
        if is_command(code):
            kind, problem = Kind.CODE, problem and (idle_problem(code, context.root) or problem)
        claim = context.claim(kind, piece.start, piece.end)
        if not problem:
            context.hold(claim, "quoted from the code of the page")
            continue
        context.fail(
            claim,
            says=piece.text,
            computed=problem,
            mend="write <!-- = expression --> right after it, or quote code of the page",
        )


def is_claim(code: str) -> bool:
    """Whether a span says something that may be wrong: a digit, an operator, an order of things.

    Whether it can be read as Python does not matter: ``(p + y) x`` is a formula as well, and a
    shape ``(m, n)`` has its order.
    """
    return bool(find_numerals(code)) or has_sign(code) or re.search(r"[(\[{,]", code) is not None


def _problem(code: str, sources: list[str]) -> str:
    """Say why some code is not quoted from the page's own code, or return nothing."""
    if DANGLING.search(code):
        return "it starts or ends in the middle of a formula"
    if not _occurs(code, sources):
        return "no checked code of the page has this"
    others = (code[:start] + name + code[end:] for start, end, name in exchanges(code))
    whole = (slip for slip in chain(slips(code), others) if not DANGLING.search(slip))
    twin = next((slip for slip in whole if _occurs(slip, sources)), None)
    return "" if twin is None else f"the code of the page has {twin}, too: which is meant?"


def _lost_digit(word: str, sources: list[str]) -> str:
    """Return the name of the page's code that a word is but for one digit, or nothing.

    So ``x1`` cannot become ``x``, nor ``log1p`` ``logp``, unless the code has that, too.
    """
    if _occurs(word, sources):
        return ""
    of_page = set[str]().union(*(source.split() for source in sources))
    if taken_for := FAMILY.get(word, frozenset()) & NAMES & of_page:
        return min(taken_for)
    numbered = (name for name in sorted(NAMES | of_page) if len(name) == len(word) + 1)
    return next((name for name in numbered if word in without_digit(name)), "")


def _right_side(code: str) -> str:
    """Return the value of an assignment, or the expression itself, made no bare constant."""
    tree = read_code(code)
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.Assign | ast.Expr):
        raise UnreadableError("a span is bound as a number, an expression or one assignment")
    # A call keeps the constant of `w = 0.1` from being taken for a binding that repeats itself.
    return f"({ast.unparse(tree.body[0].value)},)[0]"


def _difference(shown: Any, bound: Any) -> str:
    """Return how two values differ, or nothing; arrays agree to a few rounding errors."""
    try:
        if getattr(shown, "shape", ()) != getattr(bound, "shape", ()):
            return f"{_shape(shown)}, and the expression gives {_shape(bound)}"
        gap = abs(shown - bound)
        bound_size = abs(bound)
        worst = float(getattr(gap, "max", lambda: gap)())
        scale = float(getattr(bound_size, "max", lambda: bound_size)())
        same = worst <= RELATIVE_TOLERANCE * scale
    except (TypeError, ValueError):
        same = _equal(shown, bound)
    return "" if same else f"{shown!r}, and the expression gives {bound!r}"


def _shape(value: Any) -> str:
    return f"an array of shape {value.shape}" if hasattr(value, "shape") else "no array"


def _equal(shown: Any, bound: Any) -> bool:
    try:
        return bool(shown == bound)
    except ValueError:  # of a list with arrays in it
        raise UnreadableError("these values cannot be compared: bind each by itself") from None


def _occurs(code: str, sources: list[str]) -> bool:
    words = _words(code)
    return any(words in source for source in sources)


def _words(code: str) -> str:
    """Return the words and signs of some code with one space between, so that they match whole."""
    return f" {' '.join(WORD.findall(code))} "

"""Judges code in a line: a value, an expression, or words of the page's own code.

A span with a digit or an operator is a claim. It holds in one of two ways.

- Bound by a comment, as a number is: ``0.1`` is compared as a literal; an expression, such as
  ``X.T @ (p - y) / m``, is evaluated and must equal the value of the expression in the comment.
- Taken word for word from code or output of the page that was checked, provided that no other span
  that differs in one digit, sign or operator can be found there, too. Else a slip would go
  unnoticed: with ``w[0]`` and ``w[1]`` both in the code, each must be bound.

A command, such as ``python scripts/test.py``, is judged as one that is only shown (idle.py).
"""

from __future__ import annotations

import ast
import re
from typing import Any

from proofread.claim import Kind
from proofread.context import Context
from proofread.idle import idle_problem, is_command
from proofread.literal import find_numerals, read_literal
from proofread.names import names_of
from proofread.numbers import check_number
from proofread.optional import lost, skip
from proofread.piece import Part, Piece
from proofread.slips import slips
from proofread.structural import NAMES, in_symbol_table
from proofread.value import UnreadableError

OPERATORS = (ast.BinOp, ast.Compare, ast.UnaryOp, ast.BoolOp, ast.Subscript, ast.Assign,
             ast.AugAssign)  # fmt: skip
OPTION = re.compile(r"--?[A-Za-z][A-Za-z-]*")
SETTING = re.compile(r"[A-Z][A-Z_]+=[a-z]+")  # of an environment variable
HYPHENATED = re.compile(r"[A-Za-z]{2,}(?:-[A-Za-z]{2,})+")
WORD = re.compile(r"[0-9][0-9.]*(?:e[-+]?[0-9]+)?|\w+|[^\w\s]")
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
    else:
        try:
            names = names_of(ast.parse(code))[0] | names_of(ast.parse(remark.body))[0]
            if package := lost(context, names):
                skip(context, claim, package)
                return
            context.usage.read(names)
            shown = context.engine.value(_right_side(code))
            problem = _difference(shown, context.engine.value(remark.body))
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
        if is_command(code) and (problem := idle_problem(code, context.root)):
            context.fail(context.claim(Kind.CODE, piece.start, piece.end),
                         says=piece.text, computed=problem, mend="mend the word")  # fmt: skip
            continue
        if not is_claim(context, code):
            continue
        if in_symbol_table(context.page, piece.start):
            continue
        claim = context.claim(Kind.NUMBER, piece.start, piece.end)
        twin = next((slip for slip in slips(code) if _occurs(slip, sources)), None)
        problem = ""
        if not _occurs(code, sources):
            problem = "no checked code of the page has this"
        elif twin is not None:
            problem = f"the code of the page has {twin}, too: which is meant?"
        if not problem:
            context.hold(claim, "quoted from the code of the page")
            continue
        context.fail(
            claim,
            says=piece.text,
            computed=problem,
            mend="write <!-- = expression --> right after it, or quote code of the page",
        )


def is_claim(context: Context, code: str) -> bool:
    """Whether a span says something that may be wrong: it has a digit or an operator."""
    if code in NAMES or any(form.fullmatch(code) for form in (OPTION, SETTING, HYPHENATED)):
        return False
    if re.fullmatch(r"[\w./-]+", code):
        folder = (context.root / context.page.path).parent
        if (context.root / code).exists() or (folder / code).exists():
            return False
    if find_numerals(code):
        return True
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return False
    return any(
        isinstance(node, OPERATORS) or (isinstance(node, ast.Attribute) and node.attr == "T")
        for node in ast.walk(tree)
    )


def _right_side(code: str) -> str:
    """Return the value of an assignment, or the expression itself, made no bare constant."""
    tree = ast.parse(code)
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.Assign | ast.Expr):
        raise UnreadableError("a span is bound as a number, an expression or one assignment")
    # A call keeps the constant of `w = 0.1` from being taken for a binding that repeats itself.
    return f"({ast.unparse(tree.body[0].value)},)[0]"


def _difference(shown: Any, bound: Any) -> str:
    """Return how two values differ, or nothing; arrays agree to a few rounding errors."""
    try:
        if getattr(shown, "shape", ()) != getattr(bound, "shape", ()):
            return f"shape {getattr(shown, 'shape', ())}, bound to {getattr(bound, 'shape', ())}"
        gap = abs(shown - bound)
        bound_size = abs(bound)
        worst = float(getattr(gap, "max", lambda: gap)())
        scale = float(getattr(bound_size, "max", lambda: bound_size)())
        same = worst <= RELATIVE_TOLERANCE * scale
    except (TypeError, ValueError):
        same = bool(shown == bound)
    return "" if same else f"{shown!r}, and the expression gives {bound!r}"


def _occurs(code: str, sources: list[str]) -> bool:
    return any(_words(code) in source for source in sources)


def _words(code: str) -> str:
    """Return the words and signs of some code with one space between, so that they match whole."""
    return f" {' '.join(WORD.findall(code))} "

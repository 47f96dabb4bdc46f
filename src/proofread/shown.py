"""Judges the numbers in code that running cannot reach: comments, docstrings, and other languages.

A comment behind the assignment of a name speaks of its value: ``z = w @ x + b  # -0.7``. Its
numbers must be the correct roundings of that value, or of its entries in order, or of its shape
where the comment says *shape*. Any other comment, a docstring, and a block that is only shown may
hold no number but those of the structural classes.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from functools import lru_cache

from proofread.claim import Claim, Kind
from proofread.context import Context
from proofread.literal import Numeral, find_numerals
from proofread.numbers import check_number
from proofread.piece import Fence
from proofread.structural import NAMES, class_of

MEND = "say it in words, print it, or put it behind the assignment of the name that holds it"


def check_shown(context: Context, fence: Fence, claim: Claim) -> None:
    """Judge a block that is not run: it may hold no number that could be wrong."""
    for numeral in find_numerals(fence.text):
        if class_of(context, fence, numeral):
            continue
        _refuse(context, context.claim(Kind.NUMBER, *_span(fence.start, numeral)), "this block")
        return
    context.hold(claim, f"{fence.language}: shown, without a number that could be wrong")


def check_remarks(context: Context, fence: Fence) -> None:
    """Judge the comments and docstrings of a fence that ran."""
    lines = fence.text.split("\n")[1:]
    starts = [fence.start + len(fence.text.split("\n")[0]) + 1]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for row, text in _remarks(fence):
        numerals = find_numerals(text)
        target = "" if not numerals else _assigned(fence, row)
        at = lines[row].find(text)
        for n, numeral in enumerate(numerals):
            if numeral.text in NAMES:
                continue
            claim = context.claim(Kind.NUMBER, *_span(starts[row] + max(at, 0), numeral))
            if not target:
                _refuse(context, claim, "a comment or docstring")
                continue
            single = len(numerals) == 1 and "shape" not in text
            where = ".shape" if "shape" in text else ""
            entry = target if single else f"flat({target}{where})[{n}]"
            check_number(context, claim, numeral, entry)


def _refuse(context: Context, claim: Claim, where: str) -> None:
    context.fail(
        claim,
        says=f"{claim.text}, in {where}",
        computed="nothing: running it does not check this number",
        mend=MEND,
    )


def _span(start: int, numeral: Numeral) -> tuple[int, int]:
    return start + numeral.start, start + numeral.end


@lru_cache(maxsize=1000)
def _remarks(fence: Fence) -> list[tuple[int, str]]:
    """Return the comments and the lines of docstrings, with their rows counted from 0."""
    return list(_find_remarks(fence))


def _find_remarks(fence: Fence) -> Iterator[tuple[int, str]]:
    source = fence.content
    if fence.language == "pycon":
        lines = (line[4:] if line[:3] in {">>>", "..."} else "" for line in source.split("\n"))
        source = "\n".join(lines)
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0] - 1, token.string
        tree = ast.parse(source)
    except (tokenize.TokenError, SyntaxError):
        return
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                rows = range(node.lineno - 1, node.end_lineno or node.lineno)
                yield from ((row, source.split("\n")[row].strip()) for row in rows)


def _assigned(fence: Fence, row: int) -> str:
    """Return the name that a line assigns, or the names as a tuple, or nothing."""
    line = fence.content.split("\n")[row]
    if fence.language == "pycon":
        line = line[4:]
    try:
        tree = ast.parse(line.strip())
    except SyntaxError:
        return ""
    if len(tree.body) == 1 and isinstance(tree.body[0], ast.Assign):
        return ast.unparse(tree.body[0].targets[-1])
    return ""


def looks_like_python(source: str) -> bool:
    """Whether an unlabelled block is code: it has a prompt, or parses and does something.

    >>> looks_like_python("x = 1"), looks_like_python("docs/  the pages")
    (True, False)
    """
    if ">>> " in source:
        return True
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    does = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Assign, ast.AugAssign,
            ast.Call)  # fmt: skip
    return any(isinstance(node, does) for node in ast.walk(tree))

"""Judges blocks that are only shown: nothing runs them, so that they may not say what can be wrong.

A block whose title names a file of the project is a quotation: it must stand in that file as it is.
Any other may hold no number but those of the structural classes, and no sign. In a listing of files
a slash may be part of a name that the project has.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch

from proofread.claim import Claim, Kind
from proofread.context import Context
from proofread.literal import find_numerals
from proofread.piece import Fence
from proofread.plain_formulas import formulas_in
from proofread.project import has, names
from proofread.signs import signs_in
from proofread.structural import class_of
from proofread.syntax import read_code

MEND = "say it in words, or quote a file of the project and name it in the title"
NAME = re.compile(r"[\w./*-]*(?:\w/?|\.\*)")


def check_shown(context: Context, fence: Fence, claim: Claim) -> None:
    """Judge a block that is not run."""
    if fence.title and has(context.root, fence.title, folders=False):
        _check_quotation(context, fence, claim)
        return
    for numeral in find_numerals(fence.text):
        if not class_of(context, fence, numeral):
            _refuse(context, fence, numeral.start, numeral.text, "number", Kind.NUMBER)
            return
    for place, sign in _signs(context, fence):
        start = fence.text.index("\n") + 1 + place
        _refuse(context, fence, start, sign, "formula", Kind.EQUATION)
        return
    context.hold(claim, f"{fence.language}: shown, without a number or a sign that could be wrong")


def _check_quotation(context: Context, fence: Fence, claim: Claim) -> None:
    source = (context.root / fence.title).read_text(encoding="utf-8")
    if f"\n{fence.content}" in f"\n{source}":
        context.hold(claim, f"quoted from {fence.title}")
        return
    context.fail(
        claim,
        says=fence.content,
        computed=f"{fence.title} has no such lines",
        mend="copy the lines from the file",
    )


def _signs(context: Context, fence: Fence) -> Iterator[tuple[int, str]]:
    """Yield the signs of a block that could be wrong, with their places below its first line."""
    body = fence.text[fence.text.index("\n") + 1 :].rpartition("\n")[0].rpartition("\n")[0]
    if fence.language in {"shell", "console"}:
        # The commands themselves are judged word by word.
        body = re.sub(r"^.*?(?= #|$)", lambda match: " " * len(match[0]), body, flags=re.M)
        body = body.replace(" # or: ", "        ")
    if fence.language in {"shell", "console", "text"}:
        yield from formulas_in(NAME.sub(lambda match: _blank_name(context, match[0]), body))
    else:
        yield from signs_in(body)


def _blank_name(context: Context, word: str) -> str:
    """Return spaces in the place of a file or folder that the project has.

    A star may stand for a name before a dot, or for what comes after it.
    """
    if word.startswith("/") or "*" in word.removesuffix(".*").replace("/*.", ""):
        return word
    bare, only_folders = word.rstrip("/"), word.endswith("/")
    by_path = any(path.is_dir() or not only_folders for path in context.root.glob(bare))
    by_name = any(
        fnmatch(name.rstrip("/"), bare) and (name.endswith("/") or not only_folders)
        for name in names(context.root)
    )
    return " " * len(word) if by_path or by_name else word


def _refuse(context: Context, fence: Fence, place: int, shown: str, what: str, kind: Kind) -> None:
    start = fence.start + place
    context.fail(
        context.claim(kind, start, start + len(shown)),
        says=f"{shown}, in this block",
        computed=f"nothing: running it does not check this {what}",
        mend=MEND,
    )


def looks_like_python(source: str) -> bool:
    """Whether an unlabelled block is code: it has a prompt, or parses and does something.

    >>> looks_like_python("x = 1"), looks_like_python("docs/  the pages")
    (True, False)
    """
    if ">>> " in source:
        return True
    try:
        tree = read_code(source)
    except SyntaxError:
        return False
    does = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Assign, ast.AugAssign,
            ast.Call)  # fmt: skip
    return any(isinstance(node, does) for node in ast.walk(tree))

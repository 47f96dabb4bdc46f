"""Code in a line that is no formula and no code of the page: the closed list of what it may name.

Each kind has a check of its own, so that a slip in one of its signs or digits names nothing:

- a name from the list of `listed.KNOWN`, such as ``UTF-8``;
- an option, ``--jobs``: a command that the page shows has it, or the project's own programs do;
- a setting, ``VARIABLE=word``: one file of the project's own has both words as they stand;
- a file or folder of the project, ``docs/notation.md``, or a file beside the page;
- a package, ``array-api-compat``: the project itself, or one that its lock file pins;
- a command, ``python scripts/test.py``: judged as one that is only shown (idle.py);
- a comment for the checker, ``<!-- at: student -->``: it can be read, and says it in words.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from proofread.comment import read_comment
from proofread.context import Context
from proofread.idle import idle_problem, is_command
from proofread.listed import KNOWN
from proofread.literal import find_numerals
from proofread.piece import Fence
from proofread.project import has, packages
from proofread.signs import has_sign

OPTION = re.compile(r"--?[A-Za-z][A-Za-z-]*")
SETTING = re.compile(r"(?P<name>[A-Z][A-Z_]+)=(?P<value>[a-z]+)")  # of an environment variable
PATH = re.compile(r"\.?\w[\w.-]*(?:/\w[\w.-]*)*/?")
PACKAGE = re.compile(r"[A-Za-z][\w.-]*")
COMMENT = re.compile(r"<!--(?P<content>.*)-->")


def term_of(context: Context, code: str) -> str:
    """Return what some code in a line names, in words, or nothing where it is on no list."""
    root = context.root
    if code in KNOWN:
        return f"the name {code}"
    if OPTION.fullmatch(code):
        shown = any(code in words for words in _shown(context))
        return f"the option {code}" if shown or code in _strings(root) else ""
    if setting := SETTING.fullmatch(code):
        known = {setting["name"], setting["value"]} <= _strings(root)
        return f"the setting {setting['name']}" if known else ""
    if PATH.fullmatch(code) and _exists(context, code):
        return f"the file or folder {code}"
    if PACKAGE.fullmatch(code) and code in packages(root):
        return f"the package {code}"
    if is_command(code):
        plain = not find_numerals(code) and not idle_problem(code, root)
        return "a command that is only shown" if plain else ""
    if comment := COMMENT.fullmatch(code):
        return "a comment for the checker" if _in_words(comment["content"]) else ""
    return ""


def _in_words(content: str) -> bool:
    remark = read_comment(content)
    return remark is not None and not find_numerals(remark.body) and not has_sign(remark.body)


def _exists(context: Context, code: str) -> bool:
    beside = (context.root / context.page.path).parent
    return has(context.root, code) or has(beside, code)


def _shown(context: Context) -> list[list[str]]:
    """Return the words of each terminal that the page shows."""
    return [
        piece.content.split()
        for piece in context.page.pieces
        if isinstance(piece, Fence) and piece.language in {"shell", "console"}
    ]


@cache
def _strings(root: Path) -> frozenset[str]:
    """Return the strings without spaces in the project's own programs."""
    found: set[str] = set()
    for folder in (root / "src", root / "scripts"):
        for path in folder.rglob("*.py"):
            found.update(re.findall(r"[\"']([\w-]+)[\"']", path.read_text(encoding="utf-8")))
    return frozenset(found)

"""Finds the remarks of code, and runs it in parts that end with each remark on a value.

So a remark is judged where it stands: ``x = 4  # 4`` is right, whatever ``x`` is further down.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from proofread.code import Outcome
from proofread.engine import Engine, Session
from proofread.listed import KNOWN
from proofread.literal import Numeral, find_numerals
from proofread.piece import Fence
from proofread.session import Prompt
from proofread.syntax import read_code


def run_statements(engine: Engine, fence: Fence, after: Callable[[int], None]) -> Outcome:
    """Run a fence, and stop after each row with a remark on a value: ``after(row)``."""
    printed = ""
    pictures: tuple[str, ...] = ()
    for first, last, row in _parts(fence):
        source = "\n".join(fence.content.split("\n")[first:last])
        outcome = engine.run(source, fence.first_line + first)
        printed += outcome.printed
        pictures += outcome.pictures
        if outcome.problem:
            return replace(outcome, printed=printed, pictures=pictures)
        after(row)
    return Outcome(printed, pictures=pictures)


def run_prompts(engine: Engine, fence: Fence, after: Callable[[int], None]) -> Session:
    """Run a session, and stop after each row with a remark on a value: ``after(row)``."""
    prompts: list[Prompt] = []
    for first, last, row in _parts(fence):
        source = "\n".join(fence.content.split("\n")[first:last])
        found, outcome = engine.session(source)
        prompts += [replace(prompt, line=prompt.line + first) for prompt in found]
        if outcome.problem:
            return prompts, outcome
        after(row)
    return prompts, Outcome()


def numerals_in(text: str) -> list[Numeral]:
    """Return the numerals of a remark, less the names that are known."""
    return [numeral for numeral in find_numerals(text) if numeral.text not in KNOWN]


def _parts(fence: Fence) -> Iterator[tuple[int, int, int]]:
    """Cut a fence after each remark on a value: the rows of each part, and that of its remark."""
    lines = fence.content.split("\n")
    first = 0
    for row in sorted(row for row, text in remarks(fence) if numerals_in(text)):
        if not assigned(fence, row):
            continue
        last = row + 1
        if fence.language == "pycon":  # with what the page shows below the prompt
            while last < len(lines) and not lines[last].startswith(">>>"):
                last += 1
        yield first, last, row
        first = last
    if first == 0 or "".join(lines[first:]).strip():
        yield first, len(lines), len(lines) - 1


@lru_cache(maxsize=1000)
def assigned(fence: Fence, row: int) -> str:
    """Return the name that a row assigns by itself, or the names as a tuple, or nothing."""
    lines = fence.content.split("\n")
    if fence.language == "pycon":
        alone = lines[row].startswith(">>>") and not lines[row + 1].startswith("...")
        source, at = lines[row][4:] if alone else "", 1
    else:
        source, at = fence.content, row + 1
    try:
        body = read_code(source).body
    except SyntaxError:
        return ""
    found = [node for node in body if node.lineno <= at <= (node.end_lineno or 0)]
    match found:
        case [ast.Assign(lineno=first, end_lineno=last, targets=targets)] if first == last:
            return ast.unparse(targets[-1])
    return ""


@lru_cache(maxsize=1000)
def remarks(fence: Fence) -> list[tuple[int, str]]:
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
        tree = read_code(source)
    except (tokenize.TokenError, SyntaxError):
        return
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                rows = range(node.lineno - 1, node.end_lineno or node.lineno)
                yield from ((row, source.split("\n")[row].strip()) for row in rows)

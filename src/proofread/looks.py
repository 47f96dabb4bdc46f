"""Finds format specifications in code: what stands in them chooses a look, and claims nothing.

A wider ``.12g`` prints the same for a short number, and the page stays true.
"""

from __future__ import annotations

import ast
import re

from proofread.piece import split_lines
from proofread.syntax import read_code


def looks_in(source: str) -> list[tuple[int, int]]:
    r"""Return where the format specifications of some code start and end.

    >>> looks_in("x = 1.5\nprint(f'{x:.3f}{x:>{7}}')")
    [(19, 22), (26, 30)]
    """
    try:
        tree = read_code(source)
    except SyntaxError:
        return []
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            start = _offset(source, node.lineno, node.col_offset)
            end = _offset(source, node.end_lineno or 0, node.end_col_offset or 0)
            # Of a specification itself Python knows the place since its version 3.12 alone.
            for look in {_pattern(part) for part in node.values} - {""}:
                found += [match.span(1) for match in re.compile(look).finditer(source, start, end)]
    return sorted(set(found))


def _pattern(part: ast.expr) -> str:
    """Return a pattern of the specification of a part of a formatted string, if it has one."""
    if not isinstance(part, ast.FormattedValue) or not isinstance(part.format_spec, ast.JoinedStr):
        return ""
    words = (
        re.escape(str(word.value)) if isinstance(word, ast.Constant) else r"\{[^{}]*\}"
        for word in part.format_spec.values
    )
    return rf":({''.join(words)})\}}"


def _offset(source: str, line: int, column: int) -> int:
    """Return an offset in characters; Python counts columns in bytes."""
    lines = split_lines(source)
    before = lines[line - 1].encode()[:column].decode()
    return sum(map(len, lines[: line - 1])) + len(before)

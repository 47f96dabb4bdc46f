"""Reads the Python of a page: what Python cannot read is a `SyntaxError`, however it fails.

Python's own reader has other errors for some of it: a null character is a `ValueError`, and what is
nested too deeply a `RecursionError` or a `MemoryError`.
"""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Iterator

DEEPEST = 200  # nodes inside one another: more than people write, fewer than recursion allows
TOO_DEEP = "nested too deeply"


def read_code(source: str) -> ast.Module:
    r"""Return the statements of some code.

    >>> read_code("-" * 999 + "1")
    Traceback (most recent call last):
        ...
    SyntaxError: nested too deeply

    Raises:
        SyntaxError: it is no Python, or nested too deeply.

    """
    with one_error():
        tree = ast.parse(source)
    _refuse_deep(tree)
    return tree


def read_expression(source: str) -> ast.Expression:
    """Return one expression.

    Raises:
        SyntaxError: it is no expression, or nested too deeply.

    """
    with one_error():
        tree = ast.parse(source, mode="eval")
    _refuse_deep(tree)
    return tree


@contextlib.contextmanager
def one_error() -> Iterator[None]:
    """Make one error of all that Python raises where it cannot read something.

    Raises:
        SyntaxError: it is no Python, or nested too deeply.

    """
    try:
        yield
    except ValueError as error:
        raise SyntaxError(str(error)) from error
    except (RecursionError, MemoryError) as error:  # each release of Python has its own words
        raise SyntaxError(TOO_DEEP) from error


def _refuse_deep(tree: ast.AST) -> None:
    level = [tree]
    for _ in range(DEEPEST):
        level = [below for node in level for below in ast.iter_child_nodes(node)]
    if level:
        raise SyntaxError(TOO_DEEP)

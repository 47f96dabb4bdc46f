"""Evaluates the expression that binds a number, and makes its value exact."""

from __future__ import annotations

import ast
import math
import warnings
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from numbers import Rational
from typing import Any

from proofread.names import names_of
from proofread.syntax import read_expression


def flat(value: Any) -> list[Any]:
    """Return the numbers in a value, however deep, in order.

    >>> flat([(1, 2), 3])
    [1, 2, 3]
    """
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [entry for part in value for entry in flat(part)]
    return [value]


def flat_rows(value: Any) -> list[Any]:
    """Return the rows of a matrix, the entries of a vector, or the one number there is.

    >>> flat_rows([[1, 2], [3, 4]]), flat_rows((1, 2)), flat_rows(3)
    ([[1, 2], [3, 4]], [1, 2], [3])
    """
    if hasattr(value, "tolist"):
        value = value.tolist()
    return list(value) if isinstance(value, list | tuple) else [value]


#: What an expression may use beside the page's own names, which come first.
MATHS = {
    name: getattr(math, name)
    for name in ("ceil", "cos", "e", "exp", "floor", "hypot", "log", "log1p", "log2", "log10",
                 "pi", "sin", "sqrt", "tan", "tanh", "inf")
} | {"flat": flat}  # fmt: skip


class UnreadableError(ValueError):
    """What was written cannot be evaluated, or its value is not one real number."""


def parse(expression: str) -> ast.Expression:
    """Parse an expression, and refuse one that only repeats a number.

    >>> ast.unparse(parse(" p * 2 "))
    'p * 2'
    """
    if "|" in expression:
        raise UnreadableError("a | would end the cell of a table: write the expression without it")
    try:
        tree = read_expression(expression.strip())
    except SyntaxError as error:
        raise UnreadableError(
            f"{expression.strip()!r} is not a Python expression: {error.msg}"
        ) from None
    body = tree.body.operand if isinstance(tree.body, ast.UnaryOp) else tree.body
    if isinstance(body, ast.Constant):
        raise UnreadableError(
            f"{expression.strip()!r} repeats the number instead of computing it: use a name"
        )
    if any(isinstance(node, ast.NamedExpr | ast.Await | ast.Yield) for node in ast.walk(tree)):
        raise UnreadableError("an expression that binds a number may not assign names")
    return tree


@lru_cache(maxsize=10_000)
def reads(expression: str) -> frozenset[str]:
    """Return the names that an expression reads."""
    return frozenset(names_of(parse(expression))[0])


def evaluate(expression: str, namespace: dict[str, Any]) -> Any:
    """Evaluate an expression in a page's namespace."""
    code = compile(parse(expression), "<binding>", "eval", dont_inherit=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return eval(code, MATHS | namespace)  # noqa: S307  (the page's own expression)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001, RUF100
        raise UnreadableError(f"{expression.strip()}: {type(error).__name__}: {error}") from None


def exact(value: Any) -> Fraction:
    """Return a real number exactly as it is stored.

    >>> exact(0.5), exact(7)
    (Fraction(1, 2), Fraction(7, 1))
    """
    if getattr(value, "ndim", 0) != 0:
        raise UnreadableError(
            f"the value is an array of shape {tuple(value.shape)}, not one number"
        )
    if hasattr(value, "item"):
        value = value.item()  # a scalar of NumPy, PyTorch or JAX
    if isinstance(value, bool) or not isinstance(value, int | float | Rational | Decimal):
        raise UnreadableError(f"the value is {value!r}, which is not a real number")
    try:
        return Fraction(value)
    except (ValueError, OverflowError):
        raise UnreadableError(f"the value is {value!r}") from None


def show(value: Fraction, digits: int = 15) -> str:
    """Return a value in so many significant digits."""
    try:
        return f"{float(value):.{digits}g}"
    except OverflowError:
        return "a number beyond the range of a double"

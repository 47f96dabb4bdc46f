"""Evaluates the Python of the symbol table in a closed namespace.

The expression is walked, not handed to `eval`: decimal literals become exact fractions, every name
must be declared, and the same text serves doubles, 60-digit floats and dual numbers.
Vectors are one-dimensional here, as in NumPy.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from proofread.equations import numeric
from proofread.equations.dual import Value, divide, primal
from proofread.equations.errors import MISFIT, EquationError
from proofread.equations.functions import CONSTANTS, FUNCTIONS

Lookup = Callable[[str], Value]
_OPERATORS: Mapping[type[ast.operator], Callable[[Value, Value], Value]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
    ast.MatMult: operator.matmul,
}  # fmt: skip
_COMPARISONS: Mapping[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip


@dataclass(frozen=True)
class Code:
    """An expression and the names that it reads."""

    text: str
    names: frozenset[str]
    body: ast.expr

    def __call__(self, lookup: Lookup) -> Value:
        """Evaluate with the values that `lookup` gives for names."""
        try:
            return _evaluate(self.body, lookup)
        except EquationError:
            raise
        except (AttributeError, TypeError) as error:
            raise EquationError(f"Python `{self.text}`: {MISFIT}") from error
        except Exception as error:
            raise EquationError(f"Python `{self.text}` cannot be evaluated: {error}") from error


def compile_code(text: str, functions: frozenset[str] = frozenset()) -> Code:
    """Read a Python expression.

    Raises:
        EquationError: it is not an expression, or uses what the closed namespace lacks.

    """
    try:
        body = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise EquationError(f"not a Python expression: {text!r}") from error
    called = {id(node.func) for node in ast.walk(body) if isinstance(node, ast.Call)}
    names: set[str] = set()
    for node in ast.walk(body):
        if isinstance(node, ast.Name):
            if id(node) not in called or node.id not in FUNCTIONS:
                names.add(node.id)
        elif isinstance(node, ast.Call) and not (
            isinstance(node.func, ast.Name)
            and (node.func.id in FUNCTIONS or node.func.id in functions)
            and not node.keywords
        ):
            raise EquationError(f"an unknown function is called in {text!r}")
    return Code(text, frozenset(names - CONSTANTS.keys()), body)


def literal(text: str) -> Fraction:
    """Return a Python number as the exact decimal that it prints."""
    return Fraction(text.replace("_", ""))


def _evaluate(node: ast.expr, lookup: Lookup) -> Any:
    if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        return node.value if isinstance(node.value, int) else literal(repr(node.value))
    if isinstance(node, ast.Name):
        if node.id in CONSTANTS:
            return CONSTANTS[node.id]
        return lookup(node.id)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        value = _evaluate(node.operand, lookup)
        return -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.BinOp):
        return _binary(node.op, _evaluate(node.left, lookup), _evaluate(node.right, lookup))
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        a, b = _evaluate(node.left, lookup), _evaluate(node.comparators[0], lookup)
        return _COMPARISONS[type(node.ops[0])](primal(a), primal(b))
    if isinstance(node, ast.IfExp):
        branch = node.body if _evaluate(node.test, lookup) else node.orelse
        return _evaluate(branch, lookup)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        arguments = [_evaluate(item, lookup) for item in node.args]
        function = FUNCTIONS.get(node.func.id) or lookup(node.func.id)
        return function(*arguments)
    if isinstance(node, (ast.Tuple, ast.List)):
        items = [_evaluate(item, lookup) for item in node.elts]
        return np.array([list(i) if isinstance(i, np.ndarray) else i for i in items], dtype=object)
    if isinstance(node, ast.Attribute) and node.attr == "T":
        return _evaluate(node.value, lookup).T
    if isinstance(node, ast.Subscript):
        return _evaluate(node.value, lookup)[_index(node.slice, lookup)]
    raise EquationError(f"this Python is not part of the closed namespace: {ast.unparse(node)!r}")


def _index(node: ast.expr, lookup: Lookup) -> Any:
    if isinstance(node, ast.Tuple):
        return tuple(_index(item, lookup) for item in node.elts)
    if isinstance(node, ast.Slice):
        if node.lower or node.upper or node.step:
            raise EquationError("only whole slices are allowed")
        return slice(None)
    value = _evaluate(node, lookup)
    return value.tolist() if isinstance(value, np.ndarray) else int(value)


def _binary(op: ast.operator, a: Value, b: Value) -> Value:
    if type(op) in _OPERATORS:
        return _OPERATORS[type(op)](a, b)
    if isinstance(op, ast.Div):
        if isinstance(a, np.ndarray) or isinstance(b, np.ndarray):
            return np.frompyfunc(divide, 2, 1)(a, b)
        return divide(a, b)
    if isinstance(op, ast.Pow):
        if isinstance(a, np.ndarray) or isinstance(b, np.ndarray):
            return np.frompyfunc(numeric.power, 2, 1)(a, b)
        return numeric.power(a, b)
    raise EquationError("this Python operator is not allowed")

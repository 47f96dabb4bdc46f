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
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from proofread.equations import numeric
from proofread.equations.dual import Value, divide, primal
from proofread.equations.errors import EquationError
from proofread.equations.functions import CONSTANTS, FUNCTIONS

MISFIT = "a number stands where a vector or a matrix is needed, or the other way around"
Lookup = Callable[[str], Value]
Program = Callable[[Lookup], Any]
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

    @cached_property
    def _run(self) -> Program:
        return _program(self.body)

    def __call__(self, lookup: Lookup) -> Value:
        """Evaluate with the values that `lookup` gives for names."""
        try:
            return self._run(lookup)
        except EquationError:
            raise
        except (AttributeError, TypeError) as error:
            raise EquationError(f"Python `{self.text}`: {MISFIT}") from error
        except Exception as error:
            raise EquationError(f"Python `{self.text}` cannot be evaluated: {error}") from error


@lru_cache(maxsize=1024)
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


def _program(node: ast.expr) -> Program:
    """Return what evaluates a node: it is read once, and evaluated at thousands of points."""
    if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        value = node.value if isinstance(node.value, int) else literal(repr(node.value))
        return lambda _: value
    if isinstance(node, ast.Name):
        return _name(node.id)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        operand, negative = _program(node.operand), isinstance(node.op, ast.USub)
        return lambda lookup: -operand(lookup) if negative else operand(lookup)
    if isinstance(node, ast.BinOp):
        left, right, binary = _program(node.left), _program(node.right), _binary(node.op)
        return lambda lookup: binary(left(lookup), right(lookup))
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return _comparison(node)
    if isinstance(node, ast.IfExp):
        test, body, other = _program(node.test), _program(node.body), _program(node.orelse)
        return lambda lookup: body(lookup) if test(lookup) else other(lookup)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return _call(node.func.id, [_program(item) for item in node.args])
    if isinstance(node, (ast.Tuple, ast.List)):
        return _array([_program(item) for item in node.elts])
    if isinstance(node, ast.Attribute) and node.attr == "T":
        transposed = _program(node.value)
        return lambda lookup: transposed(lookup).T
    if isinstance(node, ast.Subscript):
        array, index = _program(node.value), _index(node.slice)
        return lambda lookup: array(lookup)[index(lookup)]
    return _refusal(f"this Python is not part of the closed namespace: {ast.unparse(node)!r}")


def _refusal(message: str) -> Program:
    def refuse(_: Lookup) -> Value:
        raise EquationError(message)

    return refuse


def _name(name: str) -> Program:
    if name in CONSTANTS:
        return lambda _: CONSTANTS[name]
    return lambda lookup: lookup(name)


def _call(name: str, arguments: list[Program]) -> Program:
    known = FUNCTIONS.get(name)

    def call(lookup: Lookup) -> Value:
        values = [item(lookup) for item in arguments]
        return (known or lookup(name))(*values)

    return call


def _comparison(node: ast.Compare) -> Program:
    left, right = _program(node.left), _program(node.comparators[0])
    sort = type(node.ops[0])
    return lambda lookup: _COMPARISONS[sort](primal(left(lookup)), primal(right(lookup)))


def _array(entries: list[Program]) -> Program:
    def array(lookup: Lookup) -> Value:
        return np.array([entry(lookup) for entry in entries], dtype=object)

    return array


def _index(node: ast.expr) -> Program:
    if isinstance(node, ast.Tuple):
        parts = [_index(item) for item in node.elts]
        return lambda lookup: tuple(part(lookup) for part in parts)
    if isinstance(node, ast.Slice):
        if node.lower or node.upper or node.step:
            return _refusal("only whole slices are allowed")
        return lambda _: slice(None)
    program = _program(node)

    def index(lookup: Lookup) -> Any:
        value = program(lookup)
        return value.tolist() if isinstance(value, np.ndarray) else int(value)

    return index


def _binary(op: ast.operator) -> Callable[[Value, Value], Value]:
    if type(op) in _OPERATORS:
        return _OPERATORS[type(op)]
    if isinstance(op, ast.Div):
        return _divide
    if isinstance(op, ast.Pow):
        return _power

    def refuse(_: Value, __: Value) -> Value:
        raise EquationError("this Python operator is not allowed")

    return refuse


def _divide(a: Value, b: Value) -> Value:
    arrays = isinstance(a, np.ndarray) or isinstance(b, np.ndarray)
    return np.frompyfunc(divide, 2, 1)(a, b) if arrays else divide(a, b)


def _power(a: Value, b: Value) -> Value:
    arrays = isinstance(a, np.ndarray) or isinstance(b, np.ndarray)
    return np.frompyfunc(numeric.power, 2, 1)(a, b) if arrays else numeric.power(a, b)

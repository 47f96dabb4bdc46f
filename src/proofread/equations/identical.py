"""Proves that two formulas say the same: for mutants that change nothing.

Sides are compared as quotients of polynomials with exact coefficients; whatever is not built from
numbers by + − · / and whole powers counts as an unknown. Equal normal forms are a proof. Equal
syntax trees are none: there the parser would have overlooked a token, and that must be seen.
"""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction

from proofread.equations import tree
from proofread.equations.errors import EquationError
from proofread.equations.parser import parse
from proofread.equations.rounding import strip
from proofread.equations.symbols import SymbolTable

Monomial = frozenset[tuple[tree.Node, int]]  # unknowns, each with its power
Polynomial = dict[Monomial, Fraction]
Ratio = tuple[Polynomial, Polynomial]
CONSTANT: Monomial = frozenset()
ONE: Polynomial = {CONSTANT: Fraction(1)}


class Unprovable(Exception):  # noqa: N818 - not an error: nothing is claimed then
    """The expression is no quotient of polynomials in numbers."""


def identical(tex: str, other: str, table: SymbolTable) -> bool:
    """Whether two different formulas are provably the same claim."""
    try:
        first, second = parse(tex, table), parse(other, table)
    except EquationError:
        return False
    return first != second and _same(first, second, table)


def _same(a: tree.Node, b: tree.Node, table: SymbolTable) -> bool:
    if a == b:
        return True
    try:
        (top, bottom), (upper, lower) = _ratio(a, table), _ratio(b, table)
    except Unprovable:
        pass
    else:
        if bottom and lower and _times(top, lower) == _times(upper, bottom):
            return True
    left, right = list(a.children()), list(b.children())
    if type(a) is not type(b) or not left or len(left) != len(right):
        return False
    if _own(a) != _own(b):
        return False
    return all(_same(x, y, table) for x, y in zip(left, right, strict=True))


def _own(node: tree.Node) -> list[object]:
    """Return what a node says apart from its children."""
    values = [getattr(node, item.name) for item in fields(node) if item.compare]
    return [value for value in values if not any(isinstance(x, tree.Node) for x in _each(value))]


def _each(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _ratio(node: tree.Node, table: SymbolTable) -> Ratio:
    node = strip(node)
    if isinstance(node, tree.Number):
        return ({CONSTANT: node.value} if node.value else {}), ONE
    if isinstance(node, tree.Sum) and not any(isinstance(t, tree.Run) for t in node.terms):
        total: Ratio = ({}, ONE)
        for sign, term in zip(node.signs, node.terms, strict=True):
            top, bottom = _ratio(term, table)
            scaled = {key: sign * value for key, value in top.items()}
            total = (
                _plus(_times(total[0], bottom), _times(scaled, total[1])),
                _times(total[1], bottom),
            )
        return total
    if isinstance(node, tree.Product) and r"\odot" not in node.operators:
        result = _ratio(node.factors[0], table)
        for operator, factor in zip(node.operators, node.factors[1:], strict=True):
            result = _multiplied(result, _ratio(factor, table), invert=operator == "/")
        return result
    if isinstance(node, tree.Quotient):
        return _multiplied(_ratio(node.top, table), _ratio(node.bottom, table), invert=True)
    if isinstance(node, tree.Power) and (power := _whole(node.exponent)) is not None:
        base, result = _ratio(node.base, table), (ONE, ONE)
        for _ in range(abs(power)):
            result = _multiplied(result, base, invert=power < 0)
        return result
    return {frozenset({(_unknown(node, table), 1)}): Fraction(1)}, ONE


def _whole(node: tree.Node) -> int | None:
    node = strip(node)
    if isinstance(node, tree.Sum) and len(node.terms) == 1:
        inner = _whole(node.terms[0])
        return None if inner is None else inner * node.signs[0]
    if isinstance(node, tree.Number) and node.value.denominator == 1 and node.value < 8:
        return int(node.value)
    return None


def _unknown(node: tree.Node, table: SymbolTable) -> tree.Node:
    """Return a part that stands for one number; products of vectors do not commute."""
    if isinstance(node, tree.Name):
        found = table.find(node.base, len(node.subscripts), node.primes)
        if found and len(table.definitions[found[0]].shape) == len(node.subscripts):
            return node
    elif isinstance(node, tree.Power) and isinstance(node.base, tree.Constant):
        return node
    elif isinstance(node, tree.Call) and node.function != "diag":
        for item in node.arguments:
            _ratio(item, table)
        return node
    raise Unprovable


def _plus(a: Polynomial, b: Polynomial) -> Polynomial:
    result = dict(a)
    for key, value in b.items():
        result[key] = result.get(key, Fraction(0)) + value
    return {key: value for key, value in result.items() if value}


def _times(a: Polynomial, b: Polynomial) -> Polynomial:
    if a is ONE or b is ONE:  # as most denominators are
        return b if a is ONE else a
    result: Polynomial = {}
    for left, x in a.items():
        for right, y in b.items():
            powers = dict(left)
            for node, exponent in right:
                powers[node] = powers.get(node, 0) + exponent
            key = frozenset(powers.items())
            result[key] = result.get(key, Fraction(0)) + x * y
    if len(result) > 400:
        raise Unprovable
    return {key: value for key, value in result.items() if value}


def _multiplied(a: Ratio, b: Ratio, *, invert: bool) -> Ratio:
    top, bottom = (b[1], b[0]) if invert else b
    return _times(a[0], top), _times(a[1], bottom)

"""Decides what backs a formula that claims nothing: a declared symbol, or a checked equation.

A formula is a part of an equation when it is one of its subtrees, or some neighbouring terms of a
sum or factors of a product. Whitespace and outer parentheses do not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from proofread.equations import tree
from proofread.equations.dual import exact
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.linear import scalar
from proofread.equations.model import Point
from proofread.equations.parser import parse
from proofread.equations.rounding import strip
from proofread.equations.symbols import SymbolTable
from proofread.equations.tokens import significant


@dataclass(frozen=True)
class Coverage:
    """`kind` is symbol, part, number, list or nothing; the page is to bind a number."""

    kind: str
    numbers: tuple[Fraction, ...] = ()

    @property
    def covered(self) -> bool:
        """Whether the formula is backed; a number is not, until it is bound."""
        return self.kind in {"symbol", "part"}


def covers(tex: str, table: SymbolTable, checked: Sequence[tree.Formula]) -> Coverage:
    """Return what backs a formula without a relation."""
    found = significant(tex)
    if len(found) == 1 and table.is_base(found[0].name):
        return Coverage("symbol")
    formula = parse(tex, table)
    sides = [side for clause in formula.clauses for chain in clause.chains for side in chain.sides]
    if any(chain.links for clause in formula.clauses for chain in clause.chains):
        return Coverage(
            "part" if all(is_part(chain, checked) for clause in formula.clauses
                          for chain in clause.chains) else "nothing"
        )  # fmt: skip
    if any(clause.conditions for clause in formula.clauses):
        raise EquationError("a condition without a claim", 0, tex[:40])
    if len(sides) > 1:
        return Coverage("list")
    numbers = [value for side in sides if (value := _literal(side, table)) is not None]
    if len(numbers) == len(sides):
        return Coverage("number", tuple(numbers))
    kinds = {_backing(side, table, checked) for side in sides}
    if "nothing" in kinds:
        return Coverage("nothing")
    return Coverage("symbol" if kinds == {"symbol"} else "part")


def _backing(side: tree.Node, table: SymbolTable, checked: Sequence[tree.Formula]) -> str:
    node = strip(side)
    if isinstance(node, tree.Name):
        letters = all(
            isinstance(item, tree.Name) and item.base in table.indices for item in node.subscripts
        )
        if letters:
            return "symbol"
    return "part" if is_part(node, checked) else "nothing"


def _literal(node: tree.Node, table: SymbolTable) -> Fraction | None:
    """Return the exact value of what is built from numbers alone, such as `10^{-9}` or `½`."""
    if any(isinstance(item, (tree.Name, tree.Constant, tree.Call)) for item in node.walk()):
        return None
    try:
        value = scalar(evaluate(node, Env(Point(table, {}, "no point"), {})))
    except EquationError:
        return None
    return Fraction(value) if exact(value) else None


def is_part(node: tree.Node, checked: Sequence[tree.Node]) -> bool:
    """Whether one of some equations has a node as a part, however it is spaced."""
    return any(node in _parts(formula) for formula in checked)


@lru_cache(maxsize=2048)
def _parts(formula: tree.Node) -> frozenset[tree.Node]:
    return frozenset(_all_parts(formula))


def _all_parts(formula: tree.Node) -> Iterator[tree.Node]:
    for node in formula.walk():
        yield node
        if isinstance(node, tree.Limit):
            span = node.variable.span
            link = (tree.Link(span, "->"),)
            yield tree.Chain(span, (node.variable, node.target), link)
        if isinstance(node, tree.Sum):
            for a, b in combinations(range(len(node.terms) + 1), 2):
                yield tree.Sum(node.span, node.signs[a:b], node.terms[a:b])
        if isinstance(node, tree.Product):
            for a, b in combinations(range(len(node.factors) + 1), 2):
                if a == 0 or node.operators[a - 1] != "/":
                    yield tree.Product(node.span, node.factors[a:b], node.operators[a : b - 1])

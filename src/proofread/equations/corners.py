"""Whether a formula may go another way elsewhere: then a few points tell no truth from a lie.

What is smooth and agrees at random points agrees everywhere. Not so with corners: where no z is
negative, `|z|` is `z`.
"""

from __future__ import annotations

import re

from proofread.equations import tree
from proofread.equations.rounding import strip
from proofread.equations.symbols import SymbolTable

_BENT = re.compile(r"\b(?:abs|max|min|sign|sqrt|norm|if)\b")


def has_corner(node: tree.Node, table: SymbolTable) -> bool:
    """Whether a side holds an absolute value, a maximum, cases or a root, or what one computes."""
    return any(_is_corner(item) or _is_computed_by_one(item, table) for item in node.walk())


def _is_corner(node: tree.Node) -> bool:
    if isinstance(node, tree.Call):
        return node.function in {"max", "min", "sign"}
    if isinstance(node, tree.Power):
        exponent = strip(node.exponent)
        broken = isinstance(exponent, tree.Number) and exponent.value.denominator > 1
        return broken or isinstance(exponent, tree.Quotient)
    return isinstance(node, (tree.Absolute, tree.Norm, tree.Cases))


def _is_computed_by_one(node: tree.Node, table: SymbolTable) -> bool:
    name = None
    if isinstance(node, tree.Name):
        found = table.find(node.base, len(node.subscripts), node.primes)
        name = found[0] if found else None
    elif isinstance(node, tree.Call):
        name = table.functions.get(node.function)
    if name is None:
        return False
    codes = (table.codes.get(item) for item in (name, *table.ancestors(name)))
    return any(code is not None and _BENT.search(code.text) for code in codes)

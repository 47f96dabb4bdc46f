"""The indices of a formula that no sum binds: it is meant for all their values."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from proofread.equations import tree
from proofread.equations.evaluate import Env
from proofread.equations.model import Point
from proofread.equations.symbols import SymbolTable


def all_indices(point: Point, letters: list[str]) -> Iterator[Env]:
    """Every combination of values of the indices."""
    ranges = [range(1, point.size(point.table.indices[item]) + 1) for item in letters]
    for values in itertools.product(*ranges):
        yield Env(point, dict(zip(letters, values, strict=True)))


def free_indices(node: tree.Node, table: SymbolTable) -> set[str]:
    """Return the indices that no sum binds: the formula is meant for all their values."""
    if isinstance(node, tree.Name) and node.base in table.indices and not node.subscripts:
        return {node.base}
    found: set[str] = set()
    for child in node.children():
        found |= free_indices(child, table)
    if isinstance(node, tree.Repeat) and node.index.base in table.indices:
        outside: set[str] = set()
        for bound in (node.low, node.high, node.among):
            outside |= free_indices(bound, table) if bound is not None else set()
        found = (free_indices(node.body, table) - {node.index.base}) | outside
    return found

"""Nodes of what a formula claims: relations, chains, conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from proofread.equations.tree_nodes import Node


@dataclass(frozen=True)
class Cases(Node):
    """Values, each with the condition under which it holds; None is *otherwise*."""

    values: tuple[Node, ...]
    conditions: tuple[Chain | None, ...]


@dataclass(frozen=True)
class Zeros(Node):
    r"""`\\mathbf{0}` as a side of a chain: as many zeros as the side beside it has entries."""

    beside: Node = field(compare=False)

    def children(self) -> Iterator[Node]:
        """Yield nothing: the side beside it is no part of it."""
        return iter(())


@dataclass(frozen=True)
class Link(Node):
    """A relation sign between two sides of a chain."""

    sign: str


@dataclass(frozen=True)
class Chain(Node):
    """`a = b = c`: sides and the relations between them; one side alone claims nothing."""

    sides: tuple[Node, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Clause(Node):
    """Chains joined by arrows of implication, under conditions."""

    chains: tuple[Chain, ...]
    arrows: tuple[str, ...]
    conditions: tuple[Chain, ...]


@dataclass(frozen=True)
class Formula(Node):
    """All clauses of a formula."""

    clauses: tuple[Clause, ...]

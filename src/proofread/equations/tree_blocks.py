"""Nodes of what has entries or members: matrices, lists, norms, cases, ellipses."""

from __future__ import annotations

from dataclasses import dataclass, field

from proofread.equations.tree_nodes import Node


@dataclass(frozen=True)
class Run(Node):
    """What an ellipsis stands for: `template` for each value of `wildcard` from low to high."""

    template: Node
    wildcard: int = field(compare=False)
    low: Node
    high: Node
    listed: tuple[Node, ...] = ()
    head: int = 1


@dataclass(frozen=True)
class Absolute(Node):
    """`|x|`."""

    body: Node


@dataclass(frozen=True)
class Norm(Node):
    """A norm; the order is `2`, `1`, `infinity` or `F`."""

    body: Node
    order: str


@dataclass(frozen=True)
class Row(Node):
    """A row of a matrix."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Matrix(Node):
    """Rows of entries or of blocks."""

    rows: tuple[Node, ...]


@dataclass(frozen=True)
class Listing(Node):
    """A tuple, a set or an interval: the brackets tell which, where it is used."""

    opening: str
    items: tuple[Node, ...]
    closing: str


@dataclass(frozen=True)
class Space(Node):
    r"""`\\mathbb{R}^{m \\times n}` and the like; no dimensions means scalars."""

    letter: str
    dimensions: tuple[Node, ...]

"""Nodes of what acts on an expression: sums over an index, limits, derivatives, probabilities."""

from __future__ import annotations

from dataclasses import dataclass

from proofread.equations.tree_nodes import Node
from proofread.equations.tree_terms import Name


@dataclass(frozen=True)
class Repeat(Node):
    """A sum or a product over an index: from low to high, over a set, or over all of it."""

    kind: str
    index: Name
    low: Node | None
    high: Node | None
    among: Node | None
    body: Node


@dataclass(frozen=True)
class Best(Node):
    r"""`\\max_z f`, `\\min_z f`, `\\arg\\min_z f` over a real variable."""

    kind: str
    variable: Name
    body: Node


@dataclass(frozen=True)
class Derivative(Node):
    """The derivative of the operand by each name in turn."""

    operand: Node
    by: tuple[Name, ...]


@dataclass(frozen=True)
class Gradient(Node):
    """The column of derivatives by a vector; order 2 is the matrix of second derivatives."""

    operand: Node
    by: Name
    order: int


@dataclass(frozen=True)
class Limit(Node):
    """The value approached as a name goes to a target, from both sides where it has two."""

    variable: Name
    target: Node
    body: Node


@dataclass(frozen=True)
class Chance(Node):
    r"""`P(y = 1 \\mid \\mathbf{x})`: of the law that was declared for the variable."""

    events: tuple[Node, ...]
    given: tuple[Node, ...]

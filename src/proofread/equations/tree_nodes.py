r"""What all parts of the syntax tree are: frozen, with the characters that they came from.

Spans take no part in comparison, so that two nodes are equal when they differ in whitespace only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

Span = tuple[int, int]


@dataclass(frozen=True)
class Node:
    """Any part of a formula."""

    span: Span = field(compare=False)

    def children(self) -> Iterator[Node]:
        """Yield the nodes directly below this one, in the order in which they are written."""
        for item in fields(self):
            yield from _nodes(getattr(self, item.name))

    def walk(self) -> Iterator[Node]:
        """Yield this node and everything below it."""
        yield self
        for child in self.children():
            yield from child.walk()


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)

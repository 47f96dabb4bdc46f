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
        found: list[Node] = []
        for name in _names(type(self)):
            _collect(getattr(self, name), found)
        return iter(found)

    def walk(self) -> Iterator[Node]:
        """Yield this node and everything below it."""
        ahead: list[Node] = [self]
        while ahead:
            node = ahead.pop()
            yield node
            ahead += reversed(tuple(node.children()))


_known: dict[type[Node], tuple[str, ...]] = {}  # the fields of each kind, less the span


def _names(kind: type[Node]) -> tuple[str, ...]:
    if kind not in _known:
        _known[kind] = tuple(item.name for item in fields(kind) if item.name != "span")
    return _known[kind]


def _collect(value: object, found: list[Node]) -> None:
    if isinstance(value, Node):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, found)

"""Parses the superscripts and subscripts behind an atom."""

from __future__ import annotations

from proofread.equations.adjacency import AdjacencyParser
from proofread.equations.tree import (
    Entry,
    Group,
    Node,
    Power,
    Transposed,
)

_TRANSPOSES = (r"\top", r"\mathsf{T}", r"\mathrm{T}", r"\intercal")


class PowerParser(AdjacencyParser):
    """Powers, transposes and entries."""

    def powers(self, node: Node) -> Node:
        """Return the superscripts and subscripts after an atom."""
        start = node.span[0]
        while self.at("^", "_", "'"):
            if self.at("'"):
                self.fail("a prime belongs to a declared symbol or function")
            if self.at("_"):
                if not isinstance(node, (Group, Transposed)):
                    self.fail("a subscript belongs to a declared symbol or to parentheses")
                subscripts = self.subscripts("this expression")
                node = Entry(self.since(start), node, subscripts)
                continue
            if isinstance(node, Power):
                self.fail("a second superscript needs parentheses")
            self.take()
            if self._transpose():
                node = Transposed(self.since(start), node)
            else:
                exponent = self.argument()
                node = Power(self.since(start), node, exponent)
        return node

    def _transpose(self) -> bool:
        if self.at(*_TRANSPOSES):
            self.take()
            return True
        if self.at("{") and self.peek(1).name in _TRANSPOSES and self.peek(2).text == "}":
            for _ in range(3):
                self.take()
            return True
        return False

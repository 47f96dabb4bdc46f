r"""Parses subscripts: `_i`, `_{ij}`, `_{12}`, `_{j+1}`, `_{i, j}`."""

from __future__ import annotations

from fractions import Fraction

from proofread.equations.cursor import Cursor
from proofread.equations.tree import Name, Node, Number, Sum


class SubscriptParser(Cursor):
    """Indices of symbols and of expressions."""

    def subscripts(self, base: str) -> tuple[Node, ...]:
        """Return the indices of `_i`, `_{ij}`, `_{12}`, `_{j+1}`, `_{i, j}`."""
        self.expect("_")
        if not self.at("{"):
            return (self._plain_index(base),)
        self.expect("{")
        found: list[Node] = []
        while not self.at("}"):
            if found:
                self.accept(",")
            index = self._index(base)
            if (
                isinstance(index, Number)
                and len(index.written) == 2
                and not found
                and self.at("}")
                and (base, 2, 0) in self.table.patterns
            ):
                # x_{12} is row 1, column 2 where x is declared with two subscripts
                start = index.span[0]
                found += [
                    Number((start + k, start + k + 1), Fraction(int(digit)), 0, False, digit)
                    for k, digit in enumerate(index.written)
                ]
            else:
                found.append(index)
        if not found:
            self.fail("an empty subscript")
        self.expect("}")
        return tuple(found)

    def _plain_index(self, base: str) -> Node:
        token = self.take()
        if token.kind == "number" and token.text.isdigit():
            return Number((token.start, token.end), Fraction(token.text), 0, False, token.text)
        if token.text in self.table.indices or self.table.counts(token.text):
            return Name((token.start, token.end), token.text)
        return self.fail(f"not an index of {base}: declare it, or write a number", token)

    def _index(self, base: str) -> Node:
        token = self.peek()
        node = self._plain_index(base)
        if self.at("+", "-"):
            signs = (1, 1 if self.take().text == "+" else -1)
            number = self.take()
            if not (number.kind == "number" and number.text.isdigit()):
                self.fail("expected a whole number", number)
            other = Number((number.start, number.end), Fraction(number.text), 0, False, number.text)
            return Sum(self.since(token.start), signs, (node, other))
        return node

"""Refuses factors side by side that a reader would take for something else."""

from __future__ import annotations

from proofread.equations.atoms import FRACTIONS, STROKES, AtomParser
from proofread.equations.tree import (
    Call,
    Cancelled,
    Group,
    Name,
    Node,
    Number,
    Product,
    Sum,
)

BUILT_IN = {
    r"\log": "log", r"\ln": "log", r"\exp": "exp", r"\det": "det",
    r"\operatorname{diag}": "diag", r"\operatorname{rank}": "rank",
    r"\operatorname{sign}": "sign", r"\operatorname{tr}": "trace",
}  # fmt: skip


class AdjacencyParser(AtomParser):
    """Factors without a sign between them."""

    def _side_by_side(self, factors: list[Node], operators: list[str]) -> None:
        if operators and operators[-1] == "/":
            self.fail("ambiguous after a division: use \\frac, \\cdot or parentheses")
        if self._shows_digit(self.position):
            self.fail("a number after a factor needs \\cdot")
        if self._ends_in_digit(factors[-1]) and self._shows_fraction_of_digits():
            self.fail("a fraction right after a number reads as a mixed number: write \\cdot")
        if isinstance(factors[-1], Call) and factors[-1].function in BUILT_IN.values():
            return
        if isinstance(factors[-1], Name) and factors[-1].base in self.table.sets:
            self.fail("a set is not a factor")

    def _shows_digit(self, place: int) -> bool:
        """Whether a digit is the first that a reader sees of the tokens from a place on."""
        place = self._first_shown(place)
        return place < len(self.tokens) and self.tokens[place].kind == "number"

    def _shows_fraction_of_digits(self) -> bool:
        place = self._first_shown(self.position)
        fraction = place < len(self.tokens) and self.tokens[place].text in FRACTIONS
        return fraction and self._shows_digit(place + 1)

    def _first_shown(self, place: int) -> int:
        """Return the place of the first token from a place on that a reader sees."""
        while place < len(self.tokens) and self.tokens[place].text in ("{", *STROKES):
            place += 1
        return place

    def _ends_in_digit(self, node: Node) -> bool:
        """Whether a digit is the last that a reader sees of a factor on the line."""
        if isinstance(node, Cancelled) or (
            isinstance(node, Group) and self.tex[node.span[0]] == "{"
        ):
            return self._ends_in_digit(node.body)
        if isinstance(node, (Product, Sum)):
            parts = node.factors if isinstance(node, Product) else node.terms
            return self._ends_in_digit(parts[-1])
        return isinstance(node, Number) and not node.percent

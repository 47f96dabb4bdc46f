"""Parses numbers, braces, brackets and the words of a text."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from proofread.equations.ellipsis import Dots, collapse
from proofread.equations.names import NameParser
from proofread.equations.tree import (
    Constant,
    Group,
    Listing,
    Name,
    Node,
    Number,
)

_CLOSING = {"(": (")", "]"), "[": ("]", ")"), r"\{": (r"\}",)}
CONSTANTS = {
    "e": "e", r"\mathrm{e}": "e", r"\pi": "pi", r"\infty": "infinity", r"\mathbf{0}": "zeros",
}  # fmt: skip


class BracketParser(NameParser):
    """What a command takes, and what brackets hold."""

    def number(self) -> Number:
        """Return a literal, with its percent sign."""
        token = self.take()
        plain = token.text.replace("{,}", "")
        if plain[0] == "0" and plain[1:2].isdigit():
            self.fail("no number starts with a zero before another digit", token)
        places = len(plain.partition(".")[2])
        if self.accept(r"\%"):
            return Number(self.since(token.start), Fraction(plain) / 100, places + 2, True, plain)
        return Number(self.since(token.start), Fraction(plain), places, False, plain)

    def argument(self) -> Node:
        """Return what a command takes: a group, or a single token."""
        if self.at("{"):
            return self.braced()
        if self.kind() == "number" and len(self.peek().text) == 1:
            return self.number()
        if self.starts_name() or self.peek().name in CONSTANTS:
            token = self.take()
            if token.name in CONSTANTS and not self.table.is_base(token.name):
                return Constant(self.since(token.start), CONSTANTS[token.name])
            if token.name in self.table.functions:
                self.fail("braces are needed around a function and its argument", token)
            if self.table.find(token.name, 0, 0) is None and (token.name not in self.table.indices):
                self.fail("not declared without subscripts", token)
            return Name(self.since(token.start), token.name)
        return self.fail("braces are needed here")

    def braced(self) -> Node:
        """`{expression}`: braces group as parentheses do."""
        start = self.expect("{").start
        bars, self.bars = self.bars, 0
        body = self.expression()
        self.bars = bars
        self.expect("}")
        return Group(self.since(start), body)

    def factor_group(self) -> Node:
        """Brackets around one expression, or around a list."""
        opening = self.take()
        bars, self.bars = self.bars, 0
        items = [] if self.at(*_CLOSING[opening.text]) else [self.expression()]
        while self.accept(","):
            items.append(self.expression())
        self.bars = bars
        if not self.at(*_CLOSING[opening.text]):
            self.fail(f"expected '{_CLOSING[opening.text][0]}' or a comma")
        closing = self.take().text
        span = self.since(opening.start)
        matching = closing == _CLOSING[opening.text][0]
        if len(items) == 1 and matching and opening.text != r"\{":
            if isinstance(items[0], Dots):
                self.fail("an ellipsis alone", opening)
            return Group(span, items[0])
        if len(items) == 1 and not matching:
            self.fail(f"{opening.text} and {closing} make no pair around one expression", opening)
        if not items and opening.text != r"\{":
            self.fail("empty brackets", opening)
        return Listing(span, opening.text, self.collapsed(items), closing)

    def collapsed(self, items: Sequence[Node]) -> tuple[Node, ...]:
        """Replace each stretch `a, b, dots, z` by a run, with a wildcard of its own."""
        self.wildcards += 1
        return collapse(items, self.wildcards)

    def words(self) -> str:
        """Return the words of a text; a digit in them could not be checked."""
        token = self.take()
        text = token.text.partition("{")[2].rstrip("}")
        if any(character.isdigit() for character in text):
            self.fail("a digit in a text cannot be checked", token)
        return " ".join(text.split())

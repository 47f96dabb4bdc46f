r"""Parses what acts on the factors after it: sums, products, extrema, limits, probabilities.

A sum covers the rest of its term.
"""

from __future__ import annotations

from abc import abstractmethod

from proofread.equations.differentials import _FRACTIONS, DerivativeParser
from proofread.equations.tree import (
    Best,
    Call,
    Chance,
    Group,
    Limit,
    Listing,
    Node,
    Repeat,
)

_REPEATS = {r"\sum": "sum", r"\prod": "product"}
_BEST = {
    r"\max": "max", r"\min": "min", r"\sup": "max", r"\inf": "min",
    r"\operatorname{argmin}": "argmin", r"\operatorname*{argmin}": "argmin",
    r"\operatorname{argmax}": "argmax", r"\operatorname*{argmax}": "argmax",
}  # fmt: skip
_CHANCES = ("P", r"\mathbb{P}", r"\Pr")


class BinderParser(DerivativeParser):
    """Operators with a body."""

    def starts_binder(self) -> bool:
        """Whether the next token starts one of them."""
        name = self.peek().name
        if self.kind() == "finish":
            return False
        if name in _CHANCES and not self.table.is_base(name):
            return self.peek(1).text == "("
        return (
            name in _REPEATS
            or name in _BEST
            or name in {r"\arg", r"\lim", r"\nabla", r"\partial"}
            or (name in _FRACTIONS and self._derives())
        )

    def binder(self) -> Node:
        """Parse it with its body."""
        name = self.peek().name
        if name in _REPEATS:
            return self._repeat()
        if name in _BEST or name == r"\arg":
            return self._best()
        if name == r"\lim":
            return self._limit()
        if name == r"\nabla":
            return self._gradient()
        if name == r"\partial":
            return self._inline()
        if name in _FRACTIONS:
            return self._derivative()
        return self._chance()

    def _repeat(self) -> Node:
        command = self.take()
        kind = _REPEATS[command.name]
        low = high = among = None
        if not self.accept("_"):
            self.fail("a sum needs its index", command)
        braced = self.accept("{")
        index = self._bound()
        if braced:
            if self.accept("="):
                low = self.expression()
            elif self.accept(r"\in"):
                among = self.expression()
            self.expect("}")
        if low is not None:
            if not self.accept("^"):
                self.fail("a sum from a lower bound needs its upper bound")
            high = self.argument()
        elif self.at("^"):
            self.fail("an upper bound without a lower one")
        body = self.term()
        return Repeat(self.since(command.start), kind, index, low, high, among, body)

    def _best(self) -> Node:
        command = self.take()
        kind = _BEST.get(command.name, "")
        if command.text == r"\arg":
            if not self.at(r"\max", r"\min"):
                self.fail("expected \\max or \\min")
            kind = "arg" + self.take().text[1:]
        if self.at("(", r"\{") and kind in {"max", "min"}:
            group = self.factor_group()
            items = group.items if isinstance(group, Listing) else ()
            if len(items) < 2:
                self.fail("a maximum of one number", command)
            return Call(self.since(command.start), kind, 0, items)
        if not self.accept("_"):
            self.fail("what varies must be written below", command)
        braced = self.accept("{")
        variable = self._bound()
        if braced:
            self.expect("}")
        body = self.term()
        return Best(self.since(command.start), kind, variable, body)

    def _limit(self) -> Node:
        command = self.take()
        self.expect("_")
        self.expect("{")
        variable = self._bound()
        if not self.accept(r"\to", r"\rightarrow"):
            self.fail("expected \\to")
        target = self.expression()
        self.expect("}")
        body = self.term()
        return Limit(self.since(command.start), variable, target, body)

    def _chance(self) -> Node:
        command = self.take()
        self.expect("(")
        self.bars += 1
        events = [self._event()]
        while self.accept(","):
            events.append(self._event())
        given: list[Node] = []
        if self.accept(r"\mid", "|"):
            given.append(self.expression())
            while self.accept(",", ";"):
                given.append(self.expression())
        self.bars -= 1
        self.expect(")")
        return Chance(self.since(command.start), tuple(events), tuple(given))

    @abstractmethod
    def _event(self) -> Node:
        """Return an event: a variable or a relation; defined by the parser of formulas."""


def bare(node: Node) -> Node:
    """Return the node inside parentheses that only group."""
    while isinstance(node, Group):
        node = node.body
    return node

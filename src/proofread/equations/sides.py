"""Parses what may stand beside a relation: expressions, sets, laws, cases, ranges."""

from __future__ import annotations

from abc import abstractmethod

from proofread.equations.ellipsis import Dots
from proofread.equations.errors import EquationError
from proofread.equations.tree import (
    Call,
    Cases,
    Chain,
    Listing,
    Node,
    Number,
    Power,
    Product,
    Space,
)
from proofread.equations.words import CONDITIONS, WordParser


class SideParser(WordParser):
    """Sides of a chain, each in the form that its relation asks for."""

    def _side(self, sign: str) -> Node:
        if sign == "in":
            return self._set()
        if sign == "law":
            return self._law()
        if self.kind() == "begin" and self.peek().name == r"\begin{cases}":
            return self._cases()
        node = self.expression()
        if isinstance(node, Dots):
            raise EquationError("an ellipsis alone", node.span[0], "...")
        if isinstance(node, Number) and sign == "=" and self.at(","):
            return self._range(node)
        return node

    def _range(self, first: Number) -> Node:
        r"""`i = 1, \\dots, m`: the values of an index; anything else leaves the number alone."""
        here = self.position
        self.take()
        while self.kind() == "number" and self.peek(1).text == ",":
            self.take()
            self.take()
        if not self.at(r"\dots", r"\ldots", r"\cdots", r"\dotsc"):
            self.position = here
            return first
        self.position = here
        items: list[Node] = [first]
        while not isinstance(items[-2:][0], Dots):
            self.expect(",")
            items.append(self.expression())
        span = self.since(first.span[0])
        return Listing(span, "range", self.collapsed(items), "range")

    def _set(self) -> Node:
        start = self.peek().start
        if self.at(r"\mathbb{R}", r"\mathbb{N}", r"\mathbb{Z}"):
            letter = self.take().name[8]
            dimensions: tuple[Node, ...] = ()
            if self.accept("^"):
                size = self.argument()
                body = getattr(size, "body", size)
                if isinstance(body, Product):
                    if set(body.operators) != {r"\times"}:
                        self.fail("dimensions are joined by \\times")
                    dimensions = body.factors
                else:
                    dimensions = (body,)
            return Space(self.since(start), letter, dimensions)
        node = self.atom()
        if self.accept("^"):
            exponent = self.argument()
            return Power(self.since(start), node, exponent)
        return node

    def _law(self) -> Node:
        """Return a distribution: an upright name and its parameters."""
        token = self.take()
        if token.kind not in {"operator", "symbol"} or not self.at("("):
            self.fail("expected a distribution such as \\operatorname{Bernoulli}(p)", token)
        body = getattr(self.factor_group(), "body", None)  # a list of parameters has none
        found: tuple[Node, ...] = (body,) if isinstance(body, Node) else ()
        return Call(self.since(token.start), token.name, 0, found)

    def _cases(self) -> Node:
        begin = self.take()
        values: list[Node] = []
        conditions: list[Chain | None] = []
        while True:
            values.append(self.expression())
            self.accept(",")
            self.expect("&")
            if self.kind() == "text":
                words = self.words().strip(" ,:")
                if words in {"otherwise", "else"}:
                    conditions.append(None)
                elif words in CONDITIONS:
                    conditions.append(self.chain())
                else:
                    self.fail("expected a condition", self.tokens[self.position - 1])
            else:
                conditions.append(self.chain())
            if self.at(",", "."):
                self.take()
            if self.kind() != "row":
                break
            self.take()
            if self.kind() == "end":
                break
        if not self.at(r"\end{cases}"):
            self.fail("expected the end of the cases")
        self.take()
        return Cases(self.since(begin.start), tuple(values), tuple(conditions))

    def _event(self) -> Node:
        return self.chain()

    @abstractmethod
    def chain(self) -> Chain:
        """Return sides with relations; defined by the parser of formulas."""

r"""Parses sums, products and powers, and everything that binds what follows it.

Two readings that TeX leaves open are errors here, never a choice: a factor right after `/` with
another beside it (`1/m x`), and `\log` without parentheses before more than one factor.
"""

from __future__ import annotations

from abc import abstractmethod

from proofread.equations.adjacency import BUILT_IN
from proofread.equations.ellipsis import Dots
from proofread.equations.powers import PowerParser
from proofread.equations.tree import (
    Absolute,
    Call,
    Group,
    Listing,
    Node,
    Norm,
    Product,
    Sum,
)

OPERATORS = {r"\cdot": r"\cdot", r"\times": r"\times", r"\odot": r"\odot", "/": "/",
             r"\circ": r"\odot"}  # fmt: skip


class ExpressionParser(PowerParser):
    """Sums of products of powers."""

    def expression(self) -> Node:
        """Terms with signs between them."""
        start = self.peek().start
        signs = [self._sign() or 1]
        if signs == [1] and self.tokens[self.position - 1].text == "+" and not self.at(r"\infty"):
            self.fail("a plus in front changes nothing", self.tokens[self.position - 1])
        signed = self.last > start and self.tokens[self.position - 1].text in {"+", "-"}
        terms = [self.term()]
        while self.at("+", "-"):
            signs.append(self._sign() or 1)
            if self.at("+", "-"):
                self.fail("two signs in a row need parentheses")
            terms.append(self.term())
        if any(isinstance(term, Dots) for term in terms) and len(terms) > 1:
            if -1 in signs:
                self.fail("an ellipsis among differences", self.tokens[self.position - 1])
            known = self.collapsed(terms)
            return Sum(self.since(start), (1,) * len(known), known)
        if len(terms) == 1 and not (signed and signs == [-1]):
            return terms[0]
        return Sum(self.since(start), tuple(signs), tuple(terms))

    def _sign(self) -> int:
        if self.at("+", "-"):
            return 1 if self.take().text == "+" else -1
        return 0

    def term(self) -> Node:
        """Factors side by side or with an operator between them."""
        start = self.peek().start
        factors, operators = [self.factor()], []
        while True:
            if self.peek().name in OPERATORS and self.kind() != "finish":
                operators.append(OPERATORS[self.take().name])
                if self.at("+", "-"):
                    self.fail("a signed factor needs parentheses")
                factors.append(self.factor())
            elif self.starts_factor():
                self._side_by_side(factors, operators)
                operators.append("")
                factors.append(self.factor())
            else:
                break
        if len(factors) == 1:
            return factors[0]
        if any(isinstance(factor, Dots) for factor in factors):
            if set(operators) - {"", r"\cdot"}:
                self.fail("an ellipsis among quotients", self.tokens[self.position - 1])
            factors = list(self.collapsed(factors))
            operators = [r"\cdot"] * (len(factors) - 1)
        return Product(self.since(start), tuple(factors), tuple(operators))

    def starts_factor(self) -> bool:
        """Whether the next token starts a factor, so that a product is meant."""
        name = self.peek().name
        return self.kind() != "finish" and (
            self.starts_atom() or name in BUILT_IN or self.starts_binder()
        )

    @abstractmethod
    def starts_binder(self) -> bool:
        """Whether a sum, limit or derivative comes; defined by the parser of binders."""

    @abstractmethod
    def binder(self) -> Node:
        """Return a sum, limit, extremum or derivative; defined by the parser of binders."""

    def _bound_body(self) -> Node:
        if self.peek().name in {r"\frac", r"\tfrac", r"\dfrac"}:
            self.fail("put the argument in parentheses")
        return self.binder()

    def factor(self) -> Node:
        """Return an atom or a function, with its powers."""
        if self.starts_binder():
            return self.powers(self.binder())
        if self.peek().name in BUILT_IN and self.kind() != "finish":
            return self._function()
        return self.powers(self.atom())

    def _function(self) -> Node:
        token = self.take()
        function = BUILT_IN[token.name]
        if self.at("^", "_", "'"):
            self.fail(f"write a power of {token.text} around its argument, in parentheses")
        if self.at("(", "["):
            group = self.factor_group()
            if isinstance(group, Listing):
                self.fail(f"{token.text} takes one argument", token)
            body = group.body if isinstance(group, Group) else group
            if self.at("^", "_", "'"):
                self.fail("ambiguous: put parentheses around the function and its argument")
            return Call(self.since(token.start), function, 0, (body,))
        if self.starts_binder():
            bound = self._bound_body()
            return Call(self.since(token.start), function, 0, (bound,))
        body = self.powers(self.atom())
        if self.starts_factor() and not (
            isinstance(body, (Absolute, Norm)) or self.peek().name in BUILT_IN
        ):
            self.fail(f"ambiguous: put the argument of {token.text} in parentheses")
        return Call(self.since(token.start), function, 0, (body,))

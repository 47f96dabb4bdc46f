r"""Parses sums, products and powers, and everything that binds what follows it.

Two readings that TeX leaves open are errors here, never a choice: a factor right after `/` with
another beside it (`1/m x`), and `\log` without parentheses before more than one factor.
"""

from __future__ import annotations

from proofread.equations.atoms import FRACTIONS, STROKES, AtomParser
from proofread.equations.ellipsis import Dots, collapse
from proofread.equations.tree import (
    Absolute,
    Call,
    Cancelled,
    Entry,
    Group,
    Listing,
    Name,
    Node,
    Norm,
    Number,
    Power,
    Product,
    Sum,
    Transposed,
)

OPERATORS = {r"\cdot": r"\cdot", r"\times": r"\times", r"\odot": r"\odot", "/": "/",
             r"\circ": r"\odot"}  # fmt: skip
BUILT_IN = {
    r"\log": "log", r"\ln": "log", r"\exp": "exp", r"\det": "det",
    r"\operatorname{diag}": "diag", r"\operatorname{rank}": "rank",
    r"\operatorname{sign}": "sign", r"\operatorname{tr}": "trace",
}  # fmt: skip
_TRANSPOSES = (r"\top", r"\mathsf{T}", r"\mathrm{T}", r"\intercal")


class ExpressionParser(AtomParser):
    """Sums of products of powers."""

    def expression(self) -> Node:
        """Terms with signs between them."""
        start = self.peek().start
        signs = [self._sign() or 1]
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
            self.wildcards += 1
            terms = list(collapse(terms, self.wildcards))
            return Sum(self.since(start), (1,) * len(terms), tuple(terms))
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
            self.wildcards += 1
            factors = list(collapse(factors, self.wildcards))
            operators = [r"\cdot"] * (len(factors) - 1)
        return Product(self.since(start), tuple(factors), tuple(operators))

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
        while place < len(self.tokens) and self.tokens[place].text in ("{", *STROKES):
            place += 1
        return place < len(self.tokens) and self.tokens[place].kind == "number"

    def _shows_fraction_of_digits(self) -> bool:
        place = self.position
        while place < len(self.tokens) and self.tokens[place].text in ("{", *STROKES):
            place += 1
        fraction = place < len(self.tokens) and self.tokens[place].text in FRACTIONS
        return fraction and self._shows_digit(place + 1)

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

    def starts_factor(self) -> bool:
        """Whether the next token starts a factor, so that a product is meant."""
        name = self.peek().name
        return self.kind() != "finish" and (
            self.starts_atom() or name in BUILT_IN or self.starts_binder()
        )

    def starts_binder(self) -> bool:
        """Whether a sum, limit or derivative comes; defined by the parser of binders."""
        raise NotImplementedError

    def binder(self) -> Node:
        """Return a sum, limit, extremum or derivative; defined by the parser of binders."""
        raise NotImplementedError

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
        if isinstance(body, Number) and self.kind() == "number":
            self.fail("two numbers in a row")
        return Call(self.since(token.start), function, 0, (body,))

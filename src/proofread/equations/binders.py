r"""Parses what acts on the factors after it: sums, products, extrema, limits, derivatives.

A sum covers the rest of its term. A derivative covers exactly one operand, and a further factor
beside it is refused unless the operand stands in square brackets.
"""

from __future__ import annotations

from proofread.equations.expressions import ExpressionParser
from proofread.equations.tree import (
    Best,
    Call,
    Chance,
    Derivative,
    Gradient,
    Group,
    Limit,
    Listing,
    Name,
    Node,
    Repeat,
)

_REPEATS = {r"\sum": "sum", r"\prod": "product"}
_BEST = {
    r"\max": "max", r"\min": "min", r"\sup": "max", r"\inf": "min",
    r"\operatorname{argmin}": "argmin", r"\operatorname*{argmin}": "argmin",
    r"\operatorname{argmax}": "argmax", r"\operatorname*{argmax}": "argmax",
}  # fmt: skip
_FRACTIONS = (r"\frac", r"\tfrac", r"\dfrac")
_DIFFERENTIALS = (r"\partial", r"\mathrm{d}", "d")
_CHANCES = ("P", r"\mathbb{P}", r"\Pr")


class BinderParser(ExpressionParser):
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

    def _bound(self) -> Name:
        token = self.take()
        if token.text in self.table.indices:
            return Name((token.start, token.end), token.text)
        if self.table.is_base(token.name):
            return self.variable(token.name, token)
        return self.fail("not a declared index", token)

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
        side = 0
        if self.accept("^"):
            sign = self.take()
            side = {"+": 1, "-": -1}.get(sign.text, 0)
            if not side:
                self.fail("expected + or -", sign)
        self.expect("}")
        body = self.term()
        return Limit(self.since(command.start), variable, target, side, body)

    def _gradient(self) -> Node:
        command = self.take()
        order, by = 1, None
        while self.at("^", "_"):
            if self.take().text == "^":
                braced = self.accept("{")
                if order == 2 or not self.accept("2"):
                    self.fail("expected ^2")
                order = 2
                if braced:
                    self.expect("}")
            else:
                braced = self.accept("{")
                if by is not None:
                    self.fail("a second subscript")
                by = self._bound()
                if braced:
                    self.expect("}")
        if by is None:
            self.fail("a gradient needs its variable: \\nabla_{\\mathbf{w}}", command)
        operand = self._operand()
        return Gradient(self.since(command.start), operand, by, order)

    def _operand(self) -> Node:
        bracket = self.at("[")
        if self.kind() == "number":
            self.fail("put what is differentiated in brackets")
        body = self.factor()
        if (
            self.starts_factor()
            and not bracket
            and not (isinstance(body, (Derivative, Gradient)) and self.tex[body.span[1] - 1] == "]")
        ):
            self.fail("ambiguous: put what is differentiated in square brackets")
        return body

    def _derives(self) -> bool:
        """Whether a fraction is a derivative: both its parts start with the same d or ∂."""
        first = self.peek(2)
        if self.peek(1).text != "{" or first.name not in _DIFFERENTIALS:
            return False
        depth, ahead = 0, 1
        while self.peek(ahead).kind != "finish":
            depth += (self.peek(ahead).text == "{") - (self.peek(ahead).text == "}")
            ahead += 1
            if depth == 0:
                break
        if self.peek(ahead).text != "{" or self.peek(ahead + 1).name != first.name:
            return False
        if first.text == "d" and self.table.is_base("d"):
            self.fail("d is declared as a symbol: write \\mathrm{d} in a derivative", first)
        return True

    def _degree(self) -> int:
        if not self.accept("^"):
            return 1
        braced = self.accept("{")
        token = self.take()
        if token.text not in {"2", "3"}:
            self.fail("expected the order of the derivative, 2 or 3", token)
        if braced:
            self.expect("}")
        return int(token.text)

    def _derivative(self) -> Node:
        command = self.take()
        self.expect("{")
        sign = self.take().name
        order = self._degree()
        operand: Node | None = None
        function = ""
        if not self.at("}"):
            if self.peek().name in self.table.functions and self.peek(1).text == "}":
                function = self.take().name
            else:
                operand = self.factor()
        self.expect("}")
        self.expect("{")
        by: list[Name] = []
        hessian = False
        while self.accept(sign):
            by_name = self._bound()
            if self.at("^") and self.peek(1).name in {r"\top", r"\mathsf{T}"}:
                self.take()
                self.take()
                hessian = len(by) == 1 and by[0] == by_name
                if not hessian:
                    self.fail("a transpose here needs the same vector twice")
            by += [by_name] * (1 if hessian else self._degree())
        self.expect("}")
        if len(by) != order:
            self.fail(f"{order} differentials above, {len(by)} below", command)
        if function:
            name = self.table.functions[function]
            if len(self.table.definitions[name].parameters) != 1:
                self.fail("write the arguments of the function", command)
            operand = Call(by[0].span, function, 0, (by[0],))
        if operand is None:
            operand = self._operand()
        if hessian:
            return Gradient(self.since(command.start), operand, by[0], 2)
        return Derivative(self.since(command.start), operand, tuple(by))

    def _inline(self) -> Node:
        sign = self.take()
        operand = self.factor()
        self.expect("/")
        self.expect(sign.text)
        by = self._bound()
        return Derivative(self.since(sign.start), operand, (by,))

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

    def _event(self) -> Node:
        """Return an event: a variable or a relation; defined by the parser of formulas."""
        raise NotImplementedError


def bare(node: Node) -> Node:
    """Return the node inside parentheses that only group."""
    while isinstance(node, Group):
        node = node.body
    return node

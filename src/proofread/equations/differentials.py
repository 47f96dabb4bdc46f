r"""Parses derivatives: fractions of differentials, gradients, `\partial f / \partial x`.

A derivative covers exactly one operand, and a further factor beside it is refused unless the
operand stands in square brackets.
"""

from __future__ import annotations

from proofread.equations.expressions import ExpressionParser
from proofread.equations.tree import (
    Call,
    Derivative,
    Gradient,
    Name,
    Node,
)

_FRACTIONS = (r"\frac", r"\tfrac", r"\dfrac")
_DIFFERENTIALS = (r"\partial", r"\mathrm{d}", "d")


class DerivativeParser(ExpressionParser):
    """Operators that differentiate."""

    def _bound(self) -> Name:
        token = self.take()
        if token.text in self.table.indices:
            return Name((token.start, token.end), token.text)
        if self.table.is_base(token.name):
            return self.variable(token.name, token)
        return self.fail("not a declared index", token)

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

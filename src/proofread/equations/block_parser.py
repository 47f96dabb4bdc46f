"""Parses matrices, norms, absolute values, roots, and expressions with a brace."""

from __future__ import annotations

from fractions import Fraction

from proofread.equations.brackets import BracketParser
from proofread.equations.ellipsis import Dots
from proofread.equations.tree import (
    Absolute,
    Group,
    Labelled,
    Matrix,
    Node,
    Norm,
    Number,
    Power,
    Quotient,
    Row,
)

MATRICES = ("pmatrix", "bmatrix", "matrix", "smallmatrix")


class BlockParser(BracketParser):
    """What stands between signs of its own."""

    def _labelled(self) -> Node:
        command = self.take()
        body = self.braced()
        script = "_" if command.text == r"\underbrace" else "^"
        label: Node | None = None
        if self.accept(script):
            if self.peek(1).kind == "text" and self.peek(2).text == "}":
                self.take()
                self.words()
                self.expect("}")
            elif self.kind() == "text":
                self.words()
            elif self.at("{"):
                start = self.take().start
                self.accept("=")
                label = Group((start, start), self.expression())
                self.expect("}")
            else:
                label = self.argument()
        return Labelled(self.since(command.start), body, label)

    def _matrix(self) -> Node:
        begin = self.take()
        rows: list[Node] = []
        items: list[Node] = [self.expression()]
        start = items[0].span[0]
        while True:
            if self.accept("&"):
                items.append(self.expression())
                continue
            dots_only = all(isinstance(item, Dots) for item in items)
            row: Node = (
                Dots(items[0].span) if dots_only else Row((start, self.last), self.collapsed(items))
            )
            rows.append(row)
            if self.kind() != "row":
                break
            self.take()
            if self.kind() == "end":
                break
            items = [self.expression()]
            start = items[0].span[0]
        if self.kind() != "end" or self.peek().name[5:-1] != begin.name[7:-1]:
            self.fail(f"expected the end of {begin.text}")
        self.take()
        return Matrix(self.since(begin.start), self.collapsed(rows))

    def _bars_or_root(self) -> Node:
        token = self.take()
        if token.text == r"\sqrt":
            if self.at("["):
                self.fail("only square roots are known")
            half = Quotient(
                (token.start, token.start),
                Number((token.start, token.start), Fraction(1), 0),
                Number((token.start, token.start), Fraction(2), 0),
            )
            body = self.argument()
            return Power(self.since(token.start), body, half)
        closing = {
            "|": "|", r"\|": r"\|", r"\lvert": r"\rvert", r"\lVert": r"\rVert",
        }.get(token.text)  # fmt: skip
        if closing is None:
            self.position -= 1
            self.fail("neither a declared symbol nor anything else that is known")
        self.bars += 1
        body = self.expression()
        self.bars -= 1
        self.expect(closing)
        if closing in {"|", r"\rvert"}:
            return Absolute(self.since(token.start), body)
        order = self._order()
        return Norm(self.since(token.start), body, order)

    def _order(self) -> str:
        if not self.accept("_"):
            return ""
        braced = self.accept("{")
        token = self.take()
        if token.text not in {"1", "2", r"\infty", "F"}:
            self.fail("an unknown norm", token)
        if braced:
            self.expect("}")
        return token.text.removeprefix("\\")

r"""Parses the smallest complete expressions: numbers, brackets, fractions, bars, matrices."""

from __future__ import annotations

from fractions import Fraction

from proofread.equations.ellipsis import Dots, collapse
from proofread.equations.names import NameParser
from proofread.equations.tree import (
    Absolute,
    Cancelled,
    Constant,
    Group,
    Labelled,
    Listing,
    Matrix,
    Name,
    Node,
    Norm,
    Number,
    Power,
    Quotient,
    Row,
    Sum,
)

DOTS = (r"\cdots", r"\ldots", r"\dots", r"\vdots", r"\ddots", r"\dotsc", r"\dotsb")
FRACTIONS = (r"\frac", r"\tfrac", r"\dfrac")
_CLOSING = {"(": (")", "]"), "[": ("]", ")"), r"\{": (r"\}",)}
_MATRICES = ("pmatrix", "bmatrix", "matrix", "smallmatrix")
STROKES = (r"\cancel", r"\bcancel", r"\xcancel")
_CONSTANTS = {
    "e": "e", r"\mathrm{e}": "e", r"\pi": "pi", r"\infty": "infinity", r"\mathbf{0}": "zeros",
}  # fmt: skip


class AtomParser(NameParser):
    """Everything that is complete in itself."""

    def starts_atom(self) -> bool:
        """Whether one of these can start at the next token."""
        token = self.peek()
        if token.kind == "number" or self.starts_name():
            return True
        if token.kind == "begin":
            return token.name[7:-1] in _MATRICES
        if token.text in {"|", r"\|"}:
            return self.bars == 0
        return token.name in {
            "(", "[", r"\{", r"\sqrt", r"\lvert", r"\lVert", r"\underbrace", r"\overbrace",
            "{", r"\boxed", *DOTS, *FRACTIONS, *STROKES, *_CONSTANTS,
        }  # fmt: skip

    def atom(self) -> Node:
        """One of them, or an error that names the token."""
        token = self.peek()
        if token.kind == "number":
            return self.number()
        if self.starts_name():
            return self.name()
        text = token.name
        if text in _CONSTANTS:
            self.take()
            return Constant(self.since(token.start), _CONSTANTS[text])
        if text in {"(", "[", r"\{"}:
            return self.factor_group()
        if text in FRACTIONS:
            self.take()
            top, bottom = self.argument(), self.argument()
            return Quotient(self.since(token.start), top, bottom)
        if text in DOTS:
            self.take()
            return Dots(self.since(token.start))
        if text == "{":
            return self.braced()
        if text == r"\boxed":
            self.take()
            return self.braced()
        if text in STROKES:
            self.take()
            body = self.braced()
            return Cancelled(self.since(token.start), body)
        if text in {r"\underbrace", r"\overbrace"}:
            return self._labelled()
        if token.kind == "begin" and text[7:-1] in _MATRICES:
            return self._matrix()
        return self._bars_or_root()

    def number(self) -> Number:
        """Return a literal, with its percent sign."""
        token = self.take()
        plain = token.text.replace("{,}", "")
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
        if self.starts_name() or self.peek().name in _CONSTANTS:
            token = self.take()
            if token.name in _CONSTANTS and not self.table.is_base(token.name):
                return Constant(self.since(token.start), _CONSTANTS[token.name])
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
            self.fail(f"expected {_CLOSING[opening.text][0]!r} or a comma")
        closing = self.take().text
        span = self.since(opening.start)
        matching = closing == _CLOSING[opening.text][0]
        if len(items) == 1 and matching and opening.text != r"\{":
            if isinstance(items[0], Dots):
                self.fail("an ellipsis alone", opening)
            return Group(span, items[0])
        if not items and opening.text != r"\{":
            self.fail("empty brackets", opening)
        self.wildcards += 1
        return Listing(span, opening.text, collapse(items, self.wildcards), closing)

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

    def words(self) -> str:
        """Return the words of a text; a digit in them could not be checked."""
        token = self.take()
        text = token.text.partition("{")[2].rstrip("}")
        if any(character.isdigit() for character in text):
            self.fail("a digit in a text cannot be checked", token)
        return " ".join(text.split())

    def _matrix(self) -> Node:
        begin = self.take()
        rows: list[Node] = []
        items: list[Node] = [self.expression()]
        start = items[0].span[0]
        while True:
            if self.accept("&"):
                items.append(self.expression())
                continue
            self.wildcards += 1
            dots_only = all(isinstance(item, Dots) for item in items)
            row: Node = (
                Dots(items[0].span)
                if dots_only
                else Row((start, self.last), collapse(items, self.wildcards))
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
        self.wildcards += 1
        return Matrix(self.since(begin.start), collapse(rows, self.wildcards))

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
        return Norm(self.since(token.start), body, self._order())

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


def negated(node: Node) -> Node | None:
    """Return the body of a leading minus."""
    if isinstance(node, Sum) and node.signs == (-1,):
        return node.terms[0]
    return None

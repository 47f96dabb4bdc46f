r"""Parses the smallest complete expressions: numbers, brackets, fractions, bars, matrices."""

from __future__ import annotations

from proofread.equations.block_parser import MATRICES, BlockParser
from proofread.equations.brackets import CONSTANTS
from proofread.equations.ellipsis import Dots
from proofread.equations.tree import (
    Cancelled,
    Constant,
    Node,
    Quotient,
)

DOTS = (r"\cdots", r"\ldots", r"\dots", r"\vdots", r"\ddots", r"\dotsc", r"\dotsb")
FRACTIONS = (r"\frac", r"\tfrac", r"\dfrac")
STROKES = (r"\cancel", r"\bcancel", r"\xcancel")


class AtomParser(BlockParser):
    """Everything that is complete in itself."""

    def starts_atom(self) -> bool:
        """Whether one of these can start at the next token."""
        token = self.peek()
        if token.kind == "number" or self.starts_name():
            return True
        if token.kind == "begin":
            return token.name[7:-1] in MATRICES
        if token.text in {"|", r"\|"}:
            return self.bars == 0
        return token.name in {
            "(", "[", r"\{", r"\sqrt", r"\lvert", r"\lVert", r"\underbrace", r"\overbrace",
            "{", r"\boxed", *DOTS, *FRACTIONS, *STROKES, *CONSTANTS,
        }  # fmt: skip

    def atom(self) -> Node:
        """One of them, or an error that names the token."""
        token = self.peek()
        if token.kind == "number":
            return self.number()
        if self.starts_name():
            return self.name()
        text = token.name
        if text in CONSTANTS:
            self.take()
            return Constant(self.since(token.start), CONSTANTS[text])
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
        if token.kind == "begin" and text[7:-1] in MATRICES:
            return self._matrix()
        return self._bars_or_root()

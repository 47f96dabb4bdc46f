"""A position in the tokens of a formula, and what the parsers above it share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NoReturn

from proofread.equations.errors import EquationError
from proofread.equations.symbols import SymbolTable
from proofread.equations.tokens import Token, significant
from proofread.equations.tree import Node, Span

_END = "end of the formula"


class Cursor(ABC):
    """Reads tokens one by one; every refusal names the offset and the token."""

    def __init__(self, tex: str, table: SymbolTable) -> None:
        self.tex, self.table = tex, table
        self.tokens = significant(tex)
        self.position = 0
        self.bars = 0  # how many |...| are open: decides whether a bar opens or closes
        self.last = 0  # where the token taken last ended
        self.wildcards = 0

    def peek(self, ahead: int = 0) -> Token:
        """Return the token `ahead` of the next one; a mark of the end after the last."""
        where = self.position + ahead
        if where < len(self.tokens):
            return self.tokens[where]
        return Token("finish", _END, len(self.tex), len(self.tex))

    def at(self, *texts: str) -> bool:
        """Whether the next token is one of these."""
        return self.peek().name in texts

    def kind(self) -> str:
        """Return the kind of the next token."""
        return self.peek().kind

    def take(self) -> Token:
        """Return the next token; moves on."""
        token = self.peek()
        if token.kind == "finish":
            self.fail("the formula ends too early")
        self.position += 1
        self.last = token.end
        return token

    def accept(self, *texts: str) -> bool:
        """Take the next token if it is one of these."""
        if self.at(*texts):
            self.take()
            return True
        return False

    def expect(self, text: str) -> Token:
        """Take the next token, which must be this one."""
        if not self.at(text):
            self.fail(f"expected '{text}'")
        return self.take()

    def fail(self, message: str, token: Token | None = None) -> NoReturn:
        """Refuse the formula at a token."""
        token = token or self.peek()
        raise EquationError(message, token.start, token.text)

    def since(self, start: int) -> Span:
        """Return the span from `start` to the last token taken."""
        return start, self.last

    @abstractmethod
    def expression(self) -> Node:
        """Return a sum of terms; defined by the parser of expressions."""

    @abstractmethod
    def factor(self) -> Node:
        """Return an atom with its powers; defined by the parser of expressions."""

    @abstractmethod
    def term(self) -> Node:
        """Return a product of factors; defined by the parser of expressions."""

    @abstractmethod
    def starts_factor(self) -> bool:
        """Whether a factor can start here; defined by the parser of expressions."""

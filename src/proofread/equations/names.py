"""Parses declared symbols with their subscripts, primes and iterates, and calls of functions."""

from __future__ import annotations

from abc import abstractmethod

from proofread.equations.subscripts import SubscriptParser
from proofread.equations.tokens import Token
from proofread.equations.tree import Call, Listing, Name, Node

_WORDS = {"letter", "symbol", "command", "operator", "text"}


def symbol_text(token: Token) -> str:
    """Return the base as the table spells it."""
    return token.name


class NameParser(SubscriptParser):
    """Decides by declaration alone whether letters are variables or functions."""

    def starts_name(self) -> bool:
        """Whether a declared symbol comes next."""
        return self.kind() in _WORDS and self.table.is_base(symbol_text(self.peek()))

    def name(self) -> Node:
        """Return a symbol, or a call of what is declared as a function."""
        token = self.take()
        base = symbol_text(token)
        if base in self.table.functions:
            return self._call(base, token)
        if base in self.table.calls and self.at("("):
            return self._arguments(base, 0, token, len(self.table.calls[base][1]))
        if self.at("^") and self._starred():
            base += "^*"
        return self.variable(base, token)

    def _starred(self) -> bool:
        star = self.peek(1)
        if star.text == "{" and self.peek(2).text in {"*", r"\star"}:
            for _ in range(3):
                self.take()
            self.expect("}")
            return True
        if star.text in {"*", r"\star"}:
            self.take()
            self.take()
            return True
        return False

    def variable(self, base: str, token: Token) -> Name:
        """Return the rest of a symbol after its base."""
        primes, timed = self._primes(), False
        subscripts: tuple[Node, ...] = ()
        if self.at("^") and self._iterate():
            timed, primes = True, primes + self._step()
        if self.at("_"):
            subscripts = self.subscripts(base)
        primes += self._primes()
        if not timed and self.at("^") and self._iterate():
            timed, primes = True, primes + self._step()
        if base in self.table.indices and not subscripts and not primes:
            return Name(self.since(token.start), base)
        if base in self.table.sets and not subscripts and not primes:
            return Name(self.since(token.start), base)
        if self.table.find(base, len(subscripts), primes) is None:
            self.fail(
                f"{base} is not declared with {len(subscripts)} subscripts and {primes} primes",
                token,
            )
        return Name(self.since(token.start), base, subscripts, primes, timed)

    def _primes(self) -> int:
        count = 0
        while self.accept("'"):
            count += 1
        return count

    def _iterate(self) -> bool:
        """Whether a superscript is that of an iterate, `^{(t)}` or `^{(t+1)}`."""
        texts = [self.peek(k).text for k in range(1, 7)]
        return texts[:2] == ["{", "("] and texts[2] == "t" and "t" in self.table.indices

    def _step(self) -> int:
        for text in ("^", "{", "(", "t"):
            self.expect(text)
        later = 0
        if self.accept("+"):
            self.expect("1")
            later = 1
        self.expect(")")
        self.expect("}")
        return later

    def _call(self, base: str, token: Token) -> Node:
        primes = self._primes()
        if not self.at("(", "["):
            self.fail("a function needs its argument in parentheses", token)
        name = self.table.functions[base]
        return self._arguments(base, primes, token, len(self.table.definitions[name].parameters))

    def _arguments(self, base: str, primes: int, token: Token, count: int) -> Node:
        group = self.factor_group()
        body = getattr(group, "body", None)
        arguments = group.items if isinstance(group, Listing) else (body,)
        if len(arguments) != count or not all(isinstance(item, Node) for item in arguments):
            self.fail(f"{base} takes {count} arguments, not {len(arguments)}", token)
        return Call(
            self.since(token.start),
            base,
            primes,
            tuple(item for item in arguments if isinstance(item, Node)),
        )

    @abstractmethod
    def factor_group(self) -> Node:
        """Return an expression in brackets; defined by the parser of atoms."""

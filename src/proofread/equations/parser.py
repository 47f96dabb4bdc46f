r"""Parses a whole formula: chains of relations, implications, conditions.

Everything must be used up: a token that no rule takes is an error with its offset.
"""

from __future__ import annotations

from functools import lru_cache

from proofread.equations.errors import EquationError
from proofread.equations.layout import RELATIONS, unlayout
from proofread.equations.nesting import check_nesting
from proofread.equations.sides import SideParser
from proofread.equations.symbols import SymbolTable
from proofread.equations.tree import (
    Chain,
    Clause,
    Constant,
    Formula,
    Link,
    Name,
    Node,
    Zeros,
)

ARROWS = {
    r"\Rightarrow": "=>", r"\implies": "=>", r"\Longrightarrow": "=>", r"\iff": "<=>",
    r"\Leftrightarrow": "<=>", r"\Longleftrightarrow": "<=>",
}  # fmt: skip


class FormulaParser(SideParser):
    """The entry point of the parsers."""

    def __init__(self, tex: str, table: SymbolTable) -> None:
        super().__init__(tex, table)
        for token in self.tokens:
            if token.kind in {"text", "tag"} and table.find(token.name, 0, 0) is None:
                self._only_words(token)
        self.tokens = unlayout(self.tokens)

    def formula(self) -> Formula:
        """All clauses up to the end."""
        clauses: list[Clause] = []
        if self.at(",", ";", ".", "+"):
            self.fail("a formula cannot start with this: it would go on with something unseen")
        self._skip()
        while self.kind() != "finish":
            clauses.append(self._clause())
            if self.kind() != "finish" and not self._separator():
                self.fail("not understood here")
            if self.at("+", "-") and self.tokens[self.position - 1].kind != "text":
                self.fail("a clause that starts with a sign reads as going on with the last one")
        if not clauses:
            self.fail("an empty formula")
        whole = Formula((0, len(self.tex)), tuple(clauses))
        check_nesting(whole)
        return whole

    def _clause(self) -> Clause:
        start = self.peek().start
        conditions: list[Chain] = []
        if self._condition_starts():
            conditions += self._conditions()
            if not self._separator():
                self.fail("a condition needs its conclusion after a comma")
        chains, arrows = [self.chain()], []
        while True:
            here = self.position
            self._skip_lines()
            if self.kind() != "finish" and self.peek().name in ARROWS:
                arrows.append(ARROWS[self.take().name])
                self._skip_lines()
                chains.append(self.chain())
            else:
                self.position = here
                break
        here = self.position
        self._skip_spaces()
        if self._condition_starts():
            conditions += self._conditions()
        else:
            self.position = here
        return Clause(self.since(start), tuple(chains), tuple(arrows), tuple(conditions))

    def _conditions(self) -> list[Chain]:
        self.words()
        found = [self.chain()]
        while self.kind() == "text" and self._word() == "and":
            self.words()
            found.append(self.chain())
        for item in found:
            if not item.links and not self._index_alone(item):
                raise EquationError("a condition without a relation", item.span[0],
                                    self.tex[slice(*item.span)])  # fmt: skip
        return [item for item in found if item.links]

    def _index_alone(self, chain: Chain) -> bool:
        side = chain.sides[0]
        return isinstance(side, Name) and side.base in self.table.indices

    def chain(self) -> Chain:
        """Sides with relations between them; goes on in a line that starts with a relation."""
        start = self.peek().start
        sides, links = [self._side("")], []
        while True:
            here = self.position
            self._remark()
            self._skip_lines()
            token = self.peek()
            if token.kind == "finish" or token.name not in RELATIONS:
                self.position = here
                break
            self.take()
            sign = RELATIONS[token.name]
            links.append(Link((token.start, token.end), sign))
            sides.append(self._side(sign))
        sides = [_beside(sides, k) for k in range(len(sides))]
        end = sides[-1].span[1]
        return Chain((start, max(end, self.last if not links else end)), tuple(sides), tuple(links))


def _beside(sides: list[Node], place: int) -> Node:
    """Return a side; a zero vector gets the length of the side before it, or after it."""
    side = sides[place]
    if len(sides) == 1 or not (isinstance(side, Constant) and side.name == "zeros"):
        return side
    return Zeros(side.span, sides[place - 1] if place else sides[1])


@lru_cache(maxsize=4096)
def parse(tex: str, table: SymbolTable) -> Formula:
    """Read a formula over a table.

    Raises:
        EquationError: an unknown token, an undeclared symbol, or anything left over.

    """
    try:
        return FormulaParser(tex, table).formula()
    except RecursionError as error:
        raise EquationError("nested too deeply", 0, tex[:20]) from error

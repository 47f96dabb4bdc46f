"""The table and the declarations that all tests of the equation checker share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from proofread.equations import EquationError, Scope, SymbolTable
from proofread.equations.cover import Coverage
from proofread.equations.results import FormulaResult
from tests.support.sayings import error_said, result_said

NOTATION = Path(__file__).with_name("notation.md").read_text(encoding="utf-8")
DECLARATIONS = (
    "let student: x = (3, 5), y = 1, w = (0.1, -0.2), b = 0, alpha = 0.1",
    "let three: X = ((1, 2), (3, 4), (5, 6)), ys = (1, 0, 1), w = (0.5, -0.3), b = 0",
    "law: y ~ Bernoulli(p) given x",
    "law: ys ~ Bernoulli(ps) given X",
)


class Telling(Scope):
    """A scope that hands over what it is asked and what it answers."""

    def __init__(self, table: SymbolTable, say: Callable[[str], None]) -> None:
        super().__init__(table)
        self.say = say

    def check(self, tex: str, annotation: str = "") -> FormulaResult:
        try:
            result = super().check(tex, annotation)
        except EquationError as error:
            self.say(error_said(error, tex, annotation))
            raise
        self.say(result_said(result, annotation))
        return result

    def declare(self, comment: str, position: int = 0) -> bool:
        try:
            return super().declare(comment, position)
        except EquationError as error:
            self.say(error_said(error, comment))
            raise

    def covers(self, tex: str) -> Coverage:
        try:
            found = super().covers(tex)
        except EquationError as error:
            self.say(error_said(error, tex))
            raise
        self.say(" ".join([tex, "is:", found.kind, *map(str, found.numbers)]))
        return found


def with_declarations(scope: Scope) -> Scope:
    for comment in DECLARATIONS:
        assert scope.declare(comment)
    return scope


@pytest.fixture(scope="session")
def table() -> SymbolTable:
    return SymbolTable.from_markdown(NOTATION)


@pytest.fixture
def scope(table: SymbolTable, recorded: Callable[[str], None]) -> Scope:
    """Return a scope; what it answers is recorded."""
    return with_declarations(Telling(table, recorded))


@pytest.fixture
def silent(table: SymbolTable) -> Scope:
    """Return a scope whose answers are too many to read."""
    return with_declarations(Scope(table))

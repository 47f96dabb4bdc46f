"""The table and the declarations that all tests of the equation checker share."""

from __future__ import annotations

from pathlib import Path

import pytest

from proofread.equations import Scope, SymbolTable

NOTATION = Path(__file__).with_name("notation.md").read_text(encoding="utf-8")
DECLARATIONS = (
    "let student: x = (3, 5), y = 1, w = (0.1, -0.2), b = 0, alpha = 0.1",
    "let three: X = ((1, 2), (3, 4), (5, 6)), ys = (1, 0, 1), w = (0.5, -0.3), b = 0",
    "law: y ~ Bernoulli(p) given x",
    "law: ys ~ Bernoulli(ps) given X",
)


def new_scope() -> Scope:
    scope = Scope(SymbolTable.from_markdown(NOTATION))
    for comment in DECLARATIONS:
        assert scope.declare(comment)
    return scope


@pytest.fixture(scope="session")
def table() -> SymbolTable:
    return SymbolTable.from_markdown(NOTATION)


@pytest.fixture
def scope() -> Scope:
    return new_scope()

"""Symbols that have one value at a point: names tell them apart."""

from __future__ import annotations

import pytest

from proofread.equations import EquationError, Scope, SymbolTable
from proofread.equations.namesakes import Symbol, others, symbol_of


@pytest.mark.parametrize(
    ("tex", "symbol"),
    [
        ("z", Symbol("z")),
        (r"\alpha", Symbol("alpha")),
        (r"\mathbf{w}", Symbol("w")),
        ("w_1", Symbol("w", (1,))),
        ("(w_{2})", Symbol("w", (2,))),
        ("x_{12}", Symbol("X", (1, 2))),
        (r"\ell_3", Symbol("losses", (3,))),
    ],
)
def test_symbols_by_name(table: SymbolTable, tex: str, symbol: Symbol) -> None:
    assert symbol_of(tex, table) == symbol


@pytest.mark.parametrize("tex", ["p - y", "-p", "2", "z = 1", "w_1 x_1", r"\sigma(z)", "p, y"])
def test_what_is_no_single_symbol(table: SymbolTable, tex: str) -> None:
    assert symbol_of(tex, table) is None


@pytest.mark.parametrize(
    ("symbol", "right", "wrong"),
    [
        (Symbol("alpha"), ["alpha"], ["alpha1", "w1", "alph"]),
        (Symbol("w", (1,)), ["w1", "w_1", "w[0]"], ["w", "w2", "w[1]", "x1"]),
        (Symbol("w_new", (2,)), ["w2_new", "w_2_new", "w_new[1]"], ["w2", "w_new", "w1_new"]),
        (Symbol("X", (1, 2)), ["X12", "X[0][1]", "X[0,1]"], ["X21", "X[1][2]", "X1"]),
    ],
)
def test_python_names(symbol: Symbol, right: list[str], wrong: list[str]) -> None:
    assert symbol.spellings() >= set(right)
    assert not symbol.spellings() & set(wrong)


@pytest.mark.parametrize(
    ("tex", "expression", "other"),
    [
        (r"\alpha", "alpha", ""),
        ("w_1", "w1", ""),
        ("w_1", " w[ 0 ]", ""),
        ("w_1", "alpha", "alpha"),
        (r"\alpha", "w1", "w1"),
        (r"\alpha", "rate", "w1"),
        ("w_2", "anything", ""),  # no other symbol has this value
        ("p - y", "anything", ""),  # no symbol: its parts tell what is meant
    ],
)
def test_namesakes(scope: Scope, tex: str, expression: str, other: str) -> None:
    assert scope.namesake(tex, expression, "at: student") == other


def test_a_point_must_be_known(scope: Scope) -> None:
    with pytest.raises(EquationError, match="no point"):
        scope.namesake("b", "b", "at: nobody")


@pytest.mark.parametrize(
    ("tex", "symbol"), [("b", True), ("x_j", True), ("w_1", True), ("p - y", False), ("2", False)]
)
def test_which_formulas_are_symbols(scope: Scope, tex: str, symbol: bool) -> None:
    assert scope.is_symbol(tex) is symbol


def test_all_others_are_other_symbols_that_can_be_read(table: SymbolTable) -> None:
    found = list(others("w_1", table))
    assert {"w_{2}", "x_{1}", "b", r"\alpha", "z"} <= set(found)
    assert not {"w_{1}", "w_1"} & set(found)
    assert all(symbol_of(tex, table) not in {None, Symbol("w", (1,))} for tex in found)
    assert len(set(found)) == len(found)


def test_a_symbol_has_these_names_and_no_other() -> None:
    assert Symbol("w", (1,)).spellings() == {"w1", "w_1", "w[0]"}
    assert Symbol("X", (1, 2)).spellings() == {"X12", "X_12", "X[0][1]", "X[0,1]"}
    assert Symbol("w_new", (2,)).spellings() == {
        "w2_new", "w_2_new", "w_new2", "w_new_2", "w_new[1]",
    }  # fmt: skip

"""Formulas that claim nothing: words, names of functions, and everything else."""

from pathlib import Path

import pytest

from proofread.bare import is_name, is_word
from proofread.equations import Scope, SymbolTable

NOTATION = Path(__file__).parent / "cases" / "docs" / "notation.md"


@pytest.fixture(scope="module")
def scope() -> Scope:
    return Scope(SymbolTable.from_markdown(NOTATION.read_text(encoding="utf-8")))


@pytest.mark.parametrize("tex", [r"\sigma", r" \sigma ", r"\ln", r"\exp", r"\nabla", r"\sum"])
def test_names_of_functions(scope: Scope, tex: str) -> None:
    assert is_name(scope, tex)


@pytest.mark.parametrize(
    "tex",
    [
        "z",
        r"\alpha",
        r"\sigma(z)",
        r"\sigma'",
        r"\ln 2",
        r"\sigma \sigma",
        r"\tau",
        r"\sin",
        "e",
        "1",
        "",
        "#",
        r"\left",
    ],
)
def test_what_is_no_name_of_a_function(scope: Scope, tex: str) -> None:
    assert not is_name(scope, tex)


@pytest.mark.parametrize("tex", ["z", r"\alpha", r"\mathbf{w}", "x_j", r"\mathbf{w}, b", r"\sigma"])
def test_words(scope: Scope, tex: str) -> None:
    assert is_word(scope, tex)


@pytest.mark.parametrize(
    "tex", ["w_1", "p - y", "-p", "2", "0.1", "z = 1", "z + ", r"\tau", "#", r"\ln", r"w_j x_j"]
)
def test_what_is_no_word(scope: Scope, tex: str) -> None:
    assert not is_word(scope, tex)

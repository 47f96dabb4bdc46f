"""Formulas that claim nothing: words, names of functions, and everything else."""

from pathlib import Path

import pytest

from proofread.bare import is_function, is_word, operation
from proofread.check import check_page
from proofread.equations import Scope, SymbolTable
from proofread.page import Page

pytestmark = pytest.mark.usefixtures("recorded_answers")

NOTATION = Path(__file__).parent / "cases" / "docs" / "notation.md"


@pytest.fixture(scope="module")
def scope() -> Scope:
    return Scope(SymbolTable.from_markdown(NOTATION.read_text(encoding="utf-8")))


@pytest.mark.parametrize("tex", [r"\sigma", r" \sigma "])
def test_names_of_functions(scope: Scope, tex: str) -> None:
    assert is_function(scope, tex)


@pytest.mark.parametrize(
    ("tex", "name"), [(r"\ln", "log"), (r" \exp ", "exp"), (r"\nabla", "gradient"), (r"\ln 2", "")]
)
def test_names_of_operations(tex: str, name: str) -> None:
    assert operation(tex) == name


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
        r"\ln",
        "e",
        "1",
        "",
        "#",
        r"\left",
    ],
)
def test_what_is_no_name_of_a_function(scope: Scope, tex: str) -> None:
    assert not is_function(scope, tex)


@pytest.mark.parametrize("tex", ["z", r"\alpha", r"\mathbf{w}", "x_j", r"\sigma"])
def test_words(scope: Scope, tex: str) -> None:
    assert is_word(scope, tex)


@pytest.mark.parametrize(
    "tex",
    [
        "w_1",
        "p - y",
        "-p",
        "2",
        "0.1",
        "z = 1",
        "z + ",
        r"\tau",
        "#",
        r"\ln",
        r"w_j x_j",
        r"\mathbf{w}, b",
    ],
)
def test_what_is_no_word(scope: Scope, tex: str) -> None:
    assert not is_word(scope, tex)


def test_a_formula_bound_to_an_expression_has_its_value() -> None:
    text = (
        "<!-- let here: x = (3, 5), w = (0.1, -0.2) -->\n<!-- python: w1, x1 = 0.1, 3 -->\n\n"
        "It is $w_1 x_1$<!-- = w1 * x1 -->, in $\\mathbf{x}$<!-- = (3, 5) -->.\n"
    )
    root = Path(__file__).parent / "cases"
    first, second = check_page(Page.parse(text), root)
    assert (first.value, first.evidence) == ("0.30000000000000004", "= w1 * x1, at: here")
    assert (second.value, second.evidence) == ("", "= (3, 5), at: here")

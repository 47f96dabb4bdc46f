"""Other courses' symbols: how declarations are read, and how formulas are renamed by them."""

import pytest

from proofread.conventions import (
    declaration_problem,
    foreign,
    read_convention,
    rename,
    slips_of_foreign,
    words,
)
from proofread.page import Page
from proofread.piece import Part

_, CONVENTION = read_convention(
    r"Statistics: n -> d; p -> p_i; y -> y_i; \mathbf{w} -> \boldsymbol{\beta}; x_{ij} -> x_{i,j}"
)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("n", "d"),
        ("p - y", "p_i - y_i"),
        (r"\mathbf w", r"\boldsymbol{\beta}"),
        ("x_{ij} + n", "x_{i,j} + d"),  # the longest run counts
        ("z", "z"),  # not declared: the same there
    ],
)
def test_formulas_are_renamed_token_by_token(ours: str, theirs: str) -> None:
    assert rename(words(ours), CONVENTION) == words(theirs)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("A: m -> n; n -> d", ""),
        ("A: m n", "no pair"),
        ("A: m -> n; m -> d", "stands there twice"),
        ("A: m -> n; k -> n", "one symbol for two things"),
        ("A: m -> #", "unknown character"),
        ("A:", "no pair"),
    ],
)
def test_declarations(body: str, problem: str) -> None:
    found = declaration_problem(body)
    assert problem in found
    assert bool(problem) == bool(found)


TEXT = """\
<!-- convention: Other: m -> n; p -> a -->

| Idea | Here | Other | Third |
|---|---|---|---|
| samples | $m$ | $n$ | $q$ |
| either | $p$ or $p - y$ | $a - y$ | – |

$m$
"""


def test_only_columns_of_declared_conventions_are_foreign() -> None:
    page = Page.parse(TEXT, "page.md")
    formulas = [piece for piece in page.pieces if piece.part is Part.FORMULA]
    assert [foreign(page, piece) for piece in formulas] == [
        None,
        "",
        None,
        None,
        None,
        "",
        None,
    ]


def test_slips_are_our_own_symbols_and_a_prime() -> None:
    page = Page.parse(TEXT, "page.md")
    theirs = next(piece for piece in page.pieces if piece.content == "n")
    assert slips_of_foreign(page, theirs) == ["n'", "m"]

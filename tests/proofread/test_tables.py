"""The way around tables: columns, headers, earlier formulas, and symbols that stand by numbers."""

import pytest

from proofread.page import Page
from proofread.piece import Part, Piece
from proofread.tables import beside_number, cells_before, column_of, header_of, is_bound

TEXT = """\
Outside $a$.

| Idea | $h$ | Value $v$ |
|---|:--|---:|
| one | $b$ | 0.1<!-- = q --> |
| two \\| $c$ | words | $0.2$<!-- = q --> |
| three | $d$<!-- = q --> | **0.3**<!-- = q --> |
| four | $e$ | 4<!-- unchecked: no --> |
| five | $f$ | $g + 1$<!-- = q --> |

| last | $i$ |
| :-: | --- |
| row | $j$ | 1<!-- = q -->
"""
PAGE = Page.parse(TEXT, "page.md")
FORMULAS = {piece.content: piece for piece in PAGE.pieces if piece.part is Part.FORMULA}


def of(name: str) -> Piece:
    return FORMULAS[name]


@pytest.mark.parametrize(
    ("name", "column"), [("a", 0), ("h", 2), ("v", 3), ("b", 2), ("c", 1), ("0.2", 3), ("j", 2)]
)
def test_columns_count_from_one_and_escaped_bars_do_not(name: str, column: int) -> None:
    assert column_of(PAGE, of(name).start) == column


@pytest.mark.parametrize(
    ("name", "before"),
    [("a", []), ("h", []), ("b", ["h", "v"]), ("0.2", ["h", "v", "b", "c"]), ("j", ["i"])],
)
def test_formulas_before_are_those_of_the_same_table(name: str, before: list[str]) -> None:
    if name != "a":
        assert [piece.content for piece in cells_before(PAGE, of(name))] == before


@pytest.mark.parametrize(
    ("name", "header"),
    [("a", []), ("b", ["Idea", "$h$", "Value $v$"]), ("j", ["last", "$i$"])],
)
def test_headers(name: str, header: list[str]) -> None:
    assert header_of(PAGE, of(name).start) == header


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("a", False),  # outside
        ("h", False),  # above words and symbols
        ("v", True),  # above numbers
        ("b", True),
        ("c", True),  # beside a number in dollars
        ("d", True),
        ("e", False),  # the number is not bound
        ("f", False),  # what is bound is no number
        ("i", False),
        ("j", True),  # in the last row
    ],
)
def test_symbols_beside_numbers(name: str, beside: bool) -> None:
    assert beside_number(PAGE, of(name)) is beside


def test_what_a_comment_binds() -> None:
    assert [name for name, piece in FORMULAS.items() if is_bound(PAGE, piece)] == [
        "0.2",
        "d",
        "g + 1",
    ]


def test_a_table_in_a_list_is_a_table() -> None:
    text = "- Words $a$\n\n    | Idea | A |\n    |---|---|\n    | $b$ | $c$ |\n    | $d$ | $e$ |\n"
    page = Page.parse(text, "page.md")
    formulas = {piece.content: piece for piece in page.pieces if piece.part is Part.FORMULA}
    assert header_of(page, formulas["e"].start) == header_of(page, formulas["b"].start)
    assert header_of(page, formulas["e"].start) == ["Idea", "A"]
    assert header_of(page, formulas["a"].start) == []
    assert [other.content for other in cells_before(page, formulas["e"])] == ["b", "c", "d"]
    assert [column_of(page, formulas[name].start) for name in "abcde"] == [0, 1, 2, 1, 2]


def test_a_symbol_that_heads_a_column_stands_by_the_numbers_below_it() -> None:
    first = "| a | b |\n|---|---|\n| c | 0.1<!-- = q --> |\n"
    second = "| d | $e$ |\n|---|---|\n| f | words |\n"
    for text, beside in (
        (f"{first}\n{second}", False),
        (second.replace("words", "1<!-- = q -->"), True),
    ):
        page = Page.parse(text, "page.md")
        (formula,) = (piece for piece in page.pieces if piece.part is Part.FORMULA)
        assert beside_number(page, formula) is beside


def test_a_row_may_end_the_page() -> None:
    page = Page.parse("| $a$ | 1<!-- = q --> |", "page.md")
    assert beside_number(page, next(each for each in page.pieces if each.part is Part.FORMULA))

"""Other courses' symbols: what stands in the table that compares them."""

from proofread.conventions import foreign, slips_of_foreign
from proofread.page import Page
from proofread.piece import Part

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

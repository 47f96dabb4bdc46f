"""Lines of a derivation: what each goes on from."""

import pytest

from proofread.derivations import last_side, left_out
from proofread.equations import EquationError
from proofread.page import Page
from proofread.piece import Part

TEXT = r"""
$= 0$

| Derivative | Line | Numbers |
|---|---|---|
| $A$ | $= B = C$ | $\approx 1$ |
| | $= D$ | $\approx 2$ |
| $E$ | words | $\to 3$ |
| | | $< 4$ |
| $=$ | $F + 1$ | |
| | | $G = H \approx 6$ |
| | | $\approx 7$ |
| | | $\approx 8$ |
"""
PAGE = Page.parse(TEXT, "page.md")
FORMULAS = {piece.content: piece for piece in PAGE.pieces if piece.part is Part.FORMULA}


@pytest.mark.parametrize(
    ("tex", "side"),
    [
        ("A", ""),  # no relation: it stands on its own
        ("= B = C", "A"),  # beside
        (r"\approx 1", "C"),  # beside, the last side
        ("= D", "C"),  # above in its column, since nothing stands to the left
        (r"\approx 2", "D"),
        (r"\to 3", "E"),  # past a cell of words
        ("< 4", "3"),
        ("=", ""),  # a sign that the text speaks of
        ("F + 1", ""),
        (r"\approx 8", "H"),  # past all roundings
    ],
)
def test_where_a_line_goes_on(tex: str, side: str) -> None:
    assert left_out(PAGE, FORMULAS[tex]) == side


def test_a_relation_outside_a_table_has_nothing_before_it() -> None:
    with pytest.raises(EquationError, match="nothing stands before"):
        left_out(PAGE, FORMULAS["= 0"])


@pytest.mark.parametrize(
    ("tex", "side"),
    [
        ("a", "a"),
        ("a = b", "b"),
        (r"a = b \approx c + 1", "c + 1"),
        (r"\sum_{i=1}^{m} x_i", r"\sum_{i=1}^{m} x_i"),
        (r"z = (a = b)", "(a = b)"),
        (r"z \le \left[ a < b \right]", r"\left[ a < b \right]"),
        (r"x \in \{ y = 1 \}", r"\{ y = 1 \}"),
        (r"x = \begin{cases} 1 & y = 1 \end{cases}", r"\begin{cases} 1 & y = 1 \end{cases}"),
    ],
)
def test_the_last_side_is_outside_all_brackets(tex: str, side: str) -> None:
    assert last_side(tex) == side


@pytest.mark.parametrize(
    ("tex", "side"),
    [
        ("a = b", "b"),
        (r"a = b \approx 0.67", "b"),
        (r"a = b \approx 0.67 \approx 0.7", "b"),
        (r"a \approx 0.7 = 0.5 + 0.2", "0.5 + 0.2"),
        (r"\approx 0.67", ""),
    ],
)
def test_a_rounding_goes_on_from_what_is_exact(tex: str, side: str) -> None:
    assert last_side(tex, exact=True) == side

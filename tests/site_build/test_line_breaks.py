"""A long formula in running text breaks between its parts, and not inside a short bracket."""

import pytest

from site_build.line_breaks import keep_together
from site_build.mathematics import Typesetter


@pytest.mark.parametrize(
    ("tex", "places", "kept"),
    [
        ("a = b + c", 2, 0),
        ("a < b", 1, 1),
        ("x", 0, 0),
        (r"a = b \, c + d", 3, 1),
        ("a = (p - y) x", 2, 1),
        ("a = (p - (1 - y)) x", 3, 2),
        ("a = (b + c + d + e) x", 4, 0),
        ("a = (b + c + d + (1 - p)) x", 5, 1),
        ("[0, 1) + x = y", 2, 0),
    ],
)
def test_what_is_short_stays_whole(
    typesetter: Typesetter, tex: str, places: int, kept: int
) -> None:
    formula = typesetter.typeset(tex, display=False)
    assert formula.count("<mjx-break") == places
    assert formula.count('<mjx-break class="kept"') == kept


def test_nothing_else_changes() -> None:
    formula = (
        '<mjx-mo space="4"><mjx-c class="a">(</mjx-c></mjx-mo><mjx-break size="3"> </mjx-break>'
    )
    assert keep_together(2 * formula) == 2 * formula
    closed = 2 * formula + "<mjx-mo><mjx-c>)</mjx-c></mjx-mo>"
    assert keep_together(closed).replace(' class="kept"', "") == closed

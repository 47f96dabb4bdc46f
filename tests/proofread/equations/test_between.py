"""The gap of an inequality leads to a narrow place where it is false, and to nothing else."""

from __future__ import annotations

import pytest

from proofread.equations import Scope
from proofread.equations.between import _narrowed


@pytest.mark.parametrize("dip", [-0.7, 0.0, 0.3, 1.9])
def test_an_interval_narrows_to_the_dip(dip: float) -> None:
    low, high = _narrowed(lambda number: abs(number - dip), -1, 2)
    assert low <= dip <= high
    assert high - low < 1e-4


@pytest.mark.parametrize(
    ("tex", "comment"),
    [
        (r"e^z \ge 1 + z", "tight: z = 0"),
        (r"p (1 - p) \le \tfrac14", "tight: z = 0"),
        (r"(b - 1)^2 \ge 0", "tight: b = 1"),
        (r"(b - 1)^2 + 10^{-40} \ge 10^{-40}", "tight: b = 1"),
        (r"10^{100 b} + (b - 1)^2 \ge 10^{100 b}", "tight: b = 1"),
        (r"e^{300 b} + (b - 1)^2 \ge e^{300 b}", "tight: b = 1"),
        (r"\log(2 - b) \le 1 - b", "tight: b = 1"),
        (r"x_j \ge 0.3 \text{ if } x_j \ge 0.3", "tight: x = (0.3, 0.3)"),
        (r"b < 0 \text{ if } b < 0", "tight: b -> 0"),
        (r"q \le 0.3 \text{ if } q \le 0.3", "tight: q = 0.3"),
        (r"q - 0.3 > 0 \text{ if } q > 0.3", "tight: q -> 0.3"),
        (r"(\alpha - 0.1) (\alpha - 0.101) b^2 \ge 0", "with: alpha = 0.2; tight: b = 0"),
    ],
)
def test_what_is_true_is_true_where_its_sides_are_nearest(
    scope: Scope, tex: str, comment: str
) -> None:
    for relation in scope.check(tex, comment).relations:
        assert relation.holds, relation.message


def test_it_is_told_near_which_point(scope: Scope) -> None:
    (relation,) = scope.check(r"(b - 1) (b - 1.001) \ge 0", "tight: b = 1").relations
    assert "the left side is -2.5e-07" in relation.message
    assert "at a point near random point" in relation.message

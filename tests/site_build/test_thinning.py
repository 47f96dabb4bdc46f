"""Curves lose the points that nobody sees, and no others."""

from itertools import pairwise
from math import dist, sin

import numpy as np
import pytest

from site_build.figures.thinning import GAP, OFF, thinned

WAVE = [(x, 40 * sin(x / 20)) for x in np.linspace(0, 300, 1001).tolist()]
STEPS = [(0.0, 0.0), (0.5, 0.0), (0.5, 30.0), (1.0, 30.0)]


@pytest.mark.parametrize("curve", [WAVE, STEPS, WAVE[:2], WAVE[:1]])
def test_no_point_was_farther_off_than_a_screen_shows(curve: list[tuple[float, float]]) -> None:
    kept = thinned(curve)
    assert (kept[0], kept[-1]) == (curve[0], curve[-1])
    assert set(kept) <= set(curve)
    for at in curve:
        shares = np.linspace(0, 1, 201)
        ends = [*pairwise(kept)] or [(kept[0], kept[0])]
        near = min(
            dist(at, ((1 - s) * a[0] + s * b[0], (1 - s) * a[1] + s * b[1]))
            for a, b in ends
            if min(a[0], b[0]) - 1 <= at[0] <= max(a[0], b[0]) + 1
            for s in shares
        )
        assert near <= OFF + GAP / 400


def test_most_points_of_a_smooth_curve_go() -> None:
    assert len(thinned(WAVE)) < len(WAVE) / 8
    assert max(dist(a, b) for a, b in pairwise(thinned(WAVE))) <= GAP


def test_the_corners_of_a_step_stay() -> None:
    assert {(0.5, 0.0), (0.5, 30.0)} <= set(thinned(STEPS))

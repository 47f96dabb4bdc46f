"""Curves, dots and lines, read back through the numbers of the axes, lie where formulas say."""

import math
from itertools import pairwise
from math import inf

import pytest

from site_build.figures import FIGURES
from tests.support.curves import CURVES, DOTS, LINES, WORDS, Curve, chance
from tests.support.drawing import Panel, Place, arrows, panels, ways
from tests.support.training import states

LAYOUTS = ("wide", "narrow")
HAIR = 0.03  # pixels: places are written with two decimals

PANELS = [
    (name, layout, place)
    for name in FIGURES
    for layout in LAYOUTS
    for place in range(len(panels(name, layout)))
]
each_panel = pytest.mark.parametrize(("name", "layout", "place"), PANELS)


def test_each_panel_has_its_formulas() -> None:
    """A new figure belongs into the tables above."""
    known = {(name, place) for name, _, place in PANELS}
    assert known == CURVES.keys() == DOTS.keys()
    assert LINES.keys() <= known


@each_panel
def test_curves_lie_on_their_functions(name: str, layout: str, place: int) -> None:
    panel = panels(name, layout)[place]
    assert len(panel.curves) == len(CURVES[name, place])
    for curve, (height, start, end) in zip(panel.curves, CURVES[name, place], strict=True):
        off = [at for at in curve if distance(panel, height, at) > HAIR]
        assert off == []
        step = abs(end - start) / 90
        assert panel.x.value(curve[0][0]) == pytest.approx(start, abs=step)
        assert panel.x.value(curve[-1][0]) == pytest.approx(end, abs=step)
        xs = [x for x, _ in curve]
        assert xs in (sorted(xs), sorted(xs, reverse=True))


def distance(panel: Panel, height: Curve, at: Place) -> float:
    """How far above or below the function a place is, which may be off by a hair sideways."""
    heights = []
    for shift in (-HAIR, 0, HAIR):
        try:
            found = height(panel.x.value(at[0] + shift))
        except ValueError:  # beyond the end of its domain
            continue
        heights += found if isinstance(found, tuple) else [found]
    places = [panel.y.place(level) if math.isfinite(level) else math.copysign(inf, -level)
              for level in heights]  # fmt: skip
    return max(min(places) - at[1], at[1] - max(places), 0)


@each_panel
def test_dots_and_lines_are_where_they_should_be(name: str, layout: str, place: int) -> None:
    panel = panels(name, layout)[place]
    expected = DOTS[name, place], LINES.get((name, place), [])
    found = panel.dots, panel.lines
    assert [len(each) for each in found] == [len(each) for each in expected]
    ends = [(at, to) for line, other in zip(found[1], expected[1], strict=True)
            for at, to in zip(line, other, strict=True)]  # fmt: skip
    for at, (x, y) in [*zip(found[0], expected[0], strict=True), *ends]:
        assert at[0] == pytest.approx(panel.x.place(x), abs=HAIR)
        if math.isfinite(y):
            assert at[1] == pytest.approx(panel.y.place(y), abs=HAIR)


@each_panel
def test_lines_and_marks_stand_at_the_numbers(name: str, layout: str, place: int) -> None:
    panel = panels(name, layout)[place]
    for found, scale in ((panel.levels, panel.y), (panel.marks, panel.x)):
        if found:
            assert scale.places == pytest.approx((found[0], found[-1]), abs=HAIR)
            gaps = [b - a for a, b in pairwise(found)]
            assert gaps == pytest.approx([gaps[0]] * len(gaps), abs=HAIR)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("name", "place"), WORDS)
def test_words_stand_nearest_to_their_curves(name: str, place: int, layout: str) -> None:
    panel = panels(name, layout)[place]
    for word, meant in WORDS[name, place].items():
        away = [min(math.dist(panel.words[word], at) for at in curve) for curve in panel.curves]
        assert away.index(min(away)) == meant, (word, away)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_bars_count_the_errors_of_each_label(layout: str) -> None:
    panel = panels("training", layout)[2]
    counts = [(k, count) for label in states()[2:] for k, count in enumerate(label) if count]
    assert len(panel.bars) == len(counts)
    for (low, high), (k, count) in zip(panel.bars, counts, strict=True):
        (left, bottom), (right, top) = panel.data(low), panel.data(high)
        assert (bottom, top) == pytest.approx((0, count), abs=0.02)
        assert k / 10 - 1 < left < right < (k + 1) / 10 - 1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_arrows_lead_from_pull_to_pull(layout: str) -> None:
    """Three students pull at the weights, end to end; their mean starts at the origin again."""
    students = (((3, 5), 1), ((1, 7), 0), ((6, 4), 1))
    pulls = [
        [(y - chance(0.1 * x[0] - 0.2 * x[1] + 0.5)) * feature for feature in x]
        for x, y in students
    ]
    corners = [[sum(pull[axis] for pull in pulls[:k]) for axis in (0, 1)] for k in range(4)]
    mean = [total / 3 for total in corners[3]]
    expected = [*pairwise(corners), (corners[0], mean)]
    found = arrows("error-weighted-features", layout)
    assert len(found) == len(expected)
    for (tail, tip), (start, end) in zip(found, expected, strict=True):
        assert tail == pytest.approx(start, abs=HAIR / 60)
        assert tip == pytest.approx(end, abs=HAIR / 60)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_ladder_leads_from_even_steps_to_probabilities(layout: str) -> None:
    found = ways("score-odds-probability", layout)
    heights = [chance(z) for z in (3, 2, 1, 0, -1, -2, -3)]
    assert [height for _, height in found] == pytest.approx(heights, abs=1e-4)
    assert [step for step, _ in found] == pytest.approx([1 - k / 6 for k in range(7)], abs=1e-4)

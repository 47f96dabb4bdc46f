"""The walks on the loss of the students, read back from the figure, lead where they should."""

import math
from itertools import pairwise

import pytest

from tests.support.drawing import SVG, Panel, Place, panels, root
from tests.support.walks import SAFE_RATE, batches, descent, loss_at, minimum, newton

HAIR = 0.03  # pixels: places are written with two decimals
LEVELS = (0.41, 0.45, 0.5, 0.6, 0.8, 1.2)  # of the lines of equal loss, as the page names them
WALKS = [batches(25, seed=3), descent(SAFE_RATE, 100), newton(5)]


@pytest.fixture(params=["wide", "narrow"])
def plane(request: pytest.FixtureRequest) -> Panel:
    (found,) = panels("paths-on-the-loss", request.param, "plane")
    return found


def lines_of_equal_loss(plane: Panel) -> list[list[Place]]:
    return plane.curves[: -len(WALKS)]


def assert_there(plane: Panel, found: list[Place], expected: list[Place]) -> None:
    assert len(found) == len(expected)
    for at, (weight, bias) in zip(found, expected, strict=True):
        assert at == pytest.approx((plane.x.place(weight), plane.y.place(bias)), abs=HAIR)


def test_the_walks_lead_where_they_should(plane: Panel) -> None:
    for found, expected in zip(plane.curves[-len(WALKS) :], WALKS, strict=True):
        assert_there(plane, found, expected)


def test_marks_stand_on_their_walks(plane: Panel) -> None:
    noisy, steady, newtons = WALKS
    assert_there(plane, plane.dots, steady)
    assert_there(plane, plane.shapes, noisy[::4] + newtons)  # the ends of epochs, then squares


def test_the_loss_is_equal_along_its_lines(plane: Panel) -> None:
    pixel = abs(plane.y.value(1) - plane.y.value(0)) + abs(plane.x.value(1) - plane.x.value(0))
    reached = set()
    for line in lines_of_equal_loss(plane):
        losses = [loss_at(*plane.data(at)) for at in line]
        level = min(LEVELS, key=lambda known: abs(known - losses[0]))
        reached.add(level)
        steepest = 6  # the gradient is never longer than the mean length of hours and one
        assert losses == pytest.approx([level] * len(losses), abs=steepest * HAIR * pixel)
    assert reached == set(LEVELS)


def test_lines_of_equal_loss_leave_no_gap(plane: Panel) -> None:
    """Each is drawn as far as it lies in the frame: a ray from the minimum meets it there."""
    lines = lines_of_equal_loss(plane)
    for k in range(36):
        angle = math.pi * k / 18
        across, up = math.cos(angle) / 10, math.sin(angle) / 10
        for level in LEVELS:
            place = _on_the_ray(across, up, level)
            at = plane.x.place(place[0]), plane.y.place(place[1])
            if -0.2 < place[0] < 2.2 and -4.8 < place[1] < 0.8:
                assert min(_distance(at, a, b) for line in lines for a, b in pairwise(line)) < 1


def _on_the_ray(across: float, up: float, level: float) -> Place:
    weight, bias = minimum()
    near, far = 0.0, 400.0
    for _ in range(60):
        middle = (near + far) / 2
        if loss_at(weight + middle * across, bias + middle * up) < level:
            near = middle
        else:
            far = middle
    return weight + near * across, bias + near * up


def _distance(at: Place, start: Place, end: Place) -> float:
    """How far a place is from a stretch of a line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / length if length else 0
    share = min(max(share, 0), 1)
    return math.dist(at, (start[0] + share * dx, start[1] + share * dy))


@pytest.mark.parametrize("layout", ["wide", "narrow"])
def test_the_legend_shows_the_marks_of_the_walks(layout: str) -> None:
    """On the picture are 26 triangles, then 6 squares; descent has dots."""
    drawing = root("paths-on-the-loss", layout)
    shapes = [
        (len((shape.get("points") or "").split()), shape.get("class"))
        for shape in drawing.iter(f"{SVG}polygon")
    ]
    triangle, square, dot = (3, "dot"), (4, "accent-dot"), (16, "dot")
    assert shapes == [triangle] * 26 + [square] * 6 + [dot, triangle, square]
    words = [text.text for text in drawing.iter(f"{SVG}text")]
    assert words[-3:] == ["gradient descent", "mini-batches", "Newton's method"]

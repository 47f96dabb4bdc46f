"""Reads a figure back into data: through the numbers that its own axes show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from xml.etree import ElementTree

from site_build.figures import FIGURES, Figure

SVG = "{http://www.w3.org/2000/svg}"
RISE = 5  # the numbers of the vertical axis stand this far below their lines

Place = tuple[float, float]


@dataclass(frozen=True)
class Scale:
    """An axis, by two of its numbers and where they stand."""

    values: Place
    places: Place

    def value(self, place: float) -> float:
        """Return what stands for a place."""
        (a, b), (s, t) = self.values, self.places
        return a + (place - s) / (t - s) * (b - a)

    def place(self, value: float) -> float:
        """Return where a value stands."""
        (a, b), (s, t) = self.values, self.places
        return s + (value - a) / (b - a) * (t - s)


@dataclass(frozen=True)
class Panel:
    """What is drawn in one pair of axes; all places are those of the drawing."""

    x: Scale
    y: Scale
    curves: list[list[Place]]
    dots: list[Place]
    shapes: list[Place]  # the middles of squares and triangles
    lines: list[tuple[Place, Place]]
    bars: list[tuple[Place, Place]]  # lower left and upper right corners
    levels: list[float]  # how far down the lines across are
    marks: list[float]  # how far to the right the marks of the scale are
    words: dict[str, Place]

    def data(self, place: Place) -> Place:
        """Return what stands for a place."""
        return self.x.value(place[0]), self.y.value(place[1])


@cache
def figure(name: str) -> Figure:
    """Draw a figure, once."""
    return FIGURES[name]()


@cache
def root(name: str, layout: str) -> ElementTree.Element:
    """Return one layout of a figure."""
    return ElementTree.fromstring(getattr(figure(name), layout).svg(classes=["figure"]))  # noqa: S314 (our own)


def panels(name: str, layout: str, kind: str = "") -> list[Panel]:
    """Return the panels of one kind in a figure, in the order in which they are drawn."""
    drawing = root(name, layout)
    groups = drawing.iter(f"{SVG}g")
    return [_panel(group, drawing) for group in groups if group.get("data-panel") == kind]


def arrows(name: str, layout: str) -> list[tuple[Place, Place]]:
    """Return from where to where each arrow of a figure with axes leads, in data."""
    drawing = root(name, layout)
    x, y = _scale(drawing, "x", 0) or _missing("x"), _scale(drawing, "y", -RISE) or _missing("y")
    shafts = [line for line in drawing.iter(f"{SVG}line") if line.get("class") != "soft"]
    heads = [_points(head)[0] for head in drawing.iter(f"{SVG}polygon")]
    return [
        (
            (x.value(_at(shaft, "x1")), y.value(_at(shaft, "y1"))),
            (x.value(tip[0]), y.value(tip[1])),
        )
        for shaft, tip in zip(shafts, heads, strict=True)
    ]


def ways(name: str, layout: str) -> list[Place]:
    """Return how high each line of a ladder starts and ends, as shares of the rail at its end."""
    lines = list(root(name, layout).iter(f"{SVG}line"))
    rail = next(line for line in lines if line.get("class") == "ink")
    scale = Scale((1, 0), (_at(rail, "y1"), _at(rail, "y2")))
    rungs = [line for line in lines if line.get("class") == "accent"]
    return [(scale.value(_at(rung, "y1")), scale.value(_at(rung, "y2"))) for rung in rungs]


def _panel(group: ElementTree.Element, drawing: ElementTree.Element) -> Panel:
    lines = [
        ((_at(line, "x1"), _at(line, "y1")), (_at(line, "x2"), _at(line, "y2")), line.get("class"))
        for line in group.iter(f"{SVG}line")
    ]
    soft = [(tail, tip) for tail, tip, kind in lines if kind == "soft"]
    texts = group.iter(f"{SVG}text")
    return Panel(
        x=_scale(group, "x", 0) or _scale(drawing, "x", 0) or _missing("x"),
        y=_scale(group, "y", -RISE) or _missing("y"),
        curves=[_steps(line) for line in group.iter(f"{SVG}path")],
        dots=[(_at(dot, "cx"), _at(dot, "cy")) for dot in group.iter(f"{SVG}circle")],
        shapes=[_middle(_points(shape)) for shape in group.iter(f"{SVG}polygon")],
        lines=[(tail, tip) for tail, tip, kind in lines if kind != "soft"],
        bars=[_corners(bar) for bar in group.iter(f"{SVG}rect")],
        levels=[tail[1] for tail, tip in soft if tail[1] == tip[1]],
        marks=[tail[0] for tail, tip in soft if tail[0] == tip[0]],
        words={"".join(text.itertext()): (_at(text, "x"), _at(text, "y")) for text in texts},
    )


def numbers(group: ElementTree.Element, axis: str, shift: float) -> Iterator[Place]:
    """Yield the numbers of an axis, each with its place."""
    for ticks in group.iter(f"{SVG}g"):
        if ticks.get("data-ticks") == axis:
            for text in ticks.iter(f"{SVG}text"):
                yield float((text.text or "").replace("−", "-")), _at(text, axis) + shift


def _scale(group: ElementTree.Element, axis: str, shift: float) -> Scale | None:
    found = list(numbers(group, axis, shift))
    if not found:
        return None
    (a, s), (b, t) = found[0], found[-1]
    return Scale((a, b), (s, t))


def _missing(axis: str) -> Scale:
    raise AssertionError(f"a panel without numbers on its axis {axis}")


def _at(element: ElementTree.Element, name: str) -> float:
    return float(element.attrib[name])


def _corners(bar: ElementTree.Element) -> tuple[Place, Place]:
    x, y = _at(bar, "x"), _at(bar, "y")
    return (x, y + _at(bar, "height")), (x + _at(bar, "width"), y)


def _middle(corners: list[Place]) -> Place:
    return sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)


def _steps(path: ElementTree.Element) -> list[Place]:
    """Return the places of a path that starts somewhere, and goes on by steps alone."""
    numbers = [float(text) for text in path.attrib["d"].removeprefix("m ").split()]
    return list(zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True))


def _points(line: ElementTree.Element) -> list[Place]:
    pairs = (pair.split(",") for pair in line.attrib["points"].split())
    return [(float(x), float(y)) for x, y in pairs]

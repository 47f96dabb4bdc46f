"""Two axes: they turn data into places on a drawing, and draw their own lines and numbers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import svg

from site_build.figures.labels import ticks
from site_build.figures.thinning import thinned

Place = tuple[float, float]


@dataclass(frozen=True)
class Axes:
    """What the axes run from and to, in data, and the box between them, on the drawing."""

    across: tuple[float, float]
    up: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float

    def x(self, value: float) -> float:
        """Return how far to the right a value of the horizontal axis stands."""
        first, last = self.across
        share = (value - first) / (last - first)
        return _written(self.left + share * (self.right - self.left))

    def y(self, value: float) -> float:
        """Return how far down a value of the vertical axis stands."""
        first, last = self.up
        share = (value - first) / (last - first)
        return _written(self.bottom - share * (self.bottom - self.top))

    def levels(self, values: Sequence[float], word: str, *, lift: float = 14) -> list[svg.Element]:
        """Draw a line and a number for each level, and above them what they measure, if told."""
        x, y = self.left - 32, self.top - lift
        return [
            *(self.line((self.across[0], v), (self.across[1], v), ["soft"]) for v in values),
            ticks("y", [(self.left - 8, self.y(v) + 5, v) for v in values], "at-end"),
            *([svg.Text(x=x, y=y, class_=["text"], text=word)] if word else []),
        ]

    def scale(self, values: Sequence[float], word: str) -> list[svg.Element]:
        """Draw a mark and a number for each value, and below them what they measure."""
        middle, below = (self.left + self.right) / 2, self.bottom
        return [
            *(
                svg.Line(x1=self.x(v), y1=below, x2=self.x(v), y2=below + 5, class_=["soft"])
                for v in values
            ),
            ticks("x", [(self.x(v), below + 21, v) for v in values], "at-middle"),
            svg.Text(x=middle, y=below + 41, class_=["text", "at-middle"], text=word),
        ]

    def path(self, places: Iterable[Place], classes: list[str]) -> svg.Path:
        """Draw a line through places given in data."""
        return _path([(self.x(x), self.y(y)) for x, y in places], classes)

    def smooth(self, places: Iterable[Place], classes: list[str]) -> svg.Path:
        """Draw a curve of which these are places in data, with as many of them as it needs."""
        return _path(thinned([(self.x(x), self.y(y)) for x, y in places]), classes)

    def curve(
        self, height: Callable[[float], float], classes: list[str], steps: int = 96
    ) -> svg.Path:
        """Draw a function over the whole axis, where it stays within the box or nearly so."""
        low, high = self.up
        slack = (high - low) / 200  # a curve may end a hair outside, rather than before the edge
        along = [(x, height(x)) for x in np.linspace(*self.across, steps + 1).tolist()]
        return self.smooth([(x, y) for x, y in along if low - slack <= y <= high + slack], classes)

    def line(self, tail: Place, tip: Place, classes: list[str]) -> svg.Line:
        """Draw a straight line between two places given in data."""
        (x1, y1), (x2, y2) = tail, tip
        return svg.Line(x1=self.x(x1), y1=self.y(y1), x2=self.x(x2), y2=self.y(y2), class_=classes)

    def dot(self, place: Place, kind: str, radius: float = 5) -> svg.Circle:
        """Draw a dot at a place given in data."""
        return svg.Circle(cx=self.x(place[0]), cy=self.y(place[1]), r=radius, class_=[kind])


def _written(place: float) -> float:
    """Return a place as it is written in a drawing: a hundredth of a pixel is seen by nobody."""
    place = round(place, 2)
    return int(place) if place.is_integer() else place


@dataclass
class _Steps(svg.PathData):
    """A line by its first place and the steps from there on, which are shorter than all places."""

    places: tuple[Place, ...]

    def __str__(self) -> str:
        return "m " + " ".join(f"{x:g} {y:g}" for x, y in self.places)


def _path(points: Sequence[Place], classes: list[str]) -> svg.Path:
    steps = [(round(x - a, 2), round(y - b, 2)) for (a, b), (x, y) in pairwise(points)]
    return svg.Path(d=[_Steps((points[0], *steps))], class_=classes, fill="none")


def panel(elements: Iterable[svg.Element], kind: str = "") -> svg.G:
    """Hold together what belongs to one pair of axes, so that it can be checked against them.

    Its curves are functions of the horizontal axis; in one of the kind "plane" they need not be.
    """
    return svg.G(data={"panel": kind}, elements=list(elements))

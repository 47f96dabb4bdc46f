"""What is left of the gradient when a probability rounds: two pictures, for two spellings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
import svg

from logistic_gradient import sigmoid
from site_build.figures.drawing import LINE, Drawing, Figure, ticks, value

LAST = 50.0  # the scores run from 0 to LAST
EPS = 1e-12  # the usual clamp
ROUNDS_TO_ONE = {np.float32: 24 * log(2), np.float64: 53 * log(2)}  # where 1 + e^-z becomes 1
HALF_LOST = log((1 - EPS) / EPS)  # where 1 - p is as small as the clamp

Curve = list[tuple[float, float]]


@dataclass(frozen=True)
class _Frame:
    """The axes of a picture, from its data to places on the page."""

    width: int
    height: int
    low: float
    high: float

    left = 48
    top = 40

    def x(self, z: float) -> float:
        return round(self.left + z / LAST * (self.width - 16 - self.left), 2)

    def y(self, level: float) -> float:
        share = (level - self.low) / (self.high - self.low)
        return round(self.bottom - share * (self.bottom - self.top), 2)

    @property
    def bottom(self) -> int:
        return self.height - 46

    def axes(self, levels: list[float], word: str) -> list[svg.Element]:
        """Draw lines and numbers for the levels, and numbers for the scores."""
        right = self.width - 16
        scores = np.arange(0, LAST + 1, 10).tolist()
        return [
            *(
                svg.Line(x1=self.left, y1=self.y(v), x2=right, y2=self.y(v), class_=["soft"])
                for v in levels
            ),
            ticks("y", [(self.left - 8, self.y(v) + 5, v) for v in levels], "at-end"),
            ticks("x", [(self.x(z), self.bottom + 21, z) for z in scores], "at-middle"),
            svg.Text(
                x=(self.left + right) / 2,
                y=self.bottom + 40,
                class_=["text", "at-middle"],
                text="score z",
            ),
            svg.Text(x=4, y=16, class_=["text"], text=word),
        ]

    def curve(self, points: Iterable[tuple[float, float]], classes: list[str]) -> svg.Polyline:
        places = [svg.Point(self.x(z), self.y(level)) for z, level in points]
        return svg.Polyline(points=places, class_=classes, fill="none")

    def words(self, z: float, level: float, lines: list[str], kind: str, side: str) -> svg.G:
        """Write lines of text, the first at a place of the picture."""
        texts: list[svg.Element] = [
            svg.Text(x=self.x(z), y=self.y(level) + k * LINE, class_=[kind, side], text=line)
            for k, line in enumerate(lines)
        ]
        return svg.G(elements=texts)


def _both(draw: Callable[[int, int], Drawing]) -> Figure:
    return Figure(wide=draw(736, 340), narrow=draw(340, 320))


def clamped_gradient() -> Figure:
    """Draw, for label 0, the derived gradient and that of logarithms with a clamp."""
    return _both(_clamped)


def _clamped(width: int, height: int) -> Drawing:
    frame = _Frame(width, height, 0, 1)
    z = np.linspace(0, LAST, 1001)
    elements = frame.axes([0.0, 0.5, 1.0], "gradient in z, label zero")
    elements.append(
        frame.curve(zip(z.tolist(), sigmoid(z).tolist(), strict=True), ["ink", "curve"])
    )
    for kind, dashes, half in (
        (np.float32, [], ROUNDS_TO_ONE[np.float32]),
        (np.float64, ["dashed"], HALF_LOST),
    ):
        elements += [
            frame.curve(_with_clamp(kind), ["accent", *dashes]),
            svg.Circle(cx=frame.x(half), cy=frame.y(0.5), r=5, class_=["accent-dot"]),
        ]
    right = "at-start"
    single, double = ROUNDS_TO_ONE[np.float32], HALF_LOST
    narrow = width < 500
    elements += [
        frame.words(LAST, 1.04, ["derived: p − y"], "text", "at-end"),
        frame.words(single - 1.5, 0.28, ["clamp,", "single", "precision"], "accent-text", "at-end"),
        frame.words(double + 4, 0.28, ["clamp,", "double", "precision"], "accent-text", right),
        value(
            frame.x(single - 1), frame.y(0.5) - 10, single, ["accent-text", "at-end"], before="z = "
        ),
        value(
            frame.x(double + (1.5 if narrow else 1)),
            frame.y(0.5) - 10,
            double,
            ["accent-text", right],
            before="z = ",
        ),
    ]
    return Drawing(width, height, tuple(elements))


def _with_clamp(kind: type[np.floating[Any]]) -> Curve:
    """Return what autograd multiplies out for -ln(1 - p + eps), in one precision."""
    z = np.linspace(0, LAST, 1001, dtype=kind)
    p = 1 / (1 + np.exp(-z))
    slope = p * (1 - p) / (1 - p + kind(EPS))
    return list(zip(z.tolist(), slope.tolist(), strict=True))


def cancelled_error() -> Figure:
    """Draw, for label 1, the size of the error and what the subtraction p - 1 leaves of it."""
    return _both(_cancelled)


def _cancelled(width: int, height: int) -> Drawing:
    lowest = -20.0
    frame = _Frame(width, height, lowest, 0)
    z = np.linspace(0, 46, 921)
    sizes = np.log10(sigmoid(-z))
    elements = frame.axes(
        np.arange(lowest, 1, 5).tolist(), "size of the gradient in z, as a power of ten"
    )
    elements.append(frame.curve(zip(z.tolist(), sizes.tolist(), strict=True), ["ink", "curve"]))
    for kind, dashes, precision, across, level, side in (
        (np.float32, [], "single", -1.5, -14.6, "at-end"),
        (np.float64, ["dashed"], "double", 1.5, -8.6, "at-start"),
    ):
        last = ROUNDS_TO_ONE[kind]
        along = _subtracted(kind)
        words = ["accent-text", side]
        place = frame.x(last + across), frame.y(level) + 3 * LINE
        elements += [
            frame.curve([*along, (last, along[-1][1]), (last, lowest)], ["accent", *dashes]),
            svg.Circle(cx=frame.x(last), cy=frame.y(lowest), r=5, class_=["accent-dot"]),
            frame.words(
                last + across, level, ["p − y,", precision, "precision"], "accent-text", side
            ),
            value(*place, last, words, before="z = "),
        ]
    elements.append(frame.words(19, -6, ["exact"], "text", "at-start"))
    return Drawing(width, height, tuple(elements))


def _subtracted(kind: type[np.floating[Any]]) -> Curve:
    """Return the power of ten of 1 - p in one precision, up to where it is zero."""
    z = np.arange(0, ROUNDS_TO_ONE[kind], 0.05).astype(kind)
    left = 1 - 1 / (1 + np.exp(-z))
    return [(s, log(d, 10)) for s, d in zip(z.tolist(), left.tolist(), strict=True) if d > 0]

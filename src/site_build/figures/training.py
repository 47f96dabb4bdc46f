"""A hundred epochs of gradient descent in three charts: loss, gradient norm, errors by label."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import log10

import numpy as np
import svg

from logistic_gradient import sigmoid
from logistic_gradient.data import synthetic
from logistic_gradient.optimize import Fit, gradient_descent, newton
from site_build.figures.drawing import Drawing, Figure, ticks, value

EPOCHS = 100
MOST = 120  # samples in the fullest bin, rounded up


@cache
def _fit() -> Fit:
    data = synthetic().train
    return gradient_descent(data.X, data.y, learning_rate=0.5, iterations=EPOCHS)


@cache
def _least() -> float:
    """Return the smallest loss: two columns are sums of others, and the fit goes without them."""
    data = synthetic().train
    return newton(np.delete(data.X, [5, 8], axis=1), data.y).loss


def _errors(label: int) -> list[int]:
    """Count the training samples of one label by their last error, in tenths from -1 to 1."""
    data, fit = synthetic().train, _fit()
    errors = sigmoid(data.X @ fit.w + fit.b) - data.y
    counts, _ = np.histogram(errors[data.y == label], bins=np.linspace(-1, 1, 21))
    return counts.tolist()


@dataclass(frozen=True)
class _Chart:
    """One chart: where it stands in the drawing, and the range of its axes."""

    left: float
    top: float
    right: float
    bottom: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def x(self, along: float) -> float:
        low, high = self.x_range
        return round(self.left + (along - low) / (high - low) * (self.right - self.left), 2)

    def y(self, level: float) -> float:
        low, high = self.y_range
        return round(self.bottom - (level - low) / (high - low) * (self.bottom - self.top), 2)

    def axes(
        self, title: str, word: str, along: list[float], levels: dict[float, float]
    ) -> list[svg.Element]:
        """Draw title, grid, numbers and the word under the axis; levels by the number shown."""
        marks = [(shown, self.y(level)) for shown, level in levels.items()]
        middle = (self.left + self.right) / 2
        return [
            svg.Text(x=self.left - 46, y=self.top - 20, class_=["text", "strong"], text=title),
            *(svg.Line(x1=self.left, y1=y, x2=self.right, y2=y, class_=["soft"]) for _, y in marks),
            ticks("y", [(self.left - 8, y + 5, shown) for shown, y in marks], "at-end"),
            ticks("x", [(self.x(at), self.bottom + 21, at) for at in along], "at-middle"),
            svg.Text(x=middle, y=self.bottom + 42, class_=["text", "at-middle"], text=word),
        ]

    def line(self, points: Iterable[tuple[float, float]], classes: list[str]) -> svg.Polyline:
        places = [svg.Point(self.x(along), self.y(level)) for along, level in points]
        return svg.Polyline(points=places, class_=classes, fill="none")


def training() -> Figure:
    """Draw the charts in two rows where there is room, else one below the other."""
    return Figure(
        wide=Drawing(736, 640, _charts((50, 336), (440, 716), (50, 716), (40, 40, 370), 220)),
        narrow=Drawing(340, 930, _charts((50, 324), (50, 324), (50, 324), (40, 350, 660), 210)),
    )


Side = tuple[float, float]  # left, right


def _charts(
    loss: Side, norm: Side, errors: Side, tops: tuple[int, int, int], height: int
) -> tuple[svg.Element, ...]:
    def chart(
        side: Side, top: int, x_range: tuple[float, float], y_range: tuple[float, float]
    ) -> _Chart:
        return _Chart(side[0], top, side[1], top + height, x_range, y_range)

    epochs = 0.0, float(EPOCHS)
    return (
        *_loss(chart(loss, tops[0], epochs, (0.2, 0.7))),
        *_norm(chart(norm, tops[1], epochs, (-3.0, 0.0))),
        *_by_label(chart(errors, tops[2], (-1.0, 1.0), (0.0, MOST))),
    )


def _loss(chart: _Chart) -> list[svg.Element]:
    levels = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    least = _least()
    return [
        *chart.axes("loss", "epoch", [0, 50, 100], dict(zip(levels, levels, strict=True))),
        chart.line([(0, least), (EPOCHS, least)], ["accent", "dashed"]),
        chart.line(enumerate(_fit().history.loss.tolist()), ["ink", "curve"]),
        value(chart.right, chart.y(least) + 19, least, ["accent-text", "at-end"], "smallest = "),
    ]


def _norm(chart: _Chart) -> list[svg.Element]:
    powers = {10.0**power: float(power) for power in (-3, -2, -1, 0)}
    norms = [log10(norm) for norm in _fit().history.gradient_norm.tolist()]
    return [
        *chart.axes("norm of the gradient", "epoch", [0, 50, 100], powers),
        chart.line(enumerate(norms), ["ink", "curve"]),
    ]


def _by_label(chart: _Chart) -> list[svg.Element]:
    levels = [0.0, 40.0, 80.0, 120.0]
    bars = [
        svg.Rect(
            x=chart.x(-1 + k / 10) + 1,
            y=chart.y(count),
            width=chart.x(0.1) - chart.x(0) - 2,
            height=chart.bottom - chart.y(count),
            class_=["fill"] if label else ["accent-dot"],
        )
        for label in (0, 1)
        for k, count in enumerate(_errors(label))
        if count
    ]
    along = [-1.0, -0.5, 0.0, 0.5, 1.0]
    return [
        *chart.axes("samples", "error p − y", along, dict(zip(levels, levels, strict=True))),
        *bars,
        svg.Text(x=chart.x(-0.55), y=chart.y(57), class_=["text", "at-middle"], text="label one"),
        svg.Text(
            x=chart.x(0.55), y=chart.y(57), class_=["accent-text", "at-middle"], text="label zero"
        ),
    ]

"""The twenty students: who passed after how many hours, and the fitted curve with its band."""

from collections.abc import Callable

import numpy as np
import svg

from logistic_gradient import hessian, sigmoid
from logistic_gradient.data import DataSet, students
from logistic_gradient.optimize import Fit, newton
from site_build.figures.drawing import Drawing, Figure, ticks, value

LONGEST = 6.0  # the axis runs from zero to so many hours
QUANTILE = 1.959963984540054  # 95 % of a normal distribution lie within so many deviations


def students_drawn() -> Figure:
    """Draw a dot for each student, failed below and passed above, and where the two overlap."""
    return Figure(wide=_dots(736, 190), narrow=_dots(340, 190))


def students_fitted() -> Figure:
    """Draw the dots, the fitted curve, its band, and the hours at which both ends are as likely."""
    return Figure(wide=_curve(736, 380), narrow=_curve(340, 320))


def _dots(width: int, height: int) -> Drawing:
    data = students()
    hours, passed = data.X[:, 0], data.y
    left, right, top, bottom = 76, width - 16, 44, height - 48
    x = _across(left, right)

    def y(label: float) -> float:
        return round(bottom - 20 - label * (bottom - top - 20), 2)

    first, last = float(hours[passed == 1].min()), float(hours[passed == 0].max())
    elements: list[svg.Element] = [
        *_hours_axis(x, left, right, bottom),
        *(
            svg.Line(x1=x(h), y1=top - 16, x2=x(h), y2=bottom, class_=["accent", "dashed"])
            for h in (first, last)
        ),
        svg.Text(x=left - 10, y=y(1) + 5, class_=["text", "at-end"], text="passed"),
        svg.Text(x=left - 10, y=y(0) + 5, class_=["text", "at-end"], text="failed"),
        *_samples(data, x, y),
        value(x(first), top - 22, first, ["accent-text", "at-middle"]),
        value(x(last), top - 22, last, ["accent-text", "at-middle"]),
    ]
    return Drawing(width, height, tuple(elements))


def _curve(width: int, height: int) -> Drawing:
    data = students()
    fit = newton(data.X, data.y)
    left, right, top, bottom = 48, width - 16, 34, height - 48
    x = _across(left, right)

    def y(p: float) -> float:
        return round(bottom - p * (bottom - top), 2)

    along, low, middle, high = _band(data, fit)
    there = [svg.Point(x(h), y(p)) for h, p in zip(along, high, strict=True)]
    back = [svg.Point(x(h), y(p)) for h, p in zip(reversed(along), reversed(low), strict=True)]
    even = float(-fit.b / fit.w[0])
    levels = [0.0, 0.25, 0.5, 0.75, 1.0]
    elements: list[svg.Element] = [
        svg.Polygon(points=there + back, class_=["fill", "dashed"]),
        *(svg.Line(x1=left, y1=y(p), x2=right, y2=y(p), class_=["soft"]) for p in levels),
        ticks("y", [(left - 8, y(p) + 5, p) for p in levels], "at-end"),
        *_hours_axis(x, left, right, bottom),
        svg.Text(x=4, y=top - 16, class_=["text"], text="probability of passing"),
        svg.Polyline(
            points=[svg.Point(x(h), y(p)) for h, p in zip(along, middle, strict=True)],
            class_=["ink", "curve"],
        ),
        *_samples(data, x, y),
        svg.Line(x1=x(even), y1=bottom, x2=x(even), y2=y(0.5), class_=["accent", "dashed"]),
        svg.Circle(cx=x(even), cy=y(0.5), r=6, class_=["accent-dot"]),
        value(x(even) + 8, bottom - 16, even, ["accent-text"]),
    ]
    return Drawing(width, height, tuple(elements))


def _band(data: DataSet, fit: Fit) -> tuple[list[float], list[float], list[float], list[float]]:
    """Return hours along the axis, and there the lower end, the curve and the upper end."""
    along = np.linspace(0, LONGEST, 97)
    rows = np.column_stack([along, np.ones_like(along)])
    covariance = np.linalg.inv(len(data.y) * hessian(fit.w, fit.b, data.X))
    score = fit.w[0] * along + fit.b
    reach = QUANTILE * np.sqrt(np.sum(rows @ covariance * rows, axis=1))
    return (
        along.tolist(),
        sigmoid(score - reach).tolist(),
        sigmoid(score).tolist(),
        sigmoid(score + reach).tolist(),
    )


def _across(left: int, right: int) -> Callable[[float], float]:
    return lambda hours: round(left + hours / LONGEST * (right - left), 2)


def _hours_axis(
    x: Callable[[float], float], left: int, right: int, bottom: int
) -> list[svg.Element]:
    marks = np.arange(0, LONGEST + 1).tolist()
    return [
        svg.Line(x1=left, y1=bottom, x2=right, y2=bottom, class_=["soft"]),
        *(svg.Line(x1=x(h), y1=bottom, x2=x(h), y2=bottom + 5, class_=["soft"]) for h in marks),
        ticks("x", [(x(h), bottom + 21, h) for h in marks], "at-middle"),
        svg.Text(
            x=(left + right) / 2, y=bottom + 41, class_=["text", "at-middle"], text="hours of study"
        ),
    ]


def _samples(
    data: DataSet, x: Callable[[float], float], y: Callable[[float], float]
) -> list[svg.Element]:
    pairs = zip(data.X[:, 0].tolist(), data.y.tolist(), strict=True)
    return [svg.Circle(cx=x(h), cy=y(label), r=5, class_=["dot"]) for h, label in pairs]

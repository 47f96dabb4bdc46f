"""The twenty students: who passed after how many hours, and the fitted curve with its band."""

import numpy as np
import svg

from logistic_gradient import hessian, sigmoid
from logistic_gradient.data import students
from logistic_gradient.optimize import newton
from site_build.figures.axes import Axes, Place, panel
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Quantity, value

LONGEST = 6.0  # the axis runs from zero to so many hours
QUANTILE = 1.959963984540054  # 95 % of a normal distribution lie within so many deviations


def students_drawn() -> Figure:
    """Draw a dot for each student, failed below and passed above, and where the two overlap."""
    return Figure(wide=_dots(736, 200), narrow=_dots(340, 200))


def students_fitted() -> Figure:
    """Draw the dots, the fitted curve, its band, and the hours at which both ends are as likely."""
    return Figure(wide=_curve(736, 380), narrow=_curve(340, 330))


def _dots(width: int, height: int) -> Drawing:
    axes = _axes(width, height, top=48)
    data = students()
    hours, passed = data.X[:, 0], data.y
    above, label = axes.top - 10, ["accent-text", "at-middle"]
    elements = [
        *axes.levels([0.0, 0.5, 1.0], "passed", lift=32),
        *axes.scale(_marks(), "hours of study"),
    ]
    for end, bound in (
        (float(hours[passed == 1].min()), "min(hours[passed == 1])"),
        (float(hours[passed == 0].max()), "max(hours[passed == 0])"),
    ):
        elements += [
            axes.line((end, 0), (end, 1), ["accent", "dashed"]),
            value(axes.x(end), above, end, Quantity(python=bound), label),
        ]
    return Drawing(width, height, (panel([*elements, *_samples(axes)]),))


def _curve(width: int, height: int) -> Drawing:
    axes = _axes(width, height, top=34)
    data = students()
    fit = newton(data.X, data.y)
    along = np.linspace(0, LONGEST, 97)
    rows = np.column_stack([along, np.ones_like(along)])
    covariance = np.linalg.inv(len(data.y) * hessian(fit.w, fit.b, data.X))
    score = fit.w[0] * along + fit.b
    reach = QUANTILE * np.sqrt(np.sum(rows @ covariance * rows, axis=1))
    low, middle, high = (
        list(zip(along.tolist(), sigmoid(z).tolist(), strict=True))
        for z in (score - reach, score, score + reach)
    )
    even = float(-fit.b / fit.w[0])
    beside = axes.x(even) + 8
    elements: list[svg.Element] = [
        _between(axes, low, high),
        *axes.levels([0.0, 0.25, 0.5, 0.75, 1.0], "probability of passing", lift=16),
        *axes.scale(_marks(), "hours of study"),
        axes.smooth(low, ["ink", "dashed"]),
        axes.smooth(middle, ["ink", "curve"]),
        axes.smooth(high, ["ink", "dashed"]),
        *_samples(axes),
        axes.line((even, 0), (even, 0.5), ["accent", "dashed"]),
        axes.dot((even, 0.5), "accent-dot", 6),
        value(beside, axes.y(0) - 16, even, Quantity(python="even"), ["accent-text"]),
    ]
    return Drawing(width, height, (panel(elements),))


def _axes(width: int, height: int, top: int) -> Axes:
    return Axes((0, LONGEST), (0, 1), left=48, right=width - 16, top=top, bottom=height - 50)


def _marks() -> list[float]:
    marks: list[float] = np.arange(LONGEST + 1).tolist()
    return marks


def _samples(axes: Axes) -> list[svg.Element]:
    data = students()
    pairs = zip(data.X[:, 0].tolist(), data.y.tolist(), strict=True)
    return [axes.dot((hours, label), "dot") for hours, label in pairs]


def _between(axes: Axes, low: list[Place], high: list[Place]) -> svg.Polygon:
    """Fill what lies between two curves."""
    around = [*low, *reversed(high)]
    return svg.Polygon(points=[svg.Point(axes.x(x), axes.y(y)) for x, y in around], class_=["band"])

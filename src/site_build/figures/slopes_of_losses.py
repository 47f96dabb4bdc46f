"""How steep three losses are in the score, for a sample with label one."""

from collections.abc import Callable
from math import erf, exp, pi, sqrt

import numpy as np
import svg

from logistic_gradient import sigmoid, sigmoid_derivative
from site_build.figures.drawing import LINE, Drawing, Figure, ticks, value

SPAN, LOW = 4.0, -2.0  # scores run from -SPAN to SPAN, slopes from LOW to zero


def _cross_entropy(z: float) -> float:
    return float(sigmoid(z)) - 1


def _squared_error(z: float) -> float:
    return (float(sigmoid(z)) - 1) * float(sigmoid_derivative(z))


def _probit(z: float) -> float:
    """Cross-entropy, with the normal distribution function in place of the sigmoid."""
    return -exp(-z * z / 2) / sqrt(2 * pi) / (0.5 + erf(z / sqrt(2)) / 2)


def slopes_of_losses() -> Figure:
    """Draw the three curves once in a wide frame and once in a narrow one."""
    return Figure(wide=_curves(736, 380), narrow=_curves(340, 340))


def _curves(width: int, height: int) -> Drawing:
    left, right, top, bottom = 48, width - 16, 34, height - 46

    def x(z: float) -> float:
        return round(left + (z + SPAN) / (2 * SPAN) * (right - left), 2)

    def y(slope: float) -> float:
        return round(top + slope / LOW * (bottom - top), 2)

    def curve(slope: Callable[[float], float], classes: list[str]) -> svg.Polyline:
        along = [z for z in np.linspace(-SPAN, SPAN, 321).tolist() if slope(z) >= LOW]
        points = [svg.Point(x(z), y(slope(z))) for z in along]
        return svg.Polyline(points=points, class_=classes, fill="none")

    levels = [-2.0, -1.5, -1.0, -0.5, 0.0]
    scores = np.arange(-SPAN, SPAN + 1, 2.0).tolist()
    wrong, stalled = _cross_entropy(-SPAN), _squared_error(-SPAN)
    elements: list[svg.Element] = [
        *(svg.Line(x1=left, y1=y(s), x2=right, y2=y(s), class_=["soft"]) for s in levels),
        *(svg.Line(x1=x(z), y1=bottom, x2=x(z), y2=bottom + 5, class_=["soft"]) for z in scores),
        ticks("y", [(left - 8, y(s) + 5, s) for s in levels], "at-end"),
        ticks("x", [(x(z), bottom + 21, z) for z in scores], "at-middle"),
        svg.Text(x=(left + right) / 2, y=bottom + 40, class_=["text", "at-middle"], text="score z"),
        svg.Text(x=left - 44, y=top - 16, class_=["text"], text="slope of the loss"),
        curve(_probit, ["ink", "dashed"]),
        curve(_squared_error, ["accent"]),
        curve(_cross_entropy, ["ink", "curve"]),
        svg.Circle(cx=x(-SPAN), cy=y(wrong), r=6, class_=["dot"]),
        svg.Circle(cx=x(-SPAN), cy=y(stalled), r=6, class_=["accent-dot"]),
        value(x(-SPAN) + 10, y(wrong) + 24, wrong, ["text"]),
        value(x(-SPAN) + 10, y(stalled) + 24, stalled, ["accent-text"]),
        svg.Text(x=x(-1.3), y=y(-1.9), class_=["text"], text="probit"),
        svg.Text(x=x(-SPAN) + 10, y=y(wrong) + 24 + LINE, class_=["text"], text="cross-entropy"),
        svg.Text(
            x=x(-SPAN) + 10, y=y(stalled) + 24 + LINE, class_=["accent-text"], text="squared error"
        ),
    ]
    return Drawing(width, height, tuple(elements))

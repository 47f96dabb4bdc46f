"""How steep three losses are in the score, for a sample with label one."""

from math import erf, exp, pi, sqrt

import numpy as np
import svg

from logistic_gradient import sigmoid, sigmoid_derivative
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import LINE, Drawing, Figure
from site_build.figures.labels import Quantity, value

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
    axes = Axes((-SPAN, SPAN), (LOW, 0), left=48, right=width - 16, top=34, bottom=height - 46)
    wrong, stalled = _cross_entropy(-SPAN), _squared_error(-SPAN)
    across = axes.x(-SPAN) + 10
    elements: list[svg.Element] = [
        *axes.levels([-2.0, -1.5, -1.0, -0.5, 0.0], "slope of the loss", lift=16),
        *axes.scale(np.arange(-SPAN, SPAN + 1, 2.0).tolist(), "score z"),
        axes.curve(_probit, ["ink", "dashed"], 320),
        axes.curve(_squared_error, ["accent"], 320),
        axes.curve(_cross_entropy, ["ink", "curve"], 320),
        svg.Text(x=axes.x(-1.3), y=axes.y(-1.9), class_=["text"], text="probit"),
    ]
    for slope, tex, word, dot, kind in (
        (wrong, r"\sigma(-4) - 1", "cross-entropy", "dot", "text"),
        (stalled, r"(\sigma(-4) - 1) \sigma'(-4)", "squared error", "accent-dot", "accent-text"),
    ):
        down = axes.y(slope) + 24
        elements += [
            axes.dot((-SPAN, slope), dot, 6),
            value(across, down, slope, Quantity(tex), [kind]),
            svg.Text(x=across, y=down + LINE, class_=[kind], text=word),
        ]
    return Drawing(width, height, (panel(elements),))

"""Cross-entropy beside squared error over the score, for a label of one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import svg

from logistic_gradient import sigmoid, sigmoid_derivative, softplus
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Quantity, value

SPAN = 6.0  # the axis runs from -SPAN to SPAN
SURE, EVEN = -4.0, 0.0  # the slope is drawn at SURE; the chord ends at SURE and EVEN
REACH = 1.4  # how far the piece of tangent goes to each side


@dataclass(frozen=True)
class Panel:
    """One loss as a function of the score, its slope at SURE, and the levels of its axis."""

    title: str
    loss: Callable[[float], float]
    slope: float
    tex: str  # of the slope
    levels: Sequence[float]
    has_chord: bool


def loss_and_score() -> Figure:
    """Draw the two panels beside each other for wide screens, below each other for narrow ones."""
    error = float(sigmoid(SURE)) - 1
    cross_entropy = Panel(
        "cross-entropy",
        lambda z: float(softplus(-z)),
        error,
        r"\sigma(-4) - 1",
        (0, 2, 4, 6),
        has_chord=False,
    )
    squared_error = Panel(
        "half the squared error",
        lambda z: (1 - float(sigmoid(z))) ** 2 / 2,
        error * float(sigmoid_derivative(SURE)),
        r"(\sigma(-4) - 1) \sigma'(-4)",
        (0, 0.2, 0.4, 0.6),
        has_chord=True,
    )
    return Figure(
        wide=Drawing(
            736,
            330,
            (_panel(cross_entropy, 0, 0, 356, 320), _panel(squared_error, 380, 0, 356, 320)),
        ),
        narrow=Drawing(
            340,
            600,
            (_panel(cross_entropy, 0, 0, 340, 290), _panel(squared_error, 0, 300, 340, 290)),
        ),
    )


def _panel(loss: Panel, across: int, down: int, width: int, height: int) -> svg.G:
    axes = Axes(
        (-SPAN, SPAN),
        (0, loss.levels[-1]),
        left=across + 36,
        right=across + width - 12,
        top=down + 40,
        bottom=down + height - 48,
    )
    at = loss.loss(SURE)
    place = axes.x(SURE) + 14, axes.y(at) - 14
    elements: list[svg.Element] = [
        *axes.levels(loss.levels, ""),
        *axes.scale(np.arange(-SPAN, SPAN + 1, 2.0).tolist(), "score z"),
        svg.Text(x=across + 4, y=axes.top - 18, class_=["text", "strong"], text=loss.title),
        axes.curve(loss.loss, ["ink", "curve"]),
    ]
    if loss.has_chord:
        end = EVEN, loss.loss(EVEN)
        elements += [axes.line((SURE, at), end, ["ink", "dashed"]), axes.dot(end, "dot", 4)]
    elements += [
        axes.line(
            (SURE - REACH, at - REACH * loss.slope),
            (SURE + REACH, at + REACH * loss.slope),
            ["accent"],
        ),
        axes.dot((SURE, at), "accent-dot"),
        value(*place, loss.slope, Quantity(loss.tex), ["accent-text"], before="slope = "),
    ]
    return panel(elements)

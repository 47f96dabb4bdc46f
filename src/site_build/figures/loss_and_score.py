"""Cross-entropy beside squared error over the score, for a label of one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import svg

from logistic_gradient import sigmoid, sigmoid_derivative, softplus
from site_build.figures.drawing import Drawing, Figure, ticks, value

SPAN = 6.0  # the axis runs from -SPAN to SPAN
SURE, EVEN = -4.0, 0.0  # the slope is drawn at SURE; the chord ends at SURE and EVEN


@dataclass(frozen=True)
class Panel:
    """One loss as a function of the score, its slope at SURE, and the levels of its axis."""

    title: str
    loss: Callable[[float], float]
    slope: float
    levels: Sequence[float]
    has_chord: bool


def loss_and_score() -> Figure:
    """Draw the two panels beside each other for wide screens, below each other for narrow ones."""
    error = float(sigmoid(SURE)) - 1
    cross_entropy = Panel(
        "cross-entropy", lambda z: float(softplus(-z)), error, (0, 2, 4, 6), has_chord=False
    )
    squared_error = Panel(
        "half the squared error",
        lambda z: (1 - float(sigmoid(z))) ** 2 / 2,
        error * float(sigmoid_derivative(SURE)),
        (0, 0.2, 0.4, 0.6),
        has_chord=True,
    )
    return Figure(
        wide=Drawing(
            736,
            330,
            (*_panel(cross_entropy, 0, 0, 356, 320), *_panel(squared_error, 380, 0, 356, 320)),
        ),
        narrow=Drawing(
            340,
            600,
            (*_panel(cross_entropy, 0, 0, 340, 290), *_panel(squared_error, 0, 300, 340, 290)),
        ),
    )


def _panel(panel: Panel, across: int, down: int, width: int, height: int) -> list[svg.Element]:
    left, right, top, bottom = across + 36, across + width - 12, down + 40, down + height - 48

    def x(z: float) -> float:
        return round(left + (z + SPAN) / (2 * SPAN) * (right - left), 2)

    def y(loss: float) -> float:
        return round(bottom - loss / panel.levels[-1] * (bottom - top), 2)

    scores = np.arange(-SPAN, SPAN + 1, 2.0).tolist()
    along = np.linspace(-SPAN, SPAN, 97).tolist()
    loss = panel.loss(SURE)
    reach = 1.4  # how far the piece of tangent goes to each side
    elements: list[svg.Element] = [
        *(svg.Line(x1=left, y1=y(t), x2=right, y2=y(t), class_=["soft"]) for t in panel.levels),
        *(svg.Line(x1=x(t), y1=bottom, x2=x(t), y2=bottom + 5, class_=["soft"]) for t in scores),
        ticks("y", [(left - 8, y(t) + 5, t) for t in panel.levels], "at-end"),
        ticks("x", [(x(t), bottom + 21, t) for t in scores], "at-middle"),
        svg.Text(x=across + 4, y=top - 18, class_=["text", "strong"], text=panel.title),
        svg.Text(x=(left + right) / 2, y=bottom + 42, class_=["text", "at-middle"], text="score z"),
        svg.Polyline(
            points=[svg.Point(x(z), y(panel.loss(z))) for z in along], class_=["ink", "curve"]
        ),
    ]
    if panel.has_chord:
        elements.append(
            svg.Line(
                x1=x(SURE),
                y1=y(loss),
                x2=x(EVEN),
                y2=y(panel.loss(EVEN)),
                class_=["ink", "dashed"],
            )
        )
        elements.append(svg.Circle(cx=x(EVEN), cy=y(panel.loss(EVEN)), r=4, class_=["dot"]))
    elements += [
        svg.Line(
            x1=x(SURE - reach),
            y1=y(loss - reach * panel.slope),
            x2=x(SURE + reach),
            y2=y(loss + reach * panel.slope),
            class_=["accent"],
        ),
        svg.Circle(cx=x(SURE), cy=y(loss), r=5, class_=["accent-dot"]),
        value(x(SURE) + 14, y(loss) - 14, panel.slope, ["accent-text"], before="slope = "),
    ]
    return elements

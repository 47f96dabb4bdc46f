"""Labels that a threshold separates, and curves that come ever closer to a step."""

import numpy as np
import svg

from logistic_gradient import sigmoid
from site_build.figures.drawing import Drawing, Figure, ticks, value

FAILED, PASSED = (1.0, 2.0), (4.0, 5.0)  # hours
BORDER = 3.0  # in the second panel one student of each kind studied so long
WEIGHTS = (1.0, 2.0, 8.0)
LONGEST = 6.0  # the axis runs from zero to so many hours


def separated() -> Figure:
    """Draw the two panels beside each other for wide screens, below each other for narrow ones."""
    tied = ((*FAILED, BORDER), (BORDER, *PASSED))
    return Figure(
        wide=Drawing(
            736,
            280,
            (
                *_panel("a gap", (FAILED, PASSED), 0, 0, 356),
                *_panel("a tie", tied, 380, 0, 356),
            ),
        ),
        narrow=Drawing(
            340,
            560,
            (
                *_panel("a gap", (FAILED, PASSED), 0, 0, 340),
                *_panel("a tie", tied, 0, 280, 340),
            ),
        ),
    )


def _panel(
    title: str,
    groups: tuple[tuple[float, ...], tuple[float, ...]],
    across: int,
    down: int,
    width: int,
) -> list[svg.Element]:
    left, right, top, bottom = across + 40, across + width - 12, down + 40, down + 230

    def x(hours: float) -> float:
        return round(left + hours / LONGEST * (right - left), 2)

    def y(p: float) -> float:
        return round(bottom - p * (bottom - top), 2)

    along = np.linspace(0, LONGEST, 193)
    levels, marks = [0.0, 0.5, 1.0], np.arange(0, LONGEST + 1).tolist()
    elements: list[svg.Element] = [
        *(svg.Line(x1=left, y1=y(p), x2=right, y2=y(p), class_=["soft"]) for p in levels),
        *(svg.Line(x1=x(h), y1=bottom, x2=x(h), y2=bottom + 5, class_=["soft"]) for h in marks),
        ticks("y", [(left - 8, y(p) + 5, p) for p in levels], "at-end"),
        ticks("x", [(x(h), bottom + 21, h) for h in marks], "at-middle"),
        svg.Text(x=across + 4, y=top - 18, class_=["text", "strong"], text=title),
        svg.Text(
            x=(left + right) / 2, y=bottom + 41, class_=["text", "at-middle"], text="hours of study"
        ),
    ]
    for weight in WEIGHTS:
        probabilities = sigmoid(weight * (along - BORDER))
        points = zip(along.tolist(), probabilities.tolist(), strict=True)
        steepest = ["accent"] if weight == WEIGHTS[-1] else ["ink"]
        elements.append(
            svg.Polyline(points=[svg.Point(x(h), y(p)) for h, p in points], class_=steepest)
        )
    for label, group in enumerate(groups):
        elements += [svg.Circle(cx=x(h), cy=y(label), r=5, class_=["dot"]) for h in group]
    elements += [
        value(x(1.4), y(float(sigmoid(-1.6))) - 8, WEIGHTS[0], ["text", "at-end"], "weight "),
        value(x(BORDER) + 12, y(0.25), WEIGHTS[-1], ["accent-text"], before="weight "),
    ]
    return elements

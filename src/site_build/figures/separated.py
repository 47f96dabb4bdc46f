"""Labels that a threshold separates, and curves that come ever closer to a step."""

import numpy as np
import svg

from logistic_gradient import sigmoid
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Quantity, value

BORDER = 3.0  # hours
GAP = ((1.0, 2.0), (4.0, 5.0))  # hours of those who failed, and of those who passed
TIE = ((1.0, 2.0, BORDER), (BORDER, 4.0, 5.0))  # at the border one failed and one passed
GENTLE, MIDDLE, STEEP = 1.0, 2.0, 8.0  # weights
LONGEST = 6.0  # the axis runs from zero to so many hours

Groups = tuple[tuple[float, ...], tuple[float, ...]]


def separated() -> Figure:
    """Draw the two panels beside each other for wide screens, below each other for narrow ones."""
    return Figure(
        wide=Drawing(
            736, 290, (_panel("a gap", GAP, 0, 0, 356), _panel("a tie", TIE, 380, 0, 356))
        ),
        narrow=Drawing(
            340, 580, (_panel("a gap", GAP, 0, 0, 340), _panel("a tie", TIE, 0, 290, 340))
        ),
    )


def _panel(title: str, groups: Groups, across: int, down: int, width: int) -> svg.G:
    axes = Axes(
        (0, LONGEST), (0, 1), across + 40, across + width - 12, top=down + 40, bottom=down + 240
    )
    dots = [(hours, float(label)) for label, group in enumerate(groups) for hours in group]
    curves = [
        _curve(axes, GENTLE, ["ink", "dashed"]),
        _curve(axes, MIDDLE, ["ink"]),
        _curve(axes, STEEP, ["accent"]),
    ]
    gentle, steep = Quantity(python="weight_gentle"), Quantity(python="weight_steep")
    return panel(
        [
            *axes.levels([0.0, 0.5, 1.0], ""),
            *axes.scale(np.arange(LONGEST + 1).tolist(), "hours of study"),
            svg.Text(x=across + 8, y=axes.top - 18, class_=["text", "strong"], text=title),
            *curves,
            *(axes.dot(place, "dot") for place in dots),
            value(axes.x(0.2), axes.y(0.22), GENTLE, gentle, ["text"], "weight = "),
            value(axes.x(3.4), axes.y(0.25), STEEP, steep, ["accent-text"], "weight = "),
        ]
    )  # fmt: skip


def _curve(axes: Axes, weight: float, classes: list[str]) -> svg.Path:
    return axes.curve(lambda hours: float(sigmoid(weight * (hours - BORDER))), classes, 192)

"""The sigmoid with its tangent at score zero, and its derivative below it over the same scores."""

import numpy as np
import svg

from logistic_gradient import sigmoid, sigmoid_derivative
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Quantity, value
from site_build.figures.student import STUDENT, students_step

SPAN = 6.0  # the axis runs from -SPAN to SPAN
TOUCH = 2.0  # the tangent leaves the band between zero and one this far from its point


def sigmoid_slope() -> Figure:
    """Draw the two curves in a wide frame and in a narrow one."""
    return Figure(wide=_curves(736, 200, 150), narrow=_curves(340, 170, 130))


def _curves(width: int, above: int, below: int) -> Drawing:
    """Draw the sigmoid in a panel of the height above, the slope in one of the height below."""
    left, right, top = 48, width - 16, 30
    middle = top + above + 44
    bottom = middle + below
    upper = Axes((-SPAN, SPAN), (0, 1), left, right, top, top + above)
    lower = Axes((-SPAN, SPAN), (0, 0.3), left, right, middle, bottom)
    steepest = float(sigmoid_derivative(0.0))
    step = students_step()
    z, p, slope = float(step.z), float(step.p), float(step.dp_dz)
    student, at_end = ["accent-text"], ["accent-text", "at-end"]
    before = upper.x(z) - 10
    curves: list[svg.Element] = [
        *upper.levels([0.0, 0.5, 1.0], "probability p", lift=12),
        upper.line(
            (-TOUCH, 0.5 - TOUCH * steepest), (TOUCH, 0.5 + TOUCH * steepest), ["accent", "dashed"]
        ),
        svg.Text(x=upper.x(1.35), y=upper.y(0.9), class_=at_end, text="tangent"),
        upper.curve(lambda t: float(sigmoid(t)), ["ink", "curve"]),
        svg.Line(
            x1=upper.x(z), y1=upper.y(p), x2=upper.x(z), y2=bottom, class_=["accent", "dashed"]
        ),
        upper.dot((z, p), "accent-dot"),
        value(before, upper.y(p) - 4, p, Quantity("p", STUDENT), at_end, "p = "),
    ]
    slopes: list[svg.Element] = [
        *lower.levels([0.0, 0.1, 0.2, 0.3], "slope of the curve above", lift=12),
        *lower.scale(np.arange(-SPAN, SPAN + 1, 2.0).tolist(), "score z"),
        lower.curve(lambda t: float(sigmoid_derivative(t)), ["ink", "curve"]),
        lower.dot((z, slope), "accent-dot"),
        lower.dot((0, steepest), "dot"),
        value(
            lower.x(0) + 10, lower.y(steepest) - 6, steepest, Quantity(r"\sigma'(0)"), ["text"],
            "highest = ",
        ),
        value(lower.x(z) + 8, bottom - 8, z, Quantity("z", STUDENT), student, "z = "),
        value(
            before, lower.y(slope) - 2, slope, Quantity(r"\sigma'(z)", STUDENT), at_end, "slope = "
        ),
    ]  # fmt: skip
    return Drawing(width, bottom + 50, (panel(curves), panel(slopes)))

"""The sigmoid with its tangent at score zero, and its derivative below it over the same scores."""

import numpy as np
import svg

from logistic_gradient import sigmoid, sigmoid_derivative
from site_build.figures.drawing import Drawing, Figure, ticks, value
from site_build.figures.student import students_step

SPAN = 6.0  # the axis runs from -SPAN to SPAN
TOUCH = 2.0  # the tangent leaves the band between zero and one this far from its point


def sigmoid_slope() -> Figure:
    """Draw the two curves in a wide frame and in a narrow one."""
    return Figure(wide=_curves(736, 200, 150), narrow=_curves(340, 170, 130))


def _curves(width: int, above: int, below: int) -> Drawing:
    """Draw the sigmoid in a panel of the height above, the slope in one of the height below."""
    left, right = 48, width - 16
    top = 30
    slope_top = top + above + 44
    bottom = slope_top + below

    def x(z: float) -> float:
        return round(left + (z + SPAN) / (2 * SPAN) * (right - left), 2)

    def y(p: float) -> float:
        return round(top + (1 - p) * above, 2)

    def v(slope: float) -> float:
        return round(bottom - slope / 0.3 * below, 2)

    along = np.linspace(-SPAN, SPAN, 97)
    upper = zip(along.tolist(), sigmoid(along).tolist(), strict=True)
    lower = zip(along.tolist(), sigmoid_derivative(along).tolist(), strict=True)
    levels, slopes = [0.0, 0.5, 1.0], [0.0, 0.1, 0.2, 0.3]
    scores = np.arange(-SPAN, SPAN + 1, 2.0).tolist()
    steepest = float(sigmoid_derivative(0.0))
    step = students_step()
    z, p, slope = float(step.z), float(step.p), float(step.dp_dz)
    elements: list[svg.Element] = [
        *(svg.Line(x1=left, y1=y(t), x2=right, y2=y(t), class_=["soft"]) for t in levels),
        *(svg.Line(x1=left, y1=v(t), x2=right, y2=v(t), class_=["soft"]) for t in slopes),
        *(svg.Line(x1=x(t), y1=bottom, x2=x(t), y2=bottom + 5, class_=["soft"]) for t in scores),
        ticks("y", [(left - 8, y(t) + 5, t) for t in levels], "at-end"),
        ticks("y", [(left - 8, v(t) + 5, t) for t in slopes], "at-end"),
        ticks("x", [(x(t), bottom + 21, t) for t in scores], "at-middle"),
        svg.Text(x=4, y=top - 12, class_=["text"], text="probability p"),
        svg.Text(x=4, y=slope_top - 12, class_=["text"], text="slope of the curve above"),
        svg.Text(x=(left + right) / 2, y=bottom + 42, class_=["text", "at-middle"], text="score z"),
        svg.Line(
            x1=x(-TOUCH),
            y1=y(0.5 - TOUCH * steepest),
            x2=x(TOUCH),
            y2=y(0.5 + TOUCH * steepest),
            class_=["accent", "dashed"],
        ),
        svg.Text(x=x(1.35), y=y(0.9), class_=["accent-text", "at-end"], text="tangent"),
        svg.Polyline(points=[svg.Point(x(t), y(s)) for t, s in upper], class_=["ink", "curve"]),
        svg.Polyline(points=[svg.Point(x(t), v(s)) for t, s in lower], class_=["ink", "curve"]),
        svg.Line(x1=x(z), y1=y(p), x2=x(z), y2=bottom, class_=["accent", "dashed"]),
        svg.Circle(cx=x(z), cy=y(p), r=5, class_=["accent-dot"]),
        svg.Circle(cx=x(z), cy=v(slope), r=5, class_=["accent-dot"]),
        svg.Circle(cx=x(0), cy=v(steepest), r=5, class_=["dot"]),
        value(x(0) + 10, v(steepest) - 6, steepest, ["text"], before="highest = "),
        value(x(z) + 8, bottom - 8, z, ["accent-text"], before="z = "),
        value(x(z) - 10, y(p) - 4, p, ["accent-text", "at-end"], before="p = "),
        value(x(z) - 10, v(slope) - 2, slope, ["accent-text", "at-end"], before="slope = "),
    ]
    return Drawing(width, bottom + 50, tuple(elements))

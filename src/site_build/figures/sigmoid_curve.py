"""The sigmoid, with the student's score before and after one training step."""

import numpy as np
import svg

from logistic_gradient import sigmoid
from site_build.figures.drawing import LINE, Drawing, Figure, ticks, value
from site_build.figures.student import students_step

SPAN = 6.0  # the axis runs from -SPAN to SPAN


def sigmoid_curve() -> Figure:
    """Draw the curve once in a wide frame and once in a narrow one."""
    return Figure(wide=_curve(736, 360), narrow=_curve(340, 300))


def _curve(width: int, height: int) -> Drawing:
    left, right, top, bottom = 44, width - 16, 22, height - 46

    def x(z: float) -> float:
        return round(left + (z + SPAN) / (2 * SPAN) * (right - left), 2)

    def y(p: float) -> float:
        return round(bottom - p * (bottom - top), 2)

    levels = [0.0, 0.5, 1.0]
    scores = np.arange(-SPAN, SPAN + 1, 2.0).tolist()
    elements: list[svg.Element] = [
        *(svg.Line(x1=left, y1=y(p), x2=right, y2=y(p), class_=["soft"]) for p in levels),
        *(svg.Line(x1=x(z), y1=bottom, x2=x(z), y2=bottom + 5, class_=["soft"]) for z in scores),
        ticks("y", [(left - 8, y(p) + 5, p) for p in levels], "at-end"),
        ticks("x", [(x(z), bottom + 21, z) for z in scores], "at-middle"),
    ]
    elements += [
        svg.Text(x=(left + right) / 2, y=bottom + 40, class_=["text", "at-middle"], text="score z"),
        svg.Text(x=left - 40, y=top - 8, class_=["text"], text="probability p"),
    ]

    along = np.linspace(-SPAN, SPAN, 97)
    curve = zip(along.tolist(), sigmoid(along).tolist(), strict=True)
    points = [svg.Point(x(z), y(p)) for z, p in curve]
    elements.append(svg.Polyline(points=points, class_=["ink", "curve"]))

    step = students_step()
    for z, p, word, side, right_by, down_by in (
        (float(step.z), float(step.p), "before", "at-end", -10, -44),
        (float(step.z_new), float(step.p_new), "after", "at-start", 12, 10),
    ):
        elements += [
            svg.Line(x1=x(z), y1=bottom, x2=x(z), y2=y(p), class_=["accent", "dashed"]),
            svg.Line(x1=left, y1=y(p), x2=x(z), y2=y(p), class_=["accent", "dashed"]),
            svg.Circle(cx=x(z), cy=y(p), r=6, class_=["accent-dot"]),
        ]
        label = ["accent-text", side]
        across, down = x(z) + right_by, y(p) + down_by
        elements += [
            svg.Text(x=across, y=down, class_=label, text=word),
            value(across, down + LINE, z, label, before="z = "),
            value(across, down + 2 * LINE, p, label, before="p = "),
        ]
    return Drawing(width, height, tuple(elements))

"""The error against the score, one curve for each label, with four predictions on them."""

import numpy as np
import svg

from logistic_gradient import logit, sigmoid
from site_build.figures.drawing import Drawing, Figure, ticks, value

SPAN = 6.0  # the axis runs from -SPAN to SPAN
PREDICTIONS = ((1, 0.99), (1, 0.6), (0, 0.6), (0, 0.99))  # label and probability


def error_against_score() -> Figure:
    """Draw the curves once in a wide frame and once in a narrow one."""
    return Figure(wide=_curves(736, 420), narrow=_curves(340, 380))


def _curves(width: int, height: int) -> Drawing:
    left, right, top, bottom = 48, width - 16, 30, height - 46

    def x(z: float) -> float:
        return round(left + (z + SPAN) / (2 * SPAN) * (right - left), 2)

    def y(error: float) -> float:
        return round(bottom - (error + 1) / 2 * (bottom - top), 2)

    levels = [-1.0, -0.5, 0.0, 0.5, 1.0]
    scores = np.arange(-SPAN, SPAN + 1, 2.0).tolist()
    elements: list[svg.Element] = [
        *(svg.Line(x1=left, y1=y(e), x2=right, y2=y(e), class_=["soft"]) for e in levels),
        *(svg.Line(x1=x(z), y1=bottom, x2=x(z), y2=bottom + 5, class_=["soft"]) for z in scores),
        ticks("y", [(left - 8, y(e) + 5, e) for e in levels], "at-end"),
        ticks("x", [(x(z), bottom + 21, z) for z in scores], "at-middle"),
        svg.Text(x=(left + right) / 2, y=bottom + 40, class_=["text", "at-middle"], text="score z"),
        svg.Text(x=left - 44, y=top - 14, class_=["text"], text="error p − y"),
    ]

    along = np.linspace(-SPAN, SPAN, 97)
    for label, word in ((0, "label zero"), (1, "label one")):
        errors = (sigmoid(along) - label).tolist()
        curve = zip(along.tolist(), errors, strict=True)
        points = [svg.Point(x(z), y(e)) for z, e in curve]
        style = ["ink", "curve"] if label == 0 else ["accent", "dashed"]
        elements.append(svg.Polyline(points=points, fill="none", class_=style))
        kind = "text" if label == 0 else "accent-text"
        at = x(-4.6), y(-label) - 14
        elements.append(svg.Text(x=at[0], y=at[1], class_=[kind, "at-middle"], text=word))

    for label, p in PREDICTIONS:
        z, error = float(logit(p)), p - label
        dot, kind = ("dot", "text") if label == 0 else ("accent-dot", "accent-text")
        right_by, down, anchor = (12, 22, "at-start") if p > 0.9 else (-12, -4, "at-end")
        elements += [
            svg.Circle(cx=x(z), cy=y(error), r=6, class_=[dot]),
            value(x(z) + right_by, y(error) + down, error, [kind, anchor]),
        ]
    return Drawing(width, height, tuple(elements))

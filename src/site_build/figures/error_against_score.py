"""The error against the score, one curve for each label, with four predictions on them."""

import numpy as np
import svg

from logistic_gradient import logit, sigmoid
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Formula, Quantity, sign, value

SPAN = 6.0  # the axis runs from -SPAN to SPAN
PREDICTIONS = ((1, 0.99), (1, 0.6), (0, 0.6), (0, 0.99))  # label and probability


def error_against_score() -> Figure:
    """Draw the curves once in a wide frame and once in a narrow one."""
    return Figure(wide=_curves(736, 420), narrow=_curves(340, 380))


def _curves(width: int, height: int) -> Drawing:
    axes = Axes((-SPAN, SPAN), (-1, 1), left=48, right=width - 16, top=30, bottom=height - 46)
    elements: list[svg.Element] = [
        *axes.levels([-1.0, -0.5, 0.0, 0.5, 1.0], ""),
        *axes.scale(np.arange(-SPAN, SPAN + 1, 2.0).tolist(), "score z"),
        sign(
            16, 16, "p − y", Formula(r"\partial \ell/\partial z = p - y"), ["text"], before="error "
        ),
    ]
    for label, word in ((0, "label zero"), (1, "label one")):
        style = ["ink", "curve"] if label == 0 else ["accent", "dashed"]
        kind = "text" if label == 0 else "accent-text"
        at = axes.x(-4.6), axes.y(-label) - 14

        def error_at(z: float, y: int = label) -> float:
            return float(sigmoid(z)) - y

        elements += [
            axes.curve(error_at, style),
            svg.Text(x=at[0], y=at[1], class_=[kind, "at-middle"], text=word),
        ]
    for label, p in PREDICTIONS:
        z, error = float(logit(p)), p - label
        dot, kind = ("dot", "text") if label == 0 else ("accent-dot", "accent-text")
        right_by, down, anchor = (12, 22, "at-start") if p > 0.9 else (-12, -4, "at-end")
        place = axes.x(z) + right_by, axes.y(error) + down
        elements += [
            axes.dot((z, error), dot, 6),
            value(*place, error, Quantity(f"{p} - 1" if label else f"{p}"), [kind, anchor]),
        ]
    return Drawing(width, height, (panel(elements),))

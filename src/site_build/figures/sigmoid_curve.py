"""The sigmoid, with the student's score before and after one training step."""

import numpy as np
import svg

from logistic_gradient import sigmoid
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import LINE, Drawing, Figure
from site_build.figures.labels import Quantity, value
from site_build.figures.student import STUDENT, students_step

SPAN = 6.0  # the axis runs from -SPAN to SPAN


def sigmoid_curve() -> Figure:
    """Draw the curve once in a wide frame and once in a narrow one."""
    return Figure(wide=_curve(736, 360), narrow=_curve(340, 300))


def _curve(width: int, height: int) -> Drawing:
    axes = Axes((-SPAN, SPAN), (0, 1), left=44, right=width - 16, top=28, bottom=height - 46)
    elements: list[svg.Element] = [
        *axes.levels([0.0, 0.5, 1.0], "probability p"),
        *axes.scale(np.arange(-SPAN, SPAN + 1, 2.0).tolist(), "score z"),
        axes.curve(lambda z: float(sigmoid(z)), ["ink", "curve"]),
    ]
    step = students_step()
    for z, p, prime, word, side, right_by, down_by in (
        (float(step.z), float(step.p), "", "before", "at-end", -10, -44),
        (float(step.z_new), float(step.p_new), "'", "after", "at-start", 12, 10),
    ):
        label, mark = ["accent-text", side], prime.replace("'", "′")
        across, down = axes.x(z) + right_by, axes.y(p) + down_by
        score, chance = (Quantity(f"{name}{prime}", STUDENT) for name in "zp")
        elements += [
            axes.line((z, 0), (z, p), ["accent", "dashed"]),
            axes.line((-SPAN, p), (z, p), ["accent", "dashed"]),
            axes.dot((z, p), "accent-dot", 6),
            svg.Text(x=across, y=down, class_=label, text=word),
            value(across, down + LINE, z, score, label, f"z{mark} = "),
            value(across, down + 2 * LINE, p, chance, label, f"p{mark} = "),
        ]
    return Drawing(width, height, (panel(elements),))

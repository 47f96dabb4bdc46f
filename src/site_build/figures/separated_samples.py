"""Six samples in the plane of their two features, and a line between the labels."""

import svg

from logistic_gradient.exercises.directions import PASSED, SEPARABLE
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import Drawing, Figure

W, B = (1.0, 1.0), -5.0  # the solution of the exercise
EDGE = 6.0  # both axes run from zero to it


def separated_samples() -> Figure:
    """Draw the samples in a wide frame and in a narrow one."""
    return Figure(wide=_plane(736), narrow=_plane(340))


def _plane(width: int) -> Drawing:
    axes = Axes((0, EDGE), (0, EDGE), left=48, right=width - 16, top=36, bottom=286)
    values = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    ends = (0.0, -B / W[1]), (-B / W[0], 0.0)  # where the score is zero, on the two axes
    zero, one = (1.0, 0.6), (3.0, 4.2)  # where the two labels are named, one on each side
    elements: list[svg.Element] = [
        *axes.levels(values, "second feature"),
        *axes.scale(values, "first feature"),
        axes.line(*ends, ["ink", "dashed"]),
        svg.Text(x=axes.x(0.4) + 12, y=axes.y(4.75), class_=["text"], text="score zero"),
        *(
            axes.dot((across, up), "accent-dot" if label else "dot", 7 if label else 5)
            for (across, up), label in zip(SEPARABLE.tolist(), PASSED.tolist(), strict=True)
        ),
        svg.Text(x=axes.x(zero[0]), y=axes.y(zero[1]), class_=["text"], text="label zero"),
        svg.Text(x=axes.x(one[0]), y=axes.y(one[1]), class_=["accent-text"], text="label one"),
    ]
    return Drawing(width, 336, (panel(elements),))

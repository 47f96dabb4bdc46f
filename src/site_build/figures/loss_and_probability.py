"""Binary cross-entropy over the probability, for both labels."""

import numpy as np
import svg

from logistic_gradient import binary_cross_entropy
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Quantity, value

HIGHEST = 5.0  # the axis of the loss ends here; the curves leave it at the top
SURE = 0.9  # the probability whose two losses are marked


def loss_and_probability() -> Figure:
    """Draw the two curves in a wide frame and in a narrow one."""
    return Figure(wide=_curves(600, 380), narrow=_curves(340, 340))


def _curves(width: int, height: int) -> Drawing:
    axes = Axes((0, 1), (0, HIGHEST), left=36, right=width - 16, top=34, bottom=height - 50)
    lowest = float(np.exp(-HIGHEST))
    along = np.concatenate([np.geomspace(lowest, 0.1, 40), np.linspace(0.1, 1.0, 61)[1:]])
    passed = binary_cross_entropy(np.ones_like(along), along)
    fall = list(zip(along.tolist(), passed.tolist(), strict=True))
    right_loss, wrong_loss = (float(binary_cross_entropy(label, SURE)) for label in (1, 0))
    label, beside = ["accent-text", "at-end"], axes.x(SURE) - 10
    elements: list[svg.Element] = [
        *axes.levels(np.arange(HIGHEST + 1).tolist(), "loss", lift=16),
        *axes.scale([0.0, 0.25, 0.5, 0.75, 1.0], "probability p of passing"),
        axes.smooth(fall, ["ink", "curve"]),
        axes.smooth([(1 - p, loss) for p, loss in fall], ["ink", "curve", "dashed"]),
        svg.Text(x=axes.x(0.06), y=axes.y(3.4), class_=["text"], text="passed"),
        svg.Text(x=axes.x(0.94) - 4, y=axes.y(4.25), class_=["text", "at-end"], text="failed"),
        axes.line((SURE, 0), (SURE, wrong_loss), ["accent", "dashed"]),
        axes.dot((SURE, right_loss), "accent-dot"),
        axes.dot((SURE, wrong_loss), "accent-dot"),
        value(beside, axes.y(wrong_loss) - 4, wrong_loss, Quantity(r"-\ln(1 - 0.9)"), label),
        value(beside, axes.y(right_loss) - 16, right_loss, Quantity(r"-\ln 0.9"), label),
        value(beside, axes.y(0.8), SURE, Quantity("0.9"), label, before="p = "),
    ]
    return Drawing(width, height, (panel(elements),))

"""Binary cross-entropy over the probability, for both labels."""

import numpy as np
import svg

from logistic_gradient import binary_cross_entropy
from site_build.figures.drawing import Drawing, Figure, ticks, value

HIGHEST = 5.0  # the axis of the loss ends here; the curves leave it at the top
SURE = 0.9  # the probability whose two losses are marked


def loss_and_probability() -> Figure:
    """Draw the two curves in a wide frame and in a narrow one."""
    return Figure(wide=_curves(600, 380), narrow=_curves(340, 340))


def _curves(width: int, height: int) -> Drawing:
    left, right, top, bottom = 36, width - 16, 34, height - 50

    def x(p: float) -> float:
        return round(left + p * (right - left), 2)

    def y(loss: float) -> float:
        return round(bottom - loss / HIGHEST * (bottom - top), 2)

    levels = np.arange(HIGHEST + 1).tolist()
    places = [0.0, 0.25, 0.5, 0.75, 1.0]
    lowest = float(np.exp(-HIGHEST))
    along = np.concatenate([np.geomspace(lowest, 0.1, 40), np.linspace(0.1, 1.0, 61)[1:]])
    passed = binary_cross_entropy(np.ones_like(along), along)
    fall = list(zip(along.tolist(), passed.tolist(), strict=True))
    right_loss, wrong_loss = (float(binary_cross_entropy(label, SURE)) for label in (1, 0))
    elements: list[svg.Element] = [
        *(svg.Line(x1=left, y1=y(t), x2=right, y2=y(t), class_=["soft"]) for t in levels),
        *(svg.Line(x1=x(t), y1=bottom, x2=x(t), y2=bottom + 5, class_=["soft"]) for t in places),
        ticks("y", [(left - 8, y(t) + 5, t) for t in levels], "at-end"),
        ticks("x", [(x(t), bottom + 21, t) for t in places], "at-middle"),
        svg.Text(x=4, y=top - 16, class_=["text"], text="loss"),
        svg.Text(
            x=(left + right) / 2,
            y=bottom + 43,
            class_=["text", "at-middle"],
            text="probability p of passing",
        ),
        svg.Polyline(
            points=[svg.Point(x(p), y(loss)) for p, loss in fall], class_=["ink", "curve"]
        ),
        svg.Polyline(
            points=[svg.Point(x(1 - p), y(loss)) for p, loss in fall],
            class_=["ink", "curve", "dashed"],
        ),
        svg.Text(x=x(0.06), y=y(3.4), class_=["text"], text="passed"),
        svg.Text(x=x(0.94) - 4, y=y(4.25), class_=["text", "at-end"], text="failed"),
        svg.Line(x1=x(SURE), y1=bottom, x2=x(SURE), y2=y(wrong_loss), class_=["accent", "dashed"]),
        svg.Circle(cx=x(SURE), cy=y(right_loss), r=5, class_=["accent-dot"]),
        svg.Circle(cx=x(SURE), cy=y(wrong_loss), r=5, class_=["accent-dot"]),
        value(x(SURE) - 10, y(wrong_loss) - 4, wrong_loss, ["accent-text", "at-end"]),
        value(x(SURE) - 10, y(right_loss) - 16, right_loss, ["accent-text", "at-end"]),
        value(x(SURE) - 10, y(0.8), SURE, ["accent-text", "at-end"], before="p = "),
    ]
    return Drawing(width, height, tuple(elements))

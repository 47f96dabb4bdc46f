"""The loss along a line, with the parabola that bounds it and the one that Newton's step trusts."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import svg

from logistic_gradient import hessian, loss_and_gradient
from logistic_gradient import loss as mean_loss
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import LINE, Drawing, Figure
from site_build.figures.labels import Quantity, value

FAR, HIGH = 2.0, 2.0  # both axes run from zero to here
STEPS = 400  # of each curve

HOURS = np.arange(1.0, 7.0).reshape(-1, 1)
PASSED = np.array([0, 0, 1, 0, 1, 1])
START = (np.array([1.0]), -1.0)  # weight and bias

Curve = Callable[[float], float]


@dataclass(frozen=True)
class Line:
    """The loss down the gradient by the length of the step, with its two parabolas."""

    loss: Curve
    bound: Curve
    own: Curve
    safe: float  # where the bound is lowest
    bottom: float  # where the parabola with the curvature at the start is lowest


def _line() -> Line:
    w, b = START
    first, (dw, db) = loss_and_gradient(w, b, HOURS, PASSED)
    slope = np.array([*dw, db])
    squared = float(slope @ slope)
    bend = float(slope @ hessian(w, b, HOURS) @ slope)
    with_ones = np.column_stack([HOURS, np.ones(len(HOURS))])
    steepest = float(np.linalg.norm(with_ones, 2)) ** 2 / (4 * len(HOURS))

    def parabola(curvature: float) -> Curve:
        return lambda t: float(first) - t * squared + curvature * t**2 / 2

    return Line(
        loss=lambda t: float(mean_loss(w - t * dw, b - t * db, HOURS, PASSED)),
        bound=parabola(steepest * squared),
        own=parabola(bend),
        safe=1 / steepest,
        bottom=squared / bend,
    )


def loss_and_bound() -> Figure:
    """Draw the three curves once in a wide frame and once in a narrow one."""
    return Figure(wide=_curves(736, 400), narrow=_curves(340, 340))


def _curves(width: int, height: int) -> Drawing:
    line = _line()
    axes = Axes((0, FAR), (0, HIGH), left=44, right=width - 16, top=26, bottom=height - 46)
    marks = [0.0, 0.5, 1.0, 1.5, 2.0]
    elements: list[svg.Element] = [
        *axes.levels(marks, "mean loss", lift=10),
        *axes.scale(marks, "length of the step, times the gradient"),
        axes.curve(line.own, ["ink", "dashed"], STEPS),
        axes.curve(line.bound, ["accent"], STEPS),
        axes.curve(line.loss, ["ink", "curve"], STEPS),
    ]
    for t, level in ((line.safe, line.bound(line.safe)), (line.bottom, line.own(line.bottom))):
        elements += [
            axes.line((t, 0), (t, line.loss(t)), ["accent", "dashed"]),
            axes.dot((t, level), "accent-dot"),
            axes.dot((t, line.loss(t)), "dot", 6),
        ]
    elements.append(axes.dot((0, line.loss(0)), "dot", 6))
    return Drawing(width, height, (panel([*elements, *_labels(axes, line)]),))


def _labels(axes: Axes, line: Line) -> list[svg.Element]:
    """Draw the numbers beside the dots, and the names of the parabolas."""
    steep = next(t for t in np.linspace(0, FAR, STEPS + 1).tolist() if line.bound(t) > 0.9 * HIGH)
    lowest = axes.bottom - 8
    start, safe, bottom = (line.loss(t) for t in (0, line.safe, line.bottom))
    beside = axes.x(line.safe) + 8
    before = axes.x(line.bottom)
    at_end = ["text", "at-end"]

    def bound(expression: str) -> Quantity:
        return Quantity(python=expression)

    return [
        value(axes.x(0) + 10, axes.y(start) - 28, start, bound("line_loss(0)"), ["text"]),
        value(beside, lowest - LINE, line.safe, bound("safe"), ["accent-text"], "safe = "),
        value(beside, lowest, safe, bound("line_loss(safe)"), ["text"], "loss = "),
        value(before - 8, lowest, line.bottom, bound("bottom"), ["accent-text", "at-end"]),
        value(before - 12, axes.y(bottom) - 4, bottom, bound("line_loss(bottom)"), at_end),
        svg.Text(
            x=axes.x(steep) - 14, y=axes.y(0.9 * HIGH), class_=["accent-text", "at-end"],
            text="bound",
        ),
        svg.Text(x=axes.right, y=axes.y(line.own(FAR)) - 12, class_=at_end, text="Newton's"),
    ]  # fmt: skip

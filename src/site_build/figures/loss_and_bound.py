"""The loss along a line, with the parabola that bounds it and the one that Newton's step trusts."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import svg

from logistic_gradient import hessian, loss_and_gradient
from logistic_gradient import loss as mean_loss
from site_build.figures.drawing import LINE, Drawing, Figure, ticks, value

FAR, HIGH = 2.0, 2.0  # both axes run from zero to here

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
    left, right, top, bottom = 44, width - 16, 26, height - 46

    def x(t: float) -> float:
        return round(left + t / FAR * (right - left), 2)

    def y(level: float) -> float:
        return round(bottom - level / HIGH * (bottom - top), 2)

    def curve(height_at: Curve, classes: list[str]) -> svg.Polyline:
        along = [t for t in np.linspace(0, FAR, 401).tolist() if 0 <= height_at(t) <= HIGH]
        return svg.Polyline(
            points=[svg.Point(x(t), y(height_at(t))) for t in along], class_=classes
        )

    marks = [0.0, 0.5, 1.0, 1.5, 2.0]
    elements: list[svg.Element] = [
        *(svg.Line(x1=left, y1=y(mark), x2=right, y2=y(mark), class_=["soft"]) for mark in marks),
        *(svg.Line(x1=x(t), y1=bottom, x2=x(t), y2=bottom + 5, class_=["soft"]) for t in marks),
        ticks("y", [(left - 8, y(mark) + 5, mark) for mark in marks], "at-end"),
        ticks("x", [(x(t), bottom + 21, t) for t in marks], "at-middle"),
        svg.Text(
            x=(left + right) / 2,
            y=bottom + 40,
            class_=["text", "at-middle"],
            text="length of the step, times the gradient",
        ),
        svg.Text(x=left - 40, y=top - 10, class_=["text"], text="mean loss"),
        curve(line.own, ["ink", "dashed"]),
        curve(line.bound, ["accent"]),
        curve(line.loss, ["ink", "curve"]),
    ]
    for t, level in ((line.safe, line.bound(line.safe)), (line.bottom, line.own(line.bottom))):
        elements += [
            svg.Line(x1=x(t), y1=bottom, x2=x(t), y2=y(line.loss(t)), class_=["accent", "dashed"]),
            svg.Circle(cx=x(t), cy=y(level), r=5, class_=["accent-dot"]),
            svg.Circle(cx=x(t), cy=y(line.loss(t)), r=6, class_=["dot"]),
        ]
    elements.append(svg.Circle(cx=x(0), cy=y(line.loss(0)), r=6, class_=["dot"]))
    steep = next(t for t in np.linspace(0, FAR, 401).tolist() if line.bound(t) > 0.9 * HIGH)
    shown = x(line.bottom)
    elements += [
        value(x(0) + 10, y(line.loss(0)) - 28, line.loss(0), ["text"]),
        value(x(line.safe) + 8, bottom - 8 - LINE, line.safe, ["accent-text"], before="safe = "),
        value(x(line.safe) + 8, bottom - 8, line.loss(line.safe), ["text"], before="loss = "),
        value(shown - 8, bottom - 8, line.bottom, ["accent-text", "at-end"]),
        value(
            shown - 12, y(line.loss(line.bottom)) - 4, line.loss(line.bottom), ["text", "at-end"]
        ),
        svg.Text(x=x(steep) - 14, y=y(0.9 * HIGH), class_=["accent-text", "at-end"], text="bound"),
        svg.Text(x=right, y=y(line.own(FAR)) - 12, class_=["text", "at-end"], text="Newton's"),
    ]
    return Drawing(width, height, tuple(elements))

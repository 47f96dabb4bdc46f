"""A hundred epochs of gradient descent in three charts: loss, gradient norm, errors by label."""

from functools import cache

import numpy as np
import svg

from logistic_gradient import sigmoid
from logistic_gradient.data import synthetic
from logistic_gradient.optimize import Fit, gradient_descent, newton
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Quantity, value

EPOCHS = 100
BINS = 20  # of the errors, which run from -1 to 1

Side = tuple[float, float]  # left, right


@cache
def _fit() -> Fit:
    data = synthetic().train
    return gradient_descent(data.X, data.y, learning_rate=0.5, iterations=EPOCHS)


@cache
def _least() -> float:
    """Return the smallest loss: two columns are sums of others, and the fit goes without them."""
    data = synthetic().train
    return newton(np.delete(data.X, [5, 8], axis=1), data.y).loss


def _counts(label: int) -> list[int]:
    """Count the training samples of one label by their last error."""
    data, fit = synthetic().train, _fit()
    errors = sigmoid(data.X @ fit.w + fit.b) - data.y
    counts, _ = np.histogram(errors[data.y == label], bins=np.linspace(-1, 1, BINS + 1))
    return [int(count) for count in counts]


def training() -> Figure:
    """Draw the charts in two rows where there is room, else one below the other."""
    return Figure(
        wide=Drawing(736, 640, _charts((50, 336), (440, 716), (50, 716), (40, 40, 370), 220)),
        narrow=Drawing(340, 930, _charts((50, 324), (50, 324), (50, 324), (40, 350, 660), 210)),
    )


def _charts(
    loss: Side, norm: Side, errors: Side, tops: tuple[int, int, int], height: int
) -> tuple[svg.Element, ...]:
    def axes(side: Side, top: int, across: tuple[float, float], up: tuple[float, float]) -> Axes:
        return Axes(across, up, left=side[0], right=side[1], top=top, bottom=top + height)

    epochs = 0.0, float(EPOCHS)
    return (
        panel(_loss(axes(loss, tops[0], epochs, (0.2, 0.7)))),
        panel(_norm(axes(norm, tops[1], epochs, (-3.0, 0.0)))),
        panel(_errors(axes(errors, tops[2], (-1.0, 1.0), (0.0, 120.0)))),
    )


def _loss(axes: Axes) -> list[svg.Element]:
    least = _least()
    place = axes.right, axes.y(least) + 19
    return [
        *axes.levels([0.2, 0.3, 0.4, 0.5, 0.6, 0.7], "loss", lift=20),
        *axes.scale([0, 50, 100], "epoch"),
        axes.line((0, least), (EPOCHS, least), ["accent", "dashed"]),
        axes.smooth(enumerate(_fit().history.loss.tolist()), ["ink", "curve"]),
        value(
            *place, least, Quantity(python="best.loss"), ["accent-text", "at-end"], "smallest = "
        ),
    ]


def _norm(axes: Axes) -> list[svg.Element]:
    powers = np.log10(_fit().history.gradient_norm).tolist()
    return [
        *axes.levels([-3, -2, -1, 0], "gradient norm, as a power of ten", lift=20),
        *axes.scale([0, 50, 100], "epoch"),
        axes.smooth(enumerate(powers), ["ink", "curve"]),
    ]


def _errors(axes: Axes) -> list[svg.Element]:
    bars = [
        svg.Rect(
            x=axes.x(2 * k / BINS - 1) + 1,
            y=axes.y(count),
            width=axes.x(2 / BINS) - axes.x(0) - 2,
            height=axes.bottom - axes.y(count),
            class_=["fill"] if label else ["accent-dot"],
        )
        for label in (0, 1)
        for k, count in enumerate(_counts(label))
        if count
    ]
    level = axes.y(57)
    return [
        *axes.levels([0, 40, 80, 120], "samples", lift=20),
        *axes.scale([-1, -0.5, 0, 0.5, 1], "error"),
        *bars,
        svg.Text(x=axes.x(-0.55), y=level, class_=["text", "at-middle"], text="label one"),
        svg.Text(x=axes.x(0.55), y=level, class_=["accent-text", "at-middle"], text="label zero"),
    ]

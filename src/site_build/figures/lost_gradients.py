"""What is left of the gradient when a probability rounds: two pictures, for two spellings."""

from collections.abc import Callable
from math import log
from typing import Any

import numpy as np
import svg

from logistic_gradient import sigmoid
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import LINE, Drawing, Figure
from site_build.figures.labels import Formula, Quantity, sign, value

LAST = 50.0  # the scores run from 0 to LAST
EPS = 1e-12  # the usual clamp
ROUNDS_TO_ONE = {np.float32: 24 * log(2), np.float64: 53 * log(2)}  # where 1 + e^-z becomes 1
TEX = {ROUNDS_TO_ONE[np.float32]: r"24 \ln 2", ROUNDS_TO_ONE[np.float64]: r"53 \ln 2"}
HALF_LOST = log((1 - EPS) / EPS)  # where 1 - p is as small as the clamp

ERROR = Formula(r"\partial \ell/\partial z = p - y")

Curve = list[tuple[float, float]]


def _axes(width: int, height: int, low: float, high: float) -> Axes:
    return Axes((0, LAST), (low, high), left=48, right=width - 16, top=40, bottom=height - 46)


def _frame(axes: Axes, levels: list[float], word: str) -> list[svg.Element]:
    scores = np.arange(0, LAST + 1, 10).tolist()
    return [*axes.levels(levels, word, lift=24), *axes.scale(scores, "score z")]


def _words(axes: Axes, place: tuple[float, float], words: list[str], classes: list[str]) -> svg.G:
    """Write lines of text, the first at a place given in data."""
    x, y = axes.x(place[0]), axes.y(place[1])
    return svg.G(
        elements=[
            svg.Text(x=x, y=y + k * LINE, class_=classes, text=line) for k, line in enumerate(words)
        ]
    )


def _both(draw: Callable[[int, int], Drawing]) -> Figure:
    return Figure(wide=draw(736, 340), narrow=draw(340, 320))


def clamped_gradient() -> Figure:
    """Draw, for label 0, the derived gradient and that of logarithms with a clamp."""
    return _both(_clamped)


def _clamped(width: int, height: int) -> Drawing:
    axes = _axes(width, height, 0, 1)
    single, double = ROUNDS_TO_ONE[np.float32], HALF_LOST
    red, at_end = ["accent-text"], ["accent-text", "at-end"]
    elements = [
        *_frame(axes, [0.0, 0.5, 1.0], "gradient in z, label zero"),
        axes.curve(lambda z: float(sigmoid(z)), ["ink", "curve"], 1000),
        axes.smooth(_with_clamp(np.float32), ["accent"]),
        axes.smooth(_with_clamp(np.float64), ["accent", "dashed"]),
        axes.dot((single, 0.5), "accent-dot"),
        axes.dot((double, 0.5), "accent-dot"),
        sign(axes.right, axes.y(1.04), "p − y", ERROR, ["text", "at-end"], before="derived: "),
        _words(axes, (single - 1.5, 0.28), ["clamp,", "single", "precision"], at_end),
        _words(axes, (double + 4, 0.28), ["clamp,", "double", "precision"], red),
    ]
    beside = 1.5 if width < 500 else 1
    for score, across, of, classes in (
        (single, single - 1, TEX[single], at_end),
        (double, double + beside, r"\ln \frac{1 - 10^{-12}}{10^{-12}}", red),
    ):
        place = axes.x(across), axes.y(0.5) - 10
        elements.append(value(*place, score, Quantity(of), classes, before="z = "))
    return Drawing(width, height, (panel(elements),))


def _with_clamp(kind: type[np.floating[Any]]) -> Curve:
    """Return what autograd multiplies out for -ln(1 - p + eps), in one precision."""
    z = np.linspace(0, LAST, 1001, dtype=kind)
    p = 1 / (1 + np.exp(-z))
    slope = p * (1 - p) / (1 - p + kind(EPS))
    return list(zip(z.tolist(), slope.tolist(), strict=True))


def cancelled_error() -> Figure:
    """Draw, for label 1, the size of the error and what the subtraction p - 1 leaves of it."""
    return _both(_cancelled)


def _cancelled(width: int, height: int) -> Drawing:
    lowest = -20.0
    axes = _axes(width, height, lowest, 0)
    z = np.linspace(0, 46, 921)
    sizes = np.log10(sigmoid(-z))
    elements = [
        *_frame(
            axes,
            np.arange(lowest, 1, 5).tolist(),
            "size of the gradient in z, as a power of ten",
        ),
        axes.smooth(zip(z.tolist(), sizes.tolist(), strict=True), ["ink", "curve"]),
        _words(axes, (19, -6), ["exact"], ["text"]),
    ]
    for kind, dashes, precision, across, level, side in (
        (np.float32, [], "single", -1.5, -14.6, "at-end"),
        (np.float64, ["dashed"], "double", 1.5, -8.6, "at-start"),
    ):
        last = ROUNDS_TO_ONE[kind]
        along = _subtracted(kind)
        classes = ["accent-text", side]
        x, y = axes.x(last + across), axes.y(level)
        elements += [
            axes.smooth([*along, (last, along[-1][1]), (last, lowest)], ["accent", *dashes]),
            axes.dot((last, lowest), "accent-dot"),
            sign(x, y, "p − y", ERROR, classes),
            svg.Text(x=x, y=y + LINE, class_=classes, text=precision),
            svg.Text(x=x, y=y + 2 * LINE, class_=classes, text="precision"),
            value(x, y + 3 * LINE, last, Quantity(TEX[last]), classes, before="z = "),
        ]
    return Drawing(width, height, (panel(elements),))


def _subtracted(kind: type[np.floating[Any]]) -> Curve:
    """Return the power of ten of 1 - p in one precision, up to where it is zero."""
    z = np.arange(0, ROUNDS_TO_ONE[kind], 0.05).astype(kind)
    left = 1 - 1 / (1 + np.exp(-z))
    return [(s, log(d, 10)) for s, d in zip(z.tolist(), left.tolist(), strict=True) if d > 0]

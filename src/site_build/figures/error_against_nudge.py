"""How wrong three numerical derivatives are, against the size of the nudge, on logarithmic axes."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import cache
from math import log10

import svg

from logistic_gradient import (
    central_difference,
    complex_step,
    forward_difference,
    sigmoid,
    sigmoid_derivative,
)
from logistic_gradient import loss as mean_loss
from site_build.figures.drawing import Drawing, Figure, ticks, value

GAP = 2.0**-52  # between 1 and the next float64
START = 0.1  # the student's first weight; the score is HOURS times it, minus one
HOURS = 3.0
LOWEST, HIGHEST = -16.0, 0.0  # powers of ten, on both axes
BELOW = -17.0  # smaller errors are drawn here

Curve = list[tuple[float, float]]


def _rounded_loss(w: float) -> float:
    """Return the student's loss, exact but for one rounding: no spelling of it can do better."""
    with localcontext(prec=50):  # digits
        return float((1 + (1 - 3 * Decimal(float(w))).exp()).ln())


def _complex_loss(w: complex) -> complex:
    score = HOURS * w - 1
    return complex(mean_loss([score], 0.0, [[1.0]], [1]))


def _errors(derivative: Callable[[float], float]) -> Curve:
    """Return the powers of ten of nudge and error; the worst of nudges a little apart.

    A single nudge can be right by luck, and the curve would then dip for no reason.
    """
    slope = -HOURS * float(sigmoid(1 - HOURS * START))
    curve = []
    for k in range(1, 53):
        nudges = [2.0**-k * (1 - part / 64) for part in range(16)]
        error = max(abs(derivative(h) - slope) for h in nudges if START + h > START)
        curve.append((-k * log10(2), max(log10(error or GAP**2), BELOW)))
    return curve


@cache  # both layouts show the same three, and they take a second
def _measured() -> dict[str, Curve]:
    return {
        "forward": _errors(lambda h: forward_difference(_rounded_loss, START, h)),
        "central": _errors(lambda h: central_difference(_rounded_loss, START, h)),
        "complex": _errors(lambda h: complex_step(_complex_loss, START, h)),
    }


def _best() -> dict[str, tuple[float, float]]:
    """Return, for both differences, the best nudge and the bound on its error, as powers of ten.

    The bounds are |f''| h / 2 + 2 GAP |f| / h and |f'''| h^2 / 6 + GAP |f| / h.
    """
    size = _rounded_loss(START)
    bend = HOURS**2 * float(sigmoid_derivative(1 - HOURS * START))
    change = HOURS * bend * (1 - 2 * float(sigmoid(HOURS * START - 1)))
    forward, central = 2 * (GAP * size / bend) ** 0.5, (3 * GAP * size / change) ** (1 / 3)
    return {
        "forward": (log10(forward), log10(bend * forward)),
        "central": (log10(central), log10(change * central**2 / 2)),
    }


def error_against_nudge() -> Figure:
    """Draw the three curves once in a wide frame and once in a narrow one."""
    return Figure(wide=_curves(736, 420), narrow=_curves(340, 380))


def _curves(width: int, height: int) -> Drawing:
    left, right, top, bottom = 48, width - 16, 34, height - 46

    def x(power: float) -> float:
        return round(left + (power - LOWEST) / (HIGHEST - LOWEST) * (right - left), 2)

    def y(power: float) -> float:
        return round(bottom - (power - BELOW) / (HIGHEST - BELOW) * (bottom - top), 2)

    def line(points: Curve, classes: list[str]) -> svg.Polyline:
        places = [svg.Point(x(h), y(min(error, HIGHEST))) for h, error in points]
        return svg.Polyline(points=places, class_=classes, fill="none")

    def label(h: float, error: float, text: str, classes: list[str]) -> svg.Text:
        return svg.Text(x=x(h), y=y(error), class_=classes, text=text)

    marks = [-16.0, -12.0, -8.0, -4.0, 0.0]
    elements: list[svg.Element] = [
        *(svg.Line(x1=left, y1=y(mark), x2=right, y2=y(mark), class_=["soft"]) for mark in marks),
        *(svg.Line(x1=x(m), y1=bottom, x2=x(m), y2=bottom + 5, class_=["soft"]) for m in marks),
        ticks("y", [(left - 8, y(mark) + 5, mark) for mark in marks], "at-end"),
        ticks("x", [(x(mark), bottom + 21, mark) for mark in marks], "at-middle"),
        svg.Text(
            x=(left + right) / 2,
            y=bottom + 40,
            class_=["text", "at-middle"],
            text="size of the nudge, as a power of ten",
        ),
        svg.Text(x=4, y=16, class_=["text"], text="error, as a power of ten"),
        line(_measured()["forward"], ["ink", "dashed"]),
        line(_measured()["central"], ["accent"]),
        line(_measured()["complex"], ["ink", "curve"]),
        label(-2.6, -1.4, "forward", ["text", "at-end"]),
        label(-8.2, -10.2, "central", ["accent-text", "at-end"]),
        label(-8.6, -14.4, "complex step", ["text", "at-end"]),
    ]
    for word, dot, text, side, across in (
        ("forward", "dot", "text", "at-end", -6),
        ("central", "accent-dot", "accent-text", "at-start", 6),
    ):
        h, error = _best()[word]
        elements += [
            svg.Line(x1=x(h), y1=bottom, x2=x(h), y2=y(error), class_=["soft", "dashed"]),
            svg.Circle(cx=x(h), cy=y(error), r=5, class_=[dot]),
            value(x(h) + 8, y(error) + 16, error, [text]),
            value(x(h) + across, bottom - 6, h, [text, side]),
        ]
    return Drawing(width, height, tuple(elements))

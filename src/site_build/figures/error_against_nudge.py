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
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import Quantity, value

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
    axes = Axes(
        (LOWEST, HIGHEST), (BELOW, HIGHEST),
        left=48, right=width - 16, top=34, bottom=height - 46,
    )  # fmt: skip
    marks = [-16.0, -12.0, -8.0, -4.0, 0.0]

    def line(name: str, classes: list[str]) -> svg.Path:
        return axes.smooth([(h, min(error, HIGHEST)) for h, error in _measured()[name]], classes)

    def label(h: float, error: float, text: str, classes: list[str]) -> svg.Text:
        return svg.Text(x=axes.x(h), y=axes.y(error), class_=classes, text=text)

    elements: list[svg.Element] = [
        *axes.levels(marks, "error, as a power of ten", lift=18),
        *axes.scale(marks, "size of the nudge, as a power of ten"),
        line("forward", ["ink", "dashed"]),
        line("central", ["accent"]),
        line("complex", ["ink", "curve"]),
        label(-2.6, -1.4, "forward", ["text", "at-end"]),
        label(-8.2, -10.2, "central", ["accent-text", "at-end"]),
        label(-8.6, -14.4, "complex step", ["text", "at-end"]),
    ]
    for word, dot, text, side, across in (
        ("forward", "dot", "text", "at-end", -6),
        ("central", "accent-dot", "accent-text", "at-start", 6),
    ):
        h, error = _best()[word]
        nudge, bound = (
            Quantity(python=f'log10({name}["{word}", f64])') for name in ("best", "floor")
        )
        elements += [
            axes.line((h, BELOW), (h, error), ["soft", "dashed"]),
            axes.dot((h, error), dot),
            value(axes.x(h) + 8, axes.y(error) + 16, error, bound, [text]),
            value(axes.x(h) + across, axes.bottom - 6, h, nudge, [text, side]),
        ]
    return Drawing(width, height, (panel(elements),))

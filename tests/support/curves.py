"""Where the curves, dots and lines of the figures lie, by formulas that never call the package."""

from collections.abc import Callable
from math import erf, exp, inf, log, log1p, log10, pi, sqrt

import numpy as np

from tests.support.drawing import Place
from tests.support.training import states
from tests.support.twenty_students import DEVIATIONS, PER_HOUR, SORTED, START, STUDENTS, fitted
from tests.support.walks import SAFE_RATE, descent, loss_at, minimum

Curve = Callable[[float], float | tuple[float, float]]  # a height, or the band in which it lies


def chance(z: float) -> float:
    return 1 / (1 + exp(-z))


def slope(z: float) -> float:
    return exp(-abs(z)) / (1 + exp(-abs(z))) ** 2


def cross_entropy(z: float) -> float:
    return max(-z, 0) + log1p(exp(-abs(z)))


def squared_error(z: float) -> float:
    return chance(-z) ** 2 / 2


def probit(z: float) -> float:
    return -exp(-(z**2) / 2) / sqrt(2 * pi) / ((1 + erf(z / sqrt(2))) / 2)


def clamped(bits: int) -> Curve:
    """What a clamp leaves of the gradient; 1 - p is known to a few units of its last place."""

    def band(z: float) -> tuple[float, float]:
        rest, unit = chance(-z), 2.0 ** (1 - bits)
        low, high = max(rest - unit, 0), rest + unit
        return low / (low + 1e-12) * chance(z), high / (high + 1e-12) * chance(z)

    return band


def subtracted(bits: int) -> Curve:
    """The power of ten of what the subtraction leaves, down to nothing."""

    def band(z: float) -> tuple[float, float]:
        rest, unit = chance(-z), 2.0 ** (1 - bits)
        return log10(rest - unit) if rest > unit else -inf, log10(rest + unit)

    return band


STUDENT = 0.1 * 3 - 0.2 * 5
STEPPED = STUDENT + 0.1 * (1 - chance(STUDENT)) * (3**2 + 5**2 + 1)
SINGLE, DOUBLE, HALF = 24 * log(2), 53 * log(2), log(1e12 - 1)

# Six students; the line down the gradient from weight 1 and bias -1.
SIX = ((1, 0), (2, 0), (3, 1), (4, 0), (5, 1), (6, 1))
SLOPE_W = sum((chance(h - 1) - y) * h for h, y in SIX) / 6
SLOPE_B = sum(chance(h - 1) - y for h, y in SIX) / 6
LENGTH = SLOPE_W**2 + SLOPE_B**2
BEND = sum(slope(h - 1) * (SLOPE_B + SLOPE_W * h) ** 2 for h, _ in SIX) / 6
STEEPEST = (97 + sqrt(85**2 + 42**2)) / 2 / (4 * 6)  # the larger root of the Gram matrix, over 4 m
SAFE, BOTTOM = 1 / STEEPEST, LENGTH / BEND


def along(t: float) -> float:
    scores = [(h - 1 - t * (SLOPE_W * h + SLOPE_B), y) for h, y in SIX]
    return sum(cross_entropy(z if y else -z) for z, y in scores) / 6


def bound(t: float) -> float:
    return along(0) - t * LENGTH + STEEPEST * LENGTH * t**2 / 2


def newton(t: float) -> float:
    return along(0) - t * LENGTH + BEND * t**2 / 2


# The student's loss in the first weight; the score is three times it, minus one.
GAP = 2.0**-52
SIZE = cross_entropy(STUDENT)
BENT = 9 * slope(STUDENT)
CHANGE = 27 * slope(STUDENT) * (1 - 2 * chance(STUDENT))
BEST = 2 * sqrt(GAP * SIZE / BENT)  # the best nudge of a forward difference
BEST_CENTRAL = (3 * GAP * SIZE / CHANGE) ** (1 / 3)


def measured(cut: Callable[[float], float], rounding: Callable[[float], float]) -> Curve:
    """The power of ten of an error: of rounding, the worst of a few is at least a thirtieth."""

    def band(power: float) -> tuple[float, float]:
        h = 10.0**power
        highest = log10(cut(h) + rounding(h)) + 0.15
        lowest = log10(cut(h) / 2) if cut(h) > 9 * rounding(h) else highest - 1.5
        return min(max(lowest, -17), 0), min(max(highest, -17), 0)

    return band


def joined(heights: list[float], at: float) -> float:
    """The line through heights at 0, 1, 2 and so on."""
    return float(np.interp(at, range(len(heights)), heights))


def root(curve: Callable[[float], float], level: float, low: float, high: float) -> float:
    """Where a curve takes a level, by halving."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if curve(middle) < level else (low, middle)
    return low


def steep(weight: float) -> tuple[Curve, float, float]:
    """A sigmoid with its middle at three hours, over the whole axis."""
    return lambda h: chance(weight * (h - 3)), 0, 6


def above(rate: float) -> Curve:
    """The power of ten of the loss above its minimum, on straight lines between the updates."""
    heights = [log10(loss_at(*place) - loss_at(*minimum())) for place in descent(rate, 100)]

    def between(update: float) -> float:
        before = min(max(int(update), 0), 99)
        return heights[before] + (update - before) * (heights[before + 1] - heights[before])

    return between


#: The curves of each panel in the order in which they are drawn, with where they start and end.
CURVES: dict[tuple[str, int], list[tuple[Curve, float, float]]] = {
    ("cancelled-error", 0): [
        (lambda z: -log10(1 + exp(z)), 0, 46),
        (subtracted(24), 0, SINGLE),
        (subtracted(53), 0, DOUBLE),
    ],
    ("clamped-gradient", 0): [(chance, 0, 50), (clamped(24), 0, 50), (clamped(53), 0, 50)],
    ("error-against-nudge", 0): [
        (measured(lambda h: BENT * h / 2, lambda h: 2 * GAP * SIZE / h), -log10(2), -52 * log10(2)),
        (
            measured(lambda h: CHANGE * h**2 / 6, lambda h: GAP * SIZE / h),
            -log10(2),
            -52 * log10(2),
        ),
        (measured(lambda h: CHANGE * h**2 / 6, lambda _: 4 * GAP), -log10(2), -52 * log10(2)),
    ],
    ("error-against-score", 0): [(chance, -6, 6), (lambda z: chance(z) - 1, -6, 6)],
    ("loss-and-bound", 0): [
        (newton, 0, 2),
        (bound, 0, root(bound, 2, SAFE, 2)),
        (along, 0, root(along, 2, 1, 2)),
    ],
    ("losses-by-rate", 0): [(above(rate), 0, 100) for rate in (0.01, SAFE_RATE, 1, 2)],
    ("loss-and-probability", 0): [
        (lambda p: -log(p), exp(-5), 1),
        (lambda p: inf if p >= 1 else -log(1 - p), 1 - exp(-5), 0),
    ],
    ("loss-and-score", 0): [(cross_entropy, -6, 6)],
    ("loss-and-score", 1): [(squared_error, -6, 6)],
    ("separated", 0): [steep(1), steep(2), steep(8)],
    ("separated", 1): [steep(1), steep(2), steep(8)],
    ("separated-samples", 0): [],
    ("sigmoid-slope", 0): [(chance, -6, 6)],
    ("sigmoid-slope", 1): [(slope, -6, 6)],
    ("sigmoid-two-points", 0): [(chance, -6, 6)],
    ("slopes-of-losses", 0): [
        (probit, root(probit, -2, -4, 0), 4),
        (lambda z: -chance(-z) * slope(z), -4, 4),
        (lambda z: -chance(-z), -4, 4),
    ],
    ("students-drawn", 0): [],
    ("students-fitted", 0): [(fitted(k), 0, 6) for k in (-DEVIATIONS, 0, DEVIATIONS)],
    ("training", 0): [(lambda epoch: joined(states()[0], epoch), 0, 100)],
    ("training", 1): [(lambda epoch: joined([log10(norm) for norm in states()[1]], epoch), 0, 100)],
    ("training", 2): [],
}

DOTS: dict[tuple[str, int], list[Place]] = {
    ("cancelled-error", 0): [(SINGLE, -20), (DOUBLE, -20)],
    ("clamped-gradient", 0): [(SINGLE, 0.5), (HALF, 0.5)],
    ("error-against-nudge", 0): [
        (log10(BEST), log10(BENT * BEST)),
        (log10(BEST_CENTRAL), log10(CHANGE * BEST_CENTRAL**2 / 2)),
    ],
    ("error-against-score", 0): [
        (log(99), -0.01), (log(1.5), -0.4), (log(1.5), 0.6), (log(99), 0.99),
    ],
    ("loss-and-bound", 0): [
        (SAFE, bound(SAFE)), (SAFE, along(SAFE)), (BOTTOM, newton(BOTTOM)), (BOTTOM, along(BOTTOM)),
        (0, along(0)),
    ],
    ("loss-and-probability", 0): [(0.9, -log(0.9)), (0.9, -log(0.1))],
    ("losses-by-rate", 0): [],
    ("loss-and-score", 0): [(-4, cross_entropy(-4))],
    ("loss-and-score", 1): [(0, squared_error(0)), (-4, squared_error(-4))],
    ("separated", 0): [(1, 0), (2, 0), (4, 1), (5, 1)],
    ("separated", 1): [(1, 0), (2, 0), (3, 0), (3, 1), (4, 1), (5, 1)],
    ("separated-samples", 0): [(1, 2), (3, 1), (2, 2), (4, 2), (2, 4), (5, 5)],
    ("sigmoid-slope", 0): [(STUDENT, chance(STUDENT))],
    ("sigmoid-slope", 1): [(STUDENT, slope(STUDENT)), (0, 0.25)],
    ("sigmoid-two-points", 0): [(STUDENT, chance(STUDENT)), (STEPPED, chance(STEPPED))],
    ("slopes-of-losses", 0): [(-4, -chance(4)), (-4, -chance(4) * slope(4))],
    ("students-drawn", 0): [*SORTED],
    ("students-fitted", 0): [*SORTED, (-START / PER_HOUR, 0.5)],
    **{("training", place): [] for place in range(3)},
}  # fmt: skip

FALL = 1.4 * slope(4) * chance(4)  # of the tangent to the squared error
LINES: dict[tuple[str, int], list[tuple[Place, Place]]] = {
    ("error-against-nudge", 0): [
        ((log10(BEST), -17), (log10(BEST), log10(BENT * BEST))),
        ((log10(BEST_CENTRAL), -17), (log10(BEST_CENTRAL), log10(CHANGE * BEST_CENTRAL**2 / 2))),
    ],
    ("loss-and-bound", 0): [((t, 0), (t, along(t))) for t in (SAFE, BOTTOM)],
    ("loss-and-probability", 0): [((0.9, 0), (0.9, -log(0.1)))],
    ("loss-and-score", 0): [
        ((-5.4, cross_entropy(-4) + 1.4 * chance(4)), (-2.6, cross_entropy(-4) - 1.4 * chance(4)))
    ],
    ("loss-and-score", 1): [
        ((-4, squared_error(-4)), (0, squared_error(0))),
        ((-5.4, squared_error(-4) + FALL), (-2.6, squared_error(-4) - FALL)),
    ],
    ("separated-samples", 0): [((0, 5), (5, 0))],
    ("sigmoid-slope", 0): [((-2, 0), (2, 1)), ((STUDENT, chance(STUDENT)), (STUDENT, -inf))],
    ("sigmoid-two-points", 0): [
        line
        for z in (STUDENT, STEPPED)
        for line in (((z, 0), (z, chance(z))), ((-6, chance(z)), (z, chance(z))))
    ],
    ("students-drawn", 0): [((h, 0), (h, 1)) for h in (min(STUDENTS[1]), max(STUDENTS[0]))],
    ("students-fitted", 0): [((-START / PER_HOUR, 0), (-START / PER_HOUR, 0.5))],
    ("training", 0): [((0, 0.270594892538), (100, 0.270594892538))],
}

#: The curve of each panel, by its place in the table above, to which a word is nearest.
WORDS = {
    ("error-against-nudge", 0): {"forward": 0, "central": 1, "complex step": 2},
    ("error-against-score", 0): {"label zero": 0, "label one": 1},
    ("loss-and-bound", 0): {"bound": 1, "Newton's": 0},
    ("loss-and-probability", 0): {"passed": 0, "failed": 1},
    ("losses-by-rate", 0): {"too small": 0, "safe": 1, "overshoots": 2, "oscillates": 3},
    ("slopes-of-losses", 0): {"probit": 0, "squared error": 1, "cross-entropy": 2},
}

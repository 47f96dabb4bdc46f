"""The fit of the twenty students and its band, by sums that never call the package."""

from collections.abc import Callable
from math import exp, sqrt
from statistics import NormalDist

# Hours of those who failed, and of those who passed.
STUDENTS = (
    (0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5),
    (1.75, 2.25, 2.75, 3.25, 4, 4.25, 4.5, 4.75, 5, 5.5),
)
SORTED = sorted((hours, label) for label in (0, 1) for hours in STUDENTS[label])


def chance(z: float) -> float:
    return 1 / (1 + exp(-z))


def moments(w: float, b: float) -> tuple[float, float, float]:
    """The entries of the information matrix: of weight, of both, of bias."""
    bends = [(h, chance(w * h + b) * chance(-w * h - b)) for h, _ in SORTED]
    a, c, d = (sum(bend * h**k for h, bend in bends) for k in (2, 1, 0))
    return a, c, d


def estimate() -> tuple[float, float]:
    """Weight and bias at which both sums of errors vanish, by Newton's steps."""
    w = b = 0.0
    for _ in range(20):
        a, c, d = moments(w, b)
        errors = [(h, chance(w * h + b) - y) for h, y in SORTED]
        in_w, in_b = (sum(error * h**k for h, error in errors) for k in (1, 0))
        size = a * d - c * c
        w, b = w - (d * in_w - c * in_b) / size, b - (a * in_b - c * in_w) / size
    return w, b


PER_HOUR, START = estimate()
DEVIATIONS = NormalDist().inv_cdf(0.975)


def fitted(deviations: float) -> Callable[[float], float]:
    """The fitted curve, its score moved by so many standard errors."""

    def height(h: float) -> float:
        a, c, d = moments(PER_HOUR, START)
        variance = (d * h * h - 2 * c * h + a) / (a * d - c * c)
        return chance(PER_HOUR * h + START + deviations * sqrt(variance))

    return height

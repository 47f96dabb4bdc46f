"""How far above its minimum the loss of the twenty students is, at four rates of descent."""

from math import log10

import svg

from logistic_gradient.data import students
from logistic_gradient.optimize import gradient_descent, newton
from site_build.figures.axes import Axes, panel
from site_build.figures.drawing import Drawing, Figure

UPDATES = 100
LOWEST, HIGHEST = -3.0, 0.5  # powers of ten
RATES: dict[str, tuple[float | None, list[str]]] = {  # None is 1/L
    "too small": (0.01, ["ink", "dashed"]),
    "safe": (None, ["ink", "curve"]),
    "overshoots": (1.0, ["accent", "dashed"]),
    "oscillates": (2.0, ["accent"]),
}
PLACES = {
    "too small": (70, -0.5),
    "safe": (60, -1.1),
    "overshoots": (40, -2.2),
    "oscillates": (74, -1.85),
}


def losses_by_rate() -> Figure:
    """Draw the four curves once in a wide frame and once in a narrow one."""
    return Figure(wide=_curves(736, 400), narrow=_curves(340, 360))


def _curves(width: int, height: int) -> Drawing:
    data = students()
    least = newton(data.X, data.y).loss
    axes = Axes(
        (0, UPDATES), (LOWEST, HIGHEST), left=44, right=width - 16, top=34, bottom=height - 46
    )
    elements: list[svg.Element] = [
        *axes.levels([-3.0, -2.0, -1.0, 0.0], "loss above the minimum, as a power of ten", lift=18),
        *axes.scale([0.0, 25.0, 50.0, 75.0, 100.0], "updates"),
    ]
    for word, (rate, classes) in RATES.items():
        fit = gradient_descent(data.X, data.y, learning_rate=rate, iterations=UPDATES)
        update, level = PLACES[word]
        kind = "accent-text" if "accent" in classes else "text"
        above = [log10(loss - least) for loss in fit.history.loss.tolist()]
        elements += [
            axes.smooth([(float(k), power) for k, power in enumerate(above)], classes),
            svg.Text(x=axes.x(update), y=axes.y(level), class_=[kind], text=word),
        ]
    return Drawing(width, height, (panel(elements),))

"""What three students do to the weights: their pulls end to end, and the mean of the pulls."""

from itertools import pairwise
from math import hypot

import numpy as np
import svg

from logistic_gradient import sigmoid
from site_build.figures.drawing import Drawing, Figure
from site_build.figures.labels import ticks

X = np.array([[3.0, 5.0], [1.0, 7.0], [6.0, 4.0]])
Y = np.array([1.0, 0.0, 1.0])
W = np.array([0.1, -0.2])
B = 0.5

Place = tuple[float, float]


def error_weighted_features() -> Figure:
    """Draw the plane of the two weights, wide and narrow, to the same scale on both axes."""
    return Figure(wide=_plane(736, 130), narrow=_plane(340, 66))


def _plane(width: int, unit: int) -> Drawing:
    pulls = (Y - sigmoid(X @ W + B))[:, np.newaxis] * X
    corners = np.vstack([np.zeros(2), np.cumsum(pulls, axis=0)]).tolist()
    left, top = round((width - 4 * unit) / 2), 34
    bottom = top + 3 * unit

    def at(place: list[float]) -> Place:
        return round(left + place[0] * unit, 2), round(bottom - place[1] * unit, 2)

    across = [(float(k), left + k * unit) for k in range(5)]
    up = [(float(k), bottom - k * unit) for k in range(4)]
    end = left + 4 * unit
    elements: list[svg.Element] = [
        *(svg.Line(x1=x, y1=top, x2=x, y2=bottom, class_=["soft"]) for _, x in across),
        *(svg.Line(x1=left, y1=y, x2=end, y2=y, class_=["soft"]) for _, y in up),
        ticks("x", [(x, bottom + 21, k) for k, x in across], "at-middle"),
        ticks("y", [(left - 8, y + 5, k) for k, y in up], "at-end"),
        _word((left + end) / 2, bottom + 42, "pull on the first weight", "text", "at-middle"),
        _word(left - 24, top - 16, "pull on the second weight", "text", "at-start"),
    ]
    for tail, tip in pairwise(corners):
        elements += _arrow(at(tail), at(tip), "ink", "dot")
    mean = at((pulls.mean(axis=0)).tolist())
    elements += _arrow(at([0.0, 0.0]), mean, "accent", "accent-dot")

    x0, y0 = _middle(at([0.0, 0.0]), mean)
    (x1, y1), (x2, y2), (x3, y3) = (_middle(at(tail), at(tip)) for tail, tip in pairwise(corners))
    elements += [
        _word(x1 - 10, y1 - 6, "first", "text", "at-end"),
        _word(x2 + 10, y2 - 8, "second", "text", "at-start"),
        _word(x3 + 4, y3 + 22, "third", "text", "at-start"),
        _word(x0 + 6, y0 + 20, "mean", "accent-text", "at-start"),
    ]
    return Drawing(width, bottom + 52, tuple(elements))


def _middle(tail: Place, tip: Place) -> Place:
    return (tail[0] + tip[0]) / 2, (tail[1] + tip[1]) / 2


def _word(x: float, y: float, text: str, kind: str, anchor: str) -> svg.Text:
    return svg.Text(x=x, y=y, class_=[kind, anchor], text=text)


def _arrow(tail: Place, tip: Place, stroke: str, fill: str) -> list[svg.Element]:
    """Draw an arrow in any direction."""
    length = hypot(tip[0] - tail[0], tip[1] - tail[1])
    dx, dy = (tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length
    back = tip[0] - 11 * dx, tip[1] - 11 * dy
    head = [tip, (back[0] - 5 * dy, back[1] + 5 * dx), (back[0] + 5 * dy, back[1] - 5 * dx)]
    points = [svg.Point(round(x, 2), round(y, 2)) for x, y in head]
    start, stop = (
        (round(tail[0], 2), round(tail[1], 2)),
        (round(back[0], 2), round(back[1], 2)),
    )
    return [
        svg.Line(x1=start[0], y1=start[1], x2=stop[0], y2=stop[1], class_=[stroke]),
        svg.Polygon(points=points, class_=[fill]),
    ]

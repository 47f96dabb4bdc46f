"""Three walks on the loss of the twenty students: descent, mini-batches and Newton's method."""

from functools import cache
from math import cos, pi, sin

import numpy as np
import svg

from logistic_gradient import hessian, softplus
from logistic_gradient._arrays import Array
from logistic_gradient.data import students
from logistic_gradient.optimize import (
    Fit,
    gradient_descent,
    lipschitz_constant,
    newton,
    stochastic_gradient_descent,
)
from site_build.figures.axes import Axes, Place, panel
from site_build.figures.drawing import Drawing, Figure

LEVELS = (0.41, 0.45, 0.5, 0.6, 0.8, 1.2)  # of the lines of equal loss
BATCH, PER_EPOCH, EPOCHS, SEED = 5, 4, 25, 3
NEWTON_UPDATES = 5
RAYS = 200  # from the minimum, on which the lines of equal loss have their points
FAR = 100.0  # along a ray, beyond the frame

CIRCLE: list[Place] = [(4 * cos(k * pi / 8), 4 * sin(k * pi / 8)) for k in range(16)]
TRIANGLE: list[Place] = [(0, -8), (6, 4), (-6, 4)]
SQUARE: list[Place] = [(-5, -5), (5, -5), (5, 5), (-5, 5)]

Walk = list[Place]


def _places(fit: Fit) -> Walk:
    """Return the weight and the bias at the start and after each update."""
    w, b = np.asarray(fit.history.w), np.asarray(fit.history.b)
    return list(zip(w[:, 0].tolist(), b.tolist(), strict=True))


@cache  # both layouts show the same walks
def _walks() -> dict[str, Walk]:
    data = students()
    rate = 1 / lipschitz_constant(data.X)
    noisy = stochastic_gradient_descent(
        data.X, data.y, batch_size=BATCH, learning_rate=rate, epochs=EPOCHS, seed=SEED, path=True
    )
    return {
        "descent": _places(
            gradient_descent(data.X, data.y, iterations=PER_EPOCH * EPOCHS, path=True)
        ),
        "batches": _places(noisy),
        "newton": _places(newton(data.X, data.y, path=True)),
    }


@cache
def _lines_of_equal_loss() -> list[Walk]:
    """Return, for each level, where the loss has this value, once around the minimum.

    The loss is convex: on each ray from its minimum it takes the value once, found by halving. The
    rays are even where the loss is a round bowl, so that they are dense along the valley.
    """
    data = students()
    least = newton(data.X, data.y)
    bowl = np.linalg.cholesky(hessian(least.w, least.b, data.X))  # of the weight, then the bias
    angles = np.linspace(0, 2 * np.pi, RAYS + 1)
    rays = np.linalg.solve(bowl.T, np.vstack([np.cos(angles), np.sin(angles)]))
    minimum = np.array([[least.w[0]], [least.b]])

    def loss(places: Array) -> Array:
        scores = data.X * places[0] + places[1]
        return np.mean(softplus(scores) - data.y[:, np.newaxis] * scores, axis=0)

    lines = []
    for level in LEVELS:
        near, far = np.zeros(RAYS + 1), np.full(RAYS + 1, FAR)
        for _ in range(50):
            middle = (near + far) / 2
            inside = loss(minimum + middle * rays) < level
            near, far = np.where(inside, middle, near), np.where(inside, far, middle)
        across, up = (minimum + near * rays).tolist()
        lines.append(list(zip(across, up, strict=True)))
    return lines


def paths_on_the_loss() -> Figure:
    """Draw the plane of the two parameters, wide and narrow."""
    return Figure(wide=_plane(736, 520), narrow=_plane(340, 420))


def _plane(width: int, height: int) -> Drawing:
    axes = Axes((-0.25, 2.25), (-5, 1), left=44, right=width - 16, top=34, bottom=height - 46)
    walks = _walks()
    descent, batches = walks["descent"], walks["batches"]
    steps = walks["newton"][: NEWTON_UPDATES + 1]
    elements: list[svg.Element] = [
        *axes.levels([float(b) for b in range(-5, 2)], "bias", lift=18),
        *axes.scale([0.0, 0.5, 1.0, 1.5, 2.0], "weight"),
        *(axes.smooth(piece, ["soft"]) for piece in _within(axes, _lines_of_equal_loss())),
        axes.path(batches, ["ink", "dashed"]),
        axes.path(descent, ["ink"]),
        axes.path(steps, ["accent"]),
        *(axes.dot(place, "dot", 3) for place in descent),
        *(_shape((axes.x(w), axes.y(b)), TRIANGLE, "dot") for w, b in batches[::PER_EPOCH]),
        *(_shape((axes.x(w), axes.y(b)), SQUARE, "accent-dot") for w, b in steps),
    ]
    return Drawing(width, height, (panel(elements, "plane"), *_legend(axes)))


def _legend(axes: Axes) -> list[svg.Element]:
    """Draw a box in the upper right corner that tells which mark belongs to which method."""
    width, left, top = 158, axes.right - 166, axes.top + 8
    rows = (("gradient descent", CIRCLE, "dot"), ("mini-batches", TRIANGLE, "dot"),
            ("Newton's method", SQUARE, "accent-dot"))  # fmt: skip
    elements: list[svg.Element] = [
        svg.Rect(x=left, y=top, width=width, height=78, rx=8, class_=["fill"])
    ]
    for k, (word, shape, kind) in enumerate(rows):
        middle = top + 16 + 23 * k
        elements += [
            _shape((left + 16, middle), shape, kind),
            svg.Text(x=left + 30, y=middle + 5, class_=["text"], text=word),
        ]
    return elements


def _within(axes: Axes, lines: list[Walk]) -> list[Walk]:
    """Return the pieces of lines that lie in the frame."""
    (left, right), (low, high) = axes.across, axes.up
    pieces: list[Walk] = []
    for line in lines:
        pieces.append([])
        for x, y in line:
            if left <= x <= right and low <= y <= high:
                pieces[-1].append((x, y))
            elif pieces[-1]:
                pieces.append([])
    return [piece for piece in pieces if len(piece) > 1]


def _shape(middle: Place, corners: Walk, kind: str) -> svg.Polygon:
    """Draw a small shape around a place; all is in pixels."""
    x, y = middle
    points = [svg.Point(round(x + right, 2), round(y + down, 2)) for right, down in corners]
    return svg.Polygon(points=points, class_=[kind])

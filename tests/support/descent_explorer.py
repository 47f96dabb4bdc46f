"""Walks of the descent explorer, taken in Node, and the data and starts that its tests share."""

from typing import Any

import numpy as np

from tests.support.node import evaluate

FOLDER = "widgets/descent-explorer"
PLAN: dict[str, Any] = {
    "data": "students", "method": "descent", "rate": 1.0, "unit": "safe",
    "batch": 5, "seed": 3, "b": 0.0, "w": 0.0, "v": 0.0,
}  # fmt: skip
POINTS = [[1, 3], [2, 5], [3, 2], [4, 4], [3, 4], [5, 3], [4, 6], [6, 5]]
POINT_LABELS = [0, 0, 0, 0, 1, 1, 1, 1]
# Some lie on the border between the labels.
BORDER = [[1, 1], [2, 2], [1, 2], [3, 3], [3, 3], [4, 2], [5, 1], [4, 1]]
STARTS = [(0.0, 0.0, 0.0), (-5.5, 2.25, 0.5), (1.75, -0.4, -0.85), (0.1, 0.3, 0.2)]


def walk(points: Any = POINTS, steps: int = 100, **plan: Any) -> Any:
    """Return the walk's data, L, rate, end, and its places: bias, weights, loss, gradient.

    Places further on are left out: a walk is kept, and another test may have gone on with it.
    """
    return evaluate(
        f"{FOLDER}/walk.mjs",
        """(() => {
            const walk = m.walkOf(data.plan, data.points);
            const made = walk.reach(data.steps);
            const { data: { X, y }, L, best } = walk.problem;
            const places = walk.places.slice(0, data.steps + 1);
            return { X, y, L, best, made, end: walk.end, rate: walk.rate, places };
        })()""",
        {"plan": {**PLAN, **plan}, "points": points, "steps": steps},
    )


def agree(computed: Any, expected: Any, digits: int = 12) -> None:
    """To so many digits of the largest: smaller ones come from it by cancellation."""
    computed, expected = np.asarray(computed, float), np.asarray(expected, float)
    assert computed.shape == expected.shape
    largest = np.abs(expected).max()
    np.testing.assert_allclose(computed, expected, rtol=0, atol=0.5 * 10.0**-digits * largest)

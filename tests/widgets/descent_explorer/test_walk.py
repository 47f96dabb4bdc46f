"""The walks of the descent explorer go where those of the package go."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from logistic_gradient.data import students
from logistic_gradient.optimize import (
    ConvergenceError,
    gradient_descent,
    lipschitz_constant,
    newton,
)
from tests.support.descent_explorer import FOLDER, PLAN, POINT_LABELS, STARTS, agree, walk
from tests.support.node import evaluate


def start_of(data: str, b: float, w: float, v: float) -> tuple[list[float], float]:
    return ([w, v] if data == "points" else [w]), b


@pytest.mark.parametrize("data", ["students", "separable", "points"])
@pytest.mark.parametrize(
    ("rate", "unit"), [(1.0, "safe"), (1.9, "safe"), (0.05, "plain"), (5.0, "safe")]
)
@pytest.mark.parametrize("start", STARTS)
def test_descent_walks_as_the_package_does(
    data: str, rate: float, unit: str, start: tuple[float, float, float]
) -> None:
    b, w, v = start
    steps = 12 if rate > 2 else 100  # in wild swings, rounding grows
    found = walk(data=data, rate=rate, unit=unit, b=b, w=w, v=v, steps=steps)
    L = lipschitz_constant(found["X"])
    agree(found["L"], L)
    agree(found["rate"], rate / L if unit == "safe" else rate)
    fit = gradient_descent(
        found["X"], [int(y) for y in found["y"]], learning_rate=found["rate"],
        iterations=steps, start=start_of(data, b, w, v), path=True,
    )  # fmt: skip
    compare(found["places"], fit)


def compare(places: list[Any], fit: Any, digits: int = 12) -> None:
    agree([place["w"] for place in places], fit.history.w, digits)
    agree([place["b"] for place in places], fit.history.b, digits)
    agree([place["loss"] for place in places], fit.history.loss, digits)
    agree([place["length"] for place in places], fit.history.gradient_norm, digits)


@pytest.mark.parametrize("data", ["students", "points"])
@pytest.mark.parametrize(
    ("start", "digits"),
    [*((start, 12) for start in STARTS), ((9.0, 6.0, -3.0), 10), ((-40.0, 3.0, 8.0), 10)],
)
def test_newton_walks_as_the_package_does(
    data: str, start: tuple[float, float, float], digits: int
) -> None:
    """Halved steps, and those with the largest curvature, included.

    Where all samples are predicted for certain, the Hessian is nearly singular: a step from there
    multiplies rounding by ten thousand. The last place has all digits again.
    """
    b, w, v = start
    found = walk(data=data, method="newton", b=b, w=w, v=v, steps=60)
    X, y = found["X"], [int(y) for y in found["y"]]
    fit = newton(X, y, start=start_of(data, b, w, v), path=True)
    compare(found["places"][: fit.iterations + 1], fit, digits)
    agree([*found["places"][-1]["w"], found["places"][-1]["b"]], [*fit.w, fit.b])
    least = newton(X, y)
    agree([*found["best"]["w"], found["best"]["b"]], [*least.w, least.b])
    agree(found["best"]["loss"], least.loss)


def test_a_walk_goes_as_far_as_is_asked_and_goes_on_from_there() -> None:
    found = evaluate(
        f"{FOLDER}/walk.mjs",
        """data.steps.map((steps) => {
            const walk = m.walkOf(data.plan, []);
            return [walk.reach(steps), walk.places.length];
        })""",
        {"plan": {**PLAN, "rate": 0.123}, "steps": [7, 5, 9]},
    )
    assert found == [[7, 8], [5, 8], [9, 10]]


def test_the_data_are_those_of_the_package() -> None:
    found, data = walk(steps=0), students()
    assert found["X"] == data.X.tolist()
    assert found["y"] == data.y.tolist()
    assert walk(data="points", steps=0)["y"] == POINT_LABELS


def test_a_walk_ends_before_what_floating_point_cannot_hold() -> None:
    for rate in (1e308, 1.7e308, 1e307, 1e300):
        found = walk(rate=rate, unit="plain", steps=50, b=0.5, w=1.0)
        options: dict[str, Any] = {"learning_rate": rate, "iterations": 50, "start": ([1.0], 0.5)}
        data = students()
        try:
            made = gradient_descent(data.X, data.y, **options).iterations
        except ConvergenceError as error:
            made = error.fit.iterations
        assert (found["made"], found["end"]) == (made, "overflow" if made < 50 else "")
        assert len(found["places"]) == made + 1
        assert all(np.isfinite(place["loss"]) for place in found["places"])
    assert walk(rate=1e308, unit="plain", b=0.5, w=1.0)["end"] == "overflow"


def test_on_separated_data_the_loss_goes_to_zero_while_the_weight_grows() -> None:
    places = walk(data="separable", method="newton", steps=40)["places"]
    losses = [place["loss"] for place in places]
    assert all(after < before for before, after in pairwise(losses))
    assert losses[-1] < 1e-12
    assert places[-1]["w"][0] > 30 > places[5]["w"][0]

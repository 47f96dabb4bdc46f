"""What the descent explorer promises of a rate, and says of a walk."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient.data import students
from logistic_gradient.optimize import gradient_descent
from tests.support.descent_explorer import BORDER, FOLDER, PLAN, POINT_LABELS, POINTS, STARTS, walk
from tests.support.node import DOCS, evaluate

WORDS = """(async () => {
    const { walkOf } = await import(data.walks);
    const walk = walkOf(data.plan, data.points);
    walk.reach(data.steps);
    const [known, happened] = [m.promise(data.plan, walk.problem), m.course(walk, data.steps)];
    return [known, happened, m.prospect(walk.problem), m.whereabouts(walk, data.steps)];
})()"""


def words(steps: int = 0, points: Any = POINTS, **plan: Any) -> list[str]:
    found: list[str] = evaluate(
        f"{FOLDER}/words.mjs", WORDS,
        {
            "walks": (DOCS / f"{FOLDER}/walk.mjs").as_uri(),
            "plan": {**PLAN, **plan}, "points": points, "steps": steps,
        },
    )  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("rate", "says"),
    [
        (0.01, "Safe: up to one over L each step lowers the loss"),
        (1, "Safe: up to one over L each step lowers the loss"),
        (1.0000000001, "above one over L. Below two over L each step still lowers the loss."),
        (1.99, "No guarantee that a longer step gains more"),
        (2, "two over L. It cannot rise."),
        (2.0000001, "No guarantee: the rate is above two over L, and a step may raise"),
        (1e308, "No guarantee: the rate is above two over L, and a step may raise"),
    ],
)
def test_what_is_promised_of_a_rate(rate: float, says: str) -> None:
    assert says in words(rate=rate)[0]
    assert says in words(rate=rate, data="points")[0]


@pytest.mark.parametrize("data", ["students", "separable", "points"])
def test_what_is_promised_holds_and_what_is_not_can_fail(data: str) -> None:
    """At the edge of a promise, from many starts; above two over L some step raises the loss."""
    for b, w, v in [*STARTS, (3.0, -2.0, 1.0)]:
        for rate in (1, 1.5, 2):
            course = words(rate=rate, data=data, b=b, w=w, v=v, steps=60)[1]
            assert course.startswith("None of 60 steps raised the loss.")
    assert "None" not in words(rate=5, data=data, steps=60)[1]


def test_it_is_said_where_there_is_no_minimum() -> None:
    _, course, prospect, whereabouts = words(20, data="separable")
    fit = gradient_descent(walk(data="separable")["X"], POINT_LABELS, iterations=20)
    assert "has no minimum: it goes to zero while the weights grow for ever" in prospect
    assert f"The loss is now {fit.loss:.6g}" in course
    assert f"the weight {fit.w[0]:.6g}" in course
    assert "above the smallest" not in whereabouts
    line = [[k, k] for k in range(8)]
    assert "many weights give the same loss" in words(points=line, data="points")[2]
    assert "the loss has one minimum" in words()[2]
    assert "up to points on the border" in words(points=BORDER, data="points")[2]


def test_steps_that_raised_the_loss_are_counted() -> None:
    fit = gradient_descent(*(students().X, students().y), iterations=60, learning_rate=2.0)
    rises = int(np.sum(np.diff(fit.history.loss) > 0))
    assert words(60, rate=2, unit="plain")[1] == f"{rises} of 60 steps raised the loss."
    assert words(0)[1] == "The walk has not begun."
    assert "of 1 step raised" in words(1)[1]


def test_overflow_is_put_in_words() -> None:
    end = words(3, rate=1e308, unit="plain", w=1.0)[1]
    assert "would leave the range of floating-point numbers: the rate is too large" in end

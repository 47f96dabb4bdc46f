"""The walks of the descent explorer against the package, and its state without a page."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import logistic_gradient as lg
from logistic_gradient.data import students
from logistic_gradient.optimize import (
    ConvergenceError,
    SeparationError,
    gradient_descent,
    lipschitz_constant,
    newton,
)
from tests.support.node import DOCS, evaluate

FOLDER = "widgets/descent-explorer"
PLAN: dict[str, Any] = {
    "data": "students", "method": "descent", "rate": 1.0, "unit": "safe",
    "batch": 5, "seed": 3, "b": 0.0, "w": 0.0, "v": 0.0,
}  # fmt: skip
POINTS = [[1, 3], [2, 5], [3, 2], [4, 4], [3, 4], [5, 3], [4, 6], [6, 5]]
POINT_LABELS = [0, 0, 0, 0, 1, 1, 1, 1]
STARTS = [(0.0, 0.0, 0.0), (-5.5, 2.25, 0.5), (1.75, -0.4, -0.85), (0.1, 0.3, 0.2)]


def walk(points: Any = POINTS, steps: int = 100, **plan: Any) -> Any:
    """Return the walk's data, L, rate, end, and its places: bias, weights, loss, gradient."""
    return evaluate(
        f"{FOLDER}/walk.mjs",
        """(() => {
            const walk = m.walkOf(data.plan, data.points);
            const made = walk.reach(data.steps);
            const { data: { X, y }, L, best } = walk.problem;
            return { X, y, L, best, made, end: walk.end, rate: walk.rate, places: walk.places };
        })()""",
        {"plan": {**PLAN, **plan}, "points": points, "steps": steps},
    )


def agree(computed: Any, expected: Any, digits: int = 12) -> None:
    """To so many digits of the largest: smaller ones come from it by cancellation."""
    computed, expected = np.asarray(computed, float), np.asarray(expected, float)
    assert computed.shape == expected.shape
    largest = np.abs(expected).max()
    np.testing.assert_allclose(computed, expected, rtol=0, atol=0.5 * 10.0**-digits * largest)


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


def orders(seed: int, m: int, epochs: int) -> list[list[int]]:
    """The minimal standard generator, and exchanges from the last place on."""
    state, found = seed + 1, []
    draws = 0

    def draw() -> float:
        nonlocal state, draws
        state, draws = state * 48271 % (2**31 - 1), draws + 1
        return state / (2**31 - 1)

    while draws < 8:
        draw()
    for _ in range(epochs):
        order = list(range(m))
        for i in range(m - 1, 0, -1):
            k = int(draw() * (i + 1))
            order[i], order[k] = order[k], order[i]
        found.append(order)
    return found


@pytest.mark.parametrize("data", ["students", "separable", "points"])
@pytest.mark.parametrize(("batch", "seed"), [(5, 3), (1, 0), (7, 12345), (20, 2**31 - 3)])
def test_mini_batches_can_be_replayed(data: str, batch: int, seed: int) -> None:
    found = walk(data=data, method="batches", batch=batch, seed=seed, rate=0.8, b=0.3, steps=60)
    X, y = np.array(found["X"]), np.array(found["y"])
    w, b, places = np.zeros(X.shape[1]), 0.3, []
    for order in orders(seed, len(X), 61):
        for first in range(0, len(X), batch):
            places.append((w, b))
            rows = order[first : first + batch]
            dw, db = lg.gradient(w, b, X[rows], y[rows])
            w, b = w - found["rate"] * dw, b - found["rate"] * db
    agree([p["w"] for p in found["places"]], [w for w, _ in places[:61]])
    agree([p["b"] for p in found["places"]], [b for _, b in places[:61]])
    agree([p["loss"] for p in found["places"]], [lg.loss(w, b, X, y) for w, b in places[:61]])


def test_each_order_holds_every_sample_once_and_seeds_differ() -> None:
    found = evaluate(
        f"{FOLDER}/random.mjs",
        """data.map((seed) => {
            const random = m.generator(seed);
            return [m.permutation(random, 20), m.permutation(random, 20)];
        })""",
        list(range(50)),
    )
    assert [[[int(i) for i in order] for order in pair] for pair in found] == [
        orders(seed, 20, 2) for seed in range(50)
    ]
    assert all(sorted(order) == list(range(20)) for pair in found for order in pair)
    assert len({tuple(order) for pair in found for order in pair}) == 100


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


def separated(points: Any) -> Any:
    found = evaluate(
        f"{FOLDER}/problem.mjs",
        """data.map((points) => {
            const { separated, dependent, best } = m.problemOf("points", points);
            return [separated, dependent, best !== undefined];
        })""",
        points,
    )
    return [tuple(each) for each in found]


def kind_of(X: Any) -> str:
    """Return what the package finds."""
    try:
        newton(X, POINT_LABELS)
    except SeparationError as error:
        return "completely" if error.complete else "partly"
    except ValueError as error:
        return next(word for word in ("constant", "dependent") if word in str(error))
    return ""


def test_separation_is_told_as_the_package_tells_it() -> None:
    rng = np.random.default_rng(20260201)
    apart = np.linspace(0, 4, 40)[:, np.newaxis, np.newaxis]
    shifts = apart * np.array(POINT_LABELS)[:, np.newaxis]
    places = (rng.integers(0, 50, (40, 8, 2)) / 10 + shifts).clip(0, 8)
    coarse = rng.integers(0, 4, (60, 8, 2)).astype(float)  # many lie on the border
    coarse[30:, 4:, 0] += 2.0
    sets = [*places.tolist(), *coarse.tolist()]
    expected = [kind_of(X) for X in sets]
    found = separated(sets)
    dependent = [kind in {"constant", "dependent"} for kind in expected]
    assert [each for _, each, _ in found] == dependent
    kinds = ["" if each else kind for each, kind in zip(dependent, expected, strict=True)]
    assert [kind for kind, _, _ in found] == kinds
    assert min(expected.count(kind) for kind in ("", "completely", "partly")) > 2
    assert [best for _, _, best in found] == [kind == "" for kind in expected]


def test_points_on_a_line_have_no_newton_step() -> None:
    line = [[k / 2, k] for k in range(8)]
    assert separated([line, [[2, k] for k in range(8)]]) == [("", True, False)] * 2
    found = walk(line, data="points", method="newton", steps=5)
    assert (found["made"], found["end"]) == (0, "singular")
    assert walk(line, data="points", steps=5)["made"] == 5  # descent does not mind


def test_on_separated_data_the_loss_goes_to_zero_while_the_weight_grows() -> None:
    places = walk(data="separable", method="newton", steps=40)["places"]
    losses = [place["loss"] for place in places]
    assert all(after < before for before, after in pairwise(losses))
    assert losses[-1] < 1e-12
    assert places[-1]["w"][0] > 30 > places[5]["w"][0]


def test_what_the_loss_cannot_fall_below_is_known_or_not() -> None:
    border = [[1, 1], [2, 2], [1, 2], [3, 3], [3, 3], [4, 2], [5, 1], [4, 1]]
    least = evaluate(
        f"{FOLDER}/problem.mjs",
        """data.map(([name, points]) => m.problemOf(name, points).least ?? "unknown")""",
        [["separable", POINTS], ["points", POINTS], ["points", border]],
    )
    assert least == [0, pytest.approx(newton(POINTS, POINT_LABELS).loss, rel=1e-12), "unknown"]


def test_columns_are_centred_and_scaled() -> None:
    """Then a step of Newton's method has its digits in any units."""
    X = [[1e6 + x, 1e-6 * up] for x, up in POINTS]
    design = evaluate(f"{FOLDER}/design.mjs", "m.designOf(data)", X)
    exact = (np.array(POINTS) - np.mean(POINTS, axis=0)) / np.std(POINTS, axis=0)
    np.testing.assert_allclose(np.array(design["A"])[:, :2], exact, rtol=0, atol=1e-9)
    np.testing.assert_allclose(design["scale"], np.std(X, axis=0), rtol=1e-9)


def reduced(*actions: dict[str, Any], **state: Any) -> Any:
    return evaluate(
        f"{FOLDER}/state.mjs",
        "data.actions.reduce(m.reduce, { ...m.INITIAL, ...data.state })",
        {"actions": actions, "state": state},
    )


def test_steps_go_on_and_back_and_end_where_the_walk_ends() -> None:
    step = {"type": "step", "count": 10}
    back = {"type": "step", "count": -1}
    assert reduced(step, step, back)["steps"] == 19
    assert reduced(back)["steps"] == 0
    assert reduced(step, {"type": "reset"})["steps"] == 0
    assert (
        reduced(step, rate=1e308, unit="plain", w=1.0)["steps"]
        == walk(rate=1e308, unit="plain", w=1.0)["made"]
    )
    assert reduced({"type": "step", "count": 10**6}, data="separable")["steps"] == 3000


def test_walks_are_kept_under_free_names_and_removed() -> None:
    keep = {"type": "keep"}
    first = reduced({"type": "step", "count": 7}, keep)
    assert [(each["mark"], each["steps"]) for each in first["kept"]] == [
        ("A", 100), ("B", 100), ("C", 5), ("D", 7),
    ]  # fmt: skip
    assert len(reduced(keep, keep)["kept"]) == 4
    again = reduced({"type": "remove", "mark": "B"}, keep, rate=0.5)["kept"]
    assert [(each["mark"], each["rate"]) for each in again] == [("A", 1), ("C", 1), ("B", 0.5)]
    other = reduced({"type": "data", "data": "points"}, keep, {"type": "remove", "mark": "A"})
    assert [each["data"] for each in other["kept"]] == ["students"] * 3


def test_points_stay_in_their_room_and_others_stay_where_they_are() -> None:
    moved = reduced({"type": "point", "index": 3, "to": [9.5, -1]})["points"]
    assert moved == [*POINTS[:3], [8, 0], *POINTS[4:]]


def test_other_data_begin_anew() -> None:
    found = reduced({"type": "data", "data": "points"}, b=3.0, w=1.0, v=2.0, steps=9, zoom=2)
    assert [found[name] for name in ("b", "w", "v", "steps", "zoom")] == [0] * 5
    assert [reduced(*[{"type": "zoom", "by": by}] * 20)["zoom"] for by in (-1, 1)] == [-3, 8]


ROUND = """(async () => {
    const { queryWith, readAddress } = await import(data.address);
    return data.queries
        ? data.queries.map((query) => readAddress("descent", m.ENTRIES, query))
        : data.states.map((state) => queryWith("descent", m.ENTRIES, state, ""))
            .map((query) => readAddress("descent", m.ENTRIES, query));
})()"""


def addressed(**data: Any) -> Any:
    address = (DOCS / "widgets/kit/address.mjs").as_uri()
    return evaluate(f"{FOLDER}/entries.mjs", ROUND, {**data, "address": address})


def test_every_state_survives_its_address() -> None:
    rng = np.random.default_rng(20260202)
    state = reduced()
    states = [
        {
            **state, "method": method, "data": data, "rate": float(rng.uniform(1e-3, 9)),
            "unit": "plain", "batch": 7, "seed": 2147483645, "b": float(rng.normal()),
            "w": -1e-7, "v": 0.5, "steps": 300, "zoom": -3,
            "points": rng.uniform(0, 8, (8, 2)).tolist(),
            "kept": [{**PLAN, "mark": "D", "steps": 2, "rate": 1 / 3, "w": -1e-9}][:n],
        }
        for method, data, n in [
            ("descent", "points", 1), ("batches", "students", 0), ("newton", "separable", 1),
        ]
    ]  # fmt: skip
    found = addressed(states=[state, *states])
    assert [each["state"] for each in found] == [state, *states]
    assert [each["problems"] for each in found] == [[]] * 4


WALK = "A_students_newton_1_safe_5_3_0_0_0_1"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("rate=0", "at least"),
        ("rate=1e400", "too large"),
        ("batch=2.5", "whole number"),
        ("batch=21", "at most 20"),
        ("seed=-1", "at least 0"),
        ("steps=3001", "at most 3000"),
        ("data=x", "students or separable or points"),
        ("points=1_2", "8 points"),
        ("points=1_3__2_5__3_2__4_4__3_4__5_3__4_6__6_9", "8 points"),
        ("points=1_3__2_5__3_2__4_4__3_4__5_3__4_6__6_NaN", "8 points"),
        ("points=1_3__2_5__3_2__4_4__3_4__5_3__4_6__6_5_1", "8 points"),
        ("kept=", "cannot be read"),
        ("kept=A_students_descent_1_safe_5_3_0_0_0", "cannot be read"),
        ("kept=Z_students_descent_1_safe_5_3_0_0_0_1", "cannot be read"),
        ("kept=A_students_descent_-1_safe_5_3_0_0_0_1", "cannot be read"),
        (f"kept={WALK}__{WALK}", "cannot be read"),
    ],
)  # fmt: skip
def test_what_an_address_cannot_say_is_told_and_left_out(query: str, says: str) -> None:
    (found,) = addressed(queries=[f"?descent.{query}"])
    assert len(found["problems"]) == 1
    assert says in found["problems"][0]
    assert found["state"] == reduced()


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
    border = [[1, 1], [2, 2], [1, 2], [3, 3], [3, 3], [4, 2], [5, 1], [4, 1]]
    assert "up to points on the border" in words(points=border, data="points")[2]


def test_steps_that_raised_the_loss_are_counted() -> None:
    fit = gradient_descent(*(students().X, students().y), iterations=60, learning_rate=2.0)
    rises = int(np.sum(np.diff(fit.history.loss) > 0))
    assert words(60, rate=2, unit="plain")[1] == f"{rises} of 60 steps raised the loss."
    assert words(0)[1] == "The walk has not begun."
    assert "of 1 step raised" in words(1)[1]


def test_overflow_is_put_in_words() -> None:
    end = words(3, rate=1e308, unit="plain", w=1.0)[1]
    assert "would leave the range of floating-point numbers: the rate is too large" in end

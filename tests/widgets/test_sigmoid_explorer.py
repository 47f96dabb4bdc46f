"""The sigmoid and loss explorer's numbers, without a page."""

import math
from typing import Any

import numpy as np
import pytest

import logistic_gradient as lg
from tests.support.node import evaluate
from tests.support.oracle import Oracle

FOLDER = "widgets/sigmoid-explorer"
SCORES = [-700.0, -36.0, -0.7, 0.0, 1e-9, 2.5, 17.0, 36.9, 700.0]
QUANTITIES = ["score", "probability", "odds", "log-odds"]


def quantities(given: list[tuple[str, float]]) -> list[dict[str, float]]:
    found: list[dict[str, float]] = evaluate(
        f"{FOLDER}/quantities.mjs",
        "data.map(([quantity, value]) => m.quantities({ quantity, value }))",
        given,
    )
    return found


def scores() -> list[float]:
    rng = np.random.default_rng(20260109)
    return [*SCORES, *rng.uniform(-700, 700, 50), *rng.normal(scale=4, size=100)]


@pytest.mark.parametrize("name", ["score", "log-odds"])
def test_a_score_gives_the_others(oracle: Oracle, name: str) -> None:
    z = scores()
    found = quantities([(name, each) for each in z])
    assert [each["score"] for each in found] == [each["log-odds"] for each in found] == z
    worst = oracle.worst_ulps
    assert worst([f["probability"] for f in found], [oracle.sigmoid(each) for each in z]) <= 4
    assert worst([f["odds"] for f in found], [oracle.mp.exp(each) for each in z]) <= 4


def test_a_probability_gives_the_others(oracle: Oracle) -> None:
    rng = np.random.default_rng(20260110)
    near = [0.5 + 2.0**-k for k in range(2, 50)] + [1 - 2.0**-k for k in range(2, 53)]
    p = [1e-304, 1e-9, 0.1, 0.25, 0.75, 0.9, *near, *rng.uniform(0, 1, 100)]
    found = quantities([("probability", each) for each in p])
    assert [each["probability"] for each in found] == p
    exact_odds = [oracle.number(each) / (1 - oracle.number(each)) for each in p]
    assert oracle.worst_ulps([f["score"] for f in found], [oracle.logit(each) for each in p]) <= 4
    assert oracle.worst_ulps([f["odds"] for f in found], exact_odds) <= 4
    assert [f["log-odds"] for f in found] == [f["score"] for f in found]


def test_odds_give_the_others(oracle: Oracle) -> None:
    odds = [1e-304, 0.5, 1 + 1e-9, 2.0, 1e304, *np.exp(scores())]
    found = quantities([("odds", each) for each in odds])
    exact = [oracle.number(each) for each in odds]
    assert [each["odds"] for each in found] == odds
    assert oracle.worst_ulps([f["probability"] for f in found], [o / (1 + o) for o in exact]) <= 4
    inexact = [(f["score"], oracle.mp.log(o)) for f, o in zip(found, exact, strict=True) if o != 1]
    assert oracle.worst_ulps(*zip(*inexact, strict=True)) <= 4


def test_every_quantity_has_the_range_of_the_score() -> None:
    ranges: dict[str, dict[str, float]] = evaluate(f"{FOLDER}/quantities.mjs", "m.RANGES")
    assert list(ranges) == QUANTITIES
    for name, bounds in ranges.items():
        (least,) = quantities([(name, bounds["least"])])
        assert least["score"] == pytest.approx(-700, rel=1e-14)
        assert all(map(math.isfinite, least.values()))
    assert ranges["score"]["most"] == 700
    assert ranges["odds"]["most"] == pytest.approx(math.exp(700))


@pytest.mark.parametrize("y", [0, 1])
def test_losses_and_slopes_agree_with_the_package(y: int) -> None:
    z = scores()
    found: list[dict[str, dict[str, float]]] = evaluate(
        f"{FOLDER}/losses.mjs",
        "data.z.map((z) => ({ h: m.halfSquaredError(z, data.y), c: m.crossEntropy(z, data.y) }))",
        {"z": z, "y": y},
    )
    for score, each in zip(z, found, strict=True):
        loss, (_, db) = lg.loss_and_gradient([1.0], 0.0, [[score]], [y])
        r, slope = float(db), float(lg.sigmoid_derivative(score))
        assert each["c"]["loss"] == pytest.approx(float(loss), rel=1e-14)
        assert each["c"]["slope"] == pytest.approx(r, rel=1e-14)
        assert each["h"]["loss"] == pytest.approx(r**2 / 2, rel=1e-14)
        assert each["h"]["slope"] == pytest.approx(r * slope, rel=1e-14)


def test_the_slope_of_the_squared_error_is_that_of_its_curve() -> None:
    z = [each for each in scores() if abs(each) < 8]
    body = """data.map((z) => {
        const [before, here, after] = [-1e-5, 0, 1e-5].map((h) => m.halfSquaredError(z + h, 1));
        return [after.loss - before.loss, here.slope];
    })"""
    for difference, slope in evaluate(f"{FOLDER}/losses.mjs", body, z):
        assert difference / 2e-5 == pytest.approx(slope, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(("name", "dtype"), [("single", np.float32), ("double", np.float64)])
def test_each_precision_is_that_of_numpy(name: str, dtype: Any) -> None:
    z = [-100.0, -0.7, 0.0, 16.0, 16.6, 16.7, 17.0, 36.0, 36.7, 36.8, 37.0, 100.0]
    found = evaluate(f"{FOLDER}/precision.mjs", f"data.map((z) => m.naive(z, m.{name}))", z)
    one, eps = dtype(1), float(np.finfo(dtype).eps)
    for score, each in zip(z, found, strict=True):
        with np.errstate(over="ignore", divide="ignore"):
            p = one / (one + np.exp(-dtype(score)))
            loss = float(-np.log(one - p))
        assert each["probability"] == pytest.approx(float(p), rel=4 * eps)
        assert each["complement"] == pytest.approx(float(one - p), rel=4 * eps, abs=eps)
        assert (each["complement"] == 0) == (p == one)
        assert math.isinf(each["loss"]) == math.isinf(loss)


def test_saturation_begins_where_the_exponential_is_half_a_unit_of_one() -> None:
    found = evaluate(f"{FOLDER}/precision.mjs", "[m.saturation(m.single), m.saturation(m.double)]")
    assert found == pytest.approx([24 * math.log(2), 53 * math.log(2)], rel=1e-7)


@pytest.mark.parametrize(
    ("query", "given", "problem"),
    [
        ("", ["score", -0.7], ""),
        ("?sigmoid.value=2", ["score", 2], ""),
        ("?sigmoid.quantity=probability&sigmoid.value=0.3", ["probability", 0.3], ""),
        ("?sigmoid.quantity=odds&sigmoid.value=1e-3", ["odds", 0.001], ""),
        ("?sigmoid.quantity=probability&sigmoid.value=1", ["score", -0.7], "below 1"),
        ("?sigmoid.quantity=odds", ["score", -0.7], "at least"),
        ("?sigmoid.value=800", ["score", -0.7], "at most 700"),
        ("?sigmoid.value=1e400", ["score", -0.7], "too large"),
        ("?sigmoid.value=x", ["score", -0.7], "“x” is not a number"),
        ("?sigmoid.quantity=chance&sigmoid.value=2", ["score", 2], "score or probability"),
    ],
)
def test_the_address_is_read_strictly(query: str, given: list[Any], problem: str) -> None:
    found = evaluate(f"{FOLDER}/address.mjs", "m.read(data)", query)
    assert list(found["given"].values()) == given
    assert bool(found["problems"]) == bool(problem)
    assert problem in " ".join(found["problems"])

"""The state of the descent explorer without its page, and in its address."""

from typing import Any

import numpy as np
import pytest

from tests.support.descent_explorer import FOLDER, PLAN, POINTS, walk
from tests.support.node import DOCS, evaluate

ROUND = """(async () => {
    const { queryWith, readAddress } = await import(data.address);
    return data.queries
        ? data.queries.map((query) => readAddress("descent", m.ENTRIES, query))
        : data.states.map((state) => queryWith("descent", m.ENTRIES, state, ""))
            .map((query) => readAddress("descent", m.ENTRIES, query));
})()"""
WALK = "A_students_newton_1_safe_5_3_0_0_0_1"


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

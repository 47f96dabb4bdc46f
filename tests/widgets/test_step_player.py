"""The step player without its page: what it computes, by hand and exactly, and its state."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import logistic_gradient as lg
from tests.support.node import DOCS, evaluate
from tests.support.step_player import EXAMPLE, by_hand, examples, half_up, passes

STATE = "widgets/step-player/state.mjs"
ALL = 10


def shown(changes: dict[str, Any], *actions: dict[str, Any]) -> tuple[Any, Any]:
    """Return the state after some actions, and what follows from it."""
    found = evaluate(
        STATE,
        """(() => {
            const start = { ...m.INITIAL, ...data.changes };
            const state = data.actions.reduce((s, a) => m.reduce(s, a), start);
            return [state, m.view(state)];
        })()""",
        {"changes": changes, "actions": actions},
    )
    return found[0], found[1]


def step(by: int) -> dict[str, Any]:
    return {"do": "step", "by": by}


def node(by: int) -> dict[str, Any]:
    return {"do": "node", "by": by}


def test_the_first_state_is_that_of_the_worked_example() -> None:
    state, view = shown({})
    student = lg.training_step([0.1, -0.2], 0.0, x=[3.0, 5.0], y=1, learning_rate=0.1)
    assert state == {
        **EXAMPLE,
        "steps": 0,
        "node": ALL,
        "arithmetic": "exact",
        "decimals": 2,
    }
    assert view["pass"]["forward"]["p"] == pytest.approx(float(student.p), rel=1e-15)


@pytest.mark.parametrize("steps", [0, 1, 5, 25, 200])
def test_every_number_of_every_step_is_that_of_the_package(steps: int) -> None:
    """The package takes one step after another; so does the player."""
    for example in examples(12, seed=20260201):
        _, view = shown({**example, "steps": steps})
        expected = passes(example, steps)
        assert view["at"] == steps
        assert len(view["exact"]["passes"]) == steps + 1
        for found, (forward, backward) in zip(view["exact"]["passes"], expected, strict=True):
            assert found["forward"] == pytest.approx(forward, rel=1e-12, abs=1e-13)
            assert found["backward"] == pytest.approx(backward, rel=1e-12, abs=1e-13)


@pytest.mark.parametrize("decimals", [1, 2, 3, 6])
def test_by_hand_is_decimal_arithmetic(decimals: int) -> None:
    """Every number is a decimal fraction; ties are broken away from zero, as at school."""
    for example in [EXAMPLE, *examples(12, seed=20260202 + decimals)]:
        _, view = shown({**example, "arithmetic": "by-hand", "decimals": decimals, "steps": 12})
        expected = by_hand(example, 12, decimals)
        for found, (forward, backward) in zip(view["byHand"]["passes"], expected, strict=True):
            assert found["forward"] == {name: float(value) for name, value in forward.items()}
            assert found["backward"] == {name: float(value) for name, value in backward.items()}


def test_rounding_breaks_ties_as_on_paper() -> None:
    rng = np.random.default_rng(20260203)
    numbers = [0.135, -0.135, 1.005, 0.30000000000000004, 0.0, -0.001, 1e-7, 1e16, 123456.785]
    numbers += (rng.normal(size=400) * 10.0 ** rng.integers(-4, 6, 400)).round(4).tolist()
    for decimals in (1, 2, 3):
        found = evaluate(
            "widgets/kit/format.mjs",
            """data.numbers.map((v) =>
                [m.rounded(v, data.decimals), m.formatDecimals(v, data.decimals)])""",
            {"numbers": numbers, "decimals": decimals},
        )
        for number, (value, text) in zip(numbers, found, strict=True):
            exact = half_up(Decimal(f"{number:.15g}"), decimals)
            assert value == float(exact)
            assert text == f"{exact + 0:.{decimals}f}".replace("-", "−")


def test_where_they_part_is_the_first_number_that_shows_it() -> None:
    """At two decimals that is the first loss of the worked example, as its page says."""
    _, view = shown({"arithmetic": "by-hand"})
    assert view["parting"] == {
        "step": 1,
        "edge": "l",
        "direction": "forward",
        "exact": "1.10",
        "byHand": "1.11",
    }


def test_before_they_part_all_digits_agree() -> None:
    order = [
        *((name, 0) for name in ("w1", "w2", "b", "u1", "u2", "z", "p", "l")),
        *((name, 1) for name in ("l", "p", "z", "u1", "u2", "b", "w1", "x1", "w2", "x2")),
    ]
    seen = set()
    for number, example in enumerate(examples(60, seed=20260204)):
        decimals = 1 + number % 3
        _, view = shown({**example, "arithmetic": "by-hand", "decimals": decimals, "steps": 4})
        first = None
        exact, hand = passes(example, 4), by_hand(example, 4, decimals)
        for k, (ours, theirs) in enumerate(zip(exact, hand, strict=True)):
            for name, way in order[3 if k == 0 else 0 :]:
                pair = (
                    half_up(Decimal(f"{ours[way][name]:.15g}"), decimals),
                    half_up(theirs[way][name], decimals),
                )
                if pair[0] != pair[1] and first is None:
                    update = way == 0 and name in {"w1", "w2", "b"}
                    first = (k if update else k + 1, name, ("forward", "backward")[way])
        parting = view["parting"]
        found = parting and (parting["step"], parting["edge"], parting["direction"])
        assert found == first
        seen.add(found)
    assert len(seen) > 5
    assert any(found and found[1] == "w1" and found[2] == "forward" for found in seen)


def test_rounding_can_end_the_training() -> None:
    """With one decimal, a step of a twentieth is written down as none."""
    _, view = shown({"arithmetic": "by-hand", "decimals": 1, "rate": 0.01, "steps": 5})
    still = [p["forward"]["w1"] for p in view["byHand"]["passes"]]
    assert still == [0.1] * 6
    assert view["frozen"] == 0
    _, view = shown({"arithmetic": "by-hand", "decimals": 6, "steps": 5})
    assert "frozen" not in view


def test_steps_go_forth_and_back_and_end_somewhere() -> None:
    assert shown({}, step(1), step(5), step(10), step(25))[0]["steps"] == 41
    assert shown({}, step(5), step(-1))[0]["steps"] == 4
    assert shown({}, step(-1))[0]["steps"] == 0
    assert shown({"steps": 990}, step(25))[0]["steps"] == 1000
    state, view = shown({"steps": 1000}, node(1))
    assert (state["steps"], state["node"], view["at"]) == (1000, ALL, 1000)


def test_nodes_go_through_a_step_and_into_the_next() -> None:
    walk = [shown({}, {"do": "inputs"}, *[node(1)] * count)[0] for count in range(ALL + 3)]
    assert [(state["steps"], state["node"]) for state in walk] == [
        *((0, done) for done in range(ALL + 1)),
        (1, 0),
        (1, 1),
    ]
    back = shown({"steps": 1, "node": 1}, node(-1), node(-1))[0]
    assert (back["steps"], back["node"]) == (0, ALL)
    first = shown({"node": 0}, node(-1))[0]
    assert (first["steps"], first["node"]) == (0, 0)


def test_restart_keeps_the_inputs_and_reset_does_not() -> None:
    changed = {"x1": 7, "y": 0, "steps": 9, "node": 3, "arithmetic": "by-hand", "decimals": 4}
    assert shown(changed, {"do": "restart"})[0] == {
        **shown(changed)[0],
        "steps": 0,
        "node": ALL,
    }
    assert shown(changed, {"do": "reset"})[0] == shown({})[0]


def test_each_node_computes_from_what_is_there() -> None:
    """Forward before backward, each number once, and all of them in the end."""
    graph = "widgets/step-player/edges.mjs"
    seen = evaluate(
        graph,
        """Array.from({ length: m.NODES.length + 1 }, (_, node) =>
            ["forward", "backward"].map((way) => [...m.reached(node, way)].sort()))""",
    )
    edges = sorted(evaluate(graph, "m.EDGES"))
    assert seen[0] == [["b", "w1", "w2", "x1", "x2", "y"], []]
    assert seen[-1] == [edges, [edge for edge in edges if edge != "y"]]
    new = [set(after[way]) - set(before[way]) for before, after in pairwise(seen) for way in (0, 1)]
    assert sum(map(len, new)) == len(edges) - 6 + len(edges) - 1
    forwards = [bool(new[2 * k]) for k in range(ALL)]
    assert forwards == sorted(forwards, reverse=True)


@pytest.mark.parametrize("arithmetic", ["exact", "by-hand"])
def test_an_overflow_ends_the_steps_and_loses_nothing(arithmetic: str) -> None:
    """What was asked for stays asked for, and comes back with numbers that are small enough."""
    changes = {"arithmetic": arithmetic, "steps": 25}
    state, view = shown({**changes, "x1": 1e308, "w1": 100})
    assert (view["at"], view["pass"]["complete"], state["steps"]) == (0, False, 25)
    assert view["pass"]["forward"] == {
        "w1": 100, "x1": 1e308, "w2": -0.2, "x2": 5, "u1": np.inf, "u2": -1, "b": 0, "y": 1,
    }  # fmt: skip
    state, view = shown({**changes, "x1": 1e308, "y": 0})
    assert (view["at"], view["pass"]["complete"], view["chosen"]["overflowed"]) == (0, True, True)
    first, then = ({"do": "set", "changes": {"x1": x1}} for x1 in (1e308, 3))
    _, view = shown(changes, first, then)
    assert view["at"] == 25


def test_a_step_that_cannot_be_taken_is_asked_for_once() -> None:
    state, view = shown({"rate": 1e308, "steps": 0}, step(5), step(5), node(1))
    assert (view["at"], state["steps"], state["node"]) == (0, 1, ALL)
    assert shown({"rate": 1e308}, step(5), step(-1))[0]["steps"] == 0


ADDRESS = "widgets/kit/address.mjs"


def read(query: str) -> tuple[Any, list[str]]:
    found = evaluate(
        ADDRESS,
        f"""import("{(DOCS / STATE).as_uri()}").then(({{ ENTRIES }}) => {{
            const {{ state, problems }} = m.readAddress("step", ENTRIES, data);
            return [state, problems];
        }})""",
        query,
    )
    return found[0], found[1]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("x1=", "Type a number"),
        ("x1=three", "“three” is not a number"),
        ("x2=1e400", "too large"),
        ("w1=NaN", "“NaN” is not a number"),
        ("w2=0,5", "behind a point"),
        ("b=Infinity", "Infinity cannot be computed with"),
        ("rate=0", "above 0"),
        ("rate=-1", "above 0"),
        ("steps=-1", "at least 0 and at most 1000"),
        ("steps=1001", "at least 0 and at most 1000"),
        ("steps=1.5", "a whole number"),
        ("node=11", "at least 0 and at most 10"),
        ("decimals=0", "at least 1 and at most 6"),
        ("arithmetic=quick", "exact or by-hand"),
        ("y=2", "at least 0 and at most 1"),
        ("y=1&step.y=0", "more than once"),
        ("speed=1", "nothing here has that name"),
        ("toString=1", "nothing here has that name"),
    ],
)
def test_what_an_address_gets_wrong_is_said_and_alone_left_out(query: str, says: str) -> None:
    name = query.partition("=")[0]
    others = {"w1": 0.25} if name != "w1" else {"w2": 0.25}
    state, (problem,) = read(f"?step.{query}&step.{next(iter(others))}=0.25&other=1")
    assert says in problem
    assert problem.startswith(f"step.{name} ")
    assert state == {**shown({})[0], **others}


def test_a_whole_state_survives_its_address() -> None:
    rng = np.random.default_rng(20260205)
    for example in examples(20, seed=20260206):
        state = {
            **shown({})[0],
            **example,
            "x1": float(rng.normal()),
            "steps": int(rng.integers(1001)),
            "node": int(rng.integers(11)),
            "arithmetic": str(rng.choice(["exact", "by-hand"])),
            "decimals": int(rng.integers(1, 7)),
        }
        query = evaluate(
            ADDRESS,
            f"""import("{(DOCS / STATE).as_uri()}").then(({{ ENTRIES }}) =>
                m.queryWith("step", ENTRIES, data, ""))""",
            state,
        )
        assert read(query) == (state, [])

"""The state of a widget in the address of its page."""

from typing import Any

import numpy as np
import pytest

from tests.support.node import evaluate

STATE = """(() => {
    const entries = {
        b: m.numeric(0), rate: m.numeric(0.1, { above: 0 }), y: m.oneOf("one", ["one", "zero"]),
    };
    return DO;
})()"""


def address(do: str, data: Any = None) -> Any:
    return evaluate("widgets/kit/address.mjs", STATE.replace("DO", do), data)


@pytest.mark.parametrize(
    ("query", "state", "problems"),
    [
        ("", {"b": 0, "rate": 0.1, "y": "one"}, []),
        ("?step.b=-2.5e-3&step.y=zero&other.b=7", {"b": -0.0025, "rate": 0.1, "y": "zero"}, []),
        ("?step.b=%E2%88%921", {"b": -1, "rate": 0.1, "y": "one"}, []),
        ("?step.b=x&step.rate=0", {"b": 0, "rate": 0.1, "y": "one"}, ["“x”", "above 0"]),
        ("?step.b=1e400", {"b": 0, "rate": 0.1, "y": "one"}, ["too large"]),
        ("?step.b=", {"b": 0, "rate": 0.1, "y": "one"}, ["Type a number"]),
        ("?step.b=1&step.b=2", {"b": 0, "rate": 0.1, "y": "one"}, ["more than once"]),
        ("?step.rat=1", {"b": 0, "rate": 0.1, "y": "one"}, ["step.rat in the address: nothing"]),
        ("?step.y=two", {"b": 0, "rate": 0.1, "y": "one"}, ["one or zero"]),
        ("?step.y=%3Cscript%3E", {"b": 0, "rate": 0.1, "y": "one"}, ["one or zero"]),
    ],
)
def test_a_state_is_read_from_an_address(query: str, state: Any, problems: list[str]) -> None:
    found = address("m.readAddress('step', entries, data)", query)
    assert found["state"] == state
    assert len(found["problems"]) == len(problems)
    assert all(map(str.__contains__, found["problems"], problems))


def test_a_state_survives_its_address() -> None:
    rng = np.random.default_rng(20260108)
    states = [
        {"b": float(b), "rate": float(rate), "y": y}
        for b, rate, y in zip(
            rng.normal(size=60) * 10.0 ** rng.integers(-9, 9, 60),
            rng.uniform(1e-9, 9, 60), ["one", "zero"] * 30, strict=True,
        )
    ]  # fmt: skip
    back = address(
        """data.map((s) => m.readAddress("step", entries,
            m.queryWith("step", entries, s, "?other=1&step.b=9")).state)""",
        states,
    )
    assert back == states


def test_the_initial_state_leaves_no_trace_and_others_stay() -> None:
    initial = {"b": 0, "rate": 0.1, "y": "one"}
    assert address("m.queryWith('step', entries, data, '?step.b=3')", initial) == ""
    assert address("m.queryWith('step', entries, data, '?a=1&step.b=3')", initial) == "?a=1"

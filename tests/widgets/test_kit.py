"""What the widgets share, as far as it needs no page: reading, showing and linking to numbers."""

import re
from typing import Any

import numpy as np
import pytest

from tests.support.node import DOCS, evaluate
from tests.support.shown import value_of

RANGES: dict[str, Any] = {
    "any": {},
    "unit": {"above": 0, "below": 1},
    "closed": {"least": -5, "most": 5},
    "whole": {"least": 1, "whole": True},
}


def parse(text: str, allowed: str = "any") -> Any:
    return evaluate(
        "widgets/kit/parse.mjs", "m.parseNumber(data.text, data.range)",
        {"text": text, "range": RANGES[allowed]},
    )  # fmt: skip


def test_numbers_are_read_as_python_reads_them() -> None:
    texts = [
        "0",
        "1",
        "-1",
        "+2",
        "007",
        ".5",
        "5.",
        "1e3",
        "1E-3",
        "-2.5e+2",
        "0.1",
        "1e308",
        "5e-324",
        "123456789.125",
        "1e0",
        "0e5",
    ]
    rng = np.random.default_rng(20260105)
    texts += [repr(float(x)) for x in rng.normal(size=50) * 10.0 ** rng.integers(-20, 20, 50)]
    spaced = [f"\u00a0\t {text}\u2009\n".replace("-", "\u2212") for text in texts]
    found = evaluate(
        "widgets/kit/parse.mjs", "data.map((text) => m.parseNumber(text))", [*texts, *spaced]
    )
    assert [each.get("value") for each in found] == [*map(float, texts), *map(float, texts)]


def test_minus_zero_is_zero() -> None:
    found = evaluate("widgets/kit/parse.mjs", "Object.is(m.parseNumber(data).value, 0)", "\u22120")
    assert found is True


@pytest.mark.parametrize(
    ("text", "allowed", "says"),
    [
        ("", "any", "Type a number."),
        (" \u00a0 ", "any", "Type a number."),
        ("abc", "any", "“abc” is not a number."),
        ("NaN", "any", "“NaN” is not a number."),
        ("1 000", "any", "is not a number"),
        ("1_000", "any", "is not a number"),
        ("0x10", "any", "is not a number"),
        ("1e", "any", "is not a number"),
        ("--1", "any", "is not a number"),
        ("1.2.3", "any", "is not a number"),
        ("٣", "any", "is not a number"),
        ("1,000.5", "any", "is not a number"),
        ("<b>8</b>" * 9, "any", "…” is not a number"),
        ("Infinity", "any", "Infinity cannot be computed with"),
        ("-inf", "any", "Infinity cannot be computed with"),
        ("−∞", "any", "Infinity cannot be computed with"),
        ("3,5", "any", "Write the decimals behind a point: 3.5"),
        ("−0,25", "any", "Write the decimals behind a point: −0.25"),
        ("1e400", "any", "too large"),
        ("-1e400", "any", "too large"),
        ("1e-400", "any", "too small"),
        ("0", "unit", "It must be above 0 and below 1."),
        ("1", "unit", "It must be above 0 and below 1."),
        ("-5.000001", "closed", "It must be at least −5 and at most 5."),
        ("5.1", "closed", "It must be at least −5 and at most 5."),
        ("0", "whole", "It must be at least 1."),
        ("1.5", "whole", "It must be a whole number."),
    ],
)
def test_what_cannot_be_read_is_told(text: str, allowed: str, says: str) -> None:
    assert says in parse(text, allowed)["problem"]


@pytest.mark.parametrize(("text", "allowed"), [("-5", "closed"), ("5", "closed"), ("1", "whole")])
def test_the_ends_of_a_range_belong_to_it_or_not(text: str, allowed: str) -> None:
    assert parse(text, allowed) == {"value": float(text)}


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0, 4, "0"),
        (0.5, 4, "0.5"),
        (-0.7, 4, "−0.7"),
        (0.331812227831834, 4, "0.3318"),
        (0.331812227831834, 12, "0.331812227832"),
        (1.1, 1, "1"),
        (0.99996, 4, "1.000"),
        (999.96, 4, "1000"),
        (9999.6, 4, "1.000 · 10⁴"),
        (12345.678, 4, "1.235 · 10⁴"),
        (12345.678, 8, "12345.678"),
        (150000, 4, "150000"),
        (1e15, 4, "1 · 10¹⁵"),
        (-1.5e-7, 4, "−1.5 · 10⁻⁷"),
        (4.248354255291589e-18, 4, "4.248 · 10⁻¹⁸"),
        (1.7976931348623157e308, 4, "1.798 · 10³⁰⁸"),
        (100, 4, "100"),
        (100.04, 4, "100.0"),
    ],
)
def test_numbers_for_the_eye(value: float, digits: int, text: str) -> None:
    found = evaluate("widgets/kit/format.mjs", "m.formatNumber(...data)", [value, digits])
    assert found == text.replace(" ", "\u00a0")


def test_infinity_and_what_is_undefined_have_signs_and_words() -> None:
    shown = evaluate("widgets/kit/format.mjs", "[1/0, -1/0, 0/0].map((v) => m.formatNumber(v))")
    assert shown == ["∞", "−∞", "undefined"]


def test_every_number_is_shown_rightly_rounded() -> None:
    rng = np.random.default_rng(20260106)
    numbers = (rng.normal(size=3000) * 10.0 ** rng.integers(-12, 12, 3000)).tolist()
    numbers += rng.normal(size=500).round(3).tolist()
    for digits in (3, 4, 6, 12):
        found = evaluate(
            "widgets/kit/format.mjs",
            "data.numbers.map((v) => [m.formatNumber(v, data.digits), m.related(v, data.digits)])",
            {"numbers": numbers, "digits": digits},
        )
        for number, (text, related) in zip(numbers, found, strict=True):
            rounded = float(f"{number:.{digits}g}")
            assert value_of(text) == rounded
            assert "-" not in text
            assert related == f"{'=' if rounded == number else '≈'}\u00a0{text}"


def test_what_a_field_shows_reads_back_as_the_number() -> None:
    rng = np.random.default_rng(20260107)
    numbers = [0, 1e21, -1e-7, *(rng.normal(size=200) * 10.0 ** rng.integers(-30, 30, 200))]
    texts = evaluate(
        "widgets/kit/format.mjs", "data.map((v) => m.typed(v))", list(map(float, numbers))
    )
    back = evaluate("widgets/kit/parse.mjs", "data.map((t) => m.parseNumber(t).value)", texts)
    assert back == numbers
    assert not [text for text in texts if "-" in text or "+" in text]
    assert evaluate("widgets/kit/format.mjs", "m.typed(1/3, 12)") == "0.333333333333"


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


def test_every_script_of_the_site_is_checked_for_types() -> None:
    """Where the first line does not ask for it, tsc only reads the file."""
    own = [path for path in DOCS.rglob("*.mjs") if "vendor" not in path.parts]
    assert own
    first = {path.name: path.read_text("utf-8").splitlines()[0] for path in own}
    assert {name: line for name, line in first.items() if line != "// @ts-check"} == {}


def test_the_lock_file_names_no_address() -> None:
    lock = (DOCS.parent / "package-lock.json").read_text("utf-8")
    assert re.findall(r'"resolved"|https?://[^"]*\.tgz', lock) == []
    assert lock.count('"integrity"') > 20

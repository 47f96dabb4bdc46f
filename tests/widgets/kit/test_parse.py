"""Numbers as people type them, read by the widgets."""

from typing import Any

import numpy as np
import pytest

from tests.support.node import evaluate

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

"""Numbers as the widgets show them."""

import numpy as np
import pytest

from tests.support.node import evaluate
from tests.support.shown import value_of


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

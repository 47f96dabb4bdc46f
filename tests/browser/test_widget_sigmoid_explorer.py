"""The sigmoid and loss explorer, used as a person would, against the package's numbers."""

import math

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

import logistic_gradient as lg
from tests.support.browser import Visitor
from tests.support.open_page import settle
from tests.support.shown import value_of
from tests.support.widgets import HOSTILE, complaint, enter, field, open_widget, shown, start

PAGE = "why-this-loss/"
LABELS = {"score": "Score z", "probability": "Probability p", "odds": "Odds", "logit": "Log-odds"}


def fields(widget: Locator) -> dict[str, float]:
    """What stands in the four fields."""
    return {
        name: float(field(widget, label).input_value().replace("\u2212", "-"))
        for name, label in LABELS.items()
    }


def expected(z: float) -> dict[str, float]:
    p = float(lg.sigmoid(z))
    return {"score": z, "probability": p, "odds": math.exp(z), "logit": z}


def agree(widget: Locator, z: float) -> None:
    """Every number that is shown is the package's, rounded to the digits that are shown."""
    for name, value in expected(z).items():
        assert fields(widget)[name] == float(f"{value:.12g}"), name
    columns: dict[str, list[float]] = {"slope": [float(lg.sigmoid_derivative(z))]}
    for y in (1, 0):
        loss, (_, db) = lg.loss_and_gradient([1.0], 0.0, [[z]], [y])
        slope = float(db) * columns["slope"][0]
        for name, value in {
            "entropy-loss": float(loss),
            "entropy-slope": float(db),
            "squared-loss": float(db) ** 2 / 2,
            "squared-slope": slope,
        }.items():
            columns.setdefault(name, []).append(value)
    for name, values in columns.items():
        assert list(map(value_of, shown(widget, name))) == [float(f"{v:.6g}") for v in values], name


def test_it_begins_with_the_student(visitor: Visitor) -> None:
    agree(open_widget(visitor, PAGE), -0.7)


def test_typed_scores_move_everything(visitor: Visitor) -> None:
    widget = open_widget(visitor, PAGE)
    rng = np.random.default_rng(20260111)
    for z in [0.0, 2.5, -700.0, 700.0, *rng.normal(scale=5, size=8).round(3).tolist()]:
        enter(widget, "Score z", repr(z))
        agree(widget, z)


@pytest.mark.parametrize(
    ("label", "text", "z"),
    [
        ("Probability p", "0.5", 0.0),
        ("Probability p", "0.331812227831834", -0.7),
        ("Probability p", ".9", math.log(9)),
        ("Odds", "1", 0.0),
        ("Odds", "9", math.log(9)),
        ("Odds", "1e-3", math.log(1e-3)),
        ("Log-odds", "\u22121.25", -1.25),
    ],
)
def test_each_of_the_four_moves_the_others(
    visitor: Visitor, label: str, text: str, z: float
) -> None:
    widget = open_widget(visitor, PAGE)
    enter(widget, label, text)
    for name, value in expected(z).items():
        assert fields(widget)[name] == pytest.approx(value, rel=1e-11, abs=1e-13), name
    assert field(widget, label).input_value() == text, "what was typed stays as it was typed"


@pytest.mark.parametrize("label", LABELS.values())
def test_hostile_texts_are_told_and_change_nothing(visitor: Visitor, label: str) -> None:
    widget = open_widget(visitor, PAGE)
    for text, says in HOSTILE.items():
        box = field(widget, label)
        box.fill(text)
        box.press("Tab")
        assert says in complaint(widget, label)
        assert box.input_value() == text
        assert shown(widget, "slope") == ["0.221713"]
    enter(widget, "Score z", "1")
    assert [complaint(widget, each) for each in LABELS.values()] == [""] * 4
    agree(widget, 1)


@pytest.mark.parametrize(
    ("label", "text", "says"),
    [
        ("Score z", "701", "at least −700 and at most 700"),
        ("Probability p", "1", "below 1"),
        ("Probability p", "0", "below 1"),
        ("Odds", "-1", "at least"),
        ("Odds", "0", "at least"),
    ],
)
def test_what_no_model_says_is_told(visitor: Visitor, label: str, text: str, says: str) -> None:
    widget = open_widget(visitor, PAGE)
    enter(widget, label, text)
    assert says in complaint(widget, label)


def test_the_keyboard_moves_the_sliders(visitor: Visitor) -> None:
    widget = open_widget(visitor, PAGE)
    knob = widget.get_by_role("slider", name="Score z, slider")
    knob.focus()
    for _ in range(3):
        knob.press("ArrowRight")
    agree(widget, -0.4)
    knob.press("End")
    agree(widget, 8)
    knob = widget.get_by_role("slider", name="Probability p, slider")
    knob.focus()
    knob.press("Home")
    assert fields(widget)["score"] == pytest.approx(float(lg.logit(0.001)), rel=1e-11)


def test_a_pointer_on_a_plot_moves_the_score(visitor: Visitor) -> None:
    widget = open_widget(visitor, PAGE)
    plot = widget.locator(".widget-plot").nth(1)
    box = plot.bounding_box()
    assert box
    mouse = widget.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    mouse.down()
    agree(widget, fields(widget)["score"])
    first = fields(widget)["score"]
    mouse.move(box["x"] + box["width"] / 4, box["y"] + 60)
    mouse.up()
    agree(widget, fields(widget)["score"])
    assert fields(widget)["score"] < first - 3
    before = fields(widget)
    mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    assert fields(widget) == before, "a pointer that is not pressed moves nothing"


def test_a_finger_on_a_plot_moves_the_score(visitor: Visitor) -> None:
    widget = open_widget(
        visitor, PAGE, viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True
    )
    plot = widget.locator(".widget-plot").first
    plot.scroll_into_view_if_needed()
    plot.tap(position={"x": 250, "y": 80})
    assert fields(widget)["score"] > 2
    agree(widget, fields(widget)["score"])


@pytest.mark.parametrize("z", [-0.7, 3.0, -30.0, 500.0])
def test_points_and_tangents_are_drawn_where_they_belong(visitor: Visitor, z: float) -> None:
    """In pixels, from the axes' own ticks."""
    widget = open_widget(visitor, PAGE, f"?sigmoid.value={z}")
    curves = [
        (0, "point", float(lg.sigmoid(z))),
        (1, "at-entropy", float(lg.softplus(-z))),
        (2, "at-entropy", float(lg.softplus(z))),
        (1, "at-squared", float(lg.sigmoid(-z)) ** 2 / 2),
        (2, "at-squared", float(lg.sigmoid(z)) ** 2 / 2),
    ]
    for number, name, value in curves:
        plot = widget.locator(".widget-plot").nth(number)
        dot = plot.locator(f"[data-mark='{name}']")
        found = dot.get_attribute("cx"), dot.get_attribute("cy")
        across, up = (
            plot.locator("text.at-middle").evaluate_all(TICKS, "x"),
            plot.locator("text.at-end").evaluate_all(TICKS, "y"),
        )
        assert float(found[0] or "nan") == pytest.approx(place(across, z), abs=0.5)
        assert float(found[1] or "nan") + 5 == pytest.approx(place(up, value), abs=0.5)


TICKS = "(texts, axis) => texts.map(text => [text.textContent, Number(text.getAttribute(axis))])"


def place(ticks: list[tuple[str, float]], value: float) -> float:
    """Where a value belongs, by the first and the last tick of an axis."""
    known = [(value_of(text), at) for text, at in ticks if text and text not in "zp"]
    (a, at_a), (b, at_b) = known[0], known[-1]
    return at_a + (at_b - at_a) * (value - a) / (b - a)


def test_floats_saturate_where_they_do(visitor: Visitor) -> None:
    widget = open_widget(visitor, PAGE)
    ends = [*shown(widget, "saturation-single"), *shown(widget, "saturation-double")]
    assert list(map(float, ends)) == [round(24 * math.log(2), 4), round(53 * math.log(2), 4)]
    enter(widget, "Score z", "16")
    assert "0" not in shown(widget, "complement")
    enter(widget, "Score z", "17")
    assert shown(widget, "complement")[0] == "0"
    assert value_of(shown(widget, "complement")[1]) == pytest.approx(
        float(lg.sigmoid(-17)), rel=1e-5
    )
    assert shown(widget, "loss-by-probability")[0] == "∞"
    enter(widget, "Score z", "37")
    assert shown(widget, "complement") == ["0", "0"]
    assert shown(widget, "loss-by-probability") == ["∞", "∞"]
    assert shown(widget, "loss-by-score") == ["37", "37"]


def test_the_address_holds_the_state(visitor: Visitor) -> None:
    widget = open_widget(visitor, PAGE, "?other=1#move-the-score")
    page = widget.page
    enter(widget, "Probability p", "0.3")
    page.wait_for_url("**sigmoid.quantity=probability&sigmoid.value=0.3#move-the-score")
    assert "other=1" in page.url
    page.reload()
    widget = start(page)
    assert field(widget, "Probability p").input_value() == "0.3"
    page.get_by_role("link", name="the sigmoid").first.click()
    page.wait_for_url("**/why-sigmoid/")
    page.go_back()
    widget = start(page)
    assert fields(widget)["odds"] == pytest.approx(3 / 7)
    enter(widget, "Score z", "-0.7")
    page.wait_for_url("**/?other=1#move-the-score")


def test_an_address_that_cannot_be_read_is_told(visitor: Visitor) -> None:
    widget = open_widget(visitor, PAGE, "?sigmoid.value=1e400")
    expect(widget.locator("> .widget-message")).to_contain_text("too large")
    agree(widget, -0.7)


def test_the_result_is_said(visitor: Visitor) -> None:
    widget = open_widget(visitor, PAGE)
    enter(widget, "Score z", "0")
    said = widget.get_by_role("status")
    expect(said).to_have_text(
        "Score 0: probability 0.5, odds 1. Loss 0.6931 for label one, 0.6931 for label zero."
    )
    enter(widget, "Odds", "many")
    expect(said).to_have_text("“many” is not a number.")


def test_new_numbers_move_nothing(visitor: Visitor) -> None:
    for width in (320, 768):
        widget = open_widget(visitor, PAGE, viewport={"width": width, "height": 800})
        heights = set()
        for text in ("0", "-0.123456", "-700", "36.123", "abc"):
            enter(widget, "Score z", text)
            settle(widget.page)
            box = widget.bounding_box()
            assert box
            heights.add(round(box["height"]))
        assert len(heights) == 1

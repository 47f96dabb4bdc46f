"""The parts that widgets share, in a browser, apart from any widget."""

import pytest
from playwright.sync_api import Locator, Page

from tests.support.browser import Visitor
from tests.support.open_page import arrive, wait_until
from tests.support.server import SUBPATH
from tests.support.widgets import HOSTILE, complaint, enter, field

FIELD = f"""async (options) => {{
    const {{ numberField }} = await import("{SUBPATH}widgets/kit/number-field.mjs");
    window.taken = [];
    window.refused = [];
    window.shownField = numberField({{
        ...options,
        changed: value => window.taken.push(value),
        refused: problem => window.refused.push(problem),
    }});
    document.querySelector("article").replaceChildren(window.shownField.element);
}}"""
SLIDER = {"from": -8, "to": 8, "step": 0.1}


def put(visitor: Visitor, **options: object) -> Locator:
    page = visitor.blank()
    arrive(page, visitor.url(""))
    page.evaluate(FIELD, {"label": "Bias", "value": 0.5, **options})
    return page.locator(".widget-field")


def taken(page: Page) -> list[float]:
    found: list[float] = page.evaluate("window.taken")
    return found


@pytest.mark.parametrize(("text", "says"), HOSTILE.items())
def test_what_cannot_be_read_is_told_and_nothing_is_lost(
    visitor: Visitor, text: str, says: str
) -> None:
    box = put(visitor)
    enter(box, "Bias", "2.5")
    assert taken(box.page)[-1] == 2.5
    before = len(taken(box.page))
    field(box, "Bias").fill(text)
    field(box, "Bias").press("Tab")
    assert says in complaint(box, "Bias")
    assert field(box, "Bias").input_value() == text
    assert len(taken(box.page)) == before
    assert box.page.evaluate("window.shownField.get()") == 2.5
    assert says in box.page.evaluate("window.refused").pop()
    enter(box, "Bias", "2.5")
    assert complaint(box, "Bias") == ""
    assert taken(box.page)[-1] == 2.5


@pytest.mark.parametrize(
    ("text", "value"),
    [("\u22121.5", -1.5), ("\u00a0 7\u2009", 7), ("-0", 0), ("1e-3", 0.001), ("+.5", 0.5)],
)
def test_pasted_texts_are_understood(visitor: Visitor, text: str, value: float) -> None:
    box = put(visitor)
    field(box, "Bias").fill("3")
    field(box, "Bias").fill(text)  # all at once, as pasting does
    assert taken(box.page)[-1] == value
    assert field(box, "Bias").input_value() == text, "what was typed stays as it was typed"
    assert complaint(box, "Bias") == ""


def test_nobody_is_told_off_while_typing(visitor: Visitor) -> None:
    box = put(visitor)
    field(box, "Bias").fill("")
    field(box, "Bias").press_sequentially("-")
    assert complaint(box, "Bias") == ""
    field(box, "Bias").press_sequentially("2")
    assert taken(box.page) == [-2]


def test_a_range_is_told(visitor: Visitor) -> None:
    box = put(visitor, range={"above": 0, "most": 2})
    enter(box, "Bias", "0")
    assert complaint(box, "Bias") == "It must be above 0 and at most 2."
    enter(box, "Bias", "2")
    assert complaint(box, "Bias") == ""


def test_the_slider_and_the_field_move_each_other(visitor: Visitor) -> None:
    box = put(visitor, slider=SLIDER, symbol="b")
    knob = box.get_by_role("slider", name="Bias b, slider")
    knob.focus()
    knob.press("ArrowRight")
    assert field(box, "Bias b").input_value() == "0.6"
    assert taken(box.page) == [0.6]
    enter(box, "Bias b", "-3")
    assert knob.input_value() == "-3"
    assert knob.get_attribute("aria-valuetext") == "−3"
    enter(box, "Bias b", "100")
    assert knob.input_value() == "8", "the end of the slider, while the number stays"
    assert box.page.evaluate("window.shownField.get()") == 100


def test_a_computed_number_is_rounded_for_the_eye_alone(visitor: Visitor) -> None:
    box = put(visitor)
    box.page.evaluate("window.shownField.set(1 / 3)")
    assert field(box, "Bias").input_value() == "0.333333333333"
    assert box.page.evaluate("window.shownField.get()") == 1 / 3


def test_a_result_is_said_once_things_rest(visitor: Visitor) -> None:
    page = visitor.blank()
    arrive(page, visitor.url(""))
    page.evaluate(
        f"""async () => {{
            const {{ frame }} = await import("{SUBPATH}widgets/kit/frame.mjs");
            const root = document.createElement("div");
            document.querySelector("article").replaceChildren(root);
            const say = frame(root, "A widget");
            window.heard = [];
            new MutationObserver(() => window.heard.push(root.querySelector("[role=status]")
                .textContent)).observe(root, {{ childList: true, subtree: true }});
            for (let i = 0; i < 30; i++) {{
                say(`news ${{i}}`);
                await new Promise(resolve => setTimeout(resolve, 10));
            }}
        }}"""
    )
    wait_until(page, "window.heard.length > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("window.heard") == ["news 29"]
    assert page.get_by_role("group", name="A widget").count() == 1


@pytest.mark.parametrize(("motion", "ticks"), [("no-preference", 3), ("reduce", 0)])
def test_movement_heeds_the_wish_for_less(visitor: Visitor, motion: str, ticks: int) -> None:
    page = visitor.blank(reduced_motion=motion)
    arrive(page, visitor.url(""))
    counted = page.evaluate(
        f"""async () => {{
            const {{ player }} = await import("{SUBPATH}widgets/kit/motion.mjs");
            let count = 0;
            const running = [];
            const film = player(20, () => ++count < 3, on => running.push(on));
            film.start();
            film.start();
            await new Promise(resolve => setTimeout(resolve, 500));
            const found = count;
            film.stop();
            return [found, running];
        }}"""
    )
    assert counted == [ticks, [True, False]]

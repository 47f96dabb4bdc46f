"""The step player, driven as a person would; each number that it shows against the package."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.test_accessibility import violations
from tests.browser.test_figures import CLASHES
from tests.support.browser import Visitor, size
from tests.support.open_page import settle, wait_until
from tests.support.step_player import EXAMPLE, agrees, by_hand, examples, passes
from tests.support.widgets import HOSTILE, complaint, enter, field, open_widget

ADDRESS = "worked-example/"
LABELS = {
    "x1": "hours studied x₁",
    "x2": "hours slept x₂",
    "w1": "first weight w₁",
    "w2": "second weight w₂",
    "b": "bias b",
    "rate": "learning rate α",
}
RESULT = ".step-player-line--result"
WAYS = ("forward", "backward")


def player(visitor: Visitor, query: str = "", **options: Any) -> Locator:
    """Open the page with the player, its table unfolded."""
    widget = open_widget(visitor, ADDRESS, query, **options)
    widget.get_by_text("The values as a table").click()
    return widget


def press(widget: Locator, name: str) -> None:
    """Press a button by keyboard."""
    button = widget.get_by_role("button", name=name, exact=True)
    button.focus()
    button.press("Enter")


def table(widget: Locator) -> dict[str, list[str]]:
    """Return the cells of each row of the table, by edge."""
    found: dict[str, list[str]] = widget.locator("tr[data-edge]").evaluate_all(
        """rows => Object.fromEntries(rows.map(row =>
            [row.dataset.edge, [...row.querySelectorAll("td")].map(cell => cell.textContent)]))"""
    )
    assert len(found) == 11
    return found


def graph(widget: Locator, way: str) -> dict[str, str]:
    """Return the texts on the edges of the graph, for one direction."""
    found: dict[str, str] = widget.locator(f"svg [data-{way}]").evaluate_all(
        f"texts => Object.fromEntries(texts.map(t => [t.dataset.{way}, t.textContent]))"
    )
    return found


def expect(widget: Locator, example: dict[str, Any], steps: int) -> None:
    """Compare each number shown with what the package computes."""
    numbers = passes(example, steps)
    forward, backward = numbers[steps]
    cells = table(widget)
    for way, (name, values) in enumerate(zip(WAYS, (forward, backward), strict=True)):
        on_edges = graph(widget, name)
        assert on_edges.keys() == values.keys()
        for edge, value in values.items():
            assert agrees(cells[edge][way], value, 12), (edge, name, cells[edge][way], value)
            assert agrees(on_edges[edge], value, 4), (edge, name, on_edges[edge], value)
    words = widget.locator(RESULT).inner_text()
    when = f"After {steps} step" if steps else "Before the first step"
    match = re.fullmatch(rf"{when}s? the loss is (.+) and the probability (.+)\.", words)
    assert match, words
    assert agrees(match[1], forward["l"], 4)
    assert agrees(match[2], forward["p"], 4)


def test_steps_by_keyboard_show_what_the_package_computes(visitor: Visitor) -> None:
    widget = player(visitor)
    expect(widget, EXAMPLE, 0)
    presses = [("1 step", 1), ("5 steps", 6), ("10 steps", 16), ("25 steps", 41), ("Back", 40)]
    for name, steps in presses:
        press(widget, name)
        expect(widget, EXAMPLE, steps)
    curve = widget.get_by_role("img", name="Loss after each step")
    label = curve.get_attribute("aria-label") or ""
    numbers = re.fullmatch(r".*: from (.+) to (.+)", label)
    assert numbers, label
    assert agrees(numbers[1], passes(EXAMPLE, 0)[0][0]["l"], 4)
    assert agrees(numbers[2], passes(EXAMPLE, 40)[40][0]["l"], 4)
    press(widget, "Restart")
    expect(widget, EXAMPLE, 0)


# The corners of a curve in the units of its plot, from the places of the numbers at its axes.
CORNERS = """(plot, name) => {
    const scale = axis => {
        const along = axis === "x" ? "at-middle" : "at-end";
        const ticks = [...plot.querySelectorAll(`text.${along}:not(.variable)`)]
            .map(text => [Number(text.textContent), Number(text.getAttribute(axis))]);
        const [[a, at], [b, to]] = [ticks[0], ticks.at(-1)];
        const shift = axis === "x" ? 0 : 5;  // from a line to the foot of its number
        return pixel => a + (pixel + shift - at) * (b - a) / (to - at);
    };
    const [x, y] = [scale("x"), scale("y")];
    return plot.querySelector(`[data-mark=${name}]`).getAttribute("d").slice(1).split("L")
        .map(corner => corner.split(",").map(Number)).map(([a, b]) => [x(a), y(b)]);
}"""


@pytest.mark.parametrize(("edge", "title"), [("l", "Loss"), ("p", "Probability")])
def test_the_curves_go_through_what_the_package_computes(
    visitor: Visitor, edge: str, title: str
) -> None:
    widget = player(visitor, "?step.steps=12&step.arithmetic=by-hand&step.decimals=1")
    plot = widget.get_by_role("img", name=f"{title} after each step")
    computed = {"exact": passes(EXAMPLE, 12), "by-hand": by_hand(EXAMPLE, 12, 1)}
    for name, expected in computed.items():
        corners = plot.evaluate(CORNERS.replace("(plot, name)", "(plot)").replace("${name}", name))
        assert [x for x, _ in corners] == pytest.approx(range(13), abs=0.02)
        heights = [float(forward[edge]) for forward, _ in expected]
        assert [y for _, y in corners] == pytest.approx(heights, abs=0.005)


def test_what_is_typed_is_computed_with(visitor: Visitor) -> None:
    widget = player(visitor)
    press(widget, "5 steps")
    for example in examples(5, seed=20260211):
        for name, label in LABELS.items():
            enter(widget, label, repr(example[name]))
        widget.get_by_role("radio", name="passed" if example["y"] else "failed").check()
        expect(widget, example, 5)
    press(widget, "Reset all")
    expect(widget, EXAMPLE, 0)
    assert {name: field(widget, label).input_value() for name, label in LABELS.items()} == {
        name: str(EXAMPLE[name]).replace("-", "−") for name in LABELS
    }


def test_a_slider_is_moved_by_keyboard(visitor: Visitor) -> None:
    widget = player(visitor)
    for name, value in (("w1", 0.2), ("x1", 3.5), ("rate", 0.13)):
        knob = widget.get_by_role("slider", name=f"{LABELS[name]}, slider", exact=True)
        knob.focus()
        knob.press("ArrowRight")
        assert field(widget, LABELS[name]).input_value() == str(value)
    expect(widget, {**EXAMPLE, "w1": 0.2, "x1": 3.5, "rate": 0.13}, 0)


def test_one_node_at_a_time(visitor: Visitor) -> None:
    """Forward from the inputs, back from the loss, and then the update begins the next step."""
    widget = player(visitor)
    everything = [graph(widget, way) for way in WAYS]
    new_ones = [
        *(["u1"], ["u2"], ["z"], ["p"], ["l"], ["l", "p"], ["z"], ["u1", "u2", "b"]),
        *(["w1", "x1"], ["w2", "x2"]),
    ]
    press(widget, "Inputs only")
    seen = [graph(widget, way) for way in WAYS]
    assert seen[0].keys() == {"x1", "x2", "y", "w1", "w2", "b"}
    assert seen[1] == {}
    for number, new in enumerate(new_ones, 1):
        press(widget, "Next node")
        way = number > 5
        before, seen = seen, [graph(widget, way) for way in WAYS]
        assert seen[way].keys() - before[way].keys() == set(new)
        assert seen[not way] == before[not way]
        line = widget.locator(".step-player-line--node").inner_text()
        assert f"(node {number} of 10)" in line
        assert seen[way][new[-1]] in line.replace("\u00a0", "")
        assert widget.locator(".step-player-now").count() == (number < 10)
        tells = "the loss is" in widget.locator(RESULT).inner_text()
        assert tells == (number >= 5), "the sentence must not tell what no node has computed"
        cells = table(widget)
        filled = [{edge for edge, row in cells.items() if row[w]} for w in (0, 1)]
        assert filled == [set(seen[0]), set(seen[1])]
    assert seen == everything
    press(widget, "Next node")
    assert widget.locator(RESULT).inner_text().startswith("After 1 step: what")
    assert graph(widget, "backward") == {}
    forward = passes(EXAMPLE, 1)[1][0]
    assert agrees(graph(widget, "forward")["w1"], forward["w1"], 4)
    assert "update of step 1" in widget.locator(".step-player-line--node").inner_text()
    press(widget, "Back a node")
    expect(widget, EXAMPLE, 0)
    press(widget, "Back a node")
    press(widget, "All nodes")
    expect(widget, EXAMPLE, 0)


def decimal_text(value: Any, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace("-", "−")


@pytest.mark.parametrize(("decimals", "steps"), [(2, 0), (2, 6), (3, 4)])
def test_by_hand_each_number_on_the_way_is_rounded(
    visitor: Visitor, decimals: int, steps: int
) -> None:
    widget = player(visitor, f"?step.steps={steps}")
    widget.get_by_role("radio", name="rounded by hand").check()
    enter(widget, "decimals by hand", str(decimals))
    exact, hand = passes(EXAMPLE, steps)[steps], by_hand(EXAMPLE, steps, decimals)[steps]
    cells = table(widget)
    for way, name in enumerate(WAYS):
        on_edges = graph(widget, name)
        for edge, value in hand[way].items():
            given = way == 0 and edge in {"x1", "x2", "y"}
            text = str(value) if given else decimal_text(value, decimals)
            assert cells[edge][2 * way + 1] == text
            assert on_edges[edge] == text
            if not given:
                assert cells[edge][2 * way] == decimal_text(exact[way][edge], decimals)
    bold = widget.locator("tr[data-edge] b").count()
    assert bold == sum(row[way] != row[way + 1] for row in cells.values() for way in (0, 2))
    assert bold > 0


def test_it_says_where_the_two_part(visitor: Visitor) -> None:
    """At the first loss, as the page's own table has it."""
    widget = player(visitor)
    line = widget.locator(".step-player-line--parted")
    assert line.inner_text() == ""
    widget.get_by_role("radio", name="rounded by hand").check()
    assert line.inner_text().startswith("The two part in step 1: the loss is 1.10 where")
    assert "and 1.11 where every number on the way is" in line.inner_text()
    enter(widget, "decimals by hand", "1")
    enter(widget, LABELS["rate"], "0.01")
    press(widget, "5 steps")
    assert "weights and bias never move" in line.inner_text()
    widget.get_by_role("radio", name="exact").check()
    assert line.inner_text() == ""


def test_hostile_texts_are_told_and_nothing_is_lost(visitor: Visitor) -> None:
    widget = player(visitor)
    enter(widget, LABELS["b"], "0.25")
    press(widget, "5 steps")
    example = {**EXAMPLE, "b": 0.25}
    expect(widget, example, 5)
    for label in (LABELS["x1"], LABELS["rate"]):
        good = field(widget, label).input_value()
        for text, says in HOSTILE.items():
            field(widget, label).fill(text)
            field(widget, label).press("Tab")
            assert says in complaint(widget, label)
            assert field(widget, label).input_value() == text
            expect(widget, example, 5)
        enter(widget, label, good)
        assert complaint(widget, label) == ""
    for text in ("0", "−0", "-0.1"):
        enter(widget, LABELS["rate"], text)
        assert "above 0" in complaint(widget, LABELS["rate"])
    enter(widget, "decimals by hand", "2.5")
    assert "a whole number" in complaint(widget, "decimals by hand")
    expect(widget, example, 5)
    press(widget, "Reset all")
    assert all(complaint(widget, label) == "" for label in LABELS.values())
    for text, value in (("−0", 0), ("\u00a0 −1.5\u2009", -1.5)):
        field(widget, LABELS["b"]).fill(text)
        expect(widget, {**EXAMPLE, "b": value}, 0)


def test_huge_numbers_get_clear_words_and_lose_nothing(visitor: Visitor) -> None:
    widget = player(visitor)
    press(widget, "5 steps")
    result, obstacle = widget.locator(RESULT), widget.locator(".step-player-line--obstacle")
    enter(widget, LABELS["w1"], "1e308")
    assert "The score overflows" in result.inner_text()
    assert graph(widget, "forward").keys() == {"x1", "x2", "y", "w1", "w2", "b", "u1", "u2"}
    assert "NaN" not in widget.inner_text()
    enter(widget, LABELS["w1"], "0.1")
    expect(widget, EXAMPLE, 5)
    enter(widget, LABELS["x1"], "1e200")
    expect(widget, {**EXAMPLE, "x1": 1e200}, 5)
    enter(widget, LABELS["w1"], "-0.1")
    assert "Step 1 cannot be taken" in obstacle.inner_text()
    assert "Before the first step" in result.inner_text()
    enter(widget, LABELS["x1"], "3")
    assert obstacle.inner_text() == ""
    expect(widget, {**EXAMPLE, "w1": -0.1}, 5)
    assert widget.page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_address_holds_the_state(visitor: Visitor) -> None:
    widget = player(visitor, "?other=1#the-step-in-one-picture")
    enter(widget, LABELS["w2"], "−1e-3")
    widget.get_by_role("radio", name="failed").check()
    press(widget, "10 steps")
    page = widget.page
    wait_until(page, "location.search.includes('step.steps=10')")
    assert page.evaluate("location.hash") == "#the-step-in-one-picture"
    press(widget, "Back a node")
    wait_until(page, "location.search.includes('step.node=9')")
    press(widget, "All nodes")
    wait_until(page, "!location.search.includes('step.node')")
    query = page.evaluate("location.search")
    assert "other=1" in query
    again = player(visitor, query)
    expect(again, {**EXAMPLE, "w2": -0.001, "y": 0}, 10)
    assert field(again, LABELS["w2"]).input_value() == "−0.001"
    press(again, "Reset all")
    wait_until(again.page, "location.search === '?other=1'")


def test_a_wrong_address_says_so_and_keeps_the_rest(visitor: Visitor) -> None:
    widget = player(visitor, "?step.w1=much&step.steps=3&step.b=0.5&step.pace=1")
    problems = widget.locator(".step-player-wrong li").all_inner_texts()
    assert problems[2:] == ["What the address does not say stands as in the example."]
    assert "step.w1 in the address: “much” is not a number." in problems[0]
    assert problems[1] == "step.pace in the address: nothing here has that name."
    expect(widget, {**EXAMPLE, "b": 0.5}, 3)
    page = widget.page
    wait_until(
        page, "document.querySelector('.widget-live .heard').textContent.includes('step.w1')"
    )


HEARD = """() => {
    window.heard = [];
    const region = document.querySelector(".widget-live [role=status]");
    new MutationObserver(() => window.heard.push(region.textContent))
        .observe(region, {childList: true, subtree: true, characterData: true});
}"""


def heard(page: Page) -> list[str]:
    """Return what was said, once all has been."""
    page.wait_for_timeout(900)
    found: list[str] = page.evaluate("window.heard.splice(0)")
    return [text for text in found if text]


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_it_plays_until_it_is_paused_and_speaks_then(visitor: Visitor, motion: str) -> None:
    widget = player(visitor, reduced_motion=motion)
    page = widget.page
    page.evaluate(HEARD)
    press(widget, "Play")
    widget.get_by_text(re.compile("After [3-9] steps")).wait_for()
    assert page.evaluate("window.heard") == []
    press(widget, "Pause")
    words = widget.locator(RESULT).inner_text()
    match = re.match(r"After (\d+) steps", words)
    assert match
    expect(widget, EXAMPLE, int(match[1]))
    assert heard(page) == [words]
    assert widget.locator(RESULT).inner_text() == words, "it went on after the pause"


def test_each_action_is_answered_with_its_result_once(visitor: Visitor) -> None:
    widget = player(visitor)
    page = widget.page
    page.evaluate(HEARD)
    press(widget, "5 steps")
    (said,) = heard(page)
    assert said == widget.locator(RESULT).inner_text()
    press(widget, "Inputs only")
    press(widget, "Next node")
    (said,) = heard(page)
    assert said.startswith(widget.locator(".step-player-line--node").inner_text())
    enter(widget, LABELS["x1"], "much")
    (said,) = heard(page)
    assert said == "hours studied: “much” is not a number."


def test_a_finger_is_enough(visitor: Visitor) -> None:
    widget = player(visitor, viewport=size(360), has_touch=True, is_mobile=True)
    widget.get_by_role("button", name="25 steps").tap()
    widget.get_by_role("radio", name="failed").tap()
    expect(widget, {**EXAMPLE, "y": 0}, 25)
    boxes = widget.get_by_role("button").evaluate_all(
        "buttons => buttons.map(b => b.getBoundingClientRect()).map(b => [b.width, b.height])"
    )
    assert min(min(box) for box in boxes) >= 32


# Numbers at the axes of a plot that its box cuts off.
CUT_OFF = """plots => plots.flatMap(plot => {
    const frame = plot.getBoundingClientRect();
    return [...plot.querySelectorAll("text")].map(text => [text, text.getBoundingClientRect()])
        .filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1)
        .map(([text]) => text.textContent);
})"""
STATES = (
    "?step.arithmetic=by-hand&step.decimals=6&step.steps=3&step.w1=x",
    "?step.x1=-1234.56789&step.w2=1.23456e-250&step.b=-9.87654e-9&step.steps=1",
    "?step.x1=-1.23456e160&step.w1=-1.2345e-30&step.x2=-98765.4321&step.y=0",
)


@pytest.mark.parametrize("query", STATES)
def test_labels_keep_apart_and_nothing_sticks_out(visitor: Visitor, query: str) -> None:
    widget = player(visitor, query)
    page = widget.page
    for width in (1280, 700, 360, 320):
        page.set_viewport_size(size(width))
        settle(page)
        assert widget.locator(".step-player-graph svg").evaluate_all(CLASHES) == [], width
        assert widget.locator(".widget-plot").evaluate_all(CUT_OFF) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_in_a_table_and_a_list_of_problems(visitor: Visitor) -> None:
    """What the player shows at first is looked at with the other widgets."""
    page = player(visitor, STATES[0]).page
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    settle(page)
    assert violations(page, only=["color-contrast"]) == []


def test_the_table_marks_what_rounding_by_hand_changes_and_nothing_else(visitor: Visitor) -> None:
    """The derivatives in the features are rounded by hand as well, though the features are not."""
    widget = player(visitor, "?step.arithmetic=by-hand&step.decimals=6")
    cells = widget.locator("tr[data-edge='x2'] td[data-direction='backward']")
    assert cells.all_text_contents() == ["0.133638", "0.133638"]
    assert cells.locator("b").count() == 0

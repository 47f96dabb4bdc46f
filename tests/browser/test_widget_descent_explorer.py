"""The descent explorer, driven as a reader drives it, and compared with the package."""

import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from logistic_gradient import loss
from logistic_gradient.data import students
from logistic_gradient.optimize import Fit, gradient_descent, lipschitz_constant, newton
from tests.browser.test_accessibility import violations
from tests.support.browser import Visitor, size
from tests.support.descent_explorer import POINT_LABELS, POINTS
from tests.support.open_page import settle
from tests.support.shown import value_of
from tests.support.trouble import Trouble
from tests.support.widgets import HOSTILE, complaint, enter, field, open_widget

PAGE = "descent/"
DATA = students()
L = lipschitz_constant(DATA.X)
SAFE, PLAIN = "Rate, times one over L", "Rate itself α"
BIAS, WEIGHT = "Bias at the start b", "Weight at the start w"


@pytest.fixture
def explorer(visitor: Visitor) -> Locator:
    return open_widget(visitor, PAGE)


def press(explorer: Locator, *names: str) -> None:
    for name in names:
        explorer.get_by_role("button", name=name, exact=True).click()


def choose(explorer: Locator, name: str) -> None:
    explorer.get_by_role("radio", name=name, exact=True).check()


def rows(explorer: Locator, table: str) -> dict[str, list[str]]:
    """Return the seen rows of a table, by their headings."""
    lines = explorer.get_by_role("region", name=table).locator("tbody tr:visible")
    found: list[list[str]] = lines.evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return {name: cells for name, *cells in found}


def column(explorer: Locator, place: int) -> list[float]:
    """Return what the first table shows of a place: its parameters, loss and gradient."""
    table = rows(explorer, "Where the walk is")
    return [value_of(cells[place]) for name, cells in table.items() if name != "steps"]


def steps(explorer: Locator) -> int:
    return int(value_of(rows(explorer, "Where the walk is")["steps"][1]))


def rounded(*values: float) -> list[float]:
    return [float(f"{value:.6g}") for value in values]


def expected(fit: Fit) -> list[float]:
    return rounded(fit.b, *fit.w.tolist(), fit.loss, fit.gradient_norm)


def fitted(iterations: int, rate: float = 1 / L, b: float = 0, w: float = 0) -> Fit:
    return gradient_descent(
        DATA.X, DATA.y, iterations=iterations, learning_rate=rate, start=([w], b)
    )


def test_a_walk_goes_where_the_package_goes(explorer: Locator) -> None:
    press(explorer, "Step")
    assert column(explorer, 1) == expected(fitted(1))
    press(explorer, "10 steps", "100 steps", "Back")
    assert steps(explorer) == 110
    assert column(explorer, 0) == expected(fitted(0))
    assert column(explorer, 1) == expected(fitted(110))
    least = newton(DATA.X, DATA.y)
    assert column(explorer, 2)[:3] == rounded(least.b, least.w[0], least.loss)
    above = value_of(rows(explorer, "Walks compared")["now"][4])
    assert above == pytest.approx(fitted(110).loss - least.loss, rel=1e-5)
    press(explorer, "Reset")
    assert steps(explorer) == 0


def test_newton_reaches_the_minimum(explorer: Locator) -> None:
    choose(explorer, "Newton’s method")
    assert not field(explorer, SAFE).is_visible()
    assert not field(explorer, PLAIN).is_visible()
    path = newton(DATA.X, DATA.y, path=True).history
    assert path.w is not None
    assert path.b is not None
    for k in range(1, 6):
        press(explorer, "Step")
        assert column(explorer, 1)[:3] == rounded(path.b[k], path.w[k, 0], path.loss[k])


def test_the_walks_of_the_still_picture_stand_there_at_first(explorer: Locator) -> None:
    table = rows(explorer, "Walks compared")
    assert list(table) == ["A", "B", "C", "now"]
    assert [value_of(each) for each in table["A"][1:4]] == rounded(1 / L, 100, fitted(100).loss)
    assert table["B"][0] == "mini-batches of 5, seed 3"
    assert table["C"][0:3] == ["Newton’s method", "none", "5"]
    drawn = explorer.locator("[data-mark^='line ']").evaluate_all(
        "lines => lines.map(line => getComputedStyle(line)).map(s => s.stroke + s.strokeDasharray)"
    )
    assert len(drawn) == 8, "in the plane, and over the steps"
    assert len(set(drawn)) == 4, "no two walks look alike"
    shapes = explorer.locator(".walk-sample path:last-child").evaluate_all(
        "paths => paths.map(path => path.getAttribute('d'))"
    )
    assert len(set(shapes)) == 5


def test_both_rates_are_tied(explorer: Locator) -> None:
    enter(explorer, PLAIN, "0.5")
    assert field(explorer, PLAIN).input_value() == "0.5"
    assert float(field(explorer, SAFE).input_value()) == pytest.approx(0.5 * L, rel=1e-11)
    press(explorer, "10 steps")
    assert column(explorer, 1) == expected(fitted(10, 0.5))
    enter(explorer, SAFE, "1.5")
    assert float(field(explorer, PLAIN).input_value()) == pytest.approx(1.5 / L, rel=1e-11)
    assert column(explorer, 1) == expected(fitted(10, 1.5 / L))
    knob = explorer.get_by_role("slider", name=f"{SAFE}, slider")
    knob.focus()
    knob.press("End")
    assert field(explorer, SAFE).input_value() == "100"


@pytest.mark.parametrize(
    ("rate", "says"),
    [
        ("1", "Safe: up to one over L each step lowers the loss"),
        ("1.5", "No guarantee that a longer step gains more: the rate is above one over L."),
        ("5.4", "No guarantee: the rate is above two over L, and a step may raise the loss."),
    ],
)
def test_it_says_what_is_known_of_a_rate_and_shows_what_happens(
    explorer: Locator, rate: str, says: str
) -> None:
    enter(explorer, SAFE, rate)
    assert says in explorer.locator(".widget-known").inner_text()
    press(explorer, "10 steps")
    history = fitted(10, float(rate) / L).history.loss
    rises = int(np.sum(np.diff(history) > 0))
    assert (rises > 0) == (rate == "5.4")
    expect(explorer).to_contain_text(f"{rises or 'None'} of 10 steps raised the loss.")
    choose(explorer, "mini-batches")
    assert (
        explorer.locator(".widget-known")
        .inner_text()
        .startswith("No guarantee: a batch is right on average")
    )


def test_the_start_moves_by_click_by_keys_and_by_typing(explorer: Locator) -> None:
    press(explorer, "10 steps")
    start = explorer.get_by_role("slider", name="Start")
    start.focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowDown", "ArrowUp"):
        explorer.page.keyboard.press(key)
    b, w = start_of(explorer)
    assert w > 0 > b
    assert start.evaluate("element => element === document.activeElement"), "the focus stays"
    assert f"weight = {field(explorer, WEIGHT).input_value()}" in (
        start.get_attribute("aria-valuetext") or ""
    ).replace("\u00a0", " ")
    assert column(explorer, 1) == expected(fitted(10, b=b, w=w))
    plane = explorer.locator("svg.widget-plot").first
    box = plane.bounding_box()
    assert box
    plane.click(position={"x": box["width"] * 0.7, "y": box["height"] * 0.3})
    b, w = start_of(explorer)
    assert w > 1
    assert column(explorer, 1) == expected(fitted(10, b=b, w=w))
    enter(explorer, BIAS, "−2.5")
    enter(explorer, WEIGHT, "40")
    assert column(explorer, 1) == expected(fitted(10, b=-2.5, w=40))
    expect(explorer).to_contain_text("Part of a walk lies outside this frame: show more.")
    press(explorer, *["Show more"] * 6)
    expect(explorer).not_to_contain_text("Part of a walk lies outside")


def test_the_start_can_be_dragged_by_a_finger(visitor: Visitor) -> None:
    explorer = open_widget(visitor, PAGE, has_touch=True, viewport=size(360))
    page = explorer.page
    x, y = middle(explorer.get_by_role("slider", name="Start"))
    scrolled = page.evaluate("scrollY")
    touch = page.context.new_cdp_session(page)
    for kind, right, down in [
        ("touchStart", 0, 0), ("touchMove", 20, 15), ("touchMove", 40, 30), ("touchEnd", 40, 30),
    ]:  # fmt: skip
        points = [] if kind == "touchEnd" else [{"x": x + right, "y": y + down}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    b, w = start_of(explorer)
    assert w > 0.2
    assert b < -0.2
    assert column(explorer, 0) == expected(fitted(0, b=b, w=w))
    assert page.evaluate("scrollY") == scrolled, "the finger moves the start, not the page"


def start_of(explorer: Locator) -> tuple[float, float]:
    """Return the bias and the weight in the fields of the start."""
    b, w = (value_of(field(explorer, name).input_value()) for name in (BIAS, WEIGHT))
    return b, w


def middle(handle: Locator) -> tuple[float, float]:
    """Bring a handle to the middle of the screen; return where its middle is."""
    handle.evaluate("element => element.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = handle.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(handle: Locator, right: float, down: float) -> None:
    """Move a handle with the mouse."""
    x, y = middle(handle)
    mouse = handle.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + right, y + down, steps=4)
    mouse.up()


def test_the_lines_are_lines_of_equal_loss(explorer: Locator) -> None:
    """Points on them, read from the drawing, have the losses that the caption lists."""
    caption = explorer.locator(".widget-caption").first.inner_text()
    levels = [
        float(each) for each in re.findall(r"[0-9]+(?:[.][0-9]+)?", caption.split("inside:")[1])
    ]
    assert levels[:6] == [0.41, 0.45, 0.5, 0.6, 0.8, 1.2]
    places: list[list[float]] = explorer.locator("[data-mark=levels]").evaluate(
        """path => {
            const { clientWidth, clientHeight } = path.ownerSVGElement;
            const w = p => -0.5 + 3 * (p - 44) / (clientWidth - 72);
            const b = q => 2 - 8 * (q - 26) / (clientHeight - 52);
            const pairs = path.getAttribute("d").match(/[-0-9.e]+,[-0-9.e]+/g);
            return pairs.map(pair => pair.split(",").map(Number)).map(([p, q]) => [w(p), b(q)]);
        }"""
    )
    places = [[w, b] for w, b in places if -0.5 <= w <= 2.5 and -6 <= b <= 2]
    found = [loss([w], b, DATA.X, DATA.y) for w, b in places[:: max(len(places) // 400, 1)]]
    assert len(found) > 100
    off = [min(abs(each - level) / level for level in levels) for each in found]
    assert max(off) < 0.01
    assert {min(levels, key=lambda level: abs(level - each)) for each in found} == set(levels)


def test_walks_are_kept_compared_and_removed(explorer: Locator) -> None:
    enter(explorer, SAFE, "2")
    press(explorer, "10 steps", "Keep this walk")
    table = rows(explorer, "Walks compared")
    assert [value_of(each) for each in table["D"][1:4]] == rounded(
        2 / L, 10, fitted(10, 2 / L).loss
    )
    press(explorer, "All names are taken: remove a walk first")
    assert heard(explorer).startswith("All names are taken")
    enter(explorer, SAFE, "0.1")
    assert rows(explorer, "Walks compared")["D"] == table["D"], "kept as it was"
    press(explorer, "Remove walk B")
    assert list(rows(explorer, "Walks compared")) == ["A", "C", "D", "now"]
    assert heard(explorer) == "Walk B is removed."
    press(explorer, "Keep this walk")
    assert list(rows(explorer, "Walks compared")) == ["A", "B", "C", "D", "now"]


def heard(explorer: Locator) -> str:
    """Return what is said once things have come to rest."""
    explorer.page.wait_for_timeout(900)
    return explorer.get_by_role("status").inner_text().replace("\u00a0", " ")


def test_one_sentence_is_said_of_an_action(explorer: Locator) -> None:
    press(explorer, "10 steps")
    fit = fitted(10)
    said = heard(explorer)
    assert said.startswith("After 10 steps of gradient descent: bias ≈ −0.4119")
    assert f"loss ≈ {fit.loss:.6g}" in said


def test_play_goes_on_until_it_is_paused_and_speaks_in_the_end(explorer: Locator) -> None:
    press(explorer, "Play")
    explorer.page.wait_for_timeout(1500)
    assert explorer.get_by_role("status").inner_text() == "", "not each step is spoken"
    press(explorer, "Pause")
    made = steps(explorer)
    assert made >= 3
    assert column(explorer, 1) == expected(fitted(made))
    assert heard(explorer).startswith(f"After {made} steps")
    assert steps(explorer) == made


def test_play_ends_where_nothing_changes_any_more(visitor: Visitor) -> None:
    explorer = open_widget(visitor, PAGE, "?descent.method=newton&descent.steps=8")
    press(explorer, "Play")
    expect(explorer.get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=9000)
    assert steps(explorer) < 40


def test_less_movement_is_slower(visitor: Visitor) -> None:
    explorer = open_widget(visitor, PAGE, reduced_motion="reduce")
    press(explorer, "Play")
    explorer.page.wait_for_timeout(900)
    press(explorer, "Pause")
    assert steps(explorer) <= 1


def test_separable_data_have_no_minimum(explorer: Locator) -> None:
    choose(explorer, "separable data")
    expect(explorer).to_contain_text("it goes to zero while the weights grow for ever")
    losses, weights = [], []
    for _ in range(4):
        press(explorer, "100 steps")
        _, weight, height, _ = column(explorer, 1)
        losses.append(height)
        weights.append(weight)
        expect(explorer).to_contain_text(f"The loss is now {height:.6g}")
    assert losses == sorted(losses, reverse=True)
    assert weights == sorted(weights)
    table = rows(explorer, "Where the walk is")
    assert {cells[2] for name, cells in table.items() if name != "steps"} == {"none"}
    assert rows(explorer, "Walks compared")["now"][4] == "no minimum"
    X, y = [[x] for x in (1, 1.5, 2, 2.5, 3.5, 4, 4.5, 5)], POINT_LABELS
    assert column(explorer, 1) == expected(gradient_descent(X, y, iterations=400))


def test_points_are_moved_by_keys_and_pointer_and_the_weights_react(explorer: Locator) -> None:
    choose(explorer, "points to move")
    choose(explorer, "Newton’s method")
    press(explorer, "10 steps")
    points = [list(map(float, point)) for point in POINTS]
    assert column(explorer, 1)[:4] == expected(newton(points, POINT_LABELS))[:4]
    border = explorer.locator("[data-mark=now]").last
    before = border.get_attribute("d")
    handle = explorer.get_by_role("slider", name="Point 4, label 0")
    handle.focus()
    explorer.page.keyboard.press("Shift+ArrowRight")
    explorer.page.keyboard.press("ArrowUp")
    points[3] = [5.0, 4.1]
    assert handle.get_attribute("aria-valuetext") == "first feature 5, second feature 4.1"
    press(explorer, "10 steps")
    least = newton(points, POINT_LABELS)
    assert column(explorer, 2)[:4] == expected(least)[:4]
    assert column(explorer, 1)[:4] == expected(least)[:4]
    assert border.get_attribute("d") != before
    drag(handle, 0, 110)
    expect(explorer).to_contain_text("These data are separated")
    assert {
        cells[2] for name, cells in rows(explorer, "Where the walk is").items() if name != "steps"
    } == {"none"}
    assert "separated" in heard(explorer)
    press(explorer, "Points as they were")
    assert column(explorer, 2)[:4] == expected(newton(POINTS, POINT_LABELS))[:4]


@pytest.mark.parametrize("label", [SAFE, PLAIN, BIAS, WEIGHT])
def test_what_cannot_be_read_changes_nothing(explorer: Locator, label: str) -> None:
    enter(explorer, label, "0.75")
    press(explorer, "10 steps")
    before = column(explorer, 1)
    for text, says in HOSTILE.items():
        field(explorer, label).fill(text)
        field(explorer, label).press("Tab")
        assert says in complaint(explorer, label)
        assert field(explorer, label).input_value() == text
        assert column(explorer, 1) == before
    enter(explorer, label, " 0.75\u00a0")
    assert complaint(explorer, label) == ""
    assert column(explorer, 1) == before


def test_batches_and_seeds_have_their_limits(explorer: Locator) -> None:
    choose(explorer, "mini-batches")
    press(explorer, "10 steps")
    first = column(explorer, 1)
    for label, text, says in [
        ("Samples a batch", "0", "at least 1"), ("Samples a batch", "21", "at most 20"),
        ("Samples a batch", "2.5", "whole"), ("Seed of their order", "-1", "at least 0"),
        ("Seed of their order", "1e12", "at most"),
    ]:  # fmt: skip
        field(explorer, label).fill(text)  # all at once: while it is typed, 2 is a good number
        field(explorer, label).press("Tab")
        assert says in complaint(explorer, label)
        assert column(explorer, 1) == first
    enter(explorer, "Samples a batch", "20")
    assert column(explorer, 1) == expected(fitted(10)), "all samples are gradient descent"
    enter(explorer, "Samples a batch", "5")
    enter(explorer, "Seed of their order", "4")
    assert column(explorer, 1) != first
    enter(explorer, "Seed of their order", "3")
    assert column(explorer, 1) == first, "a seed repeats a walk"


def test_a_rate_far_too_large_ends_the_walk_in_words(visitor: Visitor) -> None:
    explorer = open_widget(visitor, PAGE, new=True)
    trouble = Trouble(explorer.page, visitor.origin)
    enter(explorer, WEIGHT, "-5")
    enter(explorer, PLAIN, "5e306")
    press(explorer, "100 steps")
    expect(explorer).to_contain_text(
        "would leave the range of floating-point numbers: the rate is too large."
    )
    made = steps(explorer)
    assert made < 100
    assert all(np.isfinite(column(explorer, 1)))
    press(explorer, "Step")
    assert steps(explorer) == made
    enter(explorer, PLAIN, "0.3")
    press(explorer, "Reset", "10 steps")
    assert column(explorer, 1) == expected(fitted(10, 0.3, w=-5))
    assert trouble.found == []


def test_an_address_holds_the_state(visitor: Visitor, explorer: Locator) -> None:
    choose(explorer, "points to move")
    choose(explorer, "mini-batches")
    enter(explorer, "Seed of their order", "11")
    enter(explorer, PLAIN, "0.2")
    enter(explorer, BIAS, "-0.5")
    press(explorer, "10 steps", "Keep this walk", "Step")
    explorer.page.wait_for_timeout(500)
    query = explorer.page.url.partition("?")[2]
    again = open_widget(visitor, PAGE, f"?{query}")
    for table in ("Where the walk is", "Walks compared"):
        assert rows(again, table) == rows(explorer, table)
    assert field(again, PLAIN).input_value() == "0.2"
    assert len(again.page.evaluate("history.length.toString()")) == 1


def test_an_address_that_says_nonsense_is_told_so(visitor: Visitor) -> None:
    explorer = open_widget(visitor, PAGE, "?descent.rate=abc&descent.steps=1e9&descent.kept=<b>")
    expect(explorer).to_contain_text("descent.rate in the address: “abc” is not a number.")
    expect(explorer).to_contain_text("descent.kept in the address: These walks cannot be read.")
    assert column(explorer, 1) == expected(fitted(0))


def test_random_walks_agree_with_the_package(explorer: Locator) -> None:
    rng = np.random.default_rng(20260203)
    for _ in range(5):
        b, w = (float(each) for each in rng.uniform(-3, 3, 2).round(3))
        rate = round(float(rng.uniform(0.05, 0.7)), 4)
        enter(explorer, BIAS, str(b))
        enter(explorer, WEIGHT, str(w))
        enter(explorer, PLAIN, str(rate))
        press(explorer, "10 steps")
        assert column(explorer, 1) == expected(fitted(steps(explorer), rate, b, w))


@pytest.mark.parametrize(
    "state", ["data=points&descent.method=batches&descent.steps=40", "data=separable"]
)
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_its_other_states(visitor: Visitor, state: str, width: int) -> None:
    explorer = open_widget(visitor, PAGE, f"?descent.{state}", viewport=size(width))
    page = explorer.page
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    settle(page)
    assert violations(page, only=["color-contrast"]) == []
    overflow: Any = page.evaluate("document.documentElement.scrollWidth")
    assert overflow <= width

"""Everyone can read a page: by eye, by keyboard, by screen reader; in the light and in the dark."""

from dataclasses import dataclass
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.support.browser import Reader, Visitor

WIDE, NARROW = 1280, 360


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    reader: Reader, address: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """In the dark only the colours differ, so only their rules run again."""
    page = reader.look(address, scheme, width)
    rules = ["color-contrast", "link-in-text-block"] if scheme == "dark" else []
    assert violations(page, rules) == []


# The glyphs of formulas are left out: they are hidden from assistive technology, and painted in
# the colour of the text around them. Of the rules that found nothing only the names are sent.
RUN = """async rules => {
    const options = {resultTypes: ["violations"], ...(rules.length ? {runOnly: rules} : {})};
    const {passes, violations} = await axe.run({exclude: [["mjx-math"]]}, options);
    return {passes: passes.map(rule => rule.id), violations};
}"""


def violations(page: Page, rules: list[str]) -> list[str]:
    """Return what axe objects to by some rules, or by all of them, a line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate(RUN, rules)
    assert len(found["passes"]) > (0 if rules else 10), "axe hardly looked at anything"
    return [
        f"{violation['id']}: {node['html'][:120]} ({violation['help']})"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "darkest", "lightest"), [("light", 255, 255), ("dark", 0, 80)])
def test_the_page_follows_the_scheme_of_the_system(
    visitor: Visitor, scheme: Literal["light", "dark"], darkest: int, lightest: int
) -> None:
    """Otherwise axe would look at the same colours twice."""
    page = visitor.open("", color_scheme=scheme)
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert all(darkest <= int(part) <= lightest for part in colour.strip("rgb()").split(","))


# What a keyboard must reach: all links, buttons and folded parts of the text, and the search.
# Each stop of the focus is noted from then on: the number of what is wanted, and whether a link or
# button of the text that has the focus looks like it.
MARK = """() => {
    const wanted = document.querySelectorAll(
        ".md-skip, .md-search__input, .md-header a[href], article :is(a[href], button, summary)"
    );
    const seen = element => element.checkVisibility() && element.getClientRects().length > 0;
    window.stops = [];
    document.addEventListener("focusin", ({target}) => {
        const {outlineStyle, outlineWidth} = getComputedStyle(target);
        const marked = outlineStyle !== "none" && outlineWidth !== "0px";
        stops.push({
            number: "wanted" in target.dataset ? Number(target.dataset.wanted) : null,
            unmarked: target.matches("article :is(a[href], button)") && !marked
                ? target.outerHTML.slice(0, 100) : null,
        });
    });
    return [...wanted].filter(seen).map((element, number) => {
        element.dataset.wanted = number;
        return element.outerHTML.slice(0, 100);
    });
}"""


@dataclass(frozen=True)
class Walk:
    """What the Tab key reached, from the first stop of a page until it came round to it again."""

    wanted: list[str]  # the tags of what it must reach
    stops: list[dict[str, Any]]
    inside: bool  # whether Enter on the first stop and Tab lead into the content


@pytest.fixture(scope="session")
def walks() -> dict[str, Walk]:
    return {}


@pytest.fixture
def walk(reader: Reader, address: str, walks: dict[str, Walk]) -> Walk:
    """The way through one page; it is gone once."""
    if address not in walks:
        page = reader.take(address)
        wanted: list[str] = page.evaluate(MARK)
        for _ in wanted:  # it cannot come round before it has been at each of them
            page.keyboard.press("Tab")
        while True:
            page.keyboard.press("Tab")
            stops: list[dict[str, Any]] = page.evaluate("stops")
            if [stop["number"] for stop in stops].count(0) > 1 or len(stops) > 2000:
                break
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = page.evaluate("document.activeElement.closest('header, .md-sidebar') === null")
        walks[address] = Walk(wanted, stops, inside)
    return walks[address]


def test_the_tab_key_reaches_everything(walk: Walk) -> None:
    reached = [stop["number"] for stop in walk.stops]
    assert reached[0] == 0, "the first stop is not the first link of the page"
    assert [tag for number, tag in enumerate(walk.wanted) if number not in reached] == []
    assert any("md-search__input" in tag for tag in walk.wanted)


def test_each_stop_of_the_tab_key_is_seen(walk: Walk) -> None:
    assert [stop["unmarked"] for stop in walk.stops if stop["unmarked"]] == []


def test_the_first_link_leads_to_the_content(walk: Walk) -> None:
    assert walk.inside


def test_each_formula_has_mathml_inside(reader: Reader, formula_address: str) -> None:
    page = reader.look(formula_address)
    mute = page.locator("mjx-container").evaluate_all(
        """formulas => formulas.filter(formula => {
            const said = formula.querySelector("mjx-assistive-mml math");
            const shown = formula.querySelector(":scope > mjx-math");
            return !said || said.textContent.trim() === "" || said.closest("[aria-hidden=true]")
                || !shown || shown.getAttribute("aria-hidden") !== "true";
        }).map(formula => formula.parentElement.dataset.tex)"""
    )
    assert mute == []
    raw = page.locator(".arithmatex:not(:has(> mjx-container))")
    assert raw.all_text_contents() == [], "not typeset"

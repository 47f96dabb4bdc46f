"""Everyone can read a page: by eye, by keyboard, by screen reader; in the light and in the dark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.support.browser import Visitor
from tests.support.built_site import NOT_FOUND
from tests.support.open_page import lay_out, settle
from tests.support.reader import Reader, Scheme

WIDE, NARROW = 1280, 360


# The rules that look at colours; no other rule can tell the light from the dark.
COLOURS = ["color-contrast", "link-in-text-block"]

# What these rules see of an element is what it looks like, and all around it. What a formula paints
# has the colour of the text around it, and what it says is not painted.
LOOKS = """() => [
    ...document.body.querySelectorAll(":not(mjx-math *, mjx-assistive-mml, mjx-assistive-mml *)"),
].map(
    element => {
        const style = getComputedStyle(element);
        const says = [
            element.checkVisibility({opacityProperty: true, visibilityProperty: true}),
            style.color, style.backgroundColor, style.backgroundImage, style.opacity,
            style.filter, style.mixBlendMode, style.fontSize, style.fontWeight, style.textShadow,
            style.textDecoration, style.borderBottom, style.display === "none", style.position,
        ].join(" ");
        return [element, says];
    }
)"""
# A second look, at another width, marks what differs from the first, with all that it holds, and
# what lies over or under other parts, wherever these are now.
REMEMBER = f"() => {{ window.looks = new Map(({LOOKS})()); }}"
MARK_NEW = f"""() => ({LOOKS})().filter(([element, says]) => {{
    const lifted = /^(absolute|fixed|sticky)$/.test(getComputedStyle(element).position);
    const differs = lifted || window.looks.get(element) !== says;
    element.toggleAttribute("data-new", differs);
    return differs;
}}).length"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(reader: Reader, address: str, scheme: Scheme) -> None:
    """Every rule runs at both widths, and those for colours in both schemes.

    At the second width the rules for colours look at what the width has changed, which is little.
    """
    page = reader.look(address, scheme, WIDE)
    assert violations(page, only=COLOURS if scheme == "dark" else []) == []
    page.evaluate(REMEMBER)
    page = reader.look(address, scheme, NARROW)
    if page.evaluate(MARK_NEW):
        assert violations(page, only=COLOURS, within="[data-new]") == []
    if scheme == "light":
        assert violations(page, without=COLOURS) == []


# The glyphs of formulas are left out: they are hidden from assistive technology, and painted in
# the colour of the text around them. Of the rules that found nothing only the names are sent.
RUN = """async ([only, without, within]) => {
    const {passes, violations} = await axe.run({include: [[within]], exclude: [["mjx-math"]]}, {
        resultTypes: ["violations"],
        rules: Object.fromEntries(without.map(rule => [rule, {enabled: false}])),
        ...(only.length ? {runOnly: only} : {}),
    });
    return {passes: passes.map(rule => rule.id), violations};
}"""


def violations(
    page: Page, *, only: Sequence[str] = (), without: Sequence[str] = (), within: str = "html"
) -> list[str]:
    """Return what axe objects to, a line for each element; by all rules unless it says which."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    if lay_out(page):
        settle(page)  # what learns its size has its turn
    found: dict[str, Any] = page.evaluate(RUN, [only, without, within])
    if within == "html":
        assert len(found["passes"]) > (0 if only else 10), "axe hardly looked at anything"
    return [
        f"{violation['id']}: {node['html'][:120]} ({violation['help']})"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "darkest", "lightest"), [("light", 255, 255), ("dark", 0, 80)])
def test_the_page_follows_the_scheme_of_the_system(
    visitor: Visitor, scheme: Scheme, darkest: int, lightest: int
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
        for _ in range(2000):
            page.keyboard.press("Tab")
            if page.evaluate("stops.filter(stop => stop.number === 0).length > 1"):
                break
        stops: list[dict[str, Any]] = page.evaluate("stops")
        inside = "md-skip" in wanted[0]
        if inside:  # any other link would lead away
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            inside = page.evaluate("!document.activeElement.closest('header, .md-sidebar')")
        walks[address] = Walk(wanted, stops, inside)
    return walks[address]


def test_the_tab_key_reaches_everything(walk: Walk) -> None:
    reached = [stop["number"] for stop in walk.stops]
    assert reached[0] == 0, "the first stop is not the first link of the page"
    assert [tag for number, tag in enumerate(walk.wanted) if number not in reached] == []
    assert any("md-search__input" in tag for tag in walk.wanted)


def test_each_stop_of_the_tab_key_is_seen(walk: Walk) -> None:
    assert [stop["unmarked"] for stop in walk.stops if stop["unmarked"]] == []


def test_the_first_link_leads_to_the_content(walk: Walk, address: str) -> None:
    """The page for a wrong address has too little before its content to skip."""
    assert ("md-skip" in walk.wanted[0]) == (address != NOT_FOUND)
    assert walk.inside or address == NOT_FOUND


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

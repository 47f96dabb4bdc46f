"""Everyone can read a page: by eye, by keyboard, by screen reader; in the light and in the dark."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.support.browser import Reader, Visitor, open_details

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


def violations(page: Page, rules: list[str]) -> list[str]:
    """Return what axe objects to by some rules, or by all of them, a line for each element.

    The glyphs of formulas are left out: they are hidden from assistive technology, and painted in
    the colour of the text around them.
    """
    context = {"exclude": [["mjx-math"]]}
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    response: dict[str, Any] = Axe().run(page, context, options).response
    assert len(response["passes"]) > (0 if rules else 10), "axe hardly looked at anything"
    return [
        f"{violation['id']}: {node['html'][:120]} ({violation['help']})"
        for violation in response["violations"]
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
MARK = """() => {
    const wanted = document.querySelectorAll(
        ".md-skip, .md-search__input, .md-header a[href], article :is(a[href], button, summary)"
    );
    const seen = element => element.checkVisibility() && element.getClientRects().length > 0;
    return [...wanted].filter(seen).map((element, number) => {
        element.dataset.wanted = number;
        return element.outerHTML.slice(0, 100);
    });
}"""
# The number of what has the focus, and how often it had it.
FOCUSED = """() => {
    const stop = document.activeElement;
    stop.visits = (stop.visits ?? 0) + 1;
    return [stop.dataset.wanted ?? null, stop.visits];
}"""


def test_the_tab_key_reaches_everything(visitor: Visitor, address: str) -> None:
    page = visitor.open(address)
    open_details(page)
    wanted: list[str] = page.evaluate(MARK)
    reached: list[str | None] = []
    while len(reached) < 2000:
        page.keyboard.press("Tab")
        number, visits = page.evaluate(FOCUSED)
        if number == "0" and visits == 2:
            break
        reached.append(number)
    assert reached[0] == "0", "the first stop is not the first link of the page"
    assert [tag for number, tag in enumerate(wanted) if str(number) not in reached] == []
    assert any("md-search__input" in tag for tag in wanted)


def test_each_stop_of_the_tab_key_is_seen(reader: Reader, example_address: str) -> None:
    page = reader.look(example_address)
    unmarked = page.evaluate(
        """() => {
            document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "Tab"}));
            return [...document.querySelectorAll("article :is(a[href], button)")].filter(stop => {
                stop.focus({focusVisible: true});
                const {outlineStyle, outlineWidth} = getComputedStyle(stop);
                return outlineStyle === "none" || outlineWidth === "0px";
            }).map(stop => stop.outerHTML.slice(0, 100));
        }"""
    )
    assert unmarked == []


def test_the_first_link_leads_to_the_content(visitor: Visitor, section_address: str) -> None:
    page = visitor.open(section_address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header, .md-sidebar') === null")


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

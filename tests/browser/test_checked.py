"""A reader sees what was checked: at a number, all over the page, and in the closing list."""

from tests.support.browser import Visitor
from tests.support.built_site import NOT_FOUND, Site
from tests.support.open_page import arrive

PAGE = "worked-example/"
NUMBER = "data[data-evidence='= p']"  # the first in the text stands for 33%


def test_pointing_at_a_number_shows_its_expression_and_full_value(visitor: Visitor) -> None:
    page = visitor.blank()
    arrive(page, visitor.url(PAGE))
    number = page.locator(f"p > {NUMBER}").first
    number.hover()
    tip = page.locator(".checked-tip--shown")
    assert tip.inner_text().split() == ["=", "p", "→", "0.331812227831834"]
    page.keyboard.press("Escape")
    assert tip.count() == 0


def test_tapping_a_number_shows_it_and_tapping_elsewhere_hides_it(visitor: Visitor) -> None:
    page = visitor.blank()
    arrive(page, visitor.url(PAGE))
    page.locator(f"p > {NUMBER}").first.click()
    assert "0.331812227831834" in page.locator(".checked-tip--shown").inner_text()
    page.locator("h1").click()
    assert page.locator(".checked-tip--shown").count() == 0


def test_one_switch_marks_all_that_was_checked(visitor: Visitor) -> None:
    page = visitor.blank()
    arrive(page, visitor.url(PAGE))
    switch = page.get_by_role("button", name="Mark what was checked")
    outline = f'document.querySelector("p > {NUMBER}")'
    style = f"getComputedStyle({outline}).outlineStyle"
    assert (switch.get_attribute("aria-pressed"), page.evaluate(style)) == ("false", "none")
    switch.focus()
    page.keyboard.press("Enter")
    assert (switch.get_attribute("aria-pressed"), page.evaluate(style)) == ("true", "solid")


def test_numbers_are_no_tab_stops(visitor: Visitor) -> None:
    page = visitor.blank()
    arrive(page, visitor.url(PAGE))
    assert page.locator("data[tabindex]").count() == 0


def test_every_page_closes_with_the_list(site: Site) -> None:
    lists = {a: site.soup(a).select("article details[data-proofread=list]") for a in site.addresses}
    del lists[NOT_FOUND]  # it has no source, and claims nothing
    assert lists
    assert {address: len(found) for address, found in lists.items()} == dict.fromkeys(lists, 1)

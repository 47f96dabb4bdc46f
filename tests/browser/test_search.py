"""The search finds the pages, with nothing from elsewhere."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import Contexts, Visitor
from tests.support.built_site import NOT_FOUND, Site
from tests.support.open_page import arrive
from tests.support.trouble import Trouble


@pytest.mark.parametrize("words", ["sigmoid", "cross-entropy", "gradient"])
def test_the_search_finds_pages_that_hold_the_words(visitor: Visitor, words: str) -> None:
    page = visitor.blank(new=True)
    trouble = Trouble(page, visitor.origin)
    arrive(page, visitor.url("notation/"))
    page.locator(".md-search__input").click()
    page.keyboard.insert_text(words)  # at once: a part of a word has results of its own
    page.keyboard.press("End")
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    with page.expect_navigation():
        first.click()
    assert page.url.startswith(visitor.url(""))
    assert words in page.locator("article").inner_text().lower()
    assert trouble.found == []


def test_the_texts_are_loaded_once_a_reader_searches(visitor: Visitor) -> None:
    page = visitor.blank()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(visitor.url("notation/"), wait_until="networkidle")
    page.locator(".md-search__input").click()
    assert visitor.url("search/pages.json") not in asked
    page.keyboard.type("sigmoid")
    page.locator(".md-search-result__link").first.wait_for()
    assert asked.count(visitor.url("search/pages.json")) == 1


@pytest.fixture(scope="module")
def searching(contexts: Contexts, origin: str, site: Site) -> Iterator[Page]:
    """One page on which one search follows the other."""
    visitor = Visitor(contexts, origin, site)
    page = visitor.open("notation/")
    page.locator(".md-search__input").click()
    yield page
    visitor.close()


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("sigmoid derivative", "why-sigmoid/"),
        ("cross entropy gradient", "one-weight/"),
        ("hessian", "curvature/"),
        ("convex", "curvature/"),
        ("log-odds", "why-sigmoid/"),
        ("likelihood", "why-this-loss/"),
        ("shapes", "many-weights/"),
        ("softmax", "why-so-simple/"),
        ("mini-batch", "from-gradient-to-learning/"),
        ("overflow", "numbers-that-break/"),
        ("numerical stability", "numbers-that-break/"),
        ("chain rule", "rules/"),
    ],
)
def test_the_search_shows_the_page_that_derives_it_first(
    searching: Page, words: str, best: str
) -> None:
    first = searching.locator(".md-search-result__link").first
    searching.locator(".md-search__input").fill("")
    expect(first).to_have_count(0)  # what was searched for before is gone
    searching.keyboard.type(words)
    # The list is sorted again after each letter, so this waits for the last one.
    expect(first).to_have_attribute("href", re.compile(rf"/{best}(\?.*)?$"))


def test_each_page_is_in_the_index(site: Site) -> None:
    index = json.loads((site.folder / "search" / "pages.json").read_text("utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index}
    assert found == set(site.addresses) - {NOT_FOUND}

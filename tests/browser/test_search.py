"""The search finds the pages, with nothing from elsewhere."""

import json

import pytest

from tests.support.browser import Trouble, Visitor
from tests.support.built_site import NOT_FOUND, Site


@pytest.mark.parametrize("words", ["sigmoid", "cross-entropy", "gradient"])
def test_the_search_finds_pages_that_hold_the_words(visitor: Visitor, words: str) -> None:
    page = visitor.blank()
    trouble = Trouble(page, visitor.origin)
    page.goto(visitor.url("notation/"), wait_until="load")
    page.locator(".md-search__input").click()
    page.keyboard.type(words)
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    with page.expect_navigation():
        first.click()
    assert page.url.startswith(visitor.url(""))
    assert words in page.locator("article").inner_text().lower()
    assert trouble.found == []


def test_each_page_is_in_the_index(site: Site) -> None:
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert found == set(site.addresses) - {NOT_FOUND}

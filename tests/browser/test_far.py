"""What is far below the screen is laid out late, and a link into a page leads to its place."""

import pytest

from tests.support.browser import Visitor


@pytest.mark.parametrize("page", ["curvature/", "numbers-that-break/", "notation/"])
def test_a_link_leads_to_its_heading_though_nothing_above_it_was_laid_out(
    visitor: Visitor, page: str
) -> None:
    opened = visitor.open(page)
    last = opened.locator("article h2").last
    assert opened.locator(".far").count() > 1
    opened.goto(visitor.url(f"{page}#{last.get_attribute('id')}"))
    opened.wait_for_timeout(500)  # what comes near is laid out, and must not push the heading away
    top = last.evaluate("heading => heading.getBoundingClientRect().top")
    height = opened.evaluate("innerHeight")
    at_the_end = opened.evaluate(
        "scrollY + innerHeight > document.documentElement.scrollHeight - 2"
    )
    assert 0 < top < (height if at_the_end else height / 4)

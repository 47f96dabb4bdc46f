"""What is far below the screen is laid out late, and a link into a page leads to its place."""

import pytest

from tests.support.browser import Visitor
from tests.support.open_page import arrive

# Where an element stands on the screen; the last ones of a page may not reach its top.
AT_THE_TOP = """heading => {
    const { top } = heading.getBoundingClientRect();
    const below = document.documentElement.scrollHeight - scrollY - innerHeight;
    return top >= 0 && top < innerHeight && (top < innerHeight / 4 || below < 2);
}"""


@pytest.mark.parametrize("how", ["click", "address", "fresh"])
@pytest.mark.parametrize("page", ["curvature/", "numbers-that-break/"])
def test_a_link_leads_to_its_heading_though_nothing_above_it_was_laid_out(
    visitor: Visitor, page: str, how: str
) -> None:
    opened = visitor.open(page)
    assert opened.locator(".far").count() > 1
    last = opened.locator("article h2").last
    name = last.get_attribute("id")
    if how == "click":
        opened.evaluate("name => document.querySelector(`a[href='#${name}']`).click()", name)
    else:
        opened = visitor.blank() if how == "fresh" else opened
        arrive(opened, visitor.url(f"{page}#{name}"))
        last = opened.locator("article h2").last
    opened.wait_for_timeout(300)  # what comes near is laid out, and must not push the heading away
    assert last.evaluate(AT_THE_TOP)


def test_what_is_far_below_is_put_off_for_whoever_begins_at_the_top(visitor: Visitor) -> None:
    opened = visitor.open("curvature/")
    far = opened.locator(".far").last
    assert far.evaluate("part => getComputedStyle(part).contentVisibility") == "auto"
    put_off = (
        "part => !part.querySelector('p, li').checkVisibility({ contentVisibilityAuto: true })"
    )
    assert far.evaluate(put_off)

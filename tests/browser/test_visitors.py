"""A page is opened as if nobody had been there before, though its files may be there already."""

from tests.support.browser import Contexts, Visitor
from tests.support.built_site import Site

STORE = """() => {
    localStorage.setItem("left", "behind");
    sessionStorage.setItem("left", "behind");
    document.cookie = "left=behind; path=/";
}"""
STORED = """() => [
    localStorage.getItem("left"), sessionStorage.getItem("left"), document.cookie,
]"""
FETCHED = "performance.getEntriesByType('resource').map(entry => entry.transferSize)"


def test_nothing_stored_is_left_for_the_next(contexts: Contexts, origin: str, site: Site) -> None:
    first, second = (Visitor(contexts, origin, site) for _ in range(2))
    page = first.open("rules/", locale="en-GB")  # a window that no other test uses
    page.wait_for_load_state("networkidle")
    assert sum(page.evaluate(FETCHED)) > 0
    page.evaluate(STORE)
    page.route("**", lambda route: route.abort())
    window = page.context
    first.close()
    page = second.open("rules/", locale="en-GB")
    assert page.context is window
    assert page.evaluate(STORED) == [None, None, ""]
    assert sum(page.evaluate(FETCHED)) == 0
    second.close()


def test_two_pages_at_once_share_nothing(visitor: Visitor) -> None:
    visitor.open("rules/").evaluate(STORE)
    assert visitor.open("rules/").evaluate(STORED) == [None, None, ""]

"""The site in a browser: one case for each page, whichever pages there are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.browser import Visitor, executable, running
from tests.support.built_site import Site, built_site
from tests.support.requirements import missing
from tests.support.server import serving

# A test gets every page that holds such an element, under this name.
CASES = {
    "address": "html",
    "example_address": "div.highlight",
    "figure_address": "svg.figure",
    "formula_address": "mjx-container",
    "section_address": "article h2",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make one case for each page."""
    for name in CASES.keys() & set(metafunc.fixturenames):
        pages = built_site().addresses_with(CASES[name])
        ids = [address.strip("/") or "home" for address in pages]
        metafunc.parametrize(name, pages, ids=ids)


@pytest.fixture(scope="session")
def site() -> Site:
    return built_site()


@pytest.fixture(scope="session")
def origin(site: Site) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = executable()
    if path is None:
        missing("neither Chrome nor Chromium is installed")
    with running(path) as browser:
        yield browser


@pytest.fixture
def visitor(browser: Browser, origin: str, site: Site) -> Iterator[Visitor]:
    visitor = Visitor(browser, origin, site)
    yield visitor
    visitor.close()

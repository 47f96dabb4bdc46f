"""The site in a browser: one case for each page, whichever pages there are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.support.browser import Visitor, executable, running
from tests.support.built_site import Site, built_site
from tests.support.requirements import missing
from tests.support.server import serving


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test every page, as `address`, or those with code, as `example_address`."""
    for name in {"address", "example_address"} & set(metafunc.fixturenames):
        site = built_site()
        pages = site.addresses if name == "address" else site.addresses_with_examples
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

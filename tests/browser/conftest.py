"""The site in a browser: one case for each page, whichever pages there are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_build.editions.chromium import executable, running
from tests.support.browser import Contexts, Visitor
from tests.support.built_site import Site, built_site
from tests.support.reader import Reader
from tests.support.requirements import missing
from tests.support.server import serving

# A test gets every page that holds such an element, under this name.
CASES = {
    "address": "html",
    "example_address": "div.highlight",
    "figure_address": "svg.figure",
    "formula_address": "mjx-container",
    "notebook_address": "article a[download]",
    "runnable_address": "[data-runnable]",
    "widget_address": "[data-widget]",
}
# A test with one of these changes the page that it is given.
USES = {"blocks", "walk"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make one case for each page."""
    for name in CASES.keys() & set(metafunc.fixturenames):
        pages = built_site().addresses_with(CASES[name])
        ids = [address.strip("/") or "home" for address in pages]
        metafunc.parametrize(name, pages, ids=ids)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of a page follow one another in one process: loading it costs the most.

    Those that look alike at it follow one another, too, and those that use it come last.
    """
    here = [item for item in items if item.path.is_relative_to(Path(__file__).parent)]
    for item in here:
        item.add_marker(pytest.mark.xdist_group(f"page {_values(item)[0]}"))
    places = [place for place, item in enumerate(items) if item in set(here)]
    for place, item in zip(places, sorted(here, key=_values), strict=True):
        items[place] = item


def _values(item: pytest.Item) -> tuple[str, bool, str, str]:
    """Return the page that a test looks at, whether it uses it, and how it looks at it.

    A test of no page or of a fixed one comes first.
    """
    assert isinstance(item, pytest.Function)
    values = item.callspec.params if hasattr(item, "callspec") else {}
    address = next((str(values[name]) for name in CASES if name in values), "")
    return (
        address,
        not USES.isdisjoint(item.fixturenames),
        str(values.get("scheme", "")),
        str(values.get("width", "")),
    )


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


@pytest.fixture(scope="session")
def contexts(browser: Browser, origin: str) -> Iterator[Contexts]:
    contexts = Contexts(browser, origin)
    yield contexts
    contexts.close()


@pytest.fixture
def visitor(contexts: Contexts, origin: str, site: Site) -> Iterator[Visitor]:
    visitor = Visitor(contexts, origin, site)
    yield visitor
    visitor.close()


@pytest.fixture(scope="session")
def reader(contexts: Contexts, origin: str, site: Site) -> Iterator[Reader]:
    reader = Reader(contexts, origin, site)
    yield reader
    reader.close()

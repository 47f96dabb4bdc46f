"""The site as an archive: unpacked, its pages are read from the disk, without a server."""

import html
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from site_build.editions import disk
from tests.support.browser import size
from tests.support.built_site import NOT_FOUND, Site
from tests.support.trouble import Trouble

ID = re.compile(r"<[a-z][^>]*?\sid=[\"']([^\"']+)")
LINK = re.compile(r"<([a-z]+)\b[^>]*?\s(?:href|src)=[\"']([^\"']*)")
SECONDS = 1_700_000_000
# A page with a widget and Python to run, a notebook, and one that is asked for another notation.
PAGES = ("index.html", "worked-example/index.html", "notebooks/training/index.html")
ASKING = "notation/index.html?notation=statistics"


@pytest.fixture(scope="module")
def archive(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "edition.zip"
    disk.pack(site.folder, path, SECONDS)
    return path


@pytest.fixture(scope="module")
def folder(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("a folder")  # with a space, as people's folders have
    with zipfile.ZipFile(archive) as file:
        file.extractall(target)
    return target / archive.stem


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    """Serve the folder as its README says, on whichever port is free."""
    command = [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "0"]
    assert " ".join(command[3:6]) in " ".join(disk.README.split())
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        address = re.search(r"http://\S+/", server.stdout.readline())
        assert address is not None
        yield address[0]
        server.terminate()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page of someone who has been nowhere yet."""
    context = browser.new_context(viewport=size(1280))
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def open_from_disk(page: Page, folder: Path, address: str) -> list[str]:
    """Open a page from disk; return what the browser complains about, from now on."""
    trouble = Trouble(page, folder.as_uri())
    page.goto(f"{folder.as_uri()}/{address}", wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    return trouble.found


def test_equal_sites_give_equal_archives(site: Site, archive: Path, tmp_path: Path) -> None:
    again = tmp_path / archive.name
    disk.pack(site.folder, again, SECONDS)
    assert again.read_bytes() == archive.read_bytes()


def test_it_holds_every_page_and_says_what_needs_a_server(site: Site, folder: Path) -> None:
    pages = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    assert pages == {
        site.file(each).relative_to(site.folder).as_posix()
        for each in site.addresses
        if each != NOT_FOUND
    }
    for word in ("search", "widget", "python -m http.server", "index.html"):
        assert word in (folder / "README.txt").read_text("utf-8")


def test_every_link_leads_to_a_file_and_to_a_place_in_it(folder: Path) -> None:
    pages = {path: path.read_text("utf-8") for path in folder.rglob("*.html")}
    places = {path: set(ID.findall(page)) for path, page in pages.items()}
    assert all(places.values())
    lost = []
    for path, page in pages.items():
        for kind, link in LINK.findall(page):
            parts = urlsplit(html.unescape(link))
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            place = parts.fragment if kind == "a" and target.suffix == ".html" else ""
            if not target.is_file() or (place and place not in places[target]):
                lost.append(f"{path.relative_to(folder)}: {link}")
    assert lost == []


@pytest.mark.parametrize("file", [*PAGES, ASKING])
def test_a_page_opens_without_a_complaint(page: Page, folder: Path, file: str) -> None:
    trouble = open_from_disk(page, folder, file)
    expect(page.locator("article h1")).to_be_visible()
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert any("Source Sans" in family for family in loaded)
    assert page.evaluate("getComputedStyle(document.querySelector('mjx-math')).display") != "inline"
    expect(page.locator(".md-search, .notation").first).to_be_hidden()  # neither would work
    assert trouble == []


def test_whoever_clicks_gets_on(page: Page, folder: Path) -> None:
    trouble = open_from_disk(page, folder, "index.html")
    page.locator(".md-footer__link--next").click()
    expect(page.locator("h1")).to_contain_text("One training step")
    page.locator("article a[href*='notation']").first.click()
    expect(page.locator("h1")).to_contain_text("Notation")
    assert trouble == []


def test_the_site_itself_does_complain_there(page: Page, site: Site) -> None:
    trouble = open_from_disk(page, site.folder, "worked-example/index.html")
    assert any("mjs" in text for text in trouble)


def test_from_a_server_everything_works(page: Page, served: str) -> None:
    trouble = Trouble(page, served.removesuffix("/"))
    page.goto(f"{served}worked-example/", wait_until="load")
    page.locator("[data-widget]").first.scroll_into_view_if_needed()
    expect(page.locator("[data-widget] button").first).to_be_visible()
    expect(page.locator(".notation select")).to_be_visible()
    page.locator(".md-search__input").click()
    page.keyboard.type("Hessian")
    page.locator(".md-search-result__link").first.wait_for()
    assert trouble.found == []

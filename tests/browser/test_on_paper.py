"""The site as one PDF. Four pages are printed here: what folds, what is wide, what is short."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from site_build.editions import paper, printing
from site_build.editions.chapters import Chapter, chapters
from site_build.editions.document import document
from tests.support.built_site import Site

ADDRESSES = ("one-weight/", "exercises/", "api/hessian/", "bad-input/")
SECONDS = 1_700_000_000
TOO_WIDE = """width => [...document.querySelectorAll("table, pre, svg, mjx-container, p")]
  .filter(part => part.getBoundingClientRect().right > width + 1)
  .map(part => part.outerHTML.slice(0, 200))"""

# Of each title with an icon: where the icon ends and where the text begins.
ROOMS = """() => [...document.querySelectorAll("summary, .admonition-title")].map(part => {
  const icon = getComputedStyle(part, "::before");
  const end = parseFloat(icon.left) + parseFloat(icon.width);
  return [end, parseFloat(getComputedStyle(part).paddingLeft)];
})"""


@pytest.fixture(scope="module")
def book(site: Site) -> list[Chapter]:
    return chapters(site.folder)


@pytest.fixture(scope="module")
def some(book: list[Chapter]) -> list[Chapter]:
    return [chapter for chapter in book if chapter.address in ADDRESSES]


@pytest.fixture(scope="module")
def printed(browser: Browser, site: Site, some: list[Chapter]) -> bytes:
    with printing.printer(browser) as to_pdf:
        return paper.print_all(some, site.folder, to_pdf)


@pytest.fixture(scope="module")
def reader(printed: bytes) -> PdfReader:
    return PdfReader(BytesIO(paper.dated(printed, SECONDS)))


def test_every_page_is_a_chapter(site: Site, book: list[Chapter]) -> None:
    pages = {each for each in site.addresses if not each.endswith(".html")}
    assert {chapter.address for chapter in book} == pages
    assert len(book) == len(pages)


def test_no_id_stands_twice(book: list[Chapter]) -> None:
    names = [tag["id"] for chapter in book for tag in chapter.article.select("[id]")]
    names += [chapter.name for chapter in book]
    assert len(names) == len(set(names))


def test_the_contents_name_the_page_that_says_its_number(
    reader: PdfReader, some: list[Chapter]
) -> None:
    contents = reader.pages[1].extract_text()
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    for chapter in some:
        number = numbers[reader.named_destinations[f"/{chapter.name}"].page]
        assert re.search(rf"{re.escape(chapter.title)}\s*{number}\b", contents)
        text = reader.pages[number - 1].extract_text()
        assert re.search(rf"{number}\s*{re.escape(chapter.title)}", text)  # at the foot


def test_links_lead_to_places_in_the_document(reader: PdfReader) -> None:
    targets = [
        str(note.get_object()["/Dest"])
        for page in reader.pages
        for note in page.get("/Annots", ())
        if "/Dest" in note.get_object()
    ]
    assert len(targets) > len(ADDRESSES)
    assert set(targets) <= set(reader.named_destinations)


def test_the_bookmarks_are_the_headings(reader: PdfReader) -> None:
    titles = [each.title for each in reader.outline if not isinstance(each, list)]
    assert titles[0] == "Contents"
    assert any("Exercises" in str(title) for title in titles)


def test_the_document_says_what_it_is_and_of_which_day(reader: PdfReader) -> None:
    about = reader.metadata
    assert about is not None
    assert about.title == "The Logistic Gradient"
    assert about.creation_date == datetime.fromtimestamp(SECONDS, UTC)


@pytest.fixture(scope="module")
def sheets(
    browser: Browser, site: Site, some: list[Chapter], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The document as it is printed, on the screen."""
    page = browser.new_page(viewport={"width": printing.WIDTH, "height": 900})
    page.emulate_media(media="print", color_scheme="light")
    scales = dict.fromkeys((each.name for each in some), 1.0)
    file = tmp_path_factory.mktemp("paper") / "document.html"
    file.write_text(document(site.folder, some, "T", "S", "E", {}, scales), "utf-8")
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    yield page
    page.close()


def test_no_title_is_under_its_icon(sheets: Page) -> None:
    rooms: list[list[float]] = sheets.evaluate(ROOMS)
    assert rooms
    assert all(icon <= text for icon, text in rooms)


def test_nothing_is_wider_than_the_paper(sheets: Page) -> None:
    assert sheets.evaluate(TOO_WIDE, printing.WIDTH) != []  # as they come
    sheets.evaluate(printing.FIT, printing.LONG)
    assert sheets.evaluate(TOO_WIDE, printing.WIDTH) == []


def test_a_link_that_leaves_the_document_for_a_file_is_an_error(browser: Browser) -> None:
    with printing.printer(browser) as to_pdf:
        pdf = to_pdf('<!doctype html><title>T</title><a href="other.html">lost</a>')
    with pytest.raises(RuntimeError, match=r"no place.*other\.html"):
        paper.dated(pdf, SECONDS)


def test_a_last_page_of_a_few_lines_is_avoided() -> None:
    foot, head = paper.LOWEST, paper.HIGHEST
    for name, (start, end, top, short) in {
        "few lines": (1, 2, head - 0.05 * (head - foot), True),
        "half": (1, 2, (head + foot) / 2, False),
        "one page": (2, 2, head - 0.05 * (head - foot), False),
    }.items():
        places = {name: (start, head), f"{name}--end": (end, top)}
        assert paper._short(places, name) is short

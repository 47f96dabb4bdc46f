"""Prints the built site as one PDF, with contents, page numbers, bookmarks and links that work.

    python -m site_build.editions.paper SITE PDF

A browser lays the document out and prints it twice: only a printed document tells on which page a
chapter begins, and where it ends. A chapter whose last page holds a few lines is tried a little
smaller in between, so that they find room before. SOURCE_DATE_EPOCH dates the document.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import metadata
from io import BytesIO
from itertools import accumulate
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter

from site_build.editions.chapters import Chapter, chapters
from site_build.editions.chromium import executable, running
from site_build.editions.document import END, document
from site_build.editions.printing import Print, printer

TITLE = "The Logistic Gradient"
NAME = "logistic-gradient"  # as it is installed, which tells of the version
LOWEST = 22 / 25.4 * 72  # points: the margin at the foot of a page
HIGHEST = (297 - 20) / 25.4 * 72
SHORT = 0.12  # of a page: a last page with less looks like a mistake
SIZES = (1.0, 0.98, 0.96, 0.94, 0.92)  # of a chapter, tried until its last page is not short


def print_all(found: Sequence[Chapter], site: Path, to_pdf: Print) -> bytes:
    """Print chapters of a site.

    Raises:
        RuntimeError: A chapter does not begin on the page that the contents name.

    """
    about = metadata(NAME)
    edition = f"Edition {about['Version']}"
    sizes: dict[str, float] = {}
    pages: dict[str, int] = {}

    def printed(some: Sequence[Chapter]) -> bytes:
        return to_pdf(document(site, some, TITLE, about["Summary"], edition, pages, sizes))

    before, lengths = 0, {}
    waiting = list(found)
    for size in SIZES:
        sizes |= {each.name: size for each in waiting}
        places = _places(printed(waiting))
        for each in waiting:
            lengths[each.name] = places[each.name + END][0] - places[each.name][0] + 1
        before = before or places[found[0].name][0]
        waiting = [each for each in waiting if _short(places, each.name)]
        if not waiting:
            break
    starts = accumulate(lengths.values(), initial=before)
    pages |= zip(lengths, starts, strict=False)  # the last start is that of what would follow
    pdf = printed(found)
    places = _places(pdf)
    wrong = [name for name, page in pages.items() if page != places[name][0]]
    if wrong:
        raise RuntimeError(f"not on the page that the contents name: {', '.join(wrong)}")
    return pdf


def _short(places: dict[str, tuple[int, float]], name: str) -> bool:
    """Say whether the last of several pages of a chapter holds a few lines only."""
    (start, _), (end, top) = places[name], places[f"{name}{END}"]
    return end > start and (HIGHEST - top) / (HIGHEST - LOWEST) < SHORT


def _places(pdf: bytes) -> dict[str, tuple[int, float]]:
    """Return the page, from 1, and the height above its foot, in points, of each place."""
    reader = PdfReader(BytesIO(pdf))
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    found = {}
    for name, place in reader.named_destinations.items():
        found[str(name).removeprefix("/")] = (numbers[place.page], float(place.top or 0))
    return found


def dated(pdf: bytes, seconds: int) -> bytes:
    """Return the PDF with its title, dated.

    Raises:
        RuntimeError: A link leads to no place in the document, so the browser took it for a file.

    """
    writer = PdfWriter(clone_from=BytesIO(pdf))
    lost = [uri for page in writer.pages for uri in _addresses(page) if uri.startswith("file:")]
    if lost:
        raise RuntimeError(f"links lead to no place: {', '.join(lost)}")
    about = metadata(NAME)
    day = datetime.fromtimestamp(seconds, UTC).strftime("D:%Y%m%d%H%M%SZ")
    writer.add_metadata(
        {
            "/Title": TITLE,
            "/Author": about["Author"],
            "/Subject": about["Summary"],
            "/CreationDate": day,
            "/ModDate": day,
        }
    )
    writer.pdf_header = "%PDF-1.7"
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def _addresses(page: PageObject) -> Iterator[str]:
    """Yield the addresses that links on a page of the PDF lead to, beside places within it."""
    for reference in page.get("/Annots", ()):
        action = reference.get_object().get("/A")
        if action and "/URI" in action:
            yield str(action["/URI"])


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("pdf", type=Path)
    options = parser.parse_args()
    path = executable()
    if path is None:
        parser.error("neither Chrome nor Chromium is installed, and one of them has to print")
    site = options.site.resolve()
    with running(path) as browser, printer(browser) as to_pdf:
        pdf = print_all(chapters(site), site, to_pdf)
    options.pdf.write_bytes(dated(pdf, int(os.environ["SOURCE_DATE_EPOCH"])))


if __name__ == "__main__":
    main()

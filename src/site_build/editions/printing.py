"""Prints HTML documents to PDF in a browser; what is wider than the paper is made smaller first."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

Print = Callable[[str], bytes]

WIDTH = 643  # CSS pixels between the margins that paper.css leaves of A4
PATIENCE = 600_000  # milliseconds for one print of hundreds of pages
LONG = 250  # CSS pixels, a quarter of a page: what is longer may go on on the next page

# Nothing scrolls on paper: what is wider than its frame is made smaller, by as much as that takes,
# which is not told by one look: a smaller table breaks its lines elsewhere.
FIT = """(long) => {
  for (const part of document.querySelectorAll("div.arithmatex mjx-math, table")) {
    const frame = part.closest("div.arithmatex") ?? part.parentElement;
    const sized = part.closest("mjx-container") ?? part;
    for (let looks = 0, size = 1; looks < 8; looks++) {
      const padding = parseFloat(getComputedStyle(frame).paddingRight);
      const edges = frame.getBoundingClientRect();
      const { left, width } = part.getBoundingClientRect();
      const room = edges.right - padding - Math.max(left, edges.left);
      if (width <= room + 0.5) break;
      size *= Math.min(0.99, room / width);
      sized.style.zoom = size;
    }
  }
  for (const part of document.querySelectorAll("table, .highlight, .admonition, details")) {
    part.toggleAttribute("data-long", part.offsetHeight > long);
  }
}"""


@contextmanager
def printer(browser: Browser) -> Iterator[Print]:
    """Yield what prints an HTML document, each in a fresh page."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "document.html")

        def to_pdf(text: str) -> bytes:
            file.write_text(text, "utf-8")
            page = browser.new_page(viewport={"width": WIDTH, "height": 900})
            page.set_default_timeout(PATIENCE)
            page.emulate_media(media="print", color_scheme="light")
            page.goto(file.as_uri(), wait_until="load")
            page.evaluate("document.fonts.ready.then(() => true)")
            page.evaluate(FIT, LONG)
            pdf = page.pdf(
                prefer_css_page_size=True, print_background=True, outline=True, tagged=True
            )
            page.close()
            return pdf

        yield to_pdf

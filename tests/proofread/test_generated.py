"""What the build makes is shown on the page that asks for it, once, and on no other."""

from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.claim import Verdict
from proofread.generated import PLACES, RESULTS, SUMMARY
from proofread.page import Page
from proofread.report import report
from proofread.summary import summary_html, summary_of
from proofread.totality import leftovers

pytestmark = pytest.mark.usefixtures("recorded_answers")

ROOT = Path(__file__).parents[2]
COUNTS, LIST = "docs/verification.md", "docs/results.md"


def problems(text: str, path: str) -> str:
    verdicts = check_page(Page.parse(text, path), ROOT)
    return "\n".join(report(verdict) for verdict in verdicts if not verdict.holds)


@pytest.mark.parametrize(("path", "place"), PLACES.items())
def test_the_pages_have_their_places(path: str, place: str) -> None:
    assert problems(f"# Page\n\n{place}\n", path) == ""
    assert (ROOT / path).read_text("utf-8").count(place) == 1


def test_other_pages_have_none() -> None:
    assert problems("# Page\n\nWords.\n", "docs/page.md") == ""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (COUNTS, f"# Page\n\n{RESULTS}\n"),
        (LIST, f"# Page\n\n{SUMMARY}\n"),
        (LIST, f"# Page\n\n{RESULTS}\n\n{SUMMARY}\n"),
        (LIST, f"# Page\n\n{RESULTS}\n\n{RESULTS}\n"),
        (LIST, f"# Page\n\n* {RESULTS}\n"),
        (LIST, "# Page\n\n<div data-proofread='results'></div>\n"),
        (LIST, '# Page\n\n<div data-proofread="results">More</div>\n'),
        (LIST, '# Page\n\n<div data-proofread="list"></div>\n'),
        ("docs/page.md", f"# Page\n\n{SUMMARY}\n"),
        ("docs/page.md", '# Page\n\n<p data-proofread="list">No claims.</p>\n'),
    ],
)
def test_a_place_on_another_page(path: str, text: str) -> None:
    assert "has its place on another page" in problems(text, path)


@pytest.mark.parametrize("path", PLACES)
def test_a_page_that_lost_its_place(path: str) -> None:
    assert "nothing: this page shows" in problems("# Page\n\nWords.\n", path)


@pytest.mark.parametrize(
    ("shown", "left"), [("the counts", 0), (SUMMARY, 1), ("", 1), ("<p>Words.</p>", 1)]
)
def test_the_built_page_has_what_was_made(shown: str, left: int) -> None:
    page = Page.parse(f"# Page\n\n{SUMMARY}\n", COUNTS)
    made = summary_html(summary_of({"docs/a.md": list[Verdict]()}, "no commit"))
    html = f"<article>{made if shown == 'the counts' else shown}</article>"
    assert len(leftovers(html, page, [], summary=made)) == left

"""What an author waves through holds with its reason, which is counted; nothing else does."""

from dataclasses import replace
from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.page import Page
from proofread.report import listing, summary

pytestmark = pytest.mark.usefixtures("recorded_answers")

ROOT = Path(__file__).parent / "cases"
WAVED = "<!-- unchecked: as told -->"
ONES = {
    "number": f"There are 33{WAVED}.",
    "formula": f"So $p + q$ and $p + 8$.{WAVED}".replace("$ and $p + 8$.", "$"),
    "span": f"Take `w[7]`{WAVED}.",
    "attribute": f"![At 33% of 8](a.svg){WAVED}",
}


@pytest.mark.parametrize("text", ONES.values(), ids=ONES.keys())
def test_it_holds_with_its_reason(text: str) -> None:
    verdicts = check_page(Page.parse(text), ROOT)
    assert verdicts
    assert {(each.holds, each.unchecked) for each in verdicts} == {(True, "as told")}
    assert {each.evidence for each in verdicts} == {"unchecked: as told"}


@pytest.mark.parametrize("text", ONES.values(), ids=ONES.keys())
def test_without_the_comment_it_fails(text: str) -> None:
    assert not all(each.holds for each in check_page(Page.parse(text.replace(WAVED, "")), ROOT))


@pytest.mark.parametrize("text", ["Words.", "![Words](a.svg)", "# Words"])
def test_where_nothing_is_claimed_it_binds_nothing(text: str) -> None:
    (verdict,) = check_page(Page.parse(text + WAVED), ROOT)
    assert not verdict.holds
    assert "it stands beside nothing that it could bind" in verdict.computed


def test_each_number_of_an_attribute_is_counted() -> None:
    verdicts = check_page(Page.parse(ONES["attribute"]), ROOT)
    assert [each.claim.text for each in verdicts] == ["33%", "8"]
    assert [each.claim.column for each in verdicts] == [6, 13]


def test_it_is_listed_as_what_it_is() -> None:
    (number,) = check_page(Page.parse(ONES["number"]), ROOT)
    place = "page.md:1:11 number 33"
    assert listing(number) == f"unchecked {place}  [unchecked: as told]"
    assert listing(replace(number, unchecked="", skipped="x")) == (
        f"skipped   {place}  [unchecked: as told]"
    )
    assert summary([number], 1) == "1 claim on 1 page (1 number); 1 unchecked; all hold"

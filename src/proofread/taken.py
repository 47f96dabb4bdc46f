"""Takes away from a built page what its verdicts stand for, as often as its source has each."""

from __future__ import annotations

import re
from collections import Counter

from bs4 import BeautifulSoup, Tag

from proofread.characters import is_numeric
from proofread.pictures import texts_of
from proofread.traces import Traces, squeeze, tex_of

FORMULA = ".arithmatex, mjx-container, [data-tex]"


def _take(tag: Tag, counter: Counter[str], text: str) -> None:
    """Take away what can be traced, once for each time that it stands in the source."""
    if counter[text] > 0:
        counter[text] -= 1
        tag.decompose()


def take_generated(main: Tag, kind: str, html: str) -> None:
    """Take away what the checker itself has written, where the page shows it word for word."""
    for tag in main.find_all(True, attrs={"data-proofread": kind}):
        if str(tag) == str(BeautifulSoup(html, "html.parser")):
            tag.decompose()


def take_pictures(main: Tag, traces: Traces) -> None:
    """Take away the pictures that say what the page's code drew when it was run again."""
    for tag in main.select("svg.picture"):
        if squeeze(str(tag.get("aria-label", ""))) in traces.spoken:
            _take(tag, traces.pictures, texts_of(str(tag)))


def take_formulas(main: Tag, traces: Traces) -> None:
    """Take away the formulas of the page, typeset or not."""
    for tag in main.select(FORMULA):
        if tag.decomposed:
            continue
        _take(tag, traces.formulas, tex_of(tag))


def take_blocks(main: Tag, traces: Traces) -> None:
    """Take away the code and the output that held, and the titles of blocks."""
    for tag in main.select("pre"):
        _take(tag, traces.blocks, tag.get_text().strip("\n"))
    for tag in main.select(".filename"):
        if tag.get_text() in traces.titles and not any(map(is_numeric, tag.get_text())):
            tag.decompose()


def take_claims(main: Tag, traces: Traces) -> None:
    """Take away the numbers that say which verdict stands for them."""
    for tag in main.select("[data-claim]"):
        text = traces.numbers.get(str(tag.get("data-claim")))
        if text is not None and squeeze(tag.get_text()) == squeeze(text.strip("`")):
            tag.decompose()


def take_spans(main: Tag, traces: Traces) -> None:
    """Take away the code in lines."""
    for tag in main.select("code"):
        _take(tag, traces.spans, squeeze(tag.get_text()))


def take_footnotes(main: Tag, traces: Traces) -> None:
    """Take away the numbers that the site gives to footnotes, where the page has as many."""
    for tag in main.select("a.footnote-ref, a.footnote-backref"):
        numbers = re.findall(r"[0-9]+", f"{tag.get_text()} {tag.get('title', '')}")
        if all(0 < int(number) <= traces.footnotes for number in numbers):
            tag.decompose()

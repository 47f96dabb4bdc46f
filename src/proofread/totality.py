"""Judges a built page by what its reader gets: every digit and formula must trace to a verdict.

What can be traced is taken away, piece by piece; a digit or a formula that is left over fails.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from proofread.claim import Verdict
from proofread.drawn import trace_figures
from proofread.literal import is_numeric
from proofread.page import Page
from proofread.pictures import texts_of
from proofread.traces import Traces, squeeze

MAIN = ("article", "main", "body")
UNSEEN = ("script", "style", "template", "head")
FORMULA = ".arithmatex, mjx-container, [data-tex]"
TEX = re.compile(r"\\[(\[a-zA-Z]|\$")
ATTRIBUTES = ("alt", "title", "aria-label", "aria-description", "placeholder", "label", "summary")


@dataclass(frozen=True)
class Leftover:
    """Something on a built page that no verdict stands for, and the words around it."""

    path: str
    text: str
    around: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text!r} has no verdict, in: {self.around}"


def leftovers(
    html: str, page: Page, verdicts: Iterable[Verdict], path: str = "", summary: str = ""
) -> list[Leftover]:
    """Return what no verdict stands for on a built page; it may show the ``summary`` of all."""
    soup = BeautifulSoup(html, "html.parser")
    main = next((found for name in MAIN if isinstance(found := soup.find(name), Tag)), None)
    if main is None:
        return []
    traces = Traces.of(page, verdicts)
    for name in UNSEEN:
        for tag in main.find_all(name):
            tag.decompose()
    _generated(main, "list", traces.closing)
    _generated(main, "summary", summary)
    _pictures(main, traces)
    trace_figures(main, traces.values)
    for trace in (_formulas, _blocks, _claims, _spans, _footnotes):
        trace(main, traces)
    where = path or page.path
    return [
        *_untraced(main, where),
        *_in_attributes(main, traces, where),
        *_in_text(main, where),
    ]


def _take(tag: Tag, counter: Counter[str], text: str) -> None:
    """Take away what can be traced, once for each time that it stands in the source."""
    if counter[text] > 0:
        counter[text] -= 1
        tag.decompose()


def _generated(main: Tag, kind: str, html: str) -> None:
    """Take away what the checker itself has written, where the page shows it word for word."""
    expected = BeautifulSoup(html, "html.parser").get_text()
    for tag in main.select(f"[data-proofread={kind}]"):
        if squeeze(tag.get_text()) == squeeze(expected):
            tag.decompose()


def _pictures(main: Tag, traces: Traces) -> None:
    """Take away the pictures that say what the page's code drew when it was run again."""
    for tag in main.select("svg.picture"):
        _take(tag, traces.pictures, texts_of(str(tag)))


def _formulas(main: Tag, traces: Traces) -> None:
    for tag in main.select(FORMULA):
        if tag.decomposed:
            continue
        tex = str(tag.get("data-tex") or tag.get_text())
        tex = re.sub(r"^\s*\\[(\[]|\\[)\]]\s*$", "", tex)
        _take(tag, traces.formulas, squeeze(tex))


def _blocks(main: Tag, traces: Traces) -> None:
    for tag in main.select("pre"):
        _take(tag, traces.blocks, tag.get_text().strip("\n"))
    for tag in main.select(".filename"):
        if tag.get_text() in traces.titles and not any(map(is_numeric, tag.get_text())):
            tag.decompose()


def _claims(main: Tag, traces: Traces) -> None:
    for tag in main.select("[data-claim]"):
        text = traces.numbers.get(str(tag.get("data-claim")))
        if text is not None and squeeze(tag.get_text()) == squeeze(text.strip("`")):
            tag.decompose()


def _spans(main: Tag, traces: Traces) -> None:
    for tag in main.select("code"):
        _take(tag, traces.spans, squeeze(tag.get_text()))


def _footnotes(main: Tag, traces: Traces) -> None:
    """Take away the numbers that the site gives to footnotes, where the page has as many."""
    for tag in main.select("a.footnote-ref, a.footnote-backref"):
        numbers = re.findall(r"[0-9]+", f"{tag.get_text()} {tag.get('title', '')}")
        if all(0 < int(number) <= traces.footnotes for number in numbers):
            tag.decompose()


def _untraced(main: Tag, path: str) -> list[Leftover]:
    """Take away the code and the formulas that are still there: these need no digit to be wrong."""
    found = []
    for tag in main.select(f"{FORMULA}, math, pre, code"):
        if not tag.decomposed:
            shown = str(tag.get("data-tex") or tag.get_text())
            found.append(Leftover(path, squeeze(shown)[:80], f"<{tag.name}>"))
            tag.decompose()
    return found


def _in_attributes(main: Tag, traces: Traces, path: str) -> list[Leftover]:
    found = []
    for tag in main.find_all(True):
        for name in ATTRIBUTES:
            text = squeeze(str(tag.get(name) or ""))
            if not _suspicious(text):
                continue
            if text not in traces.spoken:
                found.append(Leftover(path, text, f"{name} of <{tag.name}>"))
    return found


def _in_text(main: Tag, path: str) -> list[Leftover]:
    found = []
    for node in main.find_all(string=True):
        if isinstance(node, Comment) or not isinstance(node, NavigableString):
            continue
        text = squeeze(str(node))
        link = node.find_parent("a")
        if link is not None and text == link.get("href"):
            continue  # an address in full view
        if _suspicious(text):
            parent = node.parent
            around = squeeze(parent.get_text()) if parent is not None else text
            found.append(Leftover(path, text, around[:120]))
    return found


def _suspicious(text: str) -> bool:
    return any(map(is_numeric, text)) or TEX.search(text) is not None

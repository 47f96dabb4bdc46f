"""Judges a built page by what its reader gets: every digit and formula must trace to a verdict.

What can be traced is taken away, piece by piece; a digit or a formula that is left over fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from proofread.characters import misleading
from proofread.claim import Verdict
from proofread.drawn import Computed, makes_claim, trace_figures
from proofread.equations import EquationError, Scope
from proofread.equations.errors import quoted
from proofread.generated import kind_of
from proofread.markup import odd_markup
from proofread.named import Numbering
from proofread.named_site import trace_named
from proofread.page import Page
from proofread.scoping import scope_with_formulas
from proofread.structural import versions
from proofread.surroundings import odd_surroundings
from proofread.taken import (
    FORMULA,
    take_blocks,
    take_claims,
    take_footnotes,
    take_formulas,
    take_generated,
    take_pictures,
    take_spans,
)
from proofread.traces import Traces, squeeze, suspicious

MAIN = ("article", "main", "body")
# What MathJax made of a formula: half of a page, which nobody needs to read who judges its TeX.
TYPESET = re.compile(
    r'(<(?P<tag>span|div) class="arithmatex" data-tex="[^"]*">)'
    r"<mjx-container\b(?:(?!--).)*?</mjx-container>(?=</(?P=tag)>)",
    re.DOTALL,
)
NOTHING_NAMED = Numbering()


@dataclass(frozen=True)
class Leftover:
    """Something on a built page that no verdict stands for, and the words around it."""

    path: str
    text: str
    around: str

    def __str__(self) -> str:
        return f"{self.path}: {quoted(self.text)} has no verdict, in: {self.around}"


def leftovers(
    html: str,
    page: Page,
    verdicts: Iterable[Verdict],
    *,
    path: str = "",
    summary: str = "",
    numbering: Numbering = NOTHING_NAMED,
    results: str = "",
    root: Path | None = None,
) -> list[Leftover]:
    """Return what no verdict stands for on a built page.

    It may show the ``summary`` of all claims and the list of ``results``, and the numbers of its
    equations as the ``numbering`` has them. Figures name quantities in the symbols of the project
    at ``root``.
    """
    traces = Traces.of(page, verdicts)
    html = TYPESET.sub(r"\1", html).replace(traces.closing, "", 1)
    soup = BeautifulSoup(html, "html.parser")
    main = next((tag for name in MAIN if isinstance(tag := soup.find(name), Tag)), soup)
    for tag in main.find_all(True, class_="arithmatex", attrs={"data-tex": True}):
        tag.clear()  # MathJax made it of the TeX, which is judged
    where = path or page.path
    made = main.find_all(True, attrs={"data-proofread": kind_of(page)})
    take_generated(main, "summary", summary)
    take_pictures(main, traces)
    take_footnotes(main, traces)
    unnumbered = trace_named(main, page.path, numbering, results)
    known = {} if root is None else versions(root)
    found = [
        *(
            Leftover(where, each.shown, f"equation {each.name}, which lacks it")
            for each in unnumbered
        ),
        *(
            Leftover(where, odd, "beside the content")
            for odd in odd_surroundings(soup, main, known)
        ),
        *(Leftover(where, *odd) for odd in odd_markup(main, traces)),
        *_misleading(main, where),
    ]
    if kind_of(page) and not any(tag.decomposed for tag in made):
        found.append(Leftover(where, kind_of(page), "the page lacks it, or has another"))
    trace_figures(main, Computed(traces.values, _scope(page, root)))
    for trace in (take_formulas, take_blocks, take_claims, take_spans):
        trace(main, traces)
    return [
        *found,
        *_in_figures(main, where),
        *_untraced(main, where),
        *_in_text(main, where),
    ]


def _misleading(main: Tag, path: str) -> list[Leftover]:
    """Find characters outside formulas that make a text look like another."""
    return [
        Leftover(path, squeeze(str(node))[:80], ", ".join(names))
        for node in main.find_all(string=True)
        if (names := misleading(str(node)))
    ]


def _scope(page: Page, root: Path | None) -> Scope | None:
    try:
        return None if root is None else scope_with_formulas(page, root)
    except EquationError:  # which fails on the page itself
        return None


def _in_figures(main: Tag, path: str) -> list[Leftover]:
    """Take away the labels of figures that are still there and have a digit or a sign."""
    found = []
    for tag in main.select("svg text, svg tspan"):
        if not tag.decomposed and ("data-tex" in tag.attrs or makes_claim(tag.get_text())):
            found.append(Leftover(path, squeeze(tag.get_text()), "a figure"))
            tag.decompose()
    return found


def _untraced(main: Tag, path: str) -> list[Leftover]:
    """Take away the code and the formulas that are still there: these need no digit to be wrong."""
    found = []
    for tag in main.select(f"{FORMULA}, math, pre, code"):
        if not tag.decomposed:
            shown = str(tag.get("data-tex") or tag.get_text())
            found.append(Leftover(path, squeeze(shown)[:80], f"<{tag.name}>"))
            tag.decompose()
    return found


def _in_text(main: Tag, path: str) -> list[Leftover]:
    found = []
    for node in main.find_all(string=True):
        if isinstance(node, Comment) or not isinstance(node, NavigableString):
            continue
        text = squeeze(str(node))
        link = node.find_parent("a")
        if link is not None and text == link.get("href") and text.startswith("http"):
            continue  # an address in full view
        if suspicious(text):
            parent = node.parent
            around = squeeze(parent.get_text()) if parent is not None else text
            found.append(Leftover(path, text, around[:120]))
    return found

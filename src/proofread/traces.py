"""Collects what the source of a page vouches for on the built page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

from bs4 import Tag

from proofread.attributes import spoken
from proofread.characters import is_numeric
from proofread.claim import Kind, Verdict
from proofread.closing import closing_list
from proofread.page import Page
from proofread.piece import Fence, Part
from proofread.plain_formulas import formulas_in

TEX = re.compile(r"\\[(\[a-zA-Z]|\$")


@dataclass
class Traces:
    """What the source of a page vouches for; each thing as often as it stands there."""

    numbers: dict[str, str] = field(default_factory=dict)
    marks: dict[str, tuple[str, str]] = field(default_factory=dict)  # their values and evidence
    values: dict[str, set[float]] = field(default_factory=dict)  # by expressions bound to them
    formulas: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    spans: Counter[str] = field(default_factory=Counter)
    spoken: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    pictures: Counter[str] = field(default_factory=Counter)
    footnotes: int = 0
    closing: str = ""

    @classmethod
    def of(cls, page: Page, verdicts: Iterable[Verdict]) -> Traces:
        """Collect what holds on a page; a claim that fails vouches for nothing."""
        verdicts = list(verdicts)
        fails = [verdict.claim for verdict in verdicts if not verdict.holds]
        traces = cls(closing=closing_list(verdicts))
        for verdict in verdicts:
            if verdict.holds and verdict.claim.kind is Kind.NUMBER:
                place = f"{verdict.claim.line}:{verdict.claim.column}"
                traces.numbers[place] = verdict.claim.text
                traces.marks[place] = verdict.value, verdict.evidence
                if verdict.value:
                    expression = verdict.evidence.removeprefix("= ")
                    traces.values.setdefault(expression, set()).add(float(verdict.value))
            elif verdict.holds and verdict.claim.kind is Kind.FIGURE:
                traces.pictures[verdict.value] += 1
        for piece in page.pieces:
            if any(piece.start <= claim.start < piece.end for claim in fails):
                continue
            if piece.part is Part.FORMULA:
                traces.formulas[squeeze(piece.content)] += 1
            elif isinstance(piece, Fence):
                traces.blocks[piece.content.strip("\n")] += 1
                traces.titles.add(piece.title)
            elif piece.part is Part.SPAN:
                traces.spans[squeeze(piece.content)] += 1
            elif piece.part is Part.FOOTNOTE:
                traces.footnotes += 1
            traces.spoken.update(squeeze(unescape(text)) for text in spoken(piece))
        return traces


def tex_of(formula: Tag) -> str:
    """Return the TeX of a formula on a built page, typeset or not, without its delimiters."""
    shown = str(formula.get("data-tex") or formula.get_text())
    return squeeze(re.sub(r"^\s*\\[(\[]|\\[)\]]\s*$", "", shown))


def suspicious(text: str) -> bool:
    r"""Whether a text has a digit, a sign of arithmetic or TeX, which may be wrong.

    >>> [suspicious(text) for text in ("a 7th", "p − y", r"\frac", "a well-known thing")]
    [True, True, True, False]
    """
    return any(map(is_numeric, text)) or TEX.search(text) is not None or bool(formulas_in(text))


def squeeze(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())

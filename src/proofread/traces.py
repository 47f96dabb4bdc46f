"""Collects what the source of a page vouches for on the built page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

from proofread.attributes import spoken
from proofread.claim import Kind, Verdict
from proofread.closing import closing_list
from proofread.page import Page
from proofread.piece import Fence, Part


@dataclass
class Traces:
    """What the source of a page vouches for; each thing as often as it stands there."""

    numbers: dict[str, str] = field(default_factory=dict)
    values: list[float] = field(default_factory=list)
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
                traces.numbers[f"{verdict.claim.line}:{verdict.claim.column}"] = verdict.claim.text
                if verdict.value:
                    traces.values.append(float(verdict.value))
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


def squeeze(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())

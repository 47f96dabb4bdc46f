"""Writes the list "What was checked" that closes a page, and that needs no script."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from proofread.claim import Kind, Verdict, shorten

NAMES = {
    Kind.CODE: "code",
    Kind.OUTPUT: "output",
    Kind.NUMBER: "numbers",
    Kind.EQUATION: "equations",
    Kind.FIGURE: "figures",
}


def closing_list(verdicts: Iterable[Verdict]) -> str:
    """Return the list as HTML; totality compares it with the one on the built page.

    Every claim is there with what it was compared with, in page order and by kind.
    """
    verdicts = list(verdicts)
    parts = ['<details class="proofread-list" data-proofread="list" data-search-exclude>']
    parts.append("<summary>What was checked on this page</summary>")
    for kind in Kind:
        of_kind = [verdict for verdict in verdicts if verdict.claim.kind is kind]
        if not of_kind:
            continue
        parts.append(f"<p>{len(of_kind)} × {NAMES[kind]}</p><ul>")
        parts += [f"<li>{_entry(verdict)}</li>" for verdict in of_kind]
        parts.append("</ul>")
    return "".join([*parts, "</details>"])


def _entry(verdict: Verdict) -> str:
    text = escape(shorten(verdict.claim.text, 60))
    told = verdict.evidence
    if verdict.value and verdict.claim.kind is Kind.NUMBER:
        told = f"{told}: {verdict.value}"
    return f"line {verdict.claim.line}: <code>{text}</code> {escape(told)}"

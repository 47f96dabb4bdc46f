"""Puts verdicts into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from textwrap import indent

from proofread.claim import Kind, Verdict


def report(verdict: Verdict) -> str:
    """Return what a person needs to mend a claim that fails.

    >>> from proofread.claim import Claim
    >>> claim = Claim("docs/a.md", 3, 7, Kind.NUMBER, "34%")
    >>> print(report(Verdict(claim, False, "34%", "33.18…%, which rounds to 33%", "write 33%")))
    docs/a.md:3:7: number
      the page says: 34%
      computed:      33.18…%, which rounds to 33%
      to mend:       write 33%
    """
    parts = [("the page says:", verdict.says), ("computed:", verdict.computed)]
    parts.append(("to mend:", verdict.mend))
    lines = [f"{verdict.claim.place}: {verdict.claim.kind}"]
    for label, text in parts:
        text = text.rstrip("\n")
        if "\n" in text:
            lines += [f"  {label}", indent(text, "    ")]
        else:
            lines.append(f"  {label:<14} {text}")
    return "\n".join(lines)


def reports(verdicts: Iterable[Verdict], same: int = 3) -> list[str]:
    """Return the reports on all claims that fail, those with one and the same cause cut short."""
    causes: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in verdicts:
        if not verdict.holds:
            causes.setdefault((verdict.claim.path, verdict.computed), []).append(verdict)
    parts = []
    for failed in causes.values():
        parts += [report(verdict) for verdict in failed[:same]]
        if rest := failed[same:]:
            places = ", ".join(f"{verdict.claim.line}:{verdict.claim.column}" for verdict in rest)
            parts.append(f"{failed[0].claim.path}: the same at {len(rest)} more places: {places}")
    return parts


def listing(verdict: Verdict) -> str:
    """Return one line that names a claim and its verdict."""
    word = "fails"
    if verdict.holds:
        word = "skipped" if verdict.skipped else "unchecked" if verdict.unchecked else "holds"
    told = " ".join((verdict.evidence or verdict.computed).split())
    return f"{word:<9} {verdict.claim.id}  [{told}]"


def summary(verdicts: Iterable[Verdict], pages: int) -> str:
    """Return one line that counts the claims by kind, and those that fail."""
    verdicts = list(verdicts)
    kinds = Counter(verdict.claim.kind for verdict in verdicts)
    counts = ", ".join(f"{kinds[kind]} {kind}" for kind in Kind if kinds[kind])
    parts = [f"{_count(len(verdicts), 'claim')} on {_count(pages, 'page')} ({counts or 'none'})"]
    parts += [
        f"{number} {word}"
        for word in ("skipped", "unchecked")
        if (number := sum(bool(getattr(verdict, word)) for verdict in verdicts))
    ]
    failed = sum(not verdict.holds for verdict in verdicts)
    parts.append(f"{failed} fail" if failed else "all hold")
    return "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

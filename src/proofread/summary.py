"""Writes what the verification page shows: the claims of all pages, counted, and what is exempt."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from proofread.claim import Kind, Verdict
from proofread.closing import NAMES
from proofread.structural import CLASSES


@dataclass(frozen=True)
class Summary:
    """The counts in words and in a table, the classes of numerals, and what is unchecked."""

    state: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    unchecked: tuple[str, ...]
    classes: tuple[str, ...] = CLASSES


def summary_of(pages: Mapping[str, Sequence[Verdict]], commit: str) -> Summary:
    """Count the claims of pages."""
    kinds = [
        kind for kind in Kind if any(v.claim.kind is kind for vs in pages.values() for v in vs)
    ]
    rows = []
    total: Counter[Kind] = Counter()
    for path, verdicts in pages.items():
        counts = Counter(verdict.claim.kind for verdict in verdicts)
        total += counts
        rows.append(_row(path, counts, kinds))
    rows.append(_row("all", total, kinds))
    verdicts = [verdict for page in pages.values() for verdict in page]
    fails = sum(not verdict.holds for verdict in verdicts)
    skipped = sum(bool(verdict.skipped) for verdict in verdicts)
    unchecked = tuple(f"{v.claim.place}: {v.unchecked}" for v in verdicts if v.unchecked)
    return Summary(
        f"State: {commit}. Claims: {total.total()}. Fail: {fails}. "
        f"Skipped for want of an optional package: {skipped}. Unchecked: {len(unchecked)}.",
        ("Page", *(NAMES[kind] for kind in kinds), "all"),
        tuple(rows),
        unchecked,
    )


def summary_html(summary: Summary) -> str:
    """Return the summary as HTML; totality compares it with the one on the built page."""
    *rows, total = [[escape(cell) for cell in row] for row in summary.rows]
    total[0] = f"<strong>{total[0]}</strong>"
    head = "".join(f"<th>{cell}</th>" for cell in summary.head)
    body = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in [*rows, total])
    parts = [
        '<div data-proofread="summary">',
        f"<p>{escape(summary.state)}</p>",
        f"<table><thead><tr>{head}</tr></thead>",
        f"<tbody>{body}</tbody></table>",
        "<h3 id='structural-numerals'>Numerals that are no quantities</h3>",
        "<p>Each class has a check of its own:</p><ul>",
        *(f"<li>{escape(text)}</li>" for text in summary.classes),
        "</ul>",
    ]
    if summary.unchecked:
        parts.append("<h3 id='unchecked'>Unchecked</h3><ul>")
        parts += [f"<li>{escape(text)}</li>" for text in summary.unchecked]
        parts.append("</ul>")
    return "".join([*parts, "</div>"])


def commit_of(root: Path) -> str:
    """Return the commit that a project is at, and whether it has been edited since."""
    try:
        found = subprocess.run(
            ["git", "describe", "--always", "--dirty=, edited since", "--abbrev=12", "--exclude=*"],  # noqa: S607
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return "a copy without its history"
    return f"commit {found.stdout.strip()}"


def _row(name: str, counts: Counter[Kind], kinds: Sequence[Kind]) -> tuple[str, ...]:
    return (name, *(str(counts[kind]) for kind in kinds), str(counts.total()))

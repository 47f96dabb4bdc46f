"""Writes what the verification page shows: the claims of all pages, counted, and what is exempt."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from proofread.claim import Kind, Verdict
from proofread.closing import NAMES
from proofread.structural import CLASSES


def summary_html(pages: Mapping[str, Sequence[Verdict]], commit: str) -> str:
    """Return the summary as HTML; totality compares it with the one on the built page."""
    kinds = [
        kind for kind in Kind if any(v.claim.kind is kind for vs in pages.values() for v in vs)
    ]
    head = "".join(f"<th>{NAMES[kind]}</th>" for kind in kinds)
    rows = []
    total: Counter[Kind] = Counter()
    for path, verdicts in pages.items():
        counts = Counter(verdict.claim.kind for verdict in verdicts)
        total += counts
        rows.append(_row(escape(path), counts, kinds))
    rows.append(_row("<strong>all</strong>", total, kinds))
    verdicts = [verdict for page in pages.values() for verdict in page]
    fails = sum(not verdict.holds for verdict in verdicts)
    skipped = sum(bool(verdict.skipped) for verdict in verdicts)
    unchecked = [verdict for verdict in verdicts if verdict.unchecked]
    parts = [
        '<div data-proofread="summary">',
        f"<p>State: {escape(commit)}. Claims: {total.total()}. Fail: {fails}. "
        f"Skipped for want of an optional package: {skipped}. Unchecked: {len(unchecked)}.</p>",
        f"<table><thead><tr><th>Page</th>{head}<th>all</th></tr></thead>",
        f"<tbody>{''.join(rows)}</tbody></table>",
        "<h3 id='structural-numerals'>Numerals that are no quantities</h3>",
        "<p>Each class has a check of its own:</p><ul>",
        *(f"<li>{escape(text)}</li>" for text in CLASSES),
        "</ul>",
    ]
    if unchecked:
        parts.append("<h3 id='unchecked'>Unchecked</h3><ul>")
        parts += [f"<li>{escape(v.claim.place)}: {escape(v.unchecked)}</li>" for v in unchecked]
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


def _row(name: str, counts: Counter[Kind], kinds: Sequence[Kind]) -> str:
    cells = "".join(f"<td>{counts[kind]}</td>" for kind in kinds)
    return f"<tr><td>{name}</td>{cells}<td>{counts.total()}</td></tr>"

"""Writes in Markdown what the build makes for two pages: the counts of claims, and the results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from proofread.named import Named
from proofread.summary import Summary


def summary_markdown(summary: Summary) -> str:
    """Return the counts of all claims, as the verification page shows them."""
    return "\n".join(_summary(summary))


def _summary(summary: Summary) -> Iterator[str]:
    yield from (summary.state, "")
    for row in (summary.head, ("---",) * len(summary.head), *summary.rows):
        yield f"| {' | '.join(row)} |"
    yield from ("", "### Numerals that are no quantities", "", "Each class has a check of its own:")
    yield from ("", *(f"- {text}" for text in summary.classes))
    if summary.unchecked:
        yield from ("", "### Unchecked", "", *(f"- {text}" for text in summary.unchecked))


def results_markdown(named: Iterable[Named], link: Callable[[str], str]) -> str:
    """Return the list of all equations with a name; ``link`` says where a source lies."""
    return "\n\n".join(
        f"{each.shown} **{each.title}**, from [{each.page}]({link(each.path)}#{each.anchor}):\n\n"
        f"$$\n{each.tex.strip()}\n$$"
        for each in named
    )

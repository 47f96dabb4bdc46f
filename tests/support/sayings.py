"""Puts what the checker answers into words that a reviewer can read, in the records of tests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from proofread.claim import Verdict
from proofread.equations import EquationError
from proofread.equations.results import FormulaResult, RelationResult
from proofread.mutants import Mutant
from proofread.page import Page
from proofread.piece import Places
from proofread.report import report
from tests.support.records import printable

LONGEST = 400  # characters of a line; what fuzzers write is longer
TINY = 1e-9  # what is smaller is left by rounding, and not the same on every machine


def error_said(error: EquationError, tex: str, annotation: str = "") -> str:
    """Return what is refused, a mark below the place, and why."""
    asked, offset = _asked(tex, annotation), error.offset
    if error.in_comment:
        offset = asked.find(error.token, len(tex) if annotation else 0)
    mark = " " * offset + "^" * max(len(error.token), 1) if error.token or error.offset else ""
    return "\n".join([asked, *([mark] if mark else []), f"  refused: {error}"])


def result_said(result: FormulaResult, annotation: str) -> str:
    """Return what was checked, and the verdict on each relation."""
    return "\n".join([_asked(result.tex, annotation), *map(_relation, result.relations)])


def verdict_said(verdict: Verdict, page: Page) -> str:
    """Return what its reader is told of a claim, and what other programs are."""
    claim = verdict.claim
    line, column = Places(page.text)(claim.end)
    head, *lines = (report(verdict) if not verdict.holds else _held(verdict)).split("\n")
    return "\n".join([f"{head}, up to {line}:{column}", *lines])


def _held(verdict: Verdict) -> str:
    claim = verdict.claim
    others = ("says", "value", "skipped", "unchecked")
    told = [f"  {name}: {said!r}" for name in others if (said := getattr(verdict, name))]
    return "\n".join([f"{claim.place}: {claim.kind}", f"  holds: {verdict.evidence}", *told])


def slips_said(mutants: Iterable[Mutant]) -> str:
    """Return slips, each on a line: where it is, what stood there, and the line that came of it."""
    return "\n".join(_without_page(str(mutant)) for mutant in mutants)


def mutations_said(tex: str, slips: Iterable[tuple[str, str]]) -> str:
    """Return the slips of a formula, each kind on a line: what becomes of which token."""
    kinds: dict[str, list[str]] = {}
    for kind, slip in slips:
        start = _same(tex, slip)
        end = _same(tex[start:][::-1], slip[start:][::-1])
        old, new = tex[start : len(tex) - end], slip[start : len(slip) - end]
        kinds.setdefault(kind, []).append(f"{start}: {old} → {new}".replace("\n", " "))
    lines = [f"  {kind}: {'; '.join(changes)}" for kind, changes in kinds.items()]
    return "\n".join([tex.replace("\n", " "), *lines])


def _same(one: str, other: str) -> int:
    """Return how many characters two texts have in common from their start."""
    differ = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))


def _without_page(said: str) -> str:
    return said.partition(":")[2]


def _asked(tex: str, annotation: str) -> str:
    comment = f"  <!-- {annotation} -->" if annotation else ""
    return f"{tex}{comment}".replace("\n", " ")


def _relation(result: RelationResult) -> str:
    runs = [
        list(run) for _, run in groupby(result.points, lambda point: point.rstrip("0123456789"))
    ]
    where = ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
    apart = f"; {result.difference:.0e} apart" if result.difference > TINY else ""
    lines = [f"  {result.sign} {'holds' if result.holds else 'fails'}; seen: {where or '-'}{apart}"]
    return "\n".join([*lines, *(f"    {said}" for said in (result.message, result.mend) if said)])


def same_everywhere(line: str) -> str:
    """Return a line without what rounding leaves, and what the version of Python decides."""
    line = re.sub(r"difference [0-9.]+e-(1[0-9]|[2-9][0-9])$", "difference tiny", line)
    line = printable(line)
    line = line.replace("float division by zero", "division by zero")
    line = re.sub(r"\b[0-9a-f]{32}\b", "(the picture)", line)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}... and so on, {len(line)} in all"

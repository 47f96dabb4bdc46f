"""Runs the case files: each holds small pages and the verdict expected, most of them lies.

A case starts with a line ``%%%% holds: name`` or ``%%%% fails KIND "words": name``. One that fails
must fail in that kind, with those words in its report, and in nothing else.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from proofread.check import check_page
from proofread.claim import Kind, Verdict
from proofread.literal import Literal, read_literal
from proofread.page import Page
from proofread.piece import Places
from proofread.report import report
from tests.support.sayings import verdict_said

CASES = Path(__file__).parent / "cases"
HEAD = re.compile(r'^%%%% (?:holds|fails (?P<kind>\w+) "(?P<words>[^"]+)"): (?P<name>.+)\n', re.M)


class Case(NamedTuple):
    path: str
    name: str
    kind: str | None
    words: str
    page: str


def cases_of(path: Path) -> list[Case]:
    text = path.read_text(encoding="utf-8")
    heads = list(HEAD.finditer(text))
    assert len(heads) == text.count("%%%%"), f"{path}: a head that cannot be read"
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Case(path.name, head["name"], head["kind"], head["words"] or "", text[head.end() : end])
        for head, end in zip(heads, ends, strict=True)
    ]


ALL = [case for path in sorted(CASES.glob("*.md")) for case in cases_of(path)]


def is_whole(verdict: Verdict, page: Page) -> bool:
    """Whether a verdict says all that its readers need, and its claim stands where it says."""
    claim = verdict.claim
    told = (verdict.computed, verdict.mend) if not verdict.holds else ()
    assert all(isinstance(text, str) and text.strip() for text in told), verdict
    assert verdict.evidence if verdict.holds else not verdict.evidence, verdict
    others = (verdict.says, verdict.value, verdict.skipped, verdict.unchecked)
    assert all(isinstance(text, str) for text in others), verdict
    assert (claim.path, claim.line, claim.column) == (page.path, *Places(page.text)(claim.start))
    assert 0 <= claim.start <= claim.end <= len(page.text)
    assert all(line in page.text for line in claim.text.split("\n"))
    assert claim.text or not page.text[claim.start : claim.end].strip("`pycon\n")
    if claim.kind in {Kind.NUMBER, Kind.EQUATION}:
        assert claim.text == page.text[claim.start : claim.end].strip("\n")
    if claim.kind is Kind.NUMBER and isinstance(read_literal(claim.text), Literal):
        assert not verdict.evidence.startswith("= ") or float(verdict.value) is not None
    return Verdict.from_json(verdict.to_json()) == verdict


@pytest.mark.parametrize("case", ALL, ids=[f"{case.path} {case.name}" for case in ALL])
def test_case(case: Case, recorded: Callable[[str], None]) -> None:
    page = Page.parse(case.page, case.path)
    verdicts = check_page(page, CASES)
    assert all(is_whole(verdict, page) for verdict in verdicts)
    for verdict in verdicts:
        recorded(verdict_said(verdict, page))
    failed = [verdict for verdict in verdicts if not verdict.holds]
    reports = "\n".join(map(report, failed))
    if case.kind is None:
        assert not failed, reports
        return
    assert len(failed) == 1, reports or "nothing failed"
    assert failed[0].claim.kind == case.kind
    assert case.words in reports


@pytest.mark.parametrize(
    "path", ["command.md", "condition.md", "convention.md", "derivation.md", "symbol.md"]
)
def test_at_least_ten_lies_about_each_subject(path: str) -> None:
    assert sum(case.path == path and case.kind is not None for case in ALL) >= 10


@pytest.mark.parametrize("kind", ["code", "output", "number"])
def test_at_least_ten_lies_of_each_kind(kind: str) -> None:
    assert sum(case.kind == kind for case in ALL) >= 10


def test_names_are_unique() -> None:
    names = [(case.path, case.name) for case in ALL]
    assert len(set(names)) == len(names)

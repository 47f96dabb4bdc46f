"""Every claim of every page is one test, named by its place, its kind and its text."""

from pathlib import Path

import pytest

from proofread.check import check_paths
from proofread.claim import Verdict
from proofread.project import default_paths
from proofread.report import report

ROOT = Path(__file__).parents[2]
VERDICTS = check_paths(default_paths(ROOT), ROOT)

#: This number only goes down.
UNCHECKED_AT_MOST = 0


def test_what_is_waved_through() -> None:
    unchecked = [verdict.claim.id for verdict in VERDICTS if verdict.unchecked]
    assert len(unchecked) <= UNCHECKED_AT_MOST, unchecked


@pytest.mark.parametrize("verdict", VERDICTS, ids=[verdict.claim.id for verdict in VERDICTS])
def test_claim(verdict: Verdict) -> None:
    if verdict.skipped:
        pytest.skip(verdict.evidence)
    assert verdict.holds, "\n" + report(verdict)

"""Slips of the real pages, a seeded sample: every one must be caught. All: proofread --mutate."""

from pathlib import Path

from proofread.mutate import trial
from proofread.page import Page
from proofread.project import default_paths
from proofread.report import report
from proofread.sources import pages_in

ROOT = Path(__file__).parents[2]
NUMBER = 250


def test_every_slip_of_a_sample_is_caught() -> None:
    pages = [Page.read(path, ROOT) for path in pages_in(default_paths(ROOT))]
    result = trial(pages, ROOT, sample=NUMBER, seed=1)
    assert not result.baseline, "\n" + "\n".join(map(report, result.baseline))
    assert not result.survivors, "\n".join(
        ["nobody noticed these slips:", *map(str, result.survivors)]
    )
    assert result.made.total() == NUMBER
    assert result.passed

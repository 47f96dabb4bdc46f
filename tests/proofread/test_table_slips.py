"""Slips of the symbol table are made in each column that formulas are evaluated with."""

from collections import Counter
from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.engine import Tape
from proofread.mutants import Mutant
from proofread.mutate import caught
from proofread.page import Page
from proofread.structural import SYMBOL_TABLE
from proofread.table_slips import slips_of_table

ROOT = Path(__file__).parents[2]
PAGE = Page.read(ROOT / "docs" / "notation.md", ROOT)
SLIPS = [
    (kind, slip) for kind, slip in slips_of_table(PAGE) if PAGE.text[slip[0] : slip[1]] != slip[2]
]


def test_each_column_but_the_meaning_is_slipped() -> None:
    kinds = Counter(kind for kind, _ in SLIPS)
    assert kinds.keys() == {
        "table symbol", "table shape", "table name", "table range", "table domain", "table code",
    }  # fmt: skip
    assert kinds["table name"] >= 20
    assert kinds["table shape"] >= 100
    assert list(slips_of_table(Page.parse("# Words\n"))) == []


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("table domain", "whole number", "real"),
        ("table domain", "0 or 1", "positive"),
        ("table domain", "positive", "between 0 and 1"),
        ("table domain", "positive", "real"),
        ("table range", "m", "n"),
        ("table name", "k", "x"),
        ("table shape", "scalar", "index"),
        ("table symbol", "$z'$", "$p'$"),
    ],
)
def test_slips_are_caught_on_the_page_itself(kind: str, old: str, new: str) -> None:
    tape = Tape()
    check_page(PAGE, ROOT, tape)
    found = [
        Mutant(kind, PAGE.path, 1, 1, old, new, PAGE.text[:start] + new + PAGE.text[end:])
        for found, (start, end, text) in SLIPS
        if (found, PAGE.text[start:end], text) == (kind, old, new)
    ]
    assert found
    assert all(caught(mutant, ROOT, {PAGE.path: tape}, [PAGE]) for mutant in found)


def test_the_range_of_an_index_is_that_of_another() -> None:
    rows = (
        "| $i$ | which | index | `i` | from 1 to k |\n| $j$ | which | index | `j` | from 1 to m |\n"
        "| $l$ | which | index | `l` | from 1 to n |\n"
    )
    page = Page.parse(f"# Symbols\n\n{SYMBOL_TABLE}\n|---|---|---|---|---|\n{rows}\n")
    found = [
        (page.text[start:end], new)
        for kind, (start, end, new) in slips_of_table(page)
        if kind == "table range"
    ]
    assert found == [("k", "m"), ("m", "n"), ("n", "m")]
    above = Page.parse(page.text.partition("# Symbols\n")[2])
    assert len(list(slips_of_table(above))) == len(list(slips_of_table(page)))

"""Makes the slips of the symbol table: another symbol, shape, name, domain or range.

All formulas are evaluated with the table, so that each slip must show, on its page or on another.
The column with the meanings is words, and its formulas are slipped as all others are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proofread.page import Page
from proofread.slips import Slip
from proofread.structural import SYMBOL_TABLE

SHAPES = ("scalar", "index", "function", "(n,)", "(m,)", "(m, n)")
DOMAINS = ("real", "positive", "0 or 1", "between 0 and 1", "whole number")
CELL = re.compile(r"(?<=\|)(?:\\.|[^|\\])*(?=\|)")
FORMULA = re.compile(r"\$[^$]+\$")
NAME = re.compile(
    r"(?<![\w.])[A-Za-z_]\w*(?!\w|\s*\()"
)  # of a value, not of a function that is called
GIVEN = re.compile(r"(?<=given: ).+?(?= $)")
RANGE = re.compile(r"(?<=from 1 to )\w+")


def slips_of_table(page: Page) -> Iterator[tuple[str, Slip]]:
    """Yield the slips of the symbol table, if the page has it: the kind of each, and the slip."""
    rows = list(_rows(page))
    symbols = [match[0] for row in rows if (match := FORMULA.search(row[0].string, *row[0].span()))]
    names = [match[0] for row in rows for match in _within(NAME, row[3])]
    for symbol, _, shape, python, how in rows:
        for match in _within(FORMULA, symbol):
            yield "table symbol", (*match.span(), _next(symbols, match[0]))
        yield from (("table shape", (*_word(shape), other)) for other in SHAPES)
        for match in _within(NAME, python):
            yield "table name", (*match.span(), _next(names, match[0]))
        for match in _within(RANGE, how):
            yield "table range", (*match.span(), {"m": "n", "n": "m"}.get(match[0], "m"))
        for match in _within(GIVEN, how):
            yield from (("table domain", (*match.span(), other)) for other in DOMAINS)
        if "`" in how[0] and shape[0].strip() != "function":  # whose argument may have any name
            for match in _within(NAME, how):
                yield "table code", (*match.span(), _next(names, match[0]))


def _rows(page: Page) -> Iterator[Sequence[re.Match[str]]]:
    """Yield the cells of each row, as matches in the page."""
    start = page.text.find(f"\n{SYMBOL_TABLE}\n")
    if start < 0:
        return
    end = page.text.find("\n\n", start + 1)
    place = start + len(SYMBOL_TABLE) + 2
    for line in page.text[place : end if end >= 0 else None].splitlines(keepends=True)[1:]:
        place = page.text.index(line, place)
        yield list(CELL.finditer(page.text, place, place + len(line)))


def _within(pattern: re.Pattern[str], cell: re.Match[str]) -> Iterator[re.Match[str]]:
    return pattern.finditer(cell.string, *cell.span())


def _word(cell: re.Match[str]) -> tuple[int, int]:
    return cell.start() + 1, cell.end() - 1


def _next(others: Sequence[str], one: str) -> str:
    return others[(others.index(one) + 1) % len(others)] if one in others else others[0]

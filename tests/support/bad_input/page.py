"""Reads the tables of the page on bad input: the tests take what they expect from there."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "bad-input.md"


def table(heading: str) -> dict[tuple[str, str], str]:
    """Return the cells of the table below a heading, by the names of their row and column."""
    section = PAGE.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    header, _, *rows = [_cells(line) for line in section.splitlines() if line.startswith("|")]
    cells = {
        (row[0], column): cell
        for row in rows
        for column, cell in zip(header[1:], row[1:], strict=True)
    }
    assert len(cells) == len(rows) * (len(header) - 1), "two rows or two columns have one name"
    return cells


def _cells(line: str) -> list[str]:
    return [re.sub("`", "", cell).strip() for cell in line.strip("|").split("|")]

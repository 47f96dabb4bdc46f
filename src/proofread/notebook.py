"""Reads a notebook that is authored as text, and writes it as a page.

The text is the ``py:percent`` form that Jupytext, JupyterLab, VS Code and Spyder know: ``# %%``
opens a cell of code, ``# %% [markdown]`` one of Markdown behind ``# ``. The page has the code in
fences, and below each what it printed and drew. From there on a notebook is judged, marked up and
built as any other page is: one grammar, one style.

    # %% alt="What the picture shows, in words."

on a cell that draws is the alternative text of its picture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

FOLDER = PurePosixPath("docs", "notebooks")
MARKER = re.compile(r'# %%(?P<markdown> \[markdown\])?(?: alt="(?P<alt>[^"]*)")?')
RULE = "# ---"

#: What stands below the introduction of every notebook's page.
DOWNLOADS = """\
[Download the notebook]({name}/{name}.ipynb){{ .md-button download="{name}.ipynb" }}
[Download the Python file]({name}/{name}.py){{ .md-button download="{name}.py" }}

Both run as they are. Install what they need in the folder of this project:

```shell
pip install '.[notebooks]'
```
"""


class NotebookError(ValueError):
    """The text is not a notebook in the form that this site reads; ``line`` says where."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


@dataclass(frozen=True)
class Cell:
    """A cell: Markdown or code, without the comment marks, and the line on which it is opened."""

    source: str
    line: int  # of the marker
    first_line: int  # of the source
    is_code: bool
    alt: str = ""


@dataclass(frozen=True)
class Shown:
    """What one cell of code shows: text, and pictures as SVG."""

    text: str = ""
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A line of a page, the line that it comes from, how far it moved, and from which file.

    Without a path it comes from the page's own file.
    """

    text: str
    origin: int
    shift: int = 0
    path: str = ""


def is_notebook(path: str) -> bool:
    """Whether a path, relative to the project, is that of a notebook.

    >>> is_notebook("docs/notebooks/a.py"), is_notebook("docs/a.py")
    (True, False)
    """
    name = PurePosixPath(path)
    return name.suffix == ".py" and name.parent == FOLDER


def read_cells(text: str) -> tuple[list[str], list[Cell]]:
    r"""Return the lines of the header, and the cells.

    >>> read_cells("# %% [markdown]\n# # Title\n\n# %%\nx = 1\n")[1][1].source
    'x = 1'
    """
    lines = text.split("\n")
    header = _header(lines)
    start = len(header)
    markers = [n for n in range(start, len(lines)) if lines[n].startswith("# %%")]
    before = lines[start : markers[0] if markers else None]
    if any(line.strip() for line in before):
        raise NotebookError(start + 1, "text stands before the first cell: open one with # %%")
    ends = [*markers[1:], len(lines)]
    return header, [_cell(lines, marker, end) for marker, end in zip(markers, ends, strict=False)]


def as_page(name: str, header: Sequence[str], cells: Sequence[Cell], shown: Sequence[Shown]
            ) -> list[Line]:  # fmt: skip
    """Return the lines of the page; ``shown`` has an entry for each cell of code, in order."""
    lines = [Line(text, n) for n, text in enumerate(header, 1)]
    outputs = iter(shown)
    pictures = 0
    for n, cell in enumerate(cells):
        if not cell.is_code:
            lines += _introduction(cell, name) if n == 0 else _markdown(cell)
            continue
        output = next(outputs, Shown())
        lines += _code(cell, output)
        for picture in output.pictures:
            pictures += 1
            image = f"![{cell.alt}]({name}/figure-{pictures}.svg)<!-- drawn: {digest(picture)} -->"
            lines += [Line(image, cell.line), Line("", cell.line)]
    return lines


def digest(picture: str) -> str:
    """Return the name of a picture's content."""
    return hashlib.sha256(picture.encode()).hexdigest()[:32]


def _header(lines: list[str]) -> list[str]:
    """Return the lines of the front matter."""
    if lines[0] != RULE:
        return []
    if RULE not in lines[1:]:
        raise NotebookError(1, f"the header is never closed: {RULE} is missing")
    end = lines.index(RULE, 1) + 1
    return [_uncommented(lines, n) for n in range(end)]


def _cell(lines: list[str], marker: int, end: int) -> Cell:
    match = MARKER.fullmatch(lines[marker].rstrip())
    if match is None:
        raise NotebookError(
            marker + 1, 'a cell opens with # %% or # %% [markdown], and may have alt="..."'
        )
    first = marker + 1
    while end > first and not lines[end - 1].strip():
        end -= 1
    while first < end and not lines[first].strip():
        first += 1
    is_code = match["markdown"] is None
    body = lines[first:end] if is_code else [_uncommented(lines, n) for n in range(first, end)]
    return Cell("\n".join(body), marker + 1, first + 1, is_code, match["alt"] or "")


def _uncommented(lines: list[str], n: int) -> str:
    if lines[n] != "#" and not lines[n].startswith("# "):
        raise NotebookError(n + 1, "each line of Markdown starts with a # and a space")
    return lines[n][2:]


def _markdown(cell: Cell) -> Iterator[Line]:
    for n, text in enumerate(cell.source.split("\n"), cell.first_line):
        yield Line(text, n, shift=2)
    yield Line("", cell.line)


def _introduction(cell: Cell, name: str) -> Iterator[Line]:
    """Yield the first cell: its first paragraph stands out, and downloads precede any section."""
    lines = list(_markdown(cell))
    texts = [line.text for line in lines]
    paragraph = next((n for n, text in enumerate(texts) if text and text[0] != "#"), 0)
    end = texts.index("", paragraph)
    section = next((n for n, text in enumerate(texts) if text.startswith("## ")), len(lines))
    yield from lines[:end]
    yield Line("{ .lead }", cell.line)
    yield from lines[end:section]
    yield from _made(DOWNLOADS.format(name=name), cell.line)
    yield from lines[section:]


def _code(cell: Cell, output: Shown) -> Iterator[Line]:
    yield Line("```python", cell.line)
    for n, text in enumerate(cell.source.split("\n"), cell.first_line):
        yield Line(text, n)
    yield Line("```", cell.line)
    yield Line("", cell.line)
    if text := output.text.rstrip("\n"):
        yield from _made(f'```text title="Output"\n{text}\n```\n', cell.line)


def _made(text: str, origin: int) -> Iterable[Line]:
    return [Line(line, origin) for line in ["", *text.split("\n")]]

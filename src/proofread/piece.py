"""The pieces that a page's text falls into: every character belongs to exactly one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a piece of a page is, as far as checking goes."""

    PROSE = "prose"
    FENCE = "fence"
    FORMULA = "formula"
    SPAN = "span"  # `code` in a line
    COMMENT = "comment"
    TAG = "tag"  # raw HTML; its alt, title and aria-label are read by people
    IMAGE = "image"  # ![alt](source "title")
    TARGET = "target"  # where a link leads, with its title: ](address "title")
    ATTRIBUTES = "attributes"  # { #id .class key="value" }
    FOOTNOTE = "footnote"  # [^1]
    ADDRESS = "address"  # an address in full view
    FRONT = "front matter"
    BROKEN = "broken"  # looks like one of the above and is not: always a failure


@dataclass(frozen=True)
class Piece:
    """A stretch of a page: its text, what is inside its marks, and where it stands.

    ``content`` is the text without marks: the code of a span, the TeX of a formula, the body of a
    comment, the code of a fence without its indentation. Of a broken piece it says what is wrong.
    """

    part: Part
    start: int
    end: int
    line: int
    column: int
    text: str
    content: str = ""
    display: bool = False


@dataclass(frozen=True)
class Fence(Piece):
    """A fenced block, with what its first line says."""

    indent: int = 0
    language: str = ""
    title: str = ""
    first_line: int = 0  # of the content, on the page

    @property
    def is_output(self) -> bool:
        """Whether this fence shows what the fence before it prints."""
        return self.language == "text" and self.title == "Output"


def split_lines(text: str) -> list[str]:
    r"""Return the lines with their ends; only a newline ends one, as in Python-Markdown.

    >>> split_lines("a\x0cb\nc")
    ['a\x0cb\n', 'c']
    """
    return [line for line in re.split(r"(?<=\n)", text) if line]


class Places:
    """Turns offsets into lines and columns, both counted from 1."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        for line in split_lines(text):
            self.starts.append(self.starts[-1] + len(line))

    def __call__(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset."""
        line = max(bisect_right(self.starts, offset), 1)
        return line, offset - self.starts[line - 1] + 1

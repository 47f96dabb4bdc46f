"""Writes boxes and folded answers as plain Markdown: a bold title above what stood indented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

BOX = re.compile(r' *(?:!!!|\?\?\?\+?) (?P<kind>[a-z]+)[^"]*(?:"(?P<title>.*)")?\s*')
#: Kinds of which a reader should know; a hint or a solution says so in its title.
NAMED = {"danger", "note", "question", "warning"}
STEP = 4  # spaces, by which Python-Markdown wants the content indented


def unfolded(lines: Iterable[tuple[str, bool]]) -> Iterator[str]:
    """Yield lines without boxes, never two blank ones in a row; True marks a line of a fence.

    >>> list(unfolded([('!!! note "A"', False), ("", False), ("    b", False), ("c", False)]))
    ['**Note: A**', '', 'b', 'c']
    """
    contents: list[int] = []  # the columns at which the content of the open boxes begins
    blank = True
    for line, fenced in lines:
        column = len(line) - len(line.lstrip(" "))
        while line.strip() and contents and column < contents[-1]:
            contents.pop()
        text = line[STEP * len(contents) :].rstrip("\n")
        if fenced:
            blank = False
            yield text
        elif box := BOX.fullmatch(line):
            contents.append(column + STEP)
            blank = False
            said = [box["kind"].capitalize()] if box["kind"] in NAMED or not box["title"] else []
            yield f"**{': '.join([*said, *filter(None, [box['title']])])}**"
        elif text.strip() or not blank:
            blank = not text.strip()
            yield text.rstrip()

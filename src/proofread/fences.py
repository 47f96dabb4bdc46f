"""Finds the fenced blocks of a page, as pymdownx.superfences would, and fails closed.

A fence that the site would not read as one (a mark behind a list bullet, an option it does not
know, no closing mark at the same indentation) is broken, never skipped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = re.compile(r"(?P<indent>[ \t>]*)(?P<mark>`{3,}|~{3,})(?P<header>[^\n]*)$")
MISPLACED = re.compile(r"`{3,}|~{3,}")
HEADER = re.compile(r"[ \t]*(?:\.?(?P<language>[\w#.+-]+))?[ \t]*(?P<rest>.*?)[ \t]*$")
OPTION = re.compile(r"""([A-Za-z][\w-]*)=(?:"([^"]*)"|'([^']*)')""")
OPTIONS = {"title", "hl_lines", "linenums"}

#: A misspelt language must not hide code, so that the list is closed.
LANGUAGES = {
    "python": "python",
    "py": "python",
    "python3": "python",
    "pycon": "pycon",
    "console": "console",
    "bash": "shell",
    "sh": "shell",
    "shell": "shell",
    "": "text",
    "text": "text",
    "txt": "text",
    "signature": "signature",
} | {name: name for name in ("css", "html", "javascript", "json", "markdown", "toml", "yaml")}


@dataclass(frozen=True)
class Block:
    """A fenced block as found; lines count from 0, and a sound one has no ``problem``."""

    first: int
    last: int
    indent: int = 0
    language: str = ""
    title: str = ""
    content: str = ""
    problem: str = ""


def read_block(lines: list[str], first: int) -> Block | None:
    """Return the block that opens on the line ``first``, or None where none does."""
    opening = OPENING.match(lines[first].rstrip("\n"))
    if opening is None:
        if MISPLACED.search(lines[first]):
            return Block(first, first, problem="a fence must start its line; a span has one mark")
        return None
    indent, mark = opening["indent"], opening["mark"]
    if indent.strip(" "):
        return Block(first, first, problem="indent a fence with spaces, and keep it out of quotes")
    last, problem = _closing(lines, first, indent, mark)
    if problem:
        return Block(first, last, problem=problem)
    language, title, problem = _header(opening["header"])
    content = "".join(
        line[len(indent) :] if line.strip() else line.lstrip(" ")
        for line in lines[first + 1 : last]
    )
    return Block(first, last, len(indent), language, title, content, problem)


def _closing(lines: list[str], first: int, indent: str, mark: str) -> tuple[int, str]:
    """Return the line that closes a fence, and what is wrong with it."""
    problem = ""
    for number in range(first + 1, len(lines)):
        line = lines[number].rstrip()
        if line == indent + mark:
            return number, problem
        if line and not line.startswith(indent) and not problem:
            problem = f"line {number + 1} is indented less than the fence that it stands in"
    return first, f"the fence is never closed: {mark} is missing at the same indentation"


def _header(header: str) -> tuple[str, str, str]:
    """Return the language in its own name, the title, and what is wrong with the rest."""
    language, rest = HEADER.findall(header)[0]  # the pattern matches every line
    if rest.startswith("{") and rest.endswith("}"):
        words = OPTION.sub("", rest[1:-1]).split()
        classes = [word[1:] for word in words if word.startswith(".")]
        if not language and classes:
            language = classes.pop(0)
        left = [word for word in words if word[0] not in ".#"]
    else:
        left = OPTION.sub("", rest).split()
    options = {name: double or single for name, double, single in OPTION.findall(rest)}
    unknown = sorted(set(options) - OPTIONS) + left
    if unknown:
        return language, "", f"the site does not know {unknown[0]!r} in the first line of a fence"
    if language not in LANGUAGES:
        known = ", ".join(sorted(filter(None, LANGUAGES)))
        return language, "", f"the language {language!r} is not one of {known}"
    return LANGUAGES[language], options.get("title", ""), ""

"""Judges commands that a page shows and nothing runs: each word must be one that can be told.

A word is an option (``-e``, ``--strict``), a name, an address, a path that the project has, or
``.`` with extras that the project declares. A name with a hyphen is a package of the lock file. So
a slip in a sign (``+e``, ``scripts*test.py``) is no word at all. A comment behind a command is
prose, unless it gives another one: ``# or: command``.
"""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

from proofread.project import extras, has, packages

PROGRAMS = {"git", "mkdocs", "pip", "pytest", "python", "uv"}
OPTION = re.compile(r"--?[A-Za-z][\w-]*(?:=[\w.-]+)?")
NAME = re.compile(r"[A-Za-z_][\w-]*")
OWN_PROGRAM = re.compile(r"\.venv/bin/[A-Za-z]+")  # of the environment that the scripts make
MODULE = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*")
ADDRESS = re.compile(r"https://[\w.-]+(?:/[\w.-]+)*/?")
HERE = re.compile(r"\.(?:\[(?P<extras>\w+(?:,\w+)*)\])?")


def is_command(text: str) -> bool:
    """Whether words in a line are a command: a program that pages speak of, and what it gets.

    >>> is_command("pip install ."), is_command("pip"), is_command("p - y")
    (True, False, False)
    """
    return text.split(" ")[0] in PROGRAMS and " " in text


def idle_problem(line: str, root: Path) -> str:
    """Return what is wrong with a command that is only shown, or nothing."""
    command, _, comment = line.partition(" #")
    problem = _problem(command, root)
    alternative = comment.strip()
    if not problem and alternative.startswith("or: "):
        problem = _problem(alternative.removeprefix("or: "), root)
    return problem


def _problem(command: str, root: Path) -> str:
    try:
        words = shlex.split(command)
    except ValueError as error:
        return f"{command}: {error}"
    for before, word in pairwise(["", *words]):
        if not before and OWN_PROGRAM.fullmatch(word):
            continue
        if before == "-m" and MODULE.fullmatch(word):
            continue
        if here := HERE.fullmatch(word):
            named = set(filter(None, (here["extras"] or "").split(",")))
            if unknown := named - extras(root):
                return f"{word}: the project has no extra {min(unknown)}"
        elif NAME.fullmatch(word) and "-" in word:
            if word not in packages(root):
                return f"{word}: no package that the project or its lock file names"
        elif not (OPTION.fullmatch(word) or NAME.fullmatch(word) or ADDRESS.fullmatch(word)):
            if not re.fullmatch(r"[\w./-]+", word):
                return f"{word}: neither an option nor a name, a path or an address"
            if not has(root, word):
                return f"{word}: the project has no such file"
    return ""

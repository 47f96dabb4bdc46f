"""Shows a docstring as a page does: its paragraphs, its fields, its examples and what they need."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from proofread.definitions import DocstringError, Found
from proofread.names import names_of

SOURCE = "Source: "
NAME = r"\b[a-z]+(?:[._][a-z]+)*_[a-z]+(?:[._][a-z]+)*\b"  # shown as code

#: What docstrings say in digits and a page says in words, so that there is nothing to bind.
WORDS = {"0 and 1": "zero and one", "0 or 1": "zero or one", "label 1": "label one",
         "label 0": "label zero", "[0, 1]": "the interval from zero to one"}  # fmt: skip


@dataclass
class Notes:
    """The lines below a directive: how to show stretches, and which sources there are."""

    line: int
    shown: dict[str, str] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)


def notes_of(lines: Iterable[str], line: int) -> Notes:
    """Read the lines below a directive, which stands on that ``line``."""
    notes = Notes(line)
    for text in filter(None, (text.strip() for text in lines)):
        stretch, arrow, shown = text.partition(" => ")
        if text.startswith(SOURCE):
            notes.sources.add(text.removeprefix(SOURCE))
        elif arrow:
            notes.shown[stretch.strip()] = shown.strip()
        else:
            raise DocstringError(line, f"{text!r} is neither `stretch => shown` nor a source")
    return notes


def parted(docstring: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    r"""Return the paragraphs, each on one line, and the lines of the examples, with their rows.

    >>> parted("Add\none.\n\n>>> 1 + 1\n2")
    ([(0, 'Add one.')], [(3, '>>> 1 + 1'), (4, '2')])
    """
    rows = docstring.split("\n")
    first = next((n for n, text in enumerate(rows) if text.startswith(">>>")), len(rows))
    paragraphs: list[tuple[int, str]] = []
    for n, text in enumerate(rows[:first]):
        if text.strip() and (n == 0 or not rows[n - 1].strip()):
            paragraphs.append((n, text.strip()))
        elif text.strip():
            paragraphs[-1] = (paragraphs[-1][0], f"{paragraphs[-1][1]} {text.strip()}")
    examples = [(n, text) for n, text in enumerate(rows) if n >= first and text.strip()]
    return paragraphs, examples


def shown_as(paragraph: str, notes: Notes) -> str:
    """Return a paragraph as the page shows it."""
    if paragraph.startswith(SOURCE):
        source = paragraph.removeprefix(SOURCE)
        if source not in notes.sources:
            raise DocstringError(notes.line, f"repeat below the directive: {paragraph}")
        notes.used.add(source)
        return f"Source: {source}<!-- cited: {source} -->"
    notes.used.update(stretch for stretch in notes.shown if stretch in paragraph)
    known = WORDS | notes.shown
    keys = "|".join(re.escape(key) for key in sorted(known, key=len, reverse=True))
    stretches = rf"(?<![\d.])(?:{keys})(?!\.?\d)"  # not a part of a longer number

    def one(match: re.Match[str]) -> str:
        return known.get(match[0]) or (f"`{match[0]}`" if match["name"] else match[0])

    text = re.sub(f"{stretches}|`[^`]*`|(?P<name>{NAME})", one, paragraph)
    return re.sub(r"^Raises (\w+)", r"**Raises** `\1`", text)


def fields_of(node: ast.ClassDef, notes: Notes) -> Iterator[tuple[int, str]]:
    """Yield the fields that have a docstring below them, as items of a list, with their lines."""
    for pair in pairwise(node.body):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=text)):
                words = " ".join(str(text).split())
                yield pair[1].lineno, f"- `{name}`: {shown_as(words, notes)}"


def imports_for(examples: list[str], module: str, found: Found) -> list[str]:
    """Return the prompts that import what the examples take from their module."""
    code = "\n".join(line[4:] for line in examples if line[:3] in {">>>", "..."})
    tree = ast.parse(textwrap.dedent(code))
    imported = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }  # fmt: skip
    needed = names_of(tree)[0] - imported
    prompts = [f">>> {found.imports[name]}" for name in sorted(needed & found.imports.keys())]
    if names := sorted(needed & found.around):
        prompts.append(f">>> from {module} import {', '.join(names)}")
    return prompts

r"""Writes the docstrings of a module into a page, where they are judged as all that people read.

A page below docs/api has a line ``::: package.module``. The module is read, never imported: each
public name gives a heading, its signature, the paragraphs of its docstring, and its examples, which
run as a session of the page. The indented lines below it say what must not go unread:

    ::: logistic_gradient.sigmoid
        1 / (1 + e^-z) => $\sigma(z) = \dfrac{1}{1 + e^{-z}}$
        Source: Bishop, Pattern Recognition and Machine Learning (2006), section 4.2.

The first shows a stretch of the docstrings in another way, which the checker understands; each
stretch must be there. The others repeat the sources that the docstrings name, word for word.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from proofread.definitions import DocstringError, file_of, public_in, signature_of
from proofread.docstrings import Notes, fields_of, imports_for, notes_of, parted, shown_as
from proofread.notebook import Line

FOLDER = PurePosixPath("docs", "api")
DIRECTIVE = re.compile(r"::: (?P<module>[a-z_]+(?:\.[a-z_]+)*)")


def is_reference(path: str) -> bool:
    """Whether a path, relative to the project, is that of a page with docstrings.

    >>> is_reference("docs/api/a.md"), is_reference("docs/a.md")
    (True, False)
    """
    name = PurePosixPath(path)
    return name.suffix == ".md" and name.parent == FOLDER


def with_docstrings(text: str, root: Path) -> list[Line]:
    """Return the lines of a page with the docstrings that it names in their places."""
    made: list[Line] = []
    lines = text.split("\n")
    n = 0
    while n < len(lines):
        directive = DIRECTIVE.fullmatch(lines[n].rstrip())
        if directive is None:
            made.append(Line(lines[n], n + 1))
            n += 1
            continue
        end = n + 1
        while end < len(lines) and lines[end].startswith("    "):
            end += 1
        notes = notes_of(lines[n + 1 : end], n + 1)
        module = directive["module"]
        made += _module(module, root, notes)
        if unused := (notes.shown.keys() | notes.sources) - notes.used:
            raise DocstringError(n + 1, f"no docstring of {module} has {min(unused)!r}")
        n = end
    return made


def _module(module: str, root: Path, notes: Notes) -> Iterator[Line]:
    path = file_of(module, root, notes.line)
    for found in public_in(path, notes.line):
        node, file = found.node, found.path.relative_to(root).as_posix()
        docstring = ast.get_docstring(node) or ""
        start, indent = node.body[0].lineno, node.body[0].col_offset

        def lines(texts: Iterable[str], at: int, shift: int = 0, file: str = file) -> list[Line]:
            return [Line(text, at, shift, file) for text in texts]

        yield from lines(["", f"## `{node.name}` {{ #{module}.{node.name} }}", ""], node.lineno)
        if isinstance(node, ast.FunctionDef):
            signature = ["```signature", *signature_of(node).split("\n"), "```", ""]
            yield from lines(signature, node.lineno)
        prose, examples = parted(docstring)
        for place, paragraph in prose:
            yield from lines([shown_as(paragraph, notes), ""], start + place, indent)
        if isinstance(node, ast.ClassDef):
            for place, field_of_class in fields_of(node, notes):
                yield from lines([field_of_class], place, indent)
            yield from lines([""], node.lineno)
        if examples:
            place = start + examples[0][0]
            imports = imports_for([text for _, text in examples], module, found)
            yield from lines(["```pycon", *imports], place)
            for row, text in examples:
                yield from lines([text], start + row, indent)
            yield from lines(["```", ""], place)

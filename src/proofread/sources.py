"""Reads what pages are made of: Markdown as it stands, notebooks, and docstrings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from proofread.definitions import DocstringError
from proofread.kernel import executed, shown_by
from proofread.notebook import Line, NotebookError, as_page, is_notebook, read_cells
from proofread.reference import is_reference, with_docstrings

Origins = tuple[
    tuple[str, int, int], ...
]  # of each line: the file, the line there, how far it moved


@dataclass(frozen=True)
class Source:
    """The text of a page, where its lines come from, and what keeps it from being a page."""

    text: str
    origins: Origins = ()
    problem: str = ""


def read_source(path: Path, name: str, root: Path) -> Source:
    """Read a file; its ``name`` is its path in the project."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    try:
        if is_notebook(name):
            lines = _notebook(text, path.stem, root)
        elif is_reference(name):
            lines = with_docstrings(text, root)
        else:
            return Source(text)
    except (NotebookError, DocstringError) as error:
        return Source(text, problem=f"line {error.line}: {error}")
    origins = tuple((line.path or name, line.origin, line.shift) for line in lines)
    return Source("\n".join(line.text for line in lines), origins)


def _notebook(text: str, name: str, root: Path) -> list[Line]:
    header, cells = read_cells(text)
    return as_page(name, header, cells, shown_by(executed(name, cells, root)))


def pages_in(paths: Iterable[Path]) -> list[Path]:
    """Return the pages among some files and folders, each once: Markdown, then notebooks."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(path.rglob("*.md"))
            found += sorted(file for file in path.rglob("*.py") if is_notebook(_tail(file)))
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _tail(path: Path) -> str:
    """Return the last three parts of a path: docs/notebooks/a.py."""
    return "/".join(path.resolve().parts[-3:])

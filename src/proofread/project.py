"""Finds the project that pages belong to."""

from __future__ import annotations

from pathlib import Path


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` with a pyproject.toml, else ``start``."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "pyproject.toml").is_file():
            return folder
    return start


def default_paths(root: Path) -> list[Path]:
    """Return where the pages of a project are: the folder docs, and the page that introduces it."""
    return [path for path in (root / "docs", root / "README.md") if path.exists()]

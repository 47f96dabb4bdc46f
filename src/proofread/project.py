"""Finds the project that pages belong to."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

BUILT = {"__pycache__", "dist", "node_modules", "site"}  # not the project's own


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


def tree(root: Path) -> Iterator[Path]:
    """Yield a project's files and folders as they are now, but for what is hidden or built."""
    for place, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name[0] != "." and name not in BUILT]
        yield from (Path(place, name) for name in (*folders, *files))


@cache
def names(root: Path) -> frozenset[str]:
    """Return the names of a project's files and folders, those of folders with a slash."""
    return frozenset(f"{path.name}/" if path.is_dir() else path.name for path in tree(root))


@cache
def extras(root: Path) -> frozenset[str]:
    """Return the extras that a project declares: packages that not everybody has."""
    return frozenset(_settings(root).get("optional-dependencies", {}))


@cache
def optional_packages(root: Path) -> frozenset[str]:
    """Return the packages that have an extra of their own name, such as ``torch``."""
    declared = _settings(root).get("optional-dependencies", {})
    return frozenset(name for name, lines in declared.items() if name in map(_package, lines))


def has(root: Path, name: str, *, folders: bool = True) -> bool:
    """Whether a project has a file, or a folder, where these count; no name is an error."""
    path = root / name
    try:
        return path.exists() if folders else path.is_file()
    except (OSError, ValueError):  # too long for a name, or it holds what no name may
        return False


@cache
def packages(root: Path) -> frozenset[str]:
    """Return the names of the project and of the packages that it or its lock file names."""
    settings = _settings(root)
    optional = settings.get("optional-dependencies", {}).values()
    asked = [*settings.get("dependencies", []), *(line for lines in optional for line in lines)]
    lock = root / "requirements.lock"
    locked = lock.read_text(encoding="utf-8").splitlines() if lock.is_file() else []
    return frozenset({settings.get("name", ""), *map(_package, [*asked, *locked])}) - {""}


def _package(requirement: str) -> str:
    """Return the package that a line asks for, or nothing where it asks for none."""
    found = re.match(r"[A-Za-z0-9][\w.-]*", requirement)
    return found[0] if found else ""


@cache
def _settings(root: Path) -> dict[str, Any]:
    """Return the table ``project`` of a project's settings."""
    path = root / "pyproject.toml"
    if not path.is_file():
        return {}
    settings: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")).get("project", {})
    return settings

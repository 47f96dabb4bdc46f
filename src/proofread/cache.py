"""Keeps verdicts, so that the site, its live view and the tests all read the same ones.

A verdict depends on the page, on the code of the project and what its benchmarks measured, on the
table of symbols, on the packages installed, and on which files there are, for pages speak of them.
All of these make up the key; when one of them changes, the page is judged anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from proofread.claim import Verdict
from proofread.optional import REQUIRE
from proofread.page import Page
from proofread.project import tree

FOLDER = Path(".cache", "proofread")
SETTINGS = ("requirements.lock", "pyproject.toml", "LICENSE", "docs/notation.md")


class Cache:
    """The verdicts on disk, for one state of a project."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER
        self._state = _digest(_state(root))

    def load(self, page: Page) -> list[Verdict] | None:
        """Return the verdicts on a page as it is now, or None where it is not judged yet."""
        data = self.recall(page.path, page.text)
        try:
            return None if data is None else [Verdict.from_json(each) for each in data]
        except (TypeError, KeyError, ValueError):
            return None

    def save(self, page: Page, verdicts: list[Verdict]) -> None:
        """Keep verdicts."""
        self.keep(page.path, page.text, [verdict.to_json() for verdict in verdicts])

    def has(self, page: Page) -> bool:
        """Tell whether verdicts on a page as it is now were kept."""
        return self._path(page.path, page.text).exists()

    def recall(self, name: str, text: str) -> Any:
        """Return what is known of a text, or None."""
        try:
            return _read(self._path(name, text))
        except (OSError, ValueError):
            return None

    def known(self, name: str, text: str, find: Callable[[], Any]) -> Any:
        """Return what is known of a text, or find it and keep it."""
        data = self.recall(name, text)
        if data is None:
            data = find()
            self.keep(name, text, data)
        return data

    def keep(self, name: str, text: str, data: Any) -> None:
        """Keep what is known of a text; a reader never sees half a file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(name, text)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=self.folder, delete=False
        ) as file:
            json.dump(data, file)
        Path(file.name).replace(path)
        stem = path.name.partition(".")[0]
        for old in self.folder.glob(f"{stem}.*.json"):
            if old != path:
                old.unlink(missing_ok=True)

    def _path(self, name: str, text: str) -> Path:
        key = _digest([self._state.encode(), name.encode(), text.encode()])
        return self.folder / f"{_digest([name.encode()])[:16]}.{key}.json"


@lru_cache(maxsize=1024)
def _read(path: Path) -> Any:
    """Read a file that was kept; where a site is served, most are those of the build before."""
    return json.loads(path.read_text(encoding="utf-8"))


def _state(root: Path) -> Iterable[bytes]:
    yield sys.version.encode()
    yield os.environ.get(REQUIRE, "").encode()
    yield from _installed()
    yield "\n".join(sorted(path.relative_to(root).as_posix() for path in tree(root))).encode()
    sources = sorted(
        path for folder in ("src", "scripts", "benchmarks") for path in tree(root / folder)
    )
    # Where the checker is installed from elsewhere, its own code counts as well.
    own = sorted(Path(__file__).parent.rglob("*.py"))
    for path in [*sources, *own, *(root / name for name in SETTINGS)]:
        if path.is_file():
            yield path.as_posix().encode()
            yield path.read_bytes()


def _installed() -> Iterable[bytes]:
    """Yield the names of what is installed: an optional package may come or go."""
    for folder in sys.path:
        if folder.endswith("site-packages") and Path(folder).is_dir():
            yield "\n".join(sorted(path.name for path in Path(folder).iterdir())).encode()


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()

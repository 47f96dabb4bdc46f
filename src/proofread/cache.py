"""Keeps verdicts, so that the site, its live view and the tests all read the same ones.

A verdict depends on the page, on the code of the project, on the table of symbols and on the
packages installed. All of these make up the key; when one of them changes, the page is judged anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from proofread.claim import Verdict
from proofread.optional import REQUIRE
from proofread.page import Page

FOLDER = Path(".cache", "proofread")
SETTINGS = ("requirements.lock", "pyproject.toml", "LICENSE", "docs/notation.md")


class Cache:
    """The verdicts on disk, for one state of a project."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER
        self._state = _digest(_state(root))

    def load(self, page: Page) -> list[Verdict] | None:
        """Return the verdicts on a page as it is now, or None where it is not judged yet."""
        try:
            data = json.loads(self._path(page).read_text(encoding="utf-8"))
            return [Verdict.from_json(each) for each in data]
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def save(self, page: Page, verdicts: list[Verdict]) -> None:
        """Keep verdicts; a reader never sees half a file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(page)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=self.folder, delete=False
        ) as file:
            json.dump([verdict.to_json() for verdict in verdicts], file)
        Path(file.name).replace(path)
        stem = path.name.partition(".")[0]
        for old in self.folder.glob(f"{stem}.*.json"):
            if old != path:
                old.unlink(missing_ok=True)

    def _path(self, page: Page) -> Path:
        name = _digest([page.path.encode()])[:16]
        key = _digest([self._state.encode(), page.path.encode(), page.text.encode()])
        return self.folder / f"{name}.{key}.json"


def _state(root: Path) -> Iterable[bytes]:
    yield sys.version.encode()
    yield os.environ.get(REQUIRE, "").encode()
    yield from _installed()
    sources = sorted(path for path in (root / "src").rglob("*") if "__pycache__" not in path.parts)
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

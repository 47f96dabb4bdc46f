"""What was said in tests, kept in files beside them: whoever changes it sees what has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

HEAD = "%%%% "


@lru_cache
def read(path: Path) -> dict[str, str]:
    """Return what is recorded in a file, by the names that its entries have there."""
    if not path.exists():
        return {}
    _, *parts = f"\n{path.read_text('utf-8')}".split(f"\n{HEAD}")
    entries = dict(part.split("\n", 1) for part in parts)
    assert len(entries) == len(parts), f"{path}: a name stands there twice"
    return {name: said.rstrip("\n") for name, said in entries.items()}


def write(path: Path, entries: Mapping[str, str], order: Sequence[str]) -> None:
    """Write a record, in the order of its tests, without those that are gone; none of nothing."""
    text = "".join(f"{HEAD}{name}\n{entries[name]}\n" for name in order if name in entries)
    if text:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    else:
        path.unlink(missing_ok=True)
    read.cache_clear()


def one_line(text: str) -> str:
    """Return a text as a name: on one line, whatever stands between its words."""
    return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """Return a text with its control characters as Python writes them."""
    return re.sub(r"[\x00-\x1f\x7f]", lambda match: repr(match[0])[1:-1], text)

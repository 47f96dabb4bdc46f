"""The kept corpus: for each target a file with one input a line, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
NAMES = ("page", "formula", "comment", "numeral", "renaming")
LARGEST = 40_000  # characters of a file; what is smaller comes first


def read(name: str) -> list[str]:
    """Return the inputs that are kept for a target."""
    file = FOLDER / f"{name}.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def write(name: str, texts: Iterable[str]) -> None:
    """Keep inputs for a target, the smallest first, up to the size of a file."""
    lines, size = [], 0
    for text in sorted(texts, key=lambda text: (len(text), text)):
        line = json.dumps(text)
        size += len(line) + 1
        if size > LARGEST:
            break
        lines.append(line + "\n")
    (FOLDER / f"{name}.jsonl").write_text("".join(lines), "utf-8", newline="\n")

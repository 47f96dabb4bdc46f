"""Keeps typeset formulas from one build to the next: MathJax takes milliseconds for each of them.

What is kept counts for the very files that made it. A formula that no page has any more is dropped.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Self

HERE = Path(__file__).parent
MAKERS = ("typeset.cjs", "line_breaks.py", "memory.py", "third_party.sha256")

Key = tuple[str, bool]  # the TeX, and whether it is on a line of its own


@dataclass
class Memory:
    """Formulas as HTML, and the rules of the style sheet that they need."""

    path: Path | None = None
    formulas: Mapping[Key, str] = field(default_factory=dict)
    rules: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file that ``write`` has written; what others have made counts as nothing."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["makers"] == _makers():
                formulas = {(tex, display): html for tex, display, html in data["formulas"]}
                return cls(path, formulas, tuple(data["rules"]))
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return cls(path)

    def write(self, formulas: Mapping[Key, str], rules: Iterable[str]) -> None:
        """Keep formulas; a reader never sees half a file."""
        if self.path is None or formulas == self.formulas:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        listed = [[*key, html] for key, html in formulas.items()]
        data = {"makers": _makers(), "formulas": listed, "rules": list(rules)}
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=self.path.parent, delete=False
        ) as file:
            json.dump(data, file, ensure_ascii=False)
        Path(file.name).replace(self.path)


@cache
def _makers() -> str:
    digest = hashlib.sha256()
    for name in MAKERS:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()

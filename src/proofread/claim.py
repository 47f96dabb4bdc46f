"""A claim that a page makes, and the verdict on it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What sort of thing is claimed."""

    CODE = "code"
    OUTPUT = "output"
    NUMBER = "number"
    EQUATION = "equation"
    FIGURE = "figure"


@dataclass(frozen=True, order=True)
class Claim:
    """Something that a reader can see and that may be wrong.

    ``start`` and ``end`` are offsets into the page's text: the slice between them is what the
    reader sees, without the comment that binds it. Lines and columns count from 1.
    """

    path: str
    line: int
    column: int
    kind: Kind
    text: str
    start: int = 0
    end: int = 0

    @property
    def place(self) -> str:
        """The place in the form that editors and terminals turn into a link."""
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def id(self) -> str:
        """A name that one can read, unique on a page: no two claims start at one place."""
        return f"{self.place} {self.kind} {shorten(self.text)}"


@dataclass(frozen=True)
class Verdict:
    """Whether a claim holds, and what is to be told about it.

    ``says`` is what the page says, ``computed`` what came out, ``mend`` how to repair a claim that
    fails, ``evidence`` why one that holds does (the expression evaluated, the class it belongs to).
    A claim that could not be tried because an optional package is missing carries its name in
    ``skipped``; one that its author waved through carries the reason in ``unchecked``. Both hold,
    and both are counted.
    """

    claim: Claim
    holds: bool
    says: str = ""
    computed: str = ""
    mend: str = ""
    evidence: str = ""
    value: str = ""
    skipped: str = ""
    unchecked: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as plain data, for the cache and for other programs."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Verdict:
        """Undo `to_json`."""
        claim = dict(data["claim"])
        claim["kind"] = Kind(claim["kind"])
        return cls(**{**data, "claim": Claim(**claim)})


def shorten(text: str, width: int = 48) -> str:
    """Return the text on one line, cut in the middle where it is longer than ``width``.

    >>> shorten("a   b")
    'a b'
    >>> shorten("abcdefghij", 7), shorten("abcdefg", 7)
    ('abc…hij', 'abcdefg')
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    half = (width - 1) // 2
    return f"{line[:half]}…{line[-half:]}"

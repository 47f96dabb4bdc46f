"""What the checks of one page share: its pieces, its engine, and the verdicts so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from proofread.claim import Claim, Kind, Verdict
from proofread.code import Outcome
from proofread.comment import Remark, read_comment
from proofread.engine import Engine, Session
from proofread.equations import Scope
from proofread.names import Usage
from proofread.page import Page
from proofread.piece import Part, Piece, Places


@dataclass
class Context:
    """The state of one evaluation of one page."""

    page: Page
    engine: Engine
    root: Path
    notation: str  # the page with the symbol table
    judge: Callable[[Page], list[Verdict]]  # for a page that is shown on this one
    usage: Usage = field(default_factory=Usage)
    verdicts: list[Verdict] = field(default_factory=list)
    lost: dict[str, str] = field(default_factory=dict)  # names not bound for want of a package
    taken: set[int] = field(default_factory=set)  # comments that bind something, by their start
    scope: Scope | None = None  # of the equations
    declared: str = ""  # all that was declared to it so far
    points: dict[str, Piece] = field(default_factory=dict)  # by the names that let gives them
    visited: set[str] = field(default_factory=set)  # the points at which something is evaluated
    bare: list[Piece] = field(default_factory=list)  # formulas that claim nothing by themselves
    pictures: list[str] = field(default_factory=list)  # drawn by the code, not shown so far
    alone: dict[int, Outcome | Session] | None = None  # examples, by their start, where they ran
    stars: frozenset[int] | None = None  # places of those that readers see, once they are known
    checked_code: list[str] = field(default_factory=list)  # code and output that held, verbatim
    failed: bool = False  # whether a claim has failed so far

    def __post_init__(self) -> None:
        self._place = Places(self.page.text)
        self._index = {piece.start: n for n, piece in enumerate(self.page.pieces)}

    def claim(self, kind: Kind, start: int, end: int, text: str | None = None) -> Claim:
        """Make a claim out of a stretch of the page."""
        shown = self.page.text[start:end] if text is None else text
        place = self.page.origin(*self._place(start))
        return Claim(*place, kind, shown.strip("\n"), start, end)

    def hold(self, claim: Claim, evidence: str, **more: str) -> None:
        """Note that a claim holds, and why."""
        self.verdicts.append(Verdict(claim, True, evidence=evidence, **more))

    def fail(self, claim: Claim, *, says: str, computed: str, mend: str) -> None:
        """Note that a claim fails: what the page says, what came out, and how to mend it."""
        self.verdicts.append(Verdict(claim, False, says, computed, mend))
        self.failed = True

    def neighbour(self, piece: Piece, step: int) -> Piece | None:
        """Return the piece after (1) or before (-1) another, or None at the end of the page."""
        n = self._index[piece.start] + step
        return self.page.pieces[n] if 0 <= n < len(self.page.pieces) else None

    def remark_after(self, piece: Piece) -> tuple[Piece, Remark] | None:
        """Return the comment that follows a piece directly, and what it says.

        Between a formula on lines of its own and its comment there may be empty lines.
        """
        found = self.neighbour(piece, 1)
        if piece.display and found is not None and not found.text.strip():
            found = self.neighbour(found, 1)
        if found is None or found.part is not Part.COMMENT:
            return None
        remark = read_comment(found.content)
        return None if remark is None else (found, remark)

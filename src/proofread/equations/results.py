"""What the check of a formula reports."""

from __future__ import annotations

from dataclasses import dataclass

from proofread.equations.tree import Span


@dataclass(frozen=True)
class RelationResult:
    """The verdict on one relation: what its sides say, where they were evaluated, how far apart.

    `difference` is the largest relative difference of the sides for an equality (rounding leaves
    about 1e-16), and 0.0 for relations that are only true or false, or do not hold.
    """

    sign: str
    left: str
    right: str
    left_span: Span
    right_span: Span
    holds: bool
    points: tuple[str, ...]
    difference: float = 0.0
    message: str = ""
    mend: str = ""


@dataclass(frozen=True)
class FormulaResult:
    """The verdicts on all relations of a formula; a formula without relations claims nothing."""

    tex: str
    relations: tuple[RelationResult, ...]

    @property
    def holds(self) -> bool:
        """Whether every relation holds."""
        return all(item.holds for item in self.relations)

    @property
    def claims(self) -> bool:
        """Whether anything was claimed; if not, the formula must be covered by another."""
        return bool(self.relations)

    @property
    def message(self) -> str:
        """What is wrong, one line a relation."""
        return "\n".join(
            f"{item.message} {item.mend}".strip() for item in self.relations if not item.holds
        )

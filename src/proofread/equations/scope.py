r"""What the pages use: declarations in, formulas checked, verdicts out.

scope = Scope(SymbolTable.from_markdown(notation))
scope.declare("let student: x = (3, 5), y = 1, w = (0.1, -0.2), b = 0")
scope.check(r"z = \mathbf{w}^\top\mathbf{x} + b = -0.7", "at: student").holds
"""

from __future__ import annotations

from collections.abc import Iterable

from proofread.equations import clauses, cover
from proofread.equations.annotation import read_annotation
from proofread.equations.context import Context
from proofread.equations.declarations import Declarations
from proofread.equations.errors import EquationError
from proofread.equations.namesakes import namesake, symbol_of
from proofread.equations.parser import parse
from proofread.equations.results import FormulaResult
from proofread.equations.symbols import SymbolTable
from proofread.equations.tree import Formula


class Scope(Declarations):
    """The declarations of one page, and the equations that were checked under them."""

    def __init__(self, table: SymbolTable) -> None:
        super().__init__(table)
        self._checked: list[Formula] = []

    def check(self, tex: str, annotation: str = "") -> FormulaResult:
        """Evaluate every relation of a formula.

        Raises:
            EquationError: the formula or its comment is not understood, or has no value.

        """
        try:
            formula = parse(tex, self.table)
            context = Context(self.table, self._named, read_annotation(annotation), self._pool,
                              known=self._checked)  # fmt: skip
            relations = clauses.check(formula, context, tex)
        except EquationError as error:
            error.token = error.token or tex[error.offset : error.end]
            error.look_in(tex, annotation)
            raise
        except Exception as error:  # whatever a strange formula does, it is refused, not a crash
            raise EquationError(f"cannot be evaluated: {error}", 0, tex[:40]) from error
        result = FormulaResult(tex, relations)
        if result.claims and result.holds:
            self._checked.append(formula)
        return result

    def known(self) -> tuple[Formula, ...]:
        """Return the equations that were checked and hold, in the order of the page."""
        return tuple(self._checked)

    def learn(self, formulas: Iterable[Formula]) -> None:
        """Take over equations that were checked elsewhere under the same declarations."""
        self._checked.extend(formulas)

    def covers(self, tex: str) -> cover.Coverage:
        """How a formula without a relation is backed: by a symbol, by a checked equation, or not.

        Raises:
            EquationError: the formula is not understood.

        """
        return cover.covers(tex, self.table, self._checked)

    def is_symbol(self, tex: str) -> bool:
        """Whether a formula is one symbol, with or without an index.

        Raises:
            EquationError: the formula is not understood.

        """
        return symbol_of(tex, self.table) is not None

    def namesake(self, tex: str, expression: str, annotation: str) -> str:
        """Return another symbol that a bound symbol could be taken for at a point, or nothing.

        Raises:
            EquationError: the formula or its comment is not understood.

        """
        symbol = symbol_of(tex, self.table)
        if symbol is None:
            return ""
        context = Context(self.table, self._named, read_annotation(annotation), self._pool)
        return namesake(symbol, expression, context.point())

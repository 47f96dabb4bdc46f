r"""What the pages use: declarations in, formulas checked, verdicts out.

scope = Scope(SymbolTable.from_markdown(notation))
scope.declare("let student: x = (3, 5), y = 1, w = (0.1, -0.2), b = 0")
scope.check(r"z = \mathbf{w}^\top\mathbf{x} + b = -0.7", "at: student").holds
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from proofread.equations import clauses, cover
from proofread.equations.annotation import read_annotation, split
from proofread.equations.code import compile_code
from proofread.equations.context import Context
from proofread.equations.errors import EquationError
from proofread.equations.model import Point, parse_value
from proofread.equations.namesakes import namesake, symbol_of
from proofread.equations.numeric import Value
from proofread.equations.parser import parse
from proofread.equations.results import FormulaResult
from proofread.equations.rows import Definition, read_row
from proofread.equations.symbols import Law, SymbolTable
from proofread.equations.tree import Formula
from proofread.equations.truth import gap
from proofread.equations.updates import steps_downhill


class Scope:
    """The declarations of one page, in the order in which it makes them."""

    def __init__(self, table: SymbolTable) -> None:
        self.table = table
        self._shared = table  # what all pages declare
        self._named: dict[str, dict[str, Value]] = {}
        self._pool: dict[tuple[object, int], Point] = {}
        self._checked: list[Formula] = []

    def declare(self, comment: str, position: int = 0) -> bool:
        """Take over a declaration; False when the comment is none that is known here.

        - `let NAME: x = (3, 5), y = 1`: a named point, in Python names
        - `symbol: TeX | meaning | shape | Python name | how it is computed`
        - `law: y ~ Bernoulli(p) given x`

        Raises:
            EquationError: a declaration that cannot be read; offsets count from `position`.

        """
        text = comment.strip()
        try:
            if match := re.fullmatch(r"let\s+([A-Za-z_][\w-]*)\s*:(.+)", text, re.S):
                self._let(match[1], match[2])
            elif match := re.fullmatch(r"symbol\s*:(.+)", text, re.S):
                row = read_row(match[1].split("|"))
                self._refuse_shared(row)
                self.table = self.table.extended(row)
            elif match := re.fullmatch(
                r"law\s*:\s*(\w+)\s*~\s*(\w+)\((.+)\)(?:\s*given\s+([\w, ]+))?", text
            ):
                self._law(match[1], match[2], match[3], match[4] or "")
            else:
                return False
        except EquationError as error:
            error.offset += position
            raise
        self._pool = {}
        return True

    def _refuse_shared(self, row: Definition) -> None:
        """Refuse what all pages declare, unless it is a gradient step or has the same value."""
        own, shared = _keys(row), self._shared.definitions
        known = row.name in shared and own and own <= _keys(shared[row.name])
        if known and (self._agrees(row) or self._steps_downhill(row)):
            return
        for other in shared.values():
            spelt = _keys(other) & own
            if row.name == other.name or spelt:
                what = row.name if row.name == other.name else min(spelt)[0]
                raise EquationError("declared for all pages, with another meaning", 0, what)

    def _steps_downhill(self, row: Definition) -> bool:
        try:
            return steps_downhill(row.name, self.table.extended(row), self._shared)
        except EquationError:
            return False  # it has no value, or another shape

    def _agrees(self, row: Definition) -> bool:
        """Whether a declaration computes what the shared one does, by another way."""
        code = self._shared.codes[row.name]
        if row.kind != "value" or not row.code or code is None:
            return False
        context = Context(self.table.extended(row), {}, read_annotation(""), {})
        return all(gap(point.value(row.name), code(point.value))[1] for point in context.random())

    def _let(self, name: str, text: str) -> None:
        values: dict[str, Value] = {}
        for offset, part in split(text):
            match = re.fullmatch(r"\s*([A-Za-z_]\w*)\s*=\s*(.+?)\s*", part, re.S)
            if not match:
                raise EquationError("expected `name = value`", offset, part.strip())
            row = self.table.definitions.get(match[1])
            if row is None or match[1] in values:
                raise EquationError("not a declared name, or given twice", offset, match[1])
            values[match[1]] = parse_value(match[2])
            if row.domain == "label" and not _labels(values[match[1]]):
                raise EquationError(f"{match[1]} is 0 or 1", offset, match[2])
        self._named[name] = values

    def _law(self, name: str, distribution: str, parameter: str, given: str) -> None:
        if distribution != "Bernoulli":
            raise EquationError("an unknown distribution", 0, distribution)
        code = compile_code(parameter, frozenset(self.table.functions.values()))
        names = tuple(item.strip() for item in given.split(",") if item.strip())
        for item in [*names, *code.names]:
            if item not in self.table.definitions:
                raise EquationError("not a declared name", 0, item)
        self.table = self.table.with_law(name, Law(distribution, code, names))

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
            raise
        except (AttributeError, TypeError) as error:
            message = (
                "a number stands where a vector or a matrix is needed, or the other way around"
            )
            raise EquationError(f"{message}: {error}", 0, tex[:40]) from error
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


def _keys(row: Definition) -> set[tuple[str, int, int]]:
    return {(item.base, len(item.subscript), item.primes) for item in row.spellings}


def _labels(value: Value) -> bool:
    entries = value.ravel().tolist() if hasattr(value, "ravel") else [value]
    return all(item in {0, 1} for item in entries)

r"""Takes in what a page declares: named points, symbols of its own, laws."""

from __future__ import annotations

import contextlib
import re

from proofread.equations.agreement import check_domain
from proofread.equations.annotation import read_annotation, split
from proofread.equations.code import compile_code
from proofread.equations.context import Context
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.model import Point, parse_value
from proofread.equations.rows import Definition, read_row
from proofread.equations.symbols import Law, SymbolTable
from proofread.equations.truth import gap
from proofread.equations.updates import steps_downhill


class Declarations:
    """The declarations of one page, in the order in which it makes them."""

    def __init__(self, table: SymbolTable) -> None:
        self.table = table
        self._shared = table  # what all pages declare
        self._named: dict[str, dict[str, Value]] = {}
        self._pool: dict[str, Point] = {}

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
            error.look_in("", text)
            error.offset += position
            raise
        self._pool = {}
        return True

    def _refuse_shared(self, row: Definition) -> None:
        """Refuse what all pages declare, unless it is a gradient step or has the same value."""
        own, shared = _keys(row), self._shared.definitions
        known = row.name in shared and own and own <= _keys(shared[row.name])
        if known:
            with contextlib.suppress(EquationError):  # it has no value, or another shape
                if self._agrees(row) or self._steps_downhill(row):
                    return
        for other in shared.values():
            spelt = _keys(other) & own
            if row.name == other.name or spelt:
                what = row.name if row.name == other.name else min(spelt)[0]
                raise EquationError("declared for all pages, with another meaning", 0, what)

    def _steps_downhill(self, row: Definition) -> bool:
        return steps_downhill(row.name, self.table.extended(row), self._shared)

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
            try:
                check_domain(row, values[match[1]])
            except EquationError as error:
                error.token = match[2]  # as it is written
                raise
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


def _keys(row: Definition) -> set[tuple[str, int, int]]:
    return {(item.base, len(item.subscript), item.primes) for item in row.spellings}

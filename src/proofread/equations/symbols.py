"""The declared symbols: what a formula may contain, and how each symbol is computed.

The table itself is the page on notation, read by people and by this module alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from proofread.equations.agreement import check_rows
from proofread.equations.code import Code, compile_code
from proofread.equations.errors import EquationError
from proofread.equations.lookup import Key, Lookup
from proofread.equations.rows import HEADER, Definition, read_row
from proofread.equations.spelling import Spelling


@dataclass(frozen=True)
class Law:
    """The distribution of a variable: its name, the Python of its parameter, what is given."""

    distribution: str
    parameter: Code
    given: tuple[str, ...]


class SymbolTable(Lookup):
    """Definitions by Python name, and the spellings that refer to them."""

    def __init__(self, rows: Iterable[Definition], laws: Mapping[str, Law] | None = None) -> None:
        self.definitions: dict[str, Definition] = {}
        self.patterns: dict[Key, str] = {}
        self.functions: dict[str, str] = {}
        self.sets: dict[str, str] = {}
        self.calls: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.indices: dict[str, str] = {}
        self.laws: dict[str, Law] = dict(laws or {})
        rows = list(rows)
        check_rows(rows)
        for row in rows:
            if row.kind == "index":
                self.indices.update({item.base: row.domain for item in row.spellings})
        for row in rows:
            self._add(row)
        self.codes = {name: self._compile(row) for name, row in self.definitions.items()}
        self.primed = dict(self._updates())
        self._check_names()

    @classmethod
    def from_markdown(cls, text: str) -> SymbolTable:
        """Read the first table of a page whose header is that of a symbol table.

        Raises:
            EquationError: no such table, or a row that cannot be read (it is named).

        """
        rows, inside = [], False
        for line in text.splitlines():
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]
            if not inside:
                inside = tuple(cells) == HEADER
            elif not cells:
                break
            elif not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                rows.append(read_row([cell.replace(r"\|", "|") for cell in cells]))
        if not rows:
            raise EquationError(f"no table with the header | {' | '.join(HEADER)} |")
        names = [row.name for row in rows]
        for row in rows:
            if names.count(row.name) > 1:
                raise EquationError(f"the Python name {row.name!r} is declared twice")
        return cls(rows)

    def extended(self, row: Definition) -> SymbolTable:
        """Return a table in which a row takes the place of an earlier one of the same name."""
        return _extended(self, row)

    def with_law(self, name: str, law: Law) -> SymbolTable:
        """Return a table in which a variable has a law."""
        if name not in self.definitions:
            raise EquationError(f"{name} is not declared", 0, name)
        return _with_law(self, name, law)

    def _add(self, row: Definition) -> None:
        self.definitions[row.name] = row
        for item in row.spellings:
            if row.kind == "function":
                self.functions[item.base] = row.name
            elif row.kind == "set":
                self.sets[item.base] = row.name
            elif item.arguments is not None:
                self.calls[item.base] = (row.name, item.arguments)
            else:
                self._check_indices(row, item)
                self.patterns[item.base, len(item.subscript), item.primes] = row.name

    def _check_indices(self, row: Definition, item: Spelling) -> None:
        for axis, letter in enumerate(item.subscript):
            if axis >= len(row.shape):
                raise EquationError("more subscripts than axes", 0, item.base)
            if letter not in self.indices:
                raise EquationError(f"the index {letter} is not declared", 0, item.base)
            if self.indices[letter] != row.shape[axis]:
                counted = self.indices[letter]
                raise EquationError(
                    f"{letter} counts {counted}, but this axis has {row.shape[axis]}", 0, item.base
                )

    def _compile(self, row: Definition) -> Code | None:
        if not row.code:
            return None
        try:
            return compile_code(row.code, frozenset(self.functions.values()))
        except EquationError as error:
            raise EquationError(f"{row.name}: {error.args[0]}") from error

    def _updates(self) -> Iterator[tuple[str, str]]:
        """Pairs of names: a quantity and its value after the step."""
        for (base, count, primes), name in self.patterns.items():
            if primes == 1 and (base, count, 0) in self.patterns:
                yield self.patterns[base, count, 0], name

    def _check_names(self) -> None:
        for name, code in self.codes.items():
            known = self.definitions.keys() | set(self.definitions[name].parameters)
            for other in sorted(code.names - known) if code else ():
                raise EquationError(f"{name}: the Python name {other!r} is not declared")
            self.ancestors(name)


# The same declarations are met again on each page that differs in one place, and whatever is known
# of a table, such as its points, is then known again.
@lru_cache(maxsize=128)
def _extended(table: SymbolTable, row: Definition) -> SymbolTable:
    kept = [item for item in table.definitions.values() if item.name != row.name]
    return SymbolTable([*kept, row], table.laws)


@lru_cache(maxsize=16)
def _with_law(table: SymbolTable, name: str, law: Law) -> SymbolTable:
    return SymbolTable(table.definitions.values(), {**table.laws, name: law})

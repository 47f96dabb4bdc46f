"""Finds declared symbols by how they are written, and what they are computed from."""

from __future__ import annotations

import re
from functools import cached_property

from proofread.equations.code import Code
from proofread.equations.errors import EquationError
from proofread.equations.rows import Definition

Key = tuple[str, int, int]  # base, number of subscripts, primes


class Lookup:
    """What a table of symbols can be asked, once it is filled."""

    definitions: dict[str, Definition]
    patterns: dict[Key, str]
    functions: dict[str, str]
    sets: dict[str, str]
    calls: dict[str, tuple[str, tuple[str, ...]]]
    indices: dict[str, str]
    codes: dict[str, Code | None]
    primed: dict[str, str]

    def ancestors(self, name: str, below: tuple[str, ...] = ()) -> frozenset[str]:
        """All names that a value is computed from.

        Raises:
            EquationError: a definition that leads back to itself.

        """
        if name in below:
            raise EquationError(f"{name} is defined by itself: {' <- '.join([*below, name])}")
        if name not in self._ancestors:
            code = self.codes.get(name)
            direct = code.names - set(self.definitions[name].parameters) if code else frozenset()
            found = set(direct)
            for other in direct:
                found |= self.ancestors(other, (*below, name))
            self._ancestors[name] = frozenset(found)
        return self._ancestors[name]

    @cached_property
    def _ancestors(self) -> dict[str, frozenset[str]]:
        return {}

    def downstream(self, changed: frozenset[str]) -> frozenset[str]:
        """Return the names whose values follow from one of those that change."""
        if changed not in self._downstream:
            names = (name for name in self.definitions if self.ancestors(name) & changed)
            self._downstream[changed] = frozenset(names)
        return self._downstream[changed]

    @cached_property
    def _downstream(self) -> dict[frozenset[str], frozenset[str]]:
        return {}

    @cached_property
    def sizes(self) -> frozenset[str]:
        """Names that count something: in shapes, or as the range of an index or of a set."""
        found = set(self.indices.values())
        for row in self.definitions.values():
            if row.kind == "set":
                found.add(row.domain.partition(" ")[2])
            for item in row.shape:
                found |= set(re.findall(r"[A-Za-z_]\w*", item))
        return frozenset(found)

    def find(self, base: str, count: int, primes: int) -> tuple[str, bool] | None:
        """Return the Python name behind a spelling, and whether its value after the step is meant.

        A prime needs a declared update of the symbol or of something that it is computed from.
        """
        name = self.patterns.get((base, count, primes))
        if name:
            return name, False
        plain = self.patterns.get((base, count, 0))
        if primes == 1 and plain and self.moves(plain):
            return plain, True
        return None

    def counts(self, base: str) -> bool:
        """Whether a letter is declared as the length of an axis."""
        return self.patterns.get((base, 0, 0)) in self.sizes

    def counted(self, base: str) -> str:
        """Return the size that an index runs to, or that a letter such as `n` is."""
        name = self.patterns.get((base, 0, 0), "")
        return self.indices.get(base, "") or (name if name in self.sizes else "")

    def moves(self, name: str) -> bool:
        """Whether the step changes this quantity."""
        return name in self.primed or bool(self.ancestors(name) & self.primed.keys())

    def is_base(self, text: str) -> bool:
        """Whether any declared spelling starts with this token."""
        return text in self._bases

    @cached_property
    def _bases(self) -> frozenset[str]:
        return frozenset(
            [key[0] for key in self.patterns]
            + [*self.functions, *self.sets, *self.calls, *self.indices]
        )

"""For each symbol, another one that could stand in its place and means something else."""

from __future__ import annotations

from proofread.equations.errors import EquationError
from proofread.equations.linear import shape
from proofread.equations.random_points import random_point
from proofread.equations.symbols import SymbolTable
from proofread.equations.truth import gap


class Twins:
    """For each symbol another one of the same shape with another value."""

    def __init__(self, table: SymbolTable) -> None:
        self.table = table
        self.points = [random_point(table, number, {}) for number in range(2)]

    def other(self, base: str, count: int, primes: int, *, other_shape: bool) -> str | None:
        """Return a base that can stand in the same place and means something else."""
        name = self.table.patterns.get((base, count, primes))
        if name is None:
            return None
        wanted = self.table.definitions[name].shape
        for (text, number, marks), candidate in self.table.patterns.items():
            same = (number, marks) == (count, primes)
            fits = (self.table.definitions[candidate].shape == wanted) != other_shape
            if same and text != base and fits and self._differ(name, candidate):
                return text
        return None

    def _differ(self, a: str, b: str) -> bool:
        try:
            return not all(gap(p.value(a), p.value(b))[1] for p in self.points)
        except EquationError:
            return False

    def symmetric(self, base: str) -> bool:
        """Whether a symbol is a number or equals its transpose."""
        name = self.table.patterns.get((base, 0, 0))
        if name is None:
            return True
        try:
            values = [point.value(name) for point in self.points]
        except EquationError:
            return True
        sizes = [shape(value) for value in values]
        if any(len(size) == 0 for size in sizes):
            return True
        return all(len(s) == 2 and s[0] == s[1] and gap(v, v.T)[1]
                   for s, v in zip(sizes, values, strict=True))  # fmt: skip

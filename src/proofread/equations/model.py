"""Values of all declared quantities at one point.

Derived quantities are computed on demand from their Python code. `override` replaces one quantity
and forgets what lies downstream of it: so a derivative by p holds y and x, a derivative by z goes
through p, and a derivative by w through everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import numpy as np

from proofread.equations.dual import Dual, Value, new_tag
from proofread.equations.errors import EquationError
from proofread.equations.linear import length
from proofread.equations.symbols import SymbolTable


class Point:
    """A choice of the given quantities; everything else follows from it."""

    def __init__(
        self,
        table: SymbolTable,
        given: Mapping[str, Value],
        label: str,
        cache: dict[str, Value] | None = None,
    ) -> None:
        self.table, self.given, self.label = table, dict(given), label
        self._cache = cache if cache is not None else {}
        self._after: Point | None = None
        self._moved: dict[tuple[str, tuple[int, ...]], tuple[int, Point]] = {}

    def value(self, name: str) -> Value:
        """Return the value of a quantity or a function, by its Python name.

        Raises:
            EquationError: the point does not give what it is computed from.

        """
        if name in self.given:
            return self.given[name]
        if name not in self._cache:
            row = self.table.definitions.get(name)
            code = self.table.codes.get(name)
            if row is None or code is None:
                raise EquationError(f"{name} has no value at the point {self.label}")
            if row.kind == "function":
                self._cache[name] = self._function(name)
            else:
                self._cache[name] = self._shaped(name, code(self.value))
        return self._cache[name]

    def _function(self, name: str) -> Callable[..., Value]:
        code, parameters = self.table.codes[name], self.table.definitions[name].parameters

        def call(*arguments: Value) -> Value:
            if code is None or len(arguments) != len(parameters):
                raise EquationError(f"{name} takes {len(parameters)} arguments")
            bound = dict(zip(parameters, arguments, strict=True))
            return code(lambda item: bound[item] if item in bound else self.value(item))

        return call

    def _shaped(self, name: str, value: Value) -> Value:
        declared = tuple(self.size(item) for item in self.table.definitions[name].shape)
        found = value.shape if isinstance(value, np.ndarray) else ()
        if self.table.definitions[name].kind == "value" and found != declared:
            raise EquationError(
                f"{name} is declared with the shape {declared}, its Python gives {found}"
            )
        return value

    def size(self, text: str) -> int:
        """Return the length of an axis, such as `n`, `3` or `n+1`."""
        total = 0
        for part in text.split("+"):
            total += int(part) if part.isdigit() else int(self.value(part))
        return length(total)

    def override(self, changes: Mapping[str, Value]) -> Point:
        """Return the point with some quantities replaced and everything downstream recomputed."""
        lost = self.table.downstream(frozenset(changes))
        kept = {
            name: value
            for name, value in self._cache.items()
            if name not in changes and name not in lost
        }
        given = {name: value for name, value in self.given.items() if name not in lost}
        return Point(self.table, {**given, **changes}, self.label, kept)

    def moved(self, name: str, place: tuple[int, ...]) -> tuple[int, Point]:
        """Return the point with ε added to one entry of a quantity, and the tag of that ε.

        It is kept, since many formulas take derivatives by the same symbols at the same points.
        Whatever is differentiated there begins later, so that the tags nest as they must.
        """
        if (name, place) not in self._moved:
            tag, raw = new_tag(), self.value(name)
            moved: Value
            if isinstance(raw, np.ndarray):
                moved = raw.copy()
                moved[place] = Dual(tag, raw[place], 1)
            else:
                moved = Dual(tag, raw, 1)
            self._moved[name, place] = tag, self.override({name: moved})
        return self._moved[name, place]

    def after(self) -> Point:
        """Return the point after the step: all that has a declared update takes its new value."""
        if self._after is None:
            new = {old: self.value(name) for old, name in self.table.primed.items()}
            self._after = self.override(new)
        return self._after


def parse_value(text: str) -> Value:
    """Return a value of a named point, taken exactly: numbers, tuples, fractions in Python."""
    from proofread.equations.code import compile_code

    if not re.fullmatch(r"[-+*/()\[\]\w., ]+", text):
        raise EquationError(f"not a value: {text!r}")

    def unknown(name: str) -> Value:
        raise EquationError(f"a value cannot use the name {name!r}")

    return compile_code(text)(unknown)

r"""Tells symbols apart that have one value at a point, by the name that a page binds them to.

At a point with α = 0.1 and w₁ = 0.1 a value alone cannot tell the two. The Python name can: that of
`\alpha` is `alpha`, that of `w_1` is `w1`, `w_1` or `w[0]`, that of `w_1'` is `w1_new`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from proofread.equations import tree
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.model import Point
from proofread.equations.parser import parse
from proofread.equations.rounding import strip
from proofread.equations.symbols import SymbolTable
from proofread.equations.truth import gap


@dataclass(frozen=True)
class Symbol:
    """A declared quantity, or an entry of it: its Python name, and its indices from 1."""

    name: str
    places: tuple[int, ...] = ()

    def spellings(self) -> set[str]:
        """Return the Python names that say this symbol and no other."""
        if not self.places:
            return {self.name}
        stem, _, new = self.name.partition("_")
        tail = f"_{new}" if new else ""
        digits = "".join(map(str, self.places))
        brackets = "".join(f"[{place - 1}]" for place in self.places)
        commas = f"[{','.join(str(place - 1) for place in self.places)}]"
        return {
            f"{stem}{digits}{tail}", f"{stem}_{digits}{tail}", f"{self.name}{digits}",
            f"{self.name}_{digits}", f"{self.name}{brackets}", f"{self.name}{commas}",
        }  # fmt: skip


def symbol_of(tex: str, table: SymbolTable) -> Symbol | None:
    """Return the symbol that a formula consists of; None where it is anything else.

    Raises:
        EquationError: the formula is not understood.

    """
    clauses = parse(tex, table).clauses
    chains = clauses[0].chains if len(clauses) == 1 else ()
    sides = chains[0].sides if len(chains) == 1 else ()
    node = strip(sides[0]) if len(sides) == 1 and not clauses[0].conditions else None
    if not isinstance(node, tree.Name):
        return None
    found = table.find(node.base, len(node.subscripts), node.primes)
    places = [_place(item) for item in node.subscripts]
    if found is None or None in places:
        return Symbol(node.base)  # an index, or a letter in a subscript: it names no value
    name, after = found
    return Symbol(f"{name}'" if after else name, tuple(k for k in places if k is not None))


def namesake(symbol: Symbol, expression: str, point: Point) -> str:
    """Return another symbol with the value of this one, unless the expression names this one."""
    if re.sub(r"\s", "", expression) in symbol.spellings():
        return ""
    values = dict(_values(point))
    if symbol not in values:
        return ""
    for other, value in values.items():
        if other != symbol and gap(value, values[symbol])[1]:
            return min(other.spellings(), key=lambda text: (len(text), text))
    return ""


def others(tex: str, table: SymbolTable) -> Iterator[str]:
    """Yield every declared symbol that means something else; an index is the first or the second.

    Symbols of another shape are among them: a slip of the pen does not look at shapes.
    """
    for base, count, primes in table.patterns:
        name = table.patterns[base, count, primes]
        if table.definitions[name].kind == "value":
            for index in ("1", "2") if count else ("",):
                other = f"{base}{chr(39) * primes}" + (f"_{{{index * count}}}" if count else "")
                if symbol_of(other, table) != symbol_of(tex, table):
                    yield other


def _values(point: Point) -> Iterator[tuple[Symbol, Value]]:
    """Yield every declared quantity that has a value at a point, and every entry of it."""
    for name, row in point.table.definitions.items():
        if row.kind != "value":
            continue
        try:
            value = point.value(name)
        except EquationError:
            continue  # the point does not give what it is computed from
        yield Symbol(name), value
        if isinstance(value, np.ndarray):
            for index in np.ndindex(value.shape):
                yield Symbol(name, tuple(k + 1 for k in index)), value[index]


def _place(node: tree.Node) -> int | None:
    return int(node.value) if isinstance(node, tree.Number) else None

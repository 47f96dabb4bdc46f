"""The sizes that the shapes of given arrays imply."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.symbols import SymbolTable


def sizes_of(table: SymbolTable, given: Mapping[str, Value]) -> dict[str, Value]:
    """Return the sizes that the shapes of given arrays imply.

    Raises:
        EquationError: an undeclared name, or shapes that contradict each other.

    """
    sizes: dict[str, Value] = {}
    for name, value in given.items():
        row = table.definitions.get(name)
        if row is None:
            raise EquationError(f"{name} is not declared", 0, name)
        found = value.shape if isinstance(value, np.ndarray) else ()
        if len(found) != len(row.shape):
            declared = str(row.shape).replace("'", "")
            raise EquationError(f"{name} is declared with the shape {declared}")
        for axis, length in zip(row.shape, found, strict=True):
            if axis in table.sizes and sizes.setdefault(axis, length) != length:
                raise EquationError(f"{name} does not fit: {axis} is {sizes[axis]}")
    return sizes

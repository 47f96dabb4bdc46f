"""Refuses a symbol table whose rows contradict each other, or themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.rows import Definition

AXIS = re.compile(r"[A-Za-z_]\w*")


def check_rows(rows: Sequence[Definition]) -> None:
    """Compare the rows of a table with each other.

    Raises:
        EquationError: a symbol that two rows declare; an axis that is no whole number; a quantity
            of one sample and of all that are given from two domains.

    """
    spelt: dict[object, str] = {}
    domains: dict[str, tuple[str, str]] = {}
    counts = {axis for row in rows for text in row.shape for axis in AXIS.findall(text)}
    for row in rows:
        for item in row.spellings:
            if spelt.setdefault(item, row.name) != row.name:
                other = spelt[item]
                raise EquationError(f"{other} and {row.name} have the same symbol", 0, item.base)
        if row.name in counts and row.kind == "value" and row.domain not in {"whole", ""}:
            raise EquationError(f"{row.name} counts an axis: it is a whole number", 0, row.domain)
        if row.kind != "value" or not row.domain:
            continue
        for letter in {item.base for item in row.spellings if not item.primes}:  # y, and y_i
            domain, name = domains.setdefault(letter, (row.domain, row.name))
            if domain != row.domain:
                raise EquationError(f"{name} and {row.name} have different domains", 0, letter)


def check_domain(row: Definition, value: Value) -> None:
    """Compare a value that a page gives to a symbol with what the symbol can be.

    Raises:
        EquationError: the value is not of the declared domain.

    """
    entries = value.ravel().tolist() if hasattr(value, "ravel") else [value]
    fits = {
        "label": lambda x: x in {0, 1},
        "positive": lambda x: x > 0,
        "small": lambda x: x > 0,
        "unit": lambda x: 0 < x < 1,
        "whole": lambda x: x == int(x) and x > 0,
    }.get(row.domain)
    names = {
        "label": "0 or 1", "unit": "between 0 and 1", "whole": "a whole number",
        "small": "positive", "positive": "positive",
    }  # fmt: skip
    if fits is not None and not all(map(fits, entries)):
        raise EquationError(f"{row.name} is {names[row.domain]}", 0, str(entries[0]))

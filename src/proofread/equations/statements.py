r"""Reads what a formula states about symbols: `y = 1`, `x_2 = -0.5`, `\mathbf{w} = (1, 2)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from proofread.equations import tree
from proofread.equations.annotation import Setting
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.linear import column, scalar
from proofread.equations.model import Point, parse_value
from proofread.equations.parser import parse
from proofread.equations.symbols import SymbolTable
from proofread.equations.truth import gap

Key = tuple[str, tuple[int, ...]]  # a Python name, and the indices of an entry from 1


def statements(tex: str, table: SymbolTable) -> dict[Key, Value]:
    """Return the values that a formula gives to symbols; nothing where it is not understood."""
    try:
        clauses = parse(tex, table).clauses
    except EquationError:
        return {}
    return {
        key: value
        for clause in clauses
        if not clause.arrows and not clause.conditions
        for chain in clause.chains
        for key, value in _of_chain(chain, table)
    }


def agrees(setting: Setting, stated: Mapping[Key, Value]) -> bool | None:
    """Whether statements give a symbol the value of a setting; None where they leave it open."""
    value = column(parse_value(setting.value))
    if (setting.name, ()) in stated:
        return gap(value, stated[setting.name, ()])[1]
    if not isinstance(value, np.ndarray):
        return None
    raw = value[:, 0] if value.shape[1] == 1 else value
    wanted = {tuple(k + 1 for k in place): raw[place] for place in np.ndindex(raw.shape)}
    found = [stated.get((setting.name, place)) for place in wanted]
    if any(entry is None for entry in found):
        return None
    return all(gap(a, b)[1] for a, b in zip(wanted.values(), found, strict=True))


def _of_chain(chain: tree.Chain, table: SymbolTable) -> Iterator[tuple[Key, Value]]:
    name = chain.sides[0]
    if not isinstance(name, tree.Name) or {link.sign for link in chain.links} != {"="}:
        return
    found = table.find(name.base, len(name.subscripts), name.primes)
    places = tuple(int(k.value) for k in name.subscripts if isinstance(k, tree.Number))
    if found is None or found[1] or len(places) != len(name.subscripts):
        return
    try:
        value = evaluate(chain.sides[-1], Env(Point(table, {}, "no point"), {}))
    except EquationError:
        return  # the last side is no number
    yield (found[0], places), column(scalar(value))

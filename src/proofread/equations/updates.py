r"""Decides whether a page may declare an update of its own: only a step against a gradient.

The step must be the learning rate times the gradient of the loss of one sample, of the mean loss of
all samples, or of that of the samples in a declared set. So a declaration and a formula that share
one slip do not vouch for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from proofread.equations.derivative import along
from proofread.equations.dual import Value, divide
from proofread.equations.model import Point
from proofread.equations.random_points import random_point
from proofread.equations.symbols import SymbolTable
from proofread.equations.truth import gap

Loss = Callable[[Point], Value]


def steps_downhill(name: str, table: SymbolTable, shared: SymbolTable) -> bool:
    """Whether the update called `name` in a table is a gradient step on a loss that is shared."""
    old = next((before for before, after in shared.primed.items() if after == name), None)
    rate = _rate(name, shared)
    if old is None or rate is None:
        return False

    def lowers(loss: Loss, symbols: SymbolTable) -> bool:
        points = (random_point(symbols, number, {}) for number in range(3))
        return all(_is_step(point, old, name, rate, loss) for point in points)

    for one, many in _families(shared):
        if lowers(lambda point, one=one: point.value(one), shared):  # type: ignore[misc]  # bound
            return any(lowers(loss, table) for loss in _losses(one, many, table))
    return False


def _rate(name: str, shared: SymbolTable) -> str | None:
    code = shared.codes[name]
    rates = [
        other
        for other in sorted(code.names if code else ())
        if shared.definitions[other].domain == "positive"
    ]
    return rates[0] if len(rates) == 1 else None


def _families(shared: SymbolTable) -> Iterator[tuple[str, str]]:
    r"""Yield pairs of one number and many of one letter, as `\ell` and `\ell_i` are."""
    for (base, count, primes), many in shared.patterns.items():
        one = shared.patterns.get((base, 0, 0))
        row = shared.definitions[many]
        if one is None or count != 1 or primes or not row.code or one == many:
            continue
        if not shared.definitions[one].shape and len(row.shape) == 1:
            yield one, many


def _losses(one: str, many: str, table: SymbolTable) -> Iterator[Loss]:
    yield lambda point: point.value(one)
    yield lambda point: _mean(point.value(many))
    for name, row in table.definitions.items():
        if row.kind == "set":
            yield lambda point, name=name: _mean(  # type: ignore[misc]  # the default is bound
                np.array([point.value(many)[k - 1] for k in sorted(point.value(name))])
            )


def _mean(values: Value) -> Value:
    return divide(sum(values.tolist()), len(values))


def _is_step(point: Point, old: str, new: str, rate: str, loss: Loss) -> bool:
    before, after, alpha = point.value(old), point.value(new), point.value(rate)
    if not isinstance(before, np.ndarray):
        return gap(before - after, alpha * along(old, (), loss, point))[1]
    return all(
        gap(before[place] - after[place], alpha * along(old, place, loss, point))[1]
        for place in np.ndindex(before.shape)
    )

"""Points beside the borders of conditions, which lie between no two of the random points."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import numpy as np

from proofread.equations import tree
from proofread.equations.assumptions import check_cut
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, number
from proofread.equations.indexed import places
from proofread.equations.pair import INEQUALITIES
from proofread.equations.precise import ten_to

BESIDE = ten_to(-12)  # how far on either side of a border


def beside(condition: tree.Chain, nodes: tuple[tree.Node, ...], env: Env) -> Iterator[Env]:
    """Yield the environments a little below and above what a symbol is compared with.

    Nothing is yielded where the symbol cannot be set, since the nodes use what it is computed from.
    """
    for k, link in enumerate(condition.links):
        left, right = condition.sides[k], condition.sides[k + 1]
        name, border = (left, right) if isinstance(left, tree.Name) else (right, left)
        if link.sign in INEQUALITIES and isinstance(name, tree.Name):
            with contextlib.suppress(EquationError):
                yield from _around(name, border, nodes, env)


def _around(
    name: tree.Name, border: tree.Node, nodes: tuple[tree.Node, ...], env: Env
) -> Iterator[Env]:
    python, start = check_cut(name, env, nodes), number(border, env)
    if env.point.table.definitions[python].domain in {"whole", "label"}:
        return
    raw = env.point.value(python)
    for value in (start - BESIDE, start + BESIDE):
        moved: Value = value
        if isinstance(raw, np.ndarray):
            moved = raw.copy()
            moved[places(name, raw, env)] = value
        yield env.at(env.point.override({python: moved}))

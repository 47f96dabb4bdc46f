"""Checks that values are in a set, and that the set is no larger than it must be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from proofread.equations import tree
from proofread.equations.bounds import check_tightness
from proofread.equations.context import SOME, Context
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.everywhere import note
from proofread.equations.pair import Pair, Refused, show
from proofread.equations.repeat import members
from proofread.equations.truth import belongs, gap


def check_membership(pair: Pair, context: Context, seen: list[str]) -> None:
    """Every value is in the set; and the set is no larger than it must be."""
    where = pair.right
    attained: list[Value] = []
    points = iter([context.point()]) if context.annotation.at else context.random(SOME)
    for env in context.environments(points, (pair.left, where)):
        note(env, seen)
        value = evaluate(pair.left, env)
        if isinstance(where, tree.Listing) and where.opening == "range":
            where = replace(where, opening=r"\{", closing=r"\}")
        if not belongs(value, where, env):
            raise Refused(f"{show(value)} at {env.point.label} is not in the set.", "")
        entries = value.ravel() if isinstance(value, np.ndarray) else [value]
        attained += list(entries)
    inner = where.base if isinstance(where, tree.Power) else where
    if not isinstance(inner, tree.Listing):
        return
    if inner.opening == r"\{":
        _no_larger(pair, inner, context, attained)
        return
    if pair.pinned:
        return
    if len(pair.tight) != 2:
        raise EquationError("an interval needs `tight:` with two witnesses", pair.left.span[0])
    low, high = inner.items
    below = Pair(low, "<" if inner.opening == "(" else "<=", pair.left, pair.tight[:1])
    above = Pair(pair.left, "<" if inner.closing == ")" else "<=", high, pair.tight[1:])
    for part, bracket in ((below, inner.opening), (above, inner.closing)):
        check_tightness(part, context, seen, bracket)


def _no_larger(
    pair: Pair, members_of: tree.Listing, context: Context, attained: list[Value]
) -> None:
    """Every member of a set is attained; for an index, at each size."""
    counts = isinstance(pair.left, tree.Name) and pair.left.base in context.table.indices
    for point in context.random():
        env = Env(point, {})
        if counts and isinstance(pair.left, tree.Name):
            attained = list(range(1, point.size(context.table.indices[pair.left.base]) + 1))
        for member in members(members_of, env):
            if not any(gap(member, item)[1] for item in attained):
                raise Refused(f"{show(member)} is never attained.", "Leave it out.")

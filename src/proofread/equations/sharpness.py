"""Checks that a condition is no narrower than it must be."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace

from proofread.equations import tree
from proofread.equations.annotation import Annotation
from proofread.equations.borders import beside
from proofread.equations.context import DENSE, Context
from proofread.equations.errors import DomainError, EquationError
from proofread.equations.evaluate import Env
from proofread.equations.free import all_indices, free_indices
from proofread.equations.pair import INEQUALITIES
from proofread.equations.results import RelationResult
from proofread.equations.truth import chain_holds


def needs_sharpness(clause: tree.Clause) -> bool:
    """Whether a condition of a clause is an inequality, which could be a wider one."""
    return any(link.sign in INEQUALITIES for chain in clause.conditions for link in chain.links)


def check_sharpness(clause: tree.Clause, context: Context, tex: str) -> RelationResult:
    """Where the condition fails, the conclusion fails: else the condition could be another.

    At the borders of what a condition admits, the conclusion holds on the one side alone.
    """
    bare = Context(context.table, context.named, Annotation(fixed=context.annotation.fixed),
                   context.pool)  # fmt: skip
    letters = sorted(free_indices(clause, context.table))
    good = True
    narrow: set[tree.Chain] = set()  # conditions that do not hold everywhere
    for point in bare.random(DENSE):
        for env in all_indices(point, letters):
            fail = {item for item in clause.conditions if not chain_holds(item, env)}
            narrow |= fail
            if fail:
                good = good and not _hold(clause.chains, env)
    good = good and all(_ends_here(item, clause, bare) for item in narrow)
    condition = clause.conditions[0]
    text = tex[slice(*condition.span)]
    return RelationResult(
        "if", tex[slice(*clause.chains[0].span)], text, clause.chains[0].span, condition.span,
        good, (f"{DENSE} random points",), 0.0,
        "" if good else f"the conclusion also holds where `{text}` does not.",
        "" if good else "Widen the condition to where it is needed.",
    )  # fmt: skip


def _hold(chains: Iterable[tree.Chain], env: Env) -> bool:
    try:
        return all(chain_holds(chain, env) for chain in chains)
    except DomainError:
        return False  # the condition may be what gives the conclusion a value


def _ends_here(condition: tree.Chain, clause: tree.Clause, context: Context) -> bool:
    """Whether the conclusion begins to hold where a condition does, where that can be set."""
    others = tuple(item for item in clause.conditions if item is not condition)
    context = replace(context, conditions=others)
    with contextlib.suppress(EquationError):  # the others do not hold, or a side has no value there
        return all(
            _hold(clause.conditions, near) is _hold(clause.chains, near)
            for env in context.environments(context.random(1), (clause,))
            for near in beside(condition, (clause,), env)
        )
    return True

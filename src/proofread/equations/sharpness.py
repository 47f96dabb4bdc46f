"""Checks that a condition is no narrower than it must be."""

from __future__ import annotations

from proofread.equations import tree
from proofread.equations.annotation import Annotation
from proofread.equations.context import DENSE, Context
from proofread.equations.free import all_indices, free_indices
from proofread.equations.pair import INEQUALITIES
from proofread.equations.results import RelationResult
from proofread.equations.truth import chain_holds


def needs_sharpness(clause: tree.Clause) -> bool:
    """Whether a condition of a clause is an inequality, which could be a wider one."""
    return any(link.sign in INEQUALITIES for chain in clause.conditions for link in chain.links)


def check_sharpness(clause: tree.Clause, context: Context, tex: str) -> RelationResult:
    """Where the condition fails, the conclusion fails: else the condition could be another."""
    bare = Context(context.table, context.named, Annotation(fixed=context.annotation.fixed),
                   context.pool)  # fmt: skip
    letters = sorted(free_indices(clause, context.table))
    good = True
    for point in bare.random(DENSE):
        for env in all_indices(point, letters):
            if not all(chain_holds(item, env) for item in clause.conditions):
                good = good and not all(chain_holds(item, env) for item in clause.chains)
    condition = clause.conditions[0]
    text = tex[slice(*condition.span)]
    return RelationResult(
        "if", tex[slice(*clause.chains[0].span)], text, clause.chains[0].span, condition.span,
        good, (f"{DENSE} random points",), 0.0,
        "" if good else f"the conclusion also holds where `{text}` does not.",
        "" if good else "Widen the condition to where it is needed.",
    )  # fmt: skip

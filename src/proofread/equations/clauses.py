"""Checks all clauses of a formula: chains, implications, conditions, labels under braces."""

from __future__ import annotations

from collections.abc import Iterator

from proofread.equations import tree
from proofread.equations.anchored import check_anchors
from proofread.equations.annotation import Setting
from proofread.equations.cancelled import check_cancelled
from proofread.equations.consistency import check_all_claim, check_mixture, check_times, looks
from proofread.equations.context import Context
from proofread.equations.equivalence import always, equivalent
from proofread.equations.errors import EquationError
from proofread.equations.pair import INEQUALITIES, Pair
from proofread.equations.pinned import condition_only, pin
from proofread.equations.relations import check_pair
from proofread.equations.results import RelationResult
from proofread.equations.rounding import rounded
from proofread.equations.sharpness import check_sharpness, needs_sharpness


def check(formula: tree.Formula, context: Context, tex: str) -> tuple[RelationResult, ...]:
    """All verdicts on a formula, in reading order."""
    check_times(formula, context.table)
    check_mixture(formula, context.table)
    check_all_claim(formula)
    sides = [side for clause in formula.clauses for c in clause.chains for side in c.sides]
    pinned = pin(sides, context)
    check_anchors(formula, context)
    check_cancelled(formula, context)
    if context.annotation.means:
        return (condition_only(formula, context, tex),)
    results: list[RelationResult] = []
    tight = list(context.annotation.tight)
    for clause in formula.clauses:
        here = Context(context.table, context.named, context.annotation, context.pool,
                       clause.conditions, context.known)  # fmt: skip
        results += _labels(clause, here, tex)
        results += _domains(clause, context, tex)
        if clause.arrows and not always(clause, here):
            results.append(equivalent(clause, here, tex))
            continue
        sharp = needs_sharpness(clause)
        for chain in clause.chains:
            results += _chain(chain, here, tex, tight, pinned=pinned)
        if sharp and results and all(item.holds for item in results):
            results.append(check_sharpness(clause, here, tex))
    if tight:
        raise EquationError("`tight` names more places than there are inequalities")
    return tuple(results)


def _chain(
    chain: tree.Chain, context: Context, tex: str, tight: list[tuple[Setting, ...]], *, pinned: bool
) -> Iterator[RelationResult]:
    unrounded: tree.Node | None = None  # the side that the roundings of the chain began with
    for k, link in enumerate(chain.links):
        left, right = chain.sides[k], chain.sides[k + 1]
        if not context.conditions and looks(chain):
            continue  # `z \to \infty` says where to look, and claims nothing
        count = 1 if link.sign in INEQUALITIES else 0
        if link.sign == "in" and isinstance(right, tree.Listing) and right.opening in "([":
            count = 2
        taken = () if pinned else tuple(tight[:count])
        del tight[: len(taken)]
        yield check_pair(
            Pair(left, link.sign, right, taken, pinned, k == 0),
            context,
            tex,
        )
        if link.sign == "~=" and unrounded is not None and rounded(right):
            yield check_pair(Pair(unrounded, "~=", right, first=False), context, tex)
        elif link.sign == "~=":
            unrounded = left if unrounded is None else unrounded
        elif link.sign != "=":
            unrounded = None


def _labels(clause: tree.Clause, context: Context, tex: str) -> Iterator[RelationResult]:
    for node in clause.walk():
        if isinstance(node, tree.Labelled) and node.label is not None:
            yield check_pair(Pair(node.body, "=", node.label), context, tex)


def _domains(clause: tree.Clause, context: Context, tex: str) -> Iterator[RelationResult]:
    """Check a condition `for y ∈ {0, 1}`: the set must be all that the variable can be."""
    for chain in clause.conditions:
        if chain.links[0].sign == "in":
            yield check_pair(Pair(chain.sides[0], "in", chain.sides[1]), context, tex)

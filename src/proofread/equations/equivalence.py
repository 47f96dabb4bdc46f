"""Checks statements that are true at some points only: they must be so at the same points."""

from __future__ import annotations

from collections.abc import Iterator

from proofread.equations import tree
from proofread.equations.assumptions import assume
from proofread.equations.context import DENSE, SOME, Context
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.free import all_indices, free_indices
from proofread.equations.indexed import variable
from proofread.equations.precise import ten_to
from proofread.equations.results import RelationResult
from proofread.equations.truth import chain_holds, gap


def always(clause: tree.Clause, context: Context) -> bool:
    """Whether every chain of an implication is true everywhere, as steps of algebra are."""
    try:
        return all(
            chain_holds(chain, env)
            for chain in clause.chains
            for env in context.environments(context.random(SOME), clause.chains)
        )
    except EquationError:
        return False


def _boundary(
    chain: tree.Chain, clause: tree.Clause, context: Context, letters: list[str]
) -> Iterator[Env]:
    """Points at which the two sides of a relation are equal, where they can be set so."""
    left = chain.sides[0]
    if len(chain.links) != 1 or not isinstance(left, tree.Name):
        return
    for point in context.random():
        for env in all_indices(point, letters):
            try:
                if _cut_off(left, clause, env):
                    return
                if not _only_approached(left, chain.sides[1], env):
                    yield assume(left, chain.sides[1], env, ())
            except EquationError:
                return


def _only_approached(name: tree.Name, value: tree.Node, env: Env) -> bool:
    """Whether a symbol goes to a value as something that it is computed from goes to infinity."""
    table = env.point.table
    python = variable(name, env)
    wanted = evaluate(value, env)
    above = [table.definitions[other] for other in sorted(table.ancestors(python))]
    ends = [
        evaluate(name, env.at(env.point.override({row.name: far * ten_to(3)})))
        for row in above
        if row.kind == "value" and row.given and not row.shape and row.domain == "real"
        for far in (1, -1)
    ]
    return any(gap(end, wanted)[1] for end in ends)


def equivalent(clause: tree.Clause, context: Context, tex: str) -> RelationResult:
    """Statements that are true at some points only must be true at the same points."""
    if set(clause.arrows) != {"<=>"}:
        raise EquationError(
            "an implication between conditions cannot be told from a weaker one: use \\iff",
            clause.span[0],
        )
    letters = sorted(set().union(*(free_indices(chain, context.table) for chain in clause.chains)))
    good, values = True, set()
    for point in context.random(DENSE):
        for env in all_indices(point, letters):
            truths = {chain_holds(chain, env) for chain in clause.chains}
            values |= truths
            good = good and len(truths) == 1
    for chain in clause.chains:
        reached = False
        for other in _boundary(chain, clause, context, letters):
            reached = True
            truths = {chain_holds(item, other) for item in clause.chains}
            values |= truths
            good = good and len(truths) == 1
        if not reached and {link.sign for link in chain.links} & {"<=", ">="}:
            raise EquationError("equality is never reached here: write < or >", chain.span[0])
    if len(values) < 2:
        raise EquationError("true nowhere or everywhere among the points", clause.span[0])
    first, last = clause.chains[0], clause.chains[-1]
    return RelationResult(
        "<=>", tex[slice(*first.span)], tex[slice(*last.span)], first.span, last.span, good,
        (f"{DENSE} random points",), 0.0,
        "" if good else f"{tex.strip()}: not true at the same points.",
        "" if good else "Compare the statements.",
    )  # fmt: skip


def _cut_off(left: tree.Name, clause: tree.Clause, env: Env) -> bool:
    """Whether setting the left side would leave behind what it is computed from."""
    table = env.point.table
    above = table.ancestors(variable(left, env))
    names = {
        other[0]
        for item in clause.chains
        for node in item.walk()
        if isinstance(node, tree.Name)
        and (other := table.find(node.base, len(node.subscripts), node.primes))
    }
    return bool(names & above)

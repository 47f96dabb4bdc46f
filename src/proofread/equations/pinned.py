"""Holds the sides of a formula against Python in its comment: `sides` and `means`."""

from __future__ import annotations

from proofread.equations import tree
from proofread.equations.context import Context
from proofread.equations.dual import Value
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.free import all_indices, free_indices
from proofread.equations.linear import column
from proofread.equations.results import RelationResult
from proofread.equations.truth import gap


def pin(sides: list[tree.Node], context: Context) -> bool:
    """Hold every side against its Python in `sides`."""
    codes = context.annotation.sides
    if not codes:
        return False
    if len(codes) != len(sides):
        raise EquationError(f"`sides` has {len(codes)} entries for {len(sides)} sides")
    points = iter([context.point()]) if context.annotation.at else context.random()
    for point in points:
        for node, code in zip(sides, codes, strict=True):
            letters = sorted(free_indices(node, context.table))
            for env in all_indices(point, letters):
                if not gap(evaluate(node, env), column(_python(code, env)))[1]:
                    raise EquationError(f"this side is not `{code.text.strip()}`", node.span[0])
    return True


def _python(code: object, env: Env) -> Value:
    """Return a side in Python; indices count from zero there, as Python does."""

    def lookup(name: str) -> Value:
        if name in env.indices:
            return env.indices[name] - 1
        return env.point.value(name)

    return code(lookup)  # type: ignore[operator]  # a Code


def condition_only(formula: tree.Formula, context: Context, tex: str) -> RelationResult:
    """Return a formula that is a condition: it says what the comment says, and is not judged."""
    means = context.annotation.means
    chains = [chain for clause in formula.clauses for chain in clause.chains]
    if means is None or len(chains) != 1 or len(chains[0].links) != 1:
        raise EquationError("`means` belongs to a single relation")
    (left, right), sign = chains[0].sides, chains[0].links[0].sign
    good = sign == means[1]
    labels = []
    for point in context.random():
        letters = sorted(free_indices(left, context.table) | free_indices(right, context.table))
        labels.append(point.label)
        for env in all_indices(point, letters):
            for node, code in ((left, means[0]), (right, means[2])):
                good = good and gap(evaluate(node, env), column(_python(code, env)))[1]
    text = [tex[slice(*node.span)] for node in (left, right)]
    return RelationResult(
        sign, text[0], text[1], left.span, right.span, good, tuple(labels), 0.0,
        "" if good else f"{tex.strip()} is not what `means` says.", "" if good else "Mend either.",
    )  # fmt: skip

"""Evaluates a relation at every point that it claims to hold at."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable

from proofread.equations import tree
from proofread.equations.borders import beside
from proofread.equations.context import RANDOM, SOME, Context
from proofread.equations.corners import has_corner
from proofread.equations.errors import EquationError, UnfitError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.linear import scalar, shape
from proofread.equations.pair import INEQUALITIES, Pair, Refused, difference_at, refuse_turned
from proofread.equations.rounding import approximates, decimals, only_found, units
from proofread.equations.substitution import alike, substitutes, symbols
from proofread.equations.truth import gap, holds
from proofread.equations.zeros import check_zeros

ENOUGH = 2  # random points, where a formula does not fit them all


def everywhere(
    pair: Pair, context: Context, seen: list[str], worst: list[float], *, numbers_only: bool
) -> list[Env]:
    """Evaluate at all points that the formula fits, and return these."""
    unfit: UnfitError | None = None
    fit: list[Env] = []
    for env in _where(pair, context, numbers_only=numbers_only):
        try:
            _at(pair, env, worst)
        except UnfitError as error:
            unfit = error
            continue
        if context.annotation.at or context.annotation.fixed or numbers_only:
            _form(pair, env)
        note(env, seen)
        fit.append(env)
    if unfit and (context.annotation.at or len(seen) < ENOUGH):
        raise unfit
    return fit


def with_single_axes(pair: Pair, context: Context, seen: list[str], worst: list[float]) -> None:
    """Evaluate with one sample, and with one feature, where that has a value.

    A matrix of one entry is taken for a number there, and a row may be a column, so that a true
    formula may be refused for its shapes. Its values must agree all the same.
    """
    try:
        for env in context.environments(context.single(), (pair.left, pair.right)):
            with contextlib.suppress(EquationError):
                if pair.sign != "=" or _same_shape(pair, env):
                    _at(pair, env, worst)
                    note(env, seen)
    except EquationError:
        return  # its conditions hold at neither


def at_borders(pair: Pair, context: Context, worst: list[float]) -> None:
    """Evaluate beside the borders between the cases of the sides, where they can be set so."""
    nodes = (pair.left, pair.right)
    cases = [item for side in nodes for item in side.walk() if isinstance(item, tree.Cases)]
    conditions = [chain for item in cases for chain in item.conditions if chain is not None]
    with contextlib.suppress(EquationError):  # a side has no value there
        for env in context.environments(context.random(1), nodes) if conditions else ():
            for condition in conditions:
                for near in beside(condition, nodes, env):
                    _at(pair, near, worst)


def far_away(pair: Pair, context: Context) -> None:
    """Refuse an inequality that turns round where values are large, or near their ends.

    Sixty digits may not tell the sides apart there, which is no reason to refuse it.
    """
    with contextlib.suppress(EquationError):  # its conditions hold at none of these points
        for env in context.environments(context.far(), (pair.left, pair.right)):
            with contextlib.suppress(EquationError):  # a side has no value there
                refuse_turned(pair, env)


def _same_shape(pair: Pair, env: Env) -> bool:
    left, right = (scalar(evaluate(side, env)) for side in (pair.left, pair.right))
    return shape(left) == shape(right)


def note(env: Env, seen: list[str]) -> None:
    """Note at which point something was evaluated."""
    if env.point.label not in seen:
        seen.append(env.point.label)


def _where(pair: Pair, context: Context, *, numbers_only: bool) -> Iterable[Env]:
    """Named point first; random points where both sides are symbolic."""
    nodes = (pair.left, pair.right)
    named = bool(context.annotation.at)
    if named:
        yield from context.environments(iter([context.point()]), nodes)
        if pair.sign in {"=", ":="} and symbols(pair.left) and symbols(pair.right):
            sized = context.sized()
            yield from sized.environments(sized.random(_enough(pair, context)), nodes)
    else:
        points = context.random(1 if numbers_only else _enough(pair, context))
        yield from context.environments(points, nodes)


def _enough(pair: Pair, context: Context) -> int:
    """Return at how many random points a relation is evaluated."""
    bent = any(has_corner(side, context.table) for side in (pair.left, pair.right))
    return SOME if bent or pair.sign in INEQUALITIES else RANDOM


def _at(pair: Pair, env: Env, worst: list[float]) -> None:
    if pair.sign == "~=":
        good, why = approximates(pair.left, pair.right, env)
        if not good:
            raise difference_at(pair, env, why)
        return
    difference = 0.0
    if pair.sign in {"=", ":="}:
        difference, good = gap(evaluate(pair.left, env), evaluate(pair.right, env))
    else:
        good = holds(pair.sign, pair.left, pair.right, env)
    if not good:
        raise difference_at(pair, env, "")
    if pair.sign in {"=", ":="} and only_found(pair.left, pair.right, env):
        raise Refused("such a value is found to some digits only.", "Write ≈ instead.")
    worst.append(difference)


def _form(pair: Pair, env: Env) -> None:
    """Check the right side as a substitution into the left one, or at least for hidden zeros."""
    if pair.sign not in {"=", "~="}:
        return
    if symbols(pair.right) < symbols(pair.left):
        if substitutes(pair.left, pair.right, env, rounded=pair.sign == "~="):
            return
        if alike(pair.left, pair.right):
            raise Refused(
                "the right side looks like the left side with numbers put in, but is not.",
                "Put each symbol's own value in its place, and keep the operators.",
            )
    if (
        pair.sign == "~="
        and units(pair.right) is None
        and len(decimals(pair.right)) > 1
        and not substitutes(pair.left, pair.right, env, rounded=True)
    ):
        # Each could hide a slip in the last digit of the other.
        raise Refused(
            "several rounded numbers, and no part of the left side that each stands for.",
            "Write the form that the numbers are put into, then the numbers.",
        )
    check_zeros(pair.right, env)

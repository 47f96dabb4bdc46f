"""Checks one relation between two sides."""

from __future__ import annotations

from dataclasses import replace

from proofread.equations import tree
from proofread.equations.between import between
from proofread.equations.bounds import check_sometimes_singular, check_tightness
from proofread.equations.context import Context
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.everywhere import at_borders, everywhere, far_away, note, with_single_axes
from proofread.equations.limits import approach
from proofread.equations.membership import check_membership
from proofread.equations.pair import INEQUALITIES, SHOWN, Pair, Refused, show
from proofread.equations.results import RelationResult
from proofread.equations.rounding import units
from proofread.equations.substitution import substitutes, symbols
from proofread.equations.truth import gap, order
from proofread.equations.zeros import check_hidden, check_signs, check_zeros


def check_pair(pair: Pair, context: Context, tex: str) -> RelationResult:
    """Evaluate a relation everywhere that it claims to hold."""
    seen: list[str] = []
    worst = [0.0]
    text = {side: tex[slice(*node.span)] for side, node in (("l", pair.left), ("r", pair.right))}
    sign = SHOWN.get(pair.sign, pair.sign)
    result = RelationResult(sign, text["l"], text["r"], pair.left.span, pair.right.span, True, ())
    try:
        _check(pair, context, seen, worst)
    except Refused as wrong:
        message, mend = wrong.args
        return replace(
            result, holds=False, points=tuple(seen),
            message=f"{text['l']} {sign} {text['r']}: {message}", mend=mend,
        )  # fmt: skip
    return replace(result, points=tuple(seen), difference=max(worst))


def _check(pair: Pair, context: Context, seen: list[str], worst: list[float]) -> None:
    again = isinstance(pair.left, tree.Name) and pair.left in symbols(pair.right)
    if pair.sign == ":=" and not isinstance(pair.left, tree.Name | tree.Call):
        raise EquationError("only a symbol or a function can be defined", pair.left.span[0])
    if pair.sign == "<-" or (pair.sign == ":=" and again):
        pair = _update(pair, context)
    if pair.sign == "in":
        check_membership(pair, context, seen)
        return
    if pair.sign in {"->", "prop", "law"}:
        _special(pair, context, seen)
        return
    if isinstance(pair.right, tree.Listing) and pair.right.opening == "range":
        check_membership(pair, context, seen)
        return
    numbers_only = not symbols(pair.left) and not symbols(pair.right)
    envs = everywhere(pair, context, seen, worst, numbers_only=numbers_only)
    env = envs[-1]
    if not numbers_only and not context.annotation.at:
        with_single_axes(pair, context, seen, worst)
        at_borders(pair, context, worst)
        if pair.sign in INEQUALITIES:
            far_away(pair, context)
            between(pair, context, envs)
    if pair.first:
        check_zeros(pair.left, env)
    if not context.annotation.at and not context.annotation.fixed:
        check_zeros(pair.right, env)
    if context.annotation.at and pair.sign in {"=", "~="}:
        for side in _only_here(pair):
            check_signs(side, envs[0], context.known)
    if _open_to_zeros(pair, context, env):
        check_hidden(pair.left, envs)
        check_hidden(pair.right, envs)
    if pair.sign in INEQUALITIES and not pair.pinned:
        check_tightness(pair, context, seen)
    elif pair.sign == "!=" and not pair.pinned:
        raise EquationError("what differs cannot be checked by itself: give `sides: ..., ...`",
                            pair.left.span[0])  # fmt: skip
    elif pair.sign == "<=" or pair.sign == ">=":
        if order(evaluate(pair.left, env), evaluate(pair.right, env), pair.left) != 0:
            raise Refused(
                "the sides are not equal, so it is strict.",
                f"Write {pair.sign[0]} instead.",
            )
    elif pair.sign == "psd":
        check_sometimes_singular(pair, context)


def _only_here(pair: Pair) -> list[tree.Node]:
    """Return the sides that are evaluated at the named point alone, each once in a chain."""
    if pair.sign == "=" and symbols(pair.left) and symbols(pair.right):
        return []
    return [pair.left, pair.right] if pair.first else [pair.right]


def _open_to_zeros(pair: Pair, context: Context, env: Env) -> bool:
    """Whether nothing but its value tells what a side says.

    At a named point, numbers that were put in for symbols tell it, and so does the chain above.
    """
    if not context.annotation.at:
        return True
    if not pair.first or symbols(pair.right):
        return False
    whole = units(pair.right) is not None  # one number for all of the left side
    return whole or not substitutes(pair.left, pair.right, env, rounded=pair.sign == "~=")


def _update(pair: Pair, context: Context) -> Pair:
    if not isinstance(pair.left, tree.Name):
        raise EquationError("← needs a symbol on its left", pair.left.span[0])
    name = replace(pair.left, primes=pair.left.primes + 1)
    if context.table.find(name.base, len(name.subscripts), name.primes) is None:
        raise EquationError(
            f"no code says what {name.base} is after the step: declare it with a prime",
            name.span[0],
        )
    return replace(pair, left=name, sign="=")


def _special(pair: Pair, context: Context, seen: list[str]) -> None:
    if pair.sign == "->":
        goes = [item for item in context.conditions if item.links[0].sign == "->"]
        if len(goes) != 1 or not isinstance(goes[0].sides[0], tree.Name):
            raise EquationError("→ needs `\\text{ as } z \\to ...`", pair.left.span[0])
        for env in context.environments(context.random(2), (pair.left, pair.right)):
            note(env, seen)
            value = approach(goes[0].sides[0], goes[0].sides[1], pair.left, env)
            if not gap(value, evaluate(pair.right, env))[1]:
                raise Refused(f"the left side goes to {show(value)}.", "")
        return
    if pair.sign == "prop":
        raise EquationError("∝ hides a factor: write it, with =", pair.left.span[0])
    from proofread.equations.chance import check_law

    for env in context.environments(context.random(), (pair.left, pair.right)):
        note(env, seen)
        if not check_law(pair.left, pair.right, env):
            raise Refused("the declared law is another.", "")

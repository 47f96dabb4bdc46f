"""Checks one relation between two sides."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from proofread.equations import numeric, tree
from proofread.equations.annotation import Setting
from proofread.equations.context import Context, all_indices, free_indices, witness
from proofread.equations.errors import EquationError, UnfitError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.linear import floats, scalar, shape, smallest_eigenvalue
from proofread.equations.numeric import Value
from proofread.equations.repeat import approach, members
from proofread.equations.results import RelationResult
from proofread.equations.rounding import approximates, decimals, units
from proofread.equations.substitution import alike, substitutes, symbols
from proofread.equations.truth import belongs, gap, holds, order
from proofread.equations.zeros import check_hidden, check_zeros

CLOSE = 1e-25  # of a bound that is approached, as near to it as 60 digits allow
ENOUGH = 2  # random points, where a formula does not fit them all
INEQUALITIES = {"<", "<=", ">", ">="}
SHOWN = {
    "<=": "≤", ">=": "≥", "!=": "≠", "~=": "≈", "<-": "←", "->": "→", "in": "∈", "psd": "⪰",
    "pd": "≻", "law": "∼", "prop": "∝",
}  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """Two neighbouring sides of a chain, with what the comment says about them."""

    left: tree.Node
    sign: str
    right: tree.Node
    tight: tuple[tuple[Setting, ...], ...] = ()
    pinned: bool = False
    first: bool = True


class Refused(Exception):  # noqa: N818 - not an error: the verdict that a relation is wrong
    """A relation does not hold; the arguments are a message and how to mend it."""


def show(value: Value) -> str:
    """Return a value for a message."""
    value = scalar(value)
    if isinstance(value, np.ndarray):
        return np.array2string(floats(value), precision=6, threshold=12).replace("\n", "")
    return f"{float(numeric.primal(value)):.12g}"


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
            result, holds=False, points=tuple(seen), difference=max(worst),
            message=f"{text['l']} {sign} {text['r']}: {message}", mend=mend,
        )  # fmt: skip
    return replace(result, points=tuple(seen), difference=max(worst))


def _check(pair: Pair, context: Context, seen: list[str], worst: list[float]) -> None:
    again = isinstance(pair.left, tree.Name) and pair.left in symbols(pair.right)
    if pair.sign == "<-" or (pair.sign == ":=" and again):
        pair = _update(pair, context)
    if pair.sign == "in":
        _membership(pair, context, seen)
        return
    if pair.sign in {"->", "prop", "law"}:
        _special(pair, context, seen)
        return
    if isinstance(pair.right, tree.Listing) and pair.right.opening == "range":
        _membership(pair, context, seen)
        return
    numbers_only = not symbols(pair.left) and not symbols(pair.right)
    envs = _everywhere(pair, context, seen, worst, numbers_only=numbers_only)
    env = envs[-1]
    if not numbers_only and not context.annotation.at:
        _with_single_axes(pair, context, seen, worst)
    if pair.first:
        check_zeros(pair.left, env)
    if _open_to_zeros(pair, context, env):
        check_hidden(pair.left, envs)
        check_hidden(pair.right, envs)
    if pair.sign in INEQUALITIES and not pair.pinned:
        _tightness(pair, context, seen)
    elif pair.sign == "!=" and not pair.pinned:
        raise EquationError("what differs cannot be checked by itself: give `sides: ..., ...`",
                            pair.left.span[0])  # fmt: skip
    elif pair.sign == "<=" or pair.sign == ">=":
        if order(evaluate(pair.left, env), evaluate(pair.right, env), pair.left) != 0:
            raise Refused("the sides differ: it is strict.", f"Write {pair.sign[0]} instead.")
    elif pair.sign == "psd":
        _sometimes_singular(pair, context)


def _everywhere(
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
        _note(env, seen)
        fit.append(env)
    if unfit and (context.annotation.at or len(seen) < ENOUGH):
        raise unfit
    return fit


def _with_single_axes(pair: Pair, context: Context, seen: list[str], worst: list[float]) -> None:
    """Evaluate with one sample, and with one feature, where that has a value.

    A matrix of one entry is taken for a number there, and a row may be a column, so that a true
    formula may be refused for its shapes. Its values must agree all the same.
    """
    try:
        for env in context.environments(context.single(), (pair.left, pair.right)):
            with contextlib.suppress(EquationError):
                if pair.sign != "=" or _same_shape(pair, env):
                    _at(pair, env, worst)
                    _note(env, seen)
    except EquationError:
        return  # its conditions hold at neither


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


def _same_shape(pair: Pair, env: Env) -> bool:
    left, right = (scalar(evaluate(side, env)) for side in (pair.left, pair.right))
    return shape(left) == shape(right)


def _note(env: Env, seen: list[str]) -> None:
    if env.point.label not in seen:
        seen.append(env.point.label)


def _where(pair: Pair, context: Context, *, numbers_only: bool) -> Iterable[Env]:
    """Named point first; random points where both sides are symbolic."""
    nodes = (pair.left, pair.right)
    named = bool(context.annotation.at)
    if named:
        yield from context.environments(iter([context.point()]), nodes)
        if pair.sign in {"=", ":=", "<-"} and symbols(pair.left) and symbols(pair.right):
            sized = context.sized()
            yield from sized.environments(sized.random(), nodes)
    else:
        points = context.random(1) if numbers_only else context.random()
        yield from context.environments(points, nodes)


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


def _at(pair: Pair, env: Env, worst: list[float]) -> None:
    if pair.sign == "~=":
        good, why = approximates(pair.left, pair.right, env)
        if not good:
            raise _difference(pair, env, why)
        return
    if not holds(pair.sign, pair.left, pair.right, env):
        raise _difference(pair, env, "")
    if pair.sign in {"=", ":="} and not _is_set(pair.right):
        worst.append(gap(evaluate(pair.left, env), evaluate(pair.right, env))[0])


def _is_set(node: tree.Node) -> bool:
    return isinstance(node, tree.Listing) and node.opening != "("


def _difference(pair: Pair, env: Env, why: str) -> Refused:
    where = env.point.label
    if env.indices:
        where += ", " + ", ".join(f"{name} = {value}" for name, value in env.indices.items())
    if _is_set(pair.right) or pair.sign in {"psd", "pd"}:
        return Refused(f"false at {where}.", "")
    left, right = evaluate(pair.left, env), evaluate(pair.right, env)
    reason = f" ({why})" if why else ""
    return Refused(
        f"the left side is {show(left)}, the right side {show(right)} at {where}{reason}.",
        f"Put {show(left)} on the right, or mend the left side."
        if not symbols(pair.right)
        else "Compare the two sides term by term.",
    )


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


def _tightness(pair: Pair, context: Context, seen: list[str]) -> None:
    """Return a bound must be attained (≤) or approached (<) where the comment says."""
    if len(pair.tight) != 1:
        raise EquationError(
            "an inequality needs `tight: ...`, or `sides: ..., ...` between numbers",
            pair.left.span[0],
        )
    point, limit = witness(pair.tight[0], context)
    letters = sorted(free_indices(pair.left, context.table)
                     | free_indices(pair.right, context.table))  # fmt: skip
    env = next(all_indices(point, letters))
    a = numeric.primal(scalar(evaluate(pair.left, env)))
    b = numeric.primal(scalar(evaluate(pair.right, env)))
    near = abs(a - b) <= CLOSE * max(1, abs(a), abs(b)) if limit else gap(a, b)[1]
    if not near:
        raise Refused(
            f"not tight where the comment says: {show(a)} and {show(b)} there.",
            "Sharpen the bound, or correct `tight`.",
        )
    strict = pair.sign in {"<", ">"}
    if strict != limit:
        raise Refused(
            "a strict inequality is approached, but never an equality."
            if strict
            else "the equality is only approached, never attained.",
            f"Write {pair.sign[0] if limit else SHOWN[pair.sign[0] + '=']} instead.",
        )
    seen.append("tight where declared")


def _sometimes_singular(pair: Pair, context: Context) -> None:
    values = [
        smallest_eigenvalue(evaluate(pair.left, env))
        for env in context.environments(context.random(), (pair.left,))
    ]
    if min(values) > 1e-9:
        raise Refused("positive definite at every point.", "Write \\succ.")


def _membership(pair: Pair, context: Context, seen: list[str]) -> None:
    """Every value is in the set; and the set is no larger than it must be."""
    where = pair.right
    attained: list[Value] = []
    points = iter([context.point()]) if context.annotation.at else context.random()
    for env in context.environments(points, (pair.left, where)):
        _note(env, seen)
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
    for part in (below, above):
        _tightness(part, context, seen)


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


def _special(pair: Pair, context: Context, seen: list[str]) -> None:
    if pair.sign == "->":
        goes = [item for item in context.conditions if item.links[0].sign == "->"]
        if len(goes) != 1 or not isinstance(goes[0].sides[0], tree.Name):
            raise EquationError("→ needs `\\text{ as } z \\to ...`", pair.left.span[0])
        for env in context.environments(context.random(2), (pair.left, pair.right)):
            _note(env, seen)
            value = approach(goes[0].sides[0], goes[0].sides[1], 0, pair.left, env)
            if not gap(value, evaluate(pair.right, env))[1]:
                raise Refused(f"the left side goes to {show(value)}.", "")
        return
    if pair.sign == "prop":
        raise EquationError("∝ hides a factor: write it, with =", pair.left.span[0])
    from proofread.equations.chance import check_law

    for env in context.environments(context.random(), (pair.left, pair.right)):
        _note(env, seen)
        if not check_law(pair.left, pair.right, env):
            raise Refused("the declared law is another.", "")

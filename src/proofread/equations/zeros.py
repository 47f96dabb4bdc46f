r"""Refuses zeros that hide what stands beside them.

A zero may neither be subtracted nor multiplied by anything, since nothing could tell what is wrong:
in `0 \cdot 4` the 4 could be any number, and in `y (1 - y) p` the last factor could be any, as a
label is 0 or 1. A term that is zero at a named point does not show its own sign there, as that of
the label zero in `p - y`: an equation above has to show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from proofread.equations import tree
from proofread.equations.cover import is_part
from proofread.equations.dual import Value, primal
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate, fail
from proofread.equations.linear import scalar, shape
from proofread.equations.substitution import symbols
from proofread.equations.truth import gap


def check_zeros(node: tree.Node, env: Env) -> None:
    """Refuse zeros that hide what stands beside them.

    Raises:
        EquationError: `- 0`, or a factor or numerator that is the constant 0.

    """
    for item in node.walk():
        if isinstance(item, tree.Sum):
            for sign, term in zip(item.signs, item.terms, strict=True):
                if sign == -1 and _zero(term, env):
                    raise EquationError("zero subtracted: the sign cannot be checked; write + 0",
                                        term.span[0], "0")  # fmt: skip
        parts: tuple[tree.Node, ...] = ()
        if isinstance(item, tree.Product):
            parts = item.factors
        elif isinstance(item, tree.Quotient):
            parts = (item.top,)
        for part in parts:
            if _zero(part, env):
                raise EquationError(
                    "a factor 0 hides the factors beside it, so that they cannot be checked",
                    part.span[0],
                    "0",
                )


def _zero(node: tree.Node, env: Env) -> bool:
    if symbols(node) or not any(isinstance(item, tree.Number) for item in node.walk()):
        return False
    value = scalar(evaluate(node, env))
    return not shape(value) and bool(primal(value) == 0)


def check_hidden(node: tree.Node, envs: Sequence[Env]) -> None:
    """Refuse a product that is zero at every point, and stays so without one of its factors.

    Raises:
        EquationError: such a factor, or what such a product is divided by.

    """
    for item in _outside(node):
        if isinstance(item, tree.Quotient) and _vanishes(item.top, envs):
            raise fail(
                item.bottom, "what a zero is divided by could be any, so that it cannot be checked"
            )
        if not isinstance(item, tree.Product) or not _vanishes(item, envs):
            continue
        for k, factor in enumerate(item.factors):
            rest = item.factors[:k] + item.factors[k + 1 :]
            operators = (
                item.operators[1:] if k == 0 else item.operators[: k - 1] + item.operators[k:]
            )
            if _vanishes(replace(item, factors=rest, operators=operators), envs):
                raise fail(
                    factor, "a factor beside a zero could be any, so that it cannot be checked"
                )


def check_signs(node: tree.Node, env: Env, known: Sequence[tree.Node]) -> None:
    """Refuse a sign before a term that is zero here, unless a known equation has it and no other.

    Raises:
        EquationError: such a sign.

    """
    for item in _outside(node):
        if not isinstance(item, tree.Sum):
            continue
        for k, term in enumerate(item.terms):
            alike = [item, *_in_general(item, env)]  # p_2 - y_2 is one of p_i - y_i
            if (
                symbols(term)
                and _vanishes(term, [env])
                and not any(_shown(general, k, known) for general in alike)
            ):
                raise fail(
                    term,
                    f"zero at {env.point.label}, so that the sign before it could be any: state "
                    "this sum above, in an equation that holds everywhere",
                )


def _shown(node: tree.Sum, k: int, known: Sequence[tree.Node]) -> bool:
    """Whether known equations have a sum, and not the one with the other sign before a term."""
    turned = replace(node, signs=(*node.signs[:k], -node.signs[k], *node.signs[k + 1 :]))
    either = len(node.terms) > 1 and is_part(turned, known)
    return is_part(node, known) and not either


def _in_general(node: tree.Sum, env: Env) -> Iterator[tree.Sum]:
    """Yield a sum whose symbols have one and the same number below them with letters instead."""
    names = [item for item in node.walk() if isinstance(item, tree.Name)]
    below = {index.value for name in names for index in name.subscripts
             if isinstance(index, tree.Number)}  # fmt: skip
    if len(below) == 1:
        for letter in sorted(env.point.table.indices):
            yield _lettered(node, letter)


def _lettered(node: Any, letter: str) -> Any:
    """Return a part of a tree with a letter in place of each number below a symbol."""
    if isinstance(node, tuple):
        return tuple(_lettered(item, letter) for item in node)
    if not isinstance(node, tree.Node):
        return node
    if isinstance(node, tree.Name):
        below = tuple(
            tree.Name(index.span, letter) if isinstance(index, tree.Number) else index
            for index in node.subscripts
        )
        return replace(node, subscripts=below)
    changed = {item.name: _lettered(getattr(node, item.name), letter) for item in fields(node)}
    return replace(node, **changed)


def _outside(node: tree.Node) -> Iterator[tree.Node]:
    """Yield the parts of a side that have a value of their own: no derivatives, no sums."""
    if isinstance(node, (tree.Derivative, tree.Gradient, tree.Repeat, tree.Run, tree.Limit,
                         tree.Best, tree.Cases, tree.Chance)):  # fmt: skip
        return
    yield node
    for child in node.children():
        yield from _outside(child)


def _vanishes(node: tree.Node, envs: Sequence[Env]) -> bool:
    try:
        return all(_all_zero(evaluate(node, env)) for env in envs)
    except EquationError:
        return False  # it has no value by itself, such as an index


def _all_zero(value: Value) -> bool:
    entries = value.ravel() if shape(value) else [value]
    return all(gap(entry, 0)[1] for entry in entries)

"""Evaluates what an ellipsis stands for."""

from __future__ import annotations

from collections.abc import Iterator

from proofread.equations import tree
from proofread.equations.dual import Value
from proofread.equations.errors import UnfitError
from proofread.equations.evaluate import Env, evaluate, fail, whole


def expanded(node: tree.Node, env: Env) -> Iterator[Value]:
    """Return the value of a node, or the values of all that its ellipsis stands for."""
    if isinstance(node, tree.Run):
        for inner in runs(node, env):
            yield evaluate(node.template, inner)
    else:
        yield evaluate(node, env)


def bounded(low: int, high: int, node: tree.Node) -> range:
    """Return the whole numbers from low to high, as many as can be evaluated."""
    if high - low > 1000:
        raise fail(node, f"{high - low} terms are too many to evaluate")
    return range(low, high + 1)


def runs(node: tree.Run, env: Env) -> Iterator[Env]:
    """One environment for each term of an ellipsis, after checking the terms that are written."""
    low, high = whole(node.low, env), whole(node.high, env)
    written = [whole(item, env) for item in node.listed]
    head, middle = written[: node.head - 1], written[node.head - 1 :]
    if head != list(range(low + 1, low + node.head)):
        raise fail(node, "the terms before the ellipsis do not count up by one")
    if high < low + len(head) or not all(
        low <= value <= high and (value not in {low, high} or _free(item, env))
        for item, value in zip(node.listed[node.head - 1 :], middle, strict=True)
    ):
        message = f"the ellipsis runs from {low} to {high}: too few terms for it"
        raise fail(node, message, UnfitError)
    for value in bounded(low, high, node):
        yield env.index(f"*{node.wildcard}", value)


def _free(node: tree.Node, env: Env) -> bool:
    """Whether a term in the middle is any term: then it may be that at either end, too."""
    return any(isinstance(item, tree.Name) and item.base in env.indices for item in node.walk())

r"""Evaluates sums and products over an index, extrema over a variable, and limits."""

from __future__ import annotations

from collections.abc import Iterator

from proofread.equations import tree
from proofread.equations.binders import bare
from proofread.equations.dual import Value
from proofread.equations.evaluate import Env, evaluate, fail, whole
from proofread.equations.indexed import variable
from proofread.equations.linear import scalar, shape
from proofread.equations.runs import bounded, expanded


@evaluate.register
def _(node: tree.Repeat, env: Env) -> Value:
    total: Value = None
    for inner in _environments(node, env):
        value = scalar(evaluate(node.body, inner))
        if total is None:
            total = value
        elif node.kind == "sum":
            if shape(total) != shape(value):
                raise fail(node, "terms of different shapes")
            total = total + value
        else:
            total = total * value
    if total is None:
        raise fail(node, "an empty sum")
    return total


def _environments(node: tree.Repeat, env: Env) -> Iterator[Env]:
    table, letter = env.point.table, node.index.base
    if letter not in table.indices:
        yield from _over_values(node, env)
        return
    if letter in env.indices:
        raise fail(node.index, f"the index {letter} is used both inside and outside a sum")
    if node.low is not None and node.high is not None:
        upper = bare(node.high)
        counted = table.counted(upper.base) if isinstance(upper, tree.Name) else ""
        if counted not in {"", table.indices[letter]}:
            raise fail(node.high, f"{letter} counts {table.indices[letter]}, not {counted}")
        values = list(bounded(whole(node.low, env), whole(node.high, env), node))
    elif node.among is None:
        values = list(range(1, env.point.size(table.indices[letter]) + 1))
    elif isinstance(node.among, tree.Name) and node.among.base in table.sets:
        name = table.sets[node.among.base]
        counted = table.definitions[name].domain.partition(" ")[2]
        if counted and counted != table.indices[letter]:
            raise fail(node.index, f"{letter} counts {table.indices[letter]}, not {counted}")
        values = sorted(env.point.value(name))
    else:
        values = [int(value) for value in members(node.among, env)]
    for value in values:
        yield env.index(letter, value)


def members(node: tree.Node, env: Env) -> list[Value]:
    """Return the members of a set that is written out."""
    if not isinstance(node, tree.Listing) or node.opening not in {r"\{", "range"}:
        raise fail(node, "not a set of values")
    return [scalar(value) for item in node.items for value in expanded(item, env)]


def _over_values(node: tree.Repeat, env: Env) -> Iterator[Env]:
    """Return a sum over the values of a variable, as in an expectation."""
    if node.among is None or node.index.subscripts:
        raise fail(node.index, "a sum over a variable needs the set of its values")
    name = variable(node.index, env)
    for value in members(node.among, env):
        yield env.at(env.point.override({name: value}))

"""Sets a symbol to a value, where a formula says `if z = 0`."""

from __future__ import annotations

from proofread.equations import tree
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.indexed import variable
from proofread.equations.linear import scalar, shape
from proofread.equations.symbols import SymbolTable


def assume(name: tree.Name, value: tree.Node, env: Env, nodes: tuple[tree.Node, ...]) -> Env:
    """Return the environment in which a symbol has a value.

    Raises:
        EquationError: a derived symbol is set while the formula also uses what it comes from.

    """
    python = check_cut(name, env, nodes)
    number = scalar(evaluate(value, env))
    row = env.point.table.definitions[python]
    if row.domain == "label" and number not in {0, 1}:
        raise EquationError(f"{name.base} is 0 or 1", value.span[0])
    if shape(number) or row.shape:
        raise EquationError(f"only a number can be set here, and {name.base} to one alone",
                            value.span[0])  # fmt: skip
    return env.at(env.point.override({python: number}))


def check_cut(name: tree.Name, env: Env, nodes: tuple[tree.Node, ...]) -> str:
    """Return the Python name of a symbol that a formula may set.

    Raises:
        EquationError: a derived symbol is set while the formula also uses what it comes from.

    """
    table = env.point.table
    python = variable(name, env)
    used = {
        found[0]
        for node in nodes
        for item in node.walk()
        if isinstance(item, tree.Name)
        and (found := table.find(item.base, len(item.subscripts), item.primes))
    }
    above = table.ancestors(python)
    through = sorted(other for other in used if _without(other, python, table) & above)
    if through:
        raise EquationError(
            f"{name.base} cannot be set here: the formula also uses {', '.join(through)}, "
            "which it is computed from",
            name.span[0],
        )
    return python


def _without(name: str, cut: str, table: SymbolTable) -> frozenset[str]:
    """Return the name and all that it is computed from other than through `cut`."""
    if name == cut:
        return frozenset()
    code = table.codes[name]
    found = {name}
    for other in code.names - set(table.definitions[name].parameters) if code else ():
        found |= _without(other, cut, table)
    return frozenset(found)

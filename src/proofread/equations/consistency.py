"""Refuses formulas whose symbols mean two things: of one sample and of many, before and after."""

from __future__ import annotations

from proofread.equations import tree
from proofread.equations.errors import EquationError
from proofread.equations.substitution import symbols
from proofread.equations.symbols import SymbolTable


def check_all_claim(formula: tree.Formula) -> None:
    """Refuse a part that claims nothing beside parts that do: nobody would evaluate it."""
    chains = [chain for clause in formula.clauses for chain in clause.chains]
    silent = [chain for chain in chains if not chain.links]
    silent += [clause.chains[0] for clause in formula.clauses if _only_looks(clause)]
    if silent and (len(silent) < len(chains) or any(item.arrows for item in formula.clauses)):
        raise EquationError(
            "this part claims nothing, beside others that do: make it a formula of its own",
            silent[0].span[0],
        )


def looks(chain: tree.Chain) -> bool:
    """Whether a chain only says where a symbol goes: to a number or to infinity."""
    return (
        [link.sign for link in chain.links] == ["->"]
        and isinstance(chain.sides[0], tree.Name)
        and not symbols(chain.sides[1])
        and not isinstance(chain.sides[1], tree.Listing | tree.Matrix)
    )


def _only_looks(clause: tree.Clause) -> bool:
    return not clause.conditions and all(map(looks, clause.chains))


def check_mixture(formula: tree.Formula, table: SymbolTable) -> None:
    """`z` is of one sample and `z_i` of sample i: a formula is about one or the other."""
    found: dict[str, tuple[int, str]] = {}
    for node in formula.walk():
        if not isinstance(node, tree.Name):
            continue
        name = table.find(node.base, len(node.subscripts), node.primes)
        if name is None or len(node.subscripts) > 1 or node.primes:
            continue
        row = table.definitions[name[0]]
        if len(node.subscripts) == 0 and row.shape:
            continue
        count, other = found.setdefault(node.base, (len(node.subscripts), row.name))
        if count != len(node.subscripts) and other != row.name:
            raise EquationError(
                "with a subscript and without one, this symbol means two things",
                node.span[0], node.base,
            )  # fmt: skip


def _of_iterates(formula: tree.Formula) -> list[tree.Name]:
    r"""Return what iterates are differentiated by: in `\nabla_{\mathbf{w}} J^{(t)}`, no time."""
    return [
        name
        for node in formula.walk()
        if isinstance(node, (tree.Derivative, tree.Gradient))
        and not any(isinstance(item, tree.Name) and item.primes for item in node.operand.walk())
        for name in ((node.by,) if isinstance(node.by, tree.Name) else node.by)
    ]


def check_times(formula: tree.Formula, table: SymbolTable) -> None:
    """With iterates marked by (t), everything that the step changes must be marked."""
    names = [node for node in formula.walk() if isinstance(node, tree.Name)]
    if not any(node.timed for node in names):
        return
    by = _of_iterates(formula)
    for node in names:
        found = table.find(node.base, len(node.subscripts), node.primes)
        if (
            found
            and not node.timed
            and not any(node is item for item in by)
            and table.moves(found[0])
        ):
            raise EquationError("an iterate without its time", node.span[0], node.base)

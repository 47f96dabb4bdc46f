r"""Checks that what is crossed out cancels: `\frac{p - y}{\cancel{p}} \cdot \cancel{p}`.

The parts crossed out in a product must multiply to one, those above a fraction bar over those
below it; the terms crossed out in a sum must add up to zero.
"""

from __future__ import annotations

from collections.abc import Iterator

from proofread.equations import tree
from proofread.equations.context import Context
from proofread.equations.dual import Scalar, divide
from proofread.equations.evaluate import fail, number
from proofread.equations.free import all_indices, free_indices
from proofread.equations.truth import gap

Part = tuple[int, tree.Node]  # +1 or -1 as an exponent or a sign, and what it belongs to


def check_cancelled(formula: tree.Formula, context: Context) -> None:
    """Look at everything that is crossed out in a formula.

    Raises:
        EquationError: parts that do not cancel, or that stand neither in a product nor in a sum.

    """
    if any(isinstance(node, tree.Cancelled) for node in formula.walk()):
        for clause in formula.clauses:
            for chain in clause.chains:
                for side in chain.sides:
                    _visit(side, context)


def _visit(node: tree.Node, context: Context) -> None:
    """Check the product or the sum that a node is, and all that stands inside of it."""
    if isinstance(node, tree.Sum) and len(node.terms) > 1:
        terms = list(zip(node.signs, node.terms, strict=True))
        crossed = [(sign, term.body) for sign, term in terms if isinstance(term, tree.Cancelled)]
        _cancels(node, crossed, context, product=False)
        inside = [term for _, term in terms if not isinstance(term, tree.Cancelled)]
    else:
        factors = list(_factors(node, 1))
        crossed = [
            (power, part.body) for power, part in factors if isinstance(part, tree.Cancelled)
        ]
        _cancels(node, crossed, context, product=True)
        inside = [part for _, part in factors if not isinstance(part, tree.Cancelled)]
    for _, part in crossed:
        if any(isinstance(below, tree.Cancelled) for below in part.walk()):
            raise fail(part, "crossed out twice")
    for part in inside:
        for below in [part] if part is not node else part.children():
            _visit(below, context)


def _factors(node: tree.Node, power: int) -> Iterator[Part]:
    """Yield the factors of a product with their powers, through fractions and parentheses."""
    if isinstance(node, (tree.Group, tree.Labelled)):
        yield from _factors(node.body, power)
    elif isinstance(node, tree.Sum) and len(node.terms) == 1:
        yield from _factors(node.terms[0], power)
    elif isinstance(node, tree.Quotient):
        yield from _factors(node.top, power)
        yield from _factors(node.bottom, -power)
    elif isinstance(node, tree.Product):
        for operator, factor in zip(("", *node.operators), node.factors, strict=True):
            yield from _factors(factor, -power if operator == "/" else power)
    else:
        yield power, node


def _cancels(node: tree.Node, crossed: list[Part], context: Context, *, product: bool) -> None:
    if not crossed:
        return
    letters = sorted(free_indices(node, context.table))
    for point in context.random(2):
        env = next(all_indices(point, letters))
        total: Scalar = 1 if product else 0
        for mark, part in crossed:
            value = number(part, env)
            if not product:
                total = total + mark * value
            else:
                total = total * value if mark == 1 else divide(total, value)
        if not gap(total, 1 if product else 0)[1]:
            rule = "multiply to one" if product else "add up to zero"
            raise fail(crossed[0][1], f"what is crossed out here does not {rule}")

r"""Recognises a side that repeats the side before it with numbers in place of symbols.

`w_1 x_1 + w_2 x_2 + b = 0.1 \cdot 3 + (-0.2) \cdot 5 + 0` is compared leaf by leaf, because values
alone would let `- 0` pass for `+ 0`. A side of another form is compared by
value; zeros.py refuses what could hide there.
"""

from __future__ import annotations

from proofread.equations import tree
from proofread.equations.errors import EquationError
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.linear import scalar, shape
from proofread.equations.rounding import rounds_each, strip, unit, units
from proofread.equations.truth import gap

_TRANSPARENT = (
    tree.Quotient, tree.Power, tree.Absolute, tree.Transposed, tree.Listing, tree.Matrix, tree.Row,
)  # fmt: skip
_TIMES = {"": "*", r"\cdot": "*", r"\times": "*", "/": "/", r"\odot": "⊙"}


def leaves(node: tree.Node) -> int:
    """How many numbers and symbols an expression holds; a negative literal is one."""
    node = strip(node)
    if isinstance(node, tree.Name):
        return 1
    below = [leaves(child) for child in node.children()]
    return sum(below) if below else 1


def symbols(node: tree.Node) -> set[tree.Name]:
    """Return the symbols of an expression, without indices in subscripts."""
    node = strip(node)
    if isinstance(node, tree.Name):
        return {node}
    found: set[tree.Name] = set()
    for child in node.children():
        found |= symbols(child)
    return found


def substitutes(before: tree.Node, after: tree.Node, env: Env, *, rounded: bool) -> bool:
    """Whether `after` is `before` with values for some of its symbols."""
    before, after = _facing(before, after)
    if before == after:
        return True
    last = units(after)
    if isinstance(before, tree.Name) and last is None:
        return False
    if last is not None:  # a number or a column of them for a symbol, or for a whole part
        try:
            value, printed = scalar(evaluate(before, env)), scalar(evaluate(after, env))
        except EquationError:
            return False  # a part that has no value by itself, such as a condition
        if shape(value) != shape(printed):
            return False
        return gap(value, printed)[1] or (rounded and rounds_each(value, printed, last)[0])
    if isinstance(before, tree.Product) and isinstance(after, tree.Product):
        return (
            [_TIMES[item] for item in before.operators]
            == [_TIMES[item] for item in after.operators]
        ) and _all(before.factors, after.factors, env, rounded=rounded)
    if isinstance(before, tree.Sum) and isinstance(after, tree.Sum):
        return before.signs == after.signs and _all(before.terms, after.terms, env, rounded=rounded)
    if type(before) is not type(after):
        return False
    if isinstance(before, tree.Call) and isinstance(after, tree.Call):
        same = (before.function, before.primes) == (after.function, after.primes)
        return same and _all(before.arguments, after.arguments, env, rounded=rounded)
    if isinstance(before, _TRANSPARENT):
        return _all(tuple(before.children()), tuple(after.children()), env, rounded=rounded)
    return False


def alike(before: tree.Node, after: tree.Node) -> bool:
    """Whether `after` plainly stands for `before`: as many leaves, or a number for each part.

    Then a number that is not its part's value is wrong, though the whole may come out right.
    """
    before, after = _facing(before, after)
    if type(before) is not type(after):
        return False
    parts = tuple(after.children())
    numbers = all(unit(strip(part)) is not None for part in parts)
    if numbers and len(parts) == len(tuple(before.children())) > 1:
        return True
    return leaves(before) == leaves(after) > 1


def _facing(before: tree.Node, after: tree.Node) -> tuple[tree.Node, tree.Node]:
    r"""Return both without parentheses, and the sign of a product with the number it belongs to.

    Where `-3 \cdot 2` stands for a product, the minus sign is part of the value of its first
    factor: the sides are compared as `(-3) \cdot 2`.
    """
    before, after = strip(before), strip(after)
    if isinstance(before, tree.Product) and isinstance(after, tree.Sum) and after.signs == (-1,):
        inside = after.terms[0]
        if isinstance(inside, tree.Product) and isinstance(inside.factors[0], tree.Number):
            first = tree.Sum(after.span, after.signs, inside.factors[:1])
            return before, tree.Product(after.span, (first, *inside.factors[1:]), inside.operators)
    return before, after


def _all(
    before: tuple[tree.Node, ...], after: tuple[tree.Node, ...], env: Env, *, rounded: bool
) -> bool:
    return len(before) == len(after) and all(
        substitutes(x, y, env, rounded=rounded) for x, y in zip(before, after, strict=True)
    )

"""How deep what repeats its argument is nested: each level multiplies the time to evaluate."""

from __future__ import annotations

from proofread.equations.errors import EquationError
from proofread.equations.tree import Best, Call, Derivative, Gradient, Limit, Node, Repeat

DEEPEST = 5  # three sums inside one another, and a second derivative


def check_nesting(tree: Node) -> None:
    """Refuse what would take hours, such as twenty sums inside one another.

    Raises:
        EquationError: sums, limits and derivatives are nested deeper than `DEEPEST`; a derivative
            counts as often as its order.

    """
    ahead = [(tree, 0)]
    while ahead:
        node, depth = ahead.pop()
        depth += _levels(node)
        if depth > DEEPEST:
            message = "sums, limits and derivatives are nested too deeply to evaluate"
            raise EquationError(message, node.span[0])
        ahead += ((below, depth) for below in node.children())


def _levels(node: Node) -> int:
    match node:
        case Repeat() | Best() | Limit():
            return 1
        case Derivative(by=by):
            return len(by)
        case Gradient(order=order):
            return order
        case Call(primes=primes):
            return primes
    return 0

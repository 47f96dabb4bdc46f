r"""Understands `\cdots`: finds the one index that changes, and checks the terms that are written.

`w_1 x_1 + w_2 x_2 + \cdots + w_n x_n` has the template `w_* x_*` from 1 to n. The neighbours of
the dots must be the same expression but for one value; otherwise nothing is assumed and the
formula is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise

from proofread.equations.errors import EquationError
from proofread.equations.tree import Name, Node, Number, Run, Sum, Wildcard


@dataclass(frozen=True)
class Dots(Node):
    """An ellipsis that has not been understood yet."""


def collapse(items: Sequence[Node], wildcard: int) -> tuple[Node, ...]:
    """Replace each stretch `a, b, dots, z` by a run.

    Raises:
        EquationError: dots without neighbours, or neighbours that do not fit.

    """
    places = [k for k, item in enumerate(items) if isinstance(item, Dots)]
    if not places:
        return tuple(items)
    first, last = places[0], places[-1]
    if first == 0 or last == len(items) - 1:
        _refuse(items[first], "an ellipsis needs what comes before it and after it")
    if any(after - here != 2 for here, after in pairwise(places)):
        _refuse(items[last], "between two ellipses one term is expected")
    problem: EquationError | None = None
    for start in range(first):
        try:
            run = _run(items[start : last + 2], first - start, wildcard)
        except EquationError as error:
            problem = problem or error
        else:
            return (*items[:start], run, *items[last + 2 :])
    raise problem or EquationError("an ellipsis that cannot be understood")


def _run(items: Sequence[Node], first: int, wildcard: int) -> Run:
    """Return the run behind terms of which the one at `first` is an ellipsis."""
    dots = items[first]
    template, low, high = _between(items[0], items[-1], wildcard, dots)
    listed = []
    for term in [*items[1:first], *items[first + 1 : -1 : 2]]:
        again, start, value = _between(items[0], term, wildcard, dots)
        if again != template or start != low:
            _refuse(term, "the terms beside the ellipsis do not follow one rule")
        listed.append(value)
    span = (items[0].span[0], items[-1].span[1])
    return Run(span, template, wildcard, low, high, tuple(listed), first)


def _refuse(node: Node, message: str) -> None:
    raise EquationError(message, node.span[0], "...")


def _between(a: Node, b: Node, wildcard: int, dots: Node) -> tuple[Node, Node, Node]:
    """Return the common template and what stands in its place at both ends."""
    ends: set[tuple[Node, Node]] = set()
    template = _generalise(a, b, wildcard, ends)
    if template is None or len(ends) != 1:
        raise EquationError(
            "the ends of an ellipsis must differ in one index, and in nothing else",
            dots.span[0],
            "...",
        )
    low, high = next(iter(ends))
    return template, low, high


def _generalise(a: Node, b: Node, wildcard: int, ends: set[tuple[Node, Node]]) -> Node | None:
    if a == b and not isinstance(a, (Name, Number)):
        return a
    if _plain(a) and _plain(b) and a != b:
        ends.add((a, b))
        return Wildcard(a.span, wildcard)
    if type(a) is not type(b):
        return None
    changed: dict[str, object] = {}
    for item in fields(a):
        left, right = getattr(a, item.name), getattr(b, item.name)
        if not item.compare or item.name == "written" or left == right:
            continue
        if isinstance(left, Node) and isinstance(right, Node):
            merged: object = _generalise(left, right, wildcard, ends)
        elif isinstance(left, tuple) and isinstance(right, tuple) and len(left) == len(right):
            pairs = zip(left, right, strict=True)
            if not all(isinstance(x, Node) and isinstance(y, Node) for x, y in pairs):
                return None
            parts = [_generalise(x, y, wildcard, ends) for x, y in zip(left, right, strict=True)]
            merged = None if any(part is None for part in parts) else tuple(parts)
        else:
            return None
        if merged is None:
            return None
        changed[item.name] = merged
    return replace(a, **changed) if changed else a  # type: ignore[arg-type]  # fields of a's type


def _plain(node: Node) -> bool:
    """Whether this can end a range: a number or a plain name, possibly with a number added."""
    if isinstance(node, Sum):
        return len(node.terms) == 2 and all(_plain(term) for term in node.terms)
    if isinstance(node, Number):
        return node.value.denominator == 1 and node.places == 0
    return isinstance(node, Name) and not node.subscripts and not node.primes

"""Nodes of algebra: numbers, symbols, sums, products, powers, calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from proofread.equations.tree_nodes import Node


@dataclass(frozen=True)
class Number(Node):
    """A literal; `places` counts the printed decimals, which `≈` rounds to."""

    value: Fraction
    places: int
    percent: bool = False
    written: str = ""


@dataclass(frozen=True)
class Constant(Node):
    r"""`e`, `\\pi`, `\\infty`."""

    name: str


@dataclass(frozen=True)
class Name(Node):
    r"""A declared symbol: `w_j'` has base `w`, subscripts `(j,)` and one prime.

    `timed` says that it was written with `(t)` or `(t+1)`; the latter counts as a prime.
    """

    base: str
    subscripts: tuple[Node, ...] = ()
    primes: int = 0
    timed: bool = False


@dataclass(frozen=True)
class Wildcard(Node):
    """The place that changes along an ellipsis."""

    number: int = field(compare=False)


@dataclass(frozen=True)
class Group(Node):
    """Parentheses or brackets around an expression."""

    body: Node


@dataclass(frozen=True)
class Cancelled(Node):
    """What is crossed out: it has its value still, and something beside it cancels it."""

    body: Node


@dataclass(frozen=True)
class Sum(Node):
    """Terms with their signs, +1 or -1; a leading minus makes a sum of one term."""

    signs: tuple[int, ...]
    terms: tuple[Node, ...]


@dataclass(frozen=True)
class Product(Node):
    r"""Factors from left to right; an operator is `""` (side by side), `\\cdot`, `/` and so on."""

    factors: tuple[Node, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True)
class Quotient(Node):
    r"""`\\frac{top}{bottom}`."""

    top: Node
    bottom: Node


@dataclass(frozen=True)
class Power(Node):
    """`base^exponent`; minus one inverts a matrix."""

    base: Node
    exponent: Node


@dataclass(frozen=True)
class Transposed(Node):
    r"""`base^\\top`."""

    base: Node


@dataclass(frozen=True)
class Entry(Node):
    """`(expression)_j`."""

    body: Node
    subscripts: tuple[Node, ...]


@dataclass(frozen=True)
class Call(Node):
    """A declared or built-in function of its arguments; primes differentiate."""

    function: str
    primes: int
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Labelled(Node):
    """An expression with a brace; a label in mathematics claims that both are equal."""

    body: Node
    label: Node | None

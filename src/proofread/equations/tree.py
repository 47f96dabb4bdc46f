"""The syntax tree of a formula: frozen nodes, each with the characters that it came from.

Spans take no part in comparison, so that two nodes are equal when they differ in whitespace only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from fractions import Fraction

Span = tuple[int, int]


@dataclass(frozen=True)
class Node:
    """Any part of a formula."""

    span: Span = field(compare=False)

    def children(self) -> Iterator[Node]:
        """Yield the nodes directly below this one, in the order in which they are written."""
        for item in fields(self):
            yield from _nodes(getattr(self, item.name))

    def walk(self) -> Iterator[Node]:
        """Yield this node and everything below it."""
        yield self
        for child in self.children():
            yield from child.walk()


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)


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
class Run(Node):
    """What an ellipsis stands for: `template` for each value of `wildcard` from low to high."""

    template: Node
    wildcard: int = field(compare=False)
    low: Node
    high: Node
    listed: tuple[Node, ...] = ()
    head: int = 1


@dataclass(frozen=True)
class Repeat(Node):
    """A sum or a product over an index: from low to high, over a set, or over all of it."""

    kind: str
    index: Name
    low: Node | None
    high: Node | None
    among: Node | None
    body: Node


@dataclass(frozen=True)
class Best(Node):
    r"""`\\max_z f`, `\\min_z f`, `\\arg\\min_z f` over a real variable."""

    kind: str
    variable: Name
    body: Node


@dataclass(frozen=True)
class Absolute(Node):
    """`|x|`."""

    body: Node


@dataclass(frozen=True)
class Norm(Node):
    """A norm; the order is `2`, `1`, `infinity` or `F`."""

    body: Node
    order: str


@dataclass(frozen=True)
class Row(Node):
    """A row of a matrix."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Matrix(Node):
    """Rows of entries or of blocks."""

    rows: tuple[Node, ...]


@dataclass(frozen=True)
class Listing(Node):
    """A tuple, a set or an interval: the brackets tell which, where it is used."""

    opening: str
    items: tuple[Node, ...]
    closing: str


@dataclass(frozen=True)
class Space(Node):
    r"""`\\mathbb{R}^{m \\times n}` and the like; no dimensions means scalars."""

    letter: str
    dimensions: tuple[Node, ...]


@dataclass(frozen=True)
class Cases(Node):
    """Values, each with the condition under which it holds; None is *otherwise*."""

    values: tuple[Node, ...]
    conditions: tuple[Chain | None, ...]


@dataclass(frozen=True)
class Derivative(Node):
    """The derivative of the operand by each name in turn."""

    operand: Node
    by: tuple[Name, ...]


@dataclass(frozen=True)
class Gradient(Node):
    """The column of derivatives by a vector; order 2 is the matrix of second derivatives."""

    operand: Node
    by: Name
    order: int


@dataclass(frozen=True)
class Limit(Node):
    """The value approached as a name goes to a target, from the side +1, -1 or both (0)."""

    variable: Name
    target: Node
    side: int
    body: Node


@dataclass(frozen=True)
class Chance(Node):
    r"""`P(y = 1 \\mid \\mathbf{x})`: of the law that was declared for the variable."""

    events: tuple[Node, ...]
    given: tuple[Node, ...]


@dataclass(frozen=True)
class Labelled(Node):
    """An expression with a brace; a label in mathematics claims that both are equal."""

    body: Node
    label: Node | None


@dataclass(frozen=True)
class Zeros(Node):
    r"""`\\mathbf{0}` as a side of a chain: as many zeros as the side beside it has entries."""

    beside: Node = field(compare=False)

    def children(self) -> Iterator[Node]:
        """Yield nothing: the side beside it is no part of it."""
        return iter(())


@dataclass(frozen=True)
class Link(Node):
    """A relation sign between two sides of a chain."""

    sign: str


@dataclass(frozen=True)
class Chain(Node):
    """`a = b = c`: sides and the relations between them; one side alone claims nothing."""

    sides: tuple[Node, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Clause(Node):
    """Chains joined by arrows of implication, under conditions."""

    chains: tuple[Chain, ...]
    arrows: tuple[str, ...]
    conditions: tuple[Chain, ...]


@dataclass(frozen=True)
class Formula(Node):
    """All clauses of a formula."""

    clauses: tuple[Clause, ...]

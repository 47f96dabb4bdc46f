r"""The syntax tree of a formula, all nodes in one place."""

from __future__ import annotations

from proofread.equations.tree_binders import Best, Chance, Derivative, Gradient, Limit, Repeat
from proofread.equations.tree_blocks import Absolute, Listing, Matrix, Norm, Row, Run, Space
from proofread.equations.tree_claims import Cases, Chain, Clause, Formula, Link, Zeros
from proofread.equations.tree_nodes import Node, Span
from proofread.equations.tree_terms import (
    Call,
    Cancelled,
    Constant,
    Entry,
    Group,
    Labelled,
    Name,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Transposed,
    Wildcard,
)

__all__ = [
    "Absolute",
    "Best",
    "Call",
    "Cancelled",
    "Cases",
    "Chain",
    "Chance",
    "Clause",
    "Constant",
    "Derivative",
    "Entry",
    "Formula",
    "Gradient",
    "Group",
    "Labelled",
    "Limit",
    "Link",
    "Listing",
    "Matrix",
    "Name",
    "Node",
    "Norm",
    "Number",
    "Power",
    "Product",
    "Quotient",
    "Repeat",
    "Row",
    "Run",
    "Space",
    "Span",
    "Sum",
    "Transposed",
    "Wildcard",
    "Zeros",
]

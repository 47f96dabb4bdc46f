"""What a formula states about symbols, and whether that is what a comment fixes."""

from __future__ import annotations

import pytest

from proofread.equations import SymbolTable
from proofread.equations.annotation import setting
from proofread.equations.statements import agrees, statements


@pytest.mark.parametrize(
    ("tex", "keys"),
    [
        ("y = 1", {("y", ())}),
        ("y = 1, b = -0.5", {("y", ()), ("b", ())}),
        ("x_2 = 5", {("x", (2,))}),
        (r"\mathbf{w} = (1, 2)", {("w", ())}),
        (r"z = \mathbf{w}^\top \mathbf{x} + b = -0.7", {("z", ())}),
        (r"y = 1 \text{ if } z = 0", set()),  # under a condition of its own
        (r"y \ne 1", set()),
        ("y > 0", set()),
        ("1 = y", set()),
        ("x_j = 5", set()),  # of every entry, or of any
        ("w_1' = 5", {("w_new", (1,))}),
        ("y = b", set()),
        ("y = i", set()),
        ("y +", set()),
        (r"\kappa = 1", set()),
    ],
)
def test_what_is_stated(table: SymbolTable, tex: str, keys: set[object]) -> None:
    assert statements(tex, table).keys() == keys


@pytest.mark.parametrize(
    ("fixed", "tex", "verdict"),
    [
        ("y = 1", "y = 1", True),
        ("y = 1", "y = 0", False),
        ("y = 1", "b = 1", None),
        ("b = -1 / 2", "b = -0.5", True),
        ("x = (3, 5)", r"\mathbf{x} = (3, 5)", True),
        ("x = (3, 5)", r"\mathbf{x} = \begin{pmatrix} 3 \\ 5 \end{pmatrix}", True),
        ("x = (3, 5)", r"\mathbf{x} = (5, 3)", False),
        ("x = (3, 5)", r"\mathbf{x} = (3, 5, 0)", False),
        ("x = (3, 5)", "x_1 = 3, x_2 = 5", True),
        ("x = (3, 5)", "x_1 = 3, x_2 = 4", False),
        ("x = (3, 5)", "x_1 = 3", None),
        ("X = ((-1,), (1,))", r"\mathbf{X} = \begin{pmatrix} -1 \\ 1 \end{pmatrix}", True),
        ("X = ((-1,), (1,))", r"\mathbf{X} = \begin{pmatrix} 1 \\ -1 \end{pmatrix}", False),
        ("X = ((1, 2), (3, 4))", "x_{11} = 1, x_{12} = 2, x_{21} = 3, x_{22} = 4", True),
        ("X = ((1, 2), (3, 4))", "x_{11} = 1, x_{12} = 2, x_{21} = 3, x_{22} = 5", False),
        ("X = ((1, 2), (3, 4))", "x_{11} = 1, x_{21} = 3", None),
    ],
)
def test_statements_agree(table: SymbolTable, fixed: str, tex: str, verdict: bool | None) -> None:
    assert agrees(setting(fixed), statements(tex, table)) is verdict

"""Numbers put in for symbols: each must be its own symbol's, whatever the whole comes to."""

from __future__ import annotations

import contextlib

import pytest

from proofread.equations import EquationError, Scope, SymbolTable, tree
from proofread.equations.parser import parse
from proofread.equations.substitution import alike


def sides(tex: str, table: SymbolTable) -> tuple[tree.Node, ...]:
    return parse(tex, table).clauses[0].chains[0].sides


@pytest.mark.parametrize(
    ("tex", "same"),
    [
        ("w_1 x_1 = 2 \\cdot 3", True),
        ("(p - y) x_1 = -2 \\cdot 3", True),  # the sign belongs to the first number
        ("(p - y) x_1 x_2 = -2 \\cdot 3 \\cdot 4", True),
        ("\\frac{p - y}{p (1 - p)} = \\frac{2}{3}", True),  # a number for each part
        ("w_1 + b = 2 + 3", True),
        ("(w_1 + b) = ((2 + 3))", True),
        ("w_1 x_1 + b = 6", False),
        ("w_1 x_1 = 2 + 3", False),
        ("w_1 x_1 + b = 6 \\cdot 3", False),
        ("w_1 = 6", False),
    ],
)
def test_what_looks_like_numbers_put_in(table: SymbolTable, tex: str, same: bool) -> None:
    assert alike(*sides(tex, table)) is same


@pytest.mark.parametrize(
    "tex",
    [
        r"w_1 x_1 = 0.1 \cdot 3",
        r"(p - y) x_1 \approx -0.668187772168 \cdot 3",
        r"(p - y) \mathbf{x} \approx -0.668187772168 \begin{pmatrix} 3 \\ 5 \end{pmatrix}",
        r"\frac{p - y}{p (1 - p)} \approx \frac{-0.668187772168}{0.221712873293}",
        r"\frac{\partial \ell}{\partial p} \cdot \frac{\partial p}{\partial z} \cdot x_1"
        r" \approx -3.01375270747 \cdot 0.221712873293 \cdot 3",
        r"p - y \approx -0.67",
    ],
)
def test_right_numbers(scope: Scope, tex: str) -> None:
    assert scope.check(tex, "at: student").holds


@pytest.mark.parametrize(
    "tex",
    [
        r"w_1 x_1 = 0.3 \cdot 1",
        r"w_1 x_1 = 3 \cdot 0.1",
        r"w_1 x_1 = -0.1 \cdot (-3)",
        r"(p - y) x_1 \approx -0.668187772169 \cdot 3",
        r"(p - y) x_1 \approx 0.668187772168 \cdot (-3)",
        r"(p - y) x_1 \approx -3 \cdot 0.668187772168",
        r"(p - y) \mathbf{x} \approx -0.668187772169 \begin{pmatrix} 3 \\ 5 \end{pmatrix}",
        r"(p - y) \mathbf{x} \approx -0.668187772168 \begin{pmatrix} 5 \\ 3 \end{pmatrix}",
        r"(p - y) \mathbf{x} \approx -0.668187772168 \begin{pmatrix} 3.1 \\ 5 \end{pmatrix}",
        r"\frac{p - y}{p (1 - p)} \approx \frac{-0.668187772169}{0.221712873293}",
        r"\frac{p - y}{p (1 - p)} \approx \frac{-0.668187772168}{0.221712873294}",
        r"\frac{\partial \ell}{\partial p} \cdot \frac{\partial p}{\partial z} \cdot x_1"
        r" \approx -3.01375270748 \cdot 0.221712873293 \cdot 3",
        r"\frac{\partial \ell}{\partial p} \cdot \frac{\partial p}{\partial z} \cdot x_1"
        r" \approx -3.01375270747 \cdot 0.221712873294 \cdot 3",
        # Right as a whole, but no part of the left side tells what each number is.
        r"p - p^2 \approx 0.331812227832 \cdot 0.668187772168",
        r"\frac{\partial p}{\partial z} \approx 0.331812227832 \cdot 0.668187772168",
    ],
)
def test_wrong_numbers(scope: Scope, tex: str) -> None:
    with contextlib.suppress(EquationError):
        assert not scope.check(tex, "at: student").holds


def test_a_zero_may_be_put_in_for_a_symbol_beside_a_rounded_number(scope: Scope) -> None:
    assert scope.check("(p - y) x_1 + b x_2 = b x_2 + (p - y) x_1").holds
    tex = r"(p - y) x_1 + b x_2 \approx (-0.668) \cdot 3 + 0 \cdot 5"
    assert scope.check(tex, "at: student").holds
    for slip in (tex.replace("668", "669"), tex.replace("3 +", "4 +"), tex.replace("5", "6")):
        with contextlib.suppress(EquationError):
            assert not scope.check(slip, "at: student").holds

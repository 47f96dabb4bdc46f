"""Whether a relation holds: how near is equal, what is ordered, and what is in which set."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from proofread.equations import EquationError, Scope, SymbolTable
from proofread.equations.dual import Dual
from proofread.equations.evaluate import Env
from proofread.equations.model import Point
from proofread.equations.parser import parse
from proofread.equations.precise import precise
from proofread.equations.rounding import rounds_to, units
from proofread.equations.tree import Chain, Node
from proofread.equations.truth import chain_holds, distance, gap, order, tolerance

THIRD = Fraction(1, 3)


def side(tex: str, table: SymbolTable) -> Node:
    return parse(f"z = {tex}", table).clauses[0].chains[0].sides[1]


def at(table: SymbolTable, **given: Any) -> Env:
    return Env(Point(table, given, "here"), {})


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [
        (1, 1, True),
        (1, 1 + Fraction(1, 10**80), False),  # nothing is lost of what is exact
        (1.0, 1 + 0.9e-9, True),
        (1.0, 1 + 1.1e-9, False),
        (-1.0, -1 - 1.1e-9, False),
        (1000.0, 1000 + 0.9e-6, True),
        (1000.0, 1000 + 1.1e-6, False),
        (1000.0, Fraction(1000) + Fraction(9, 10**7), True),
        (Fraction(1000) + Fraction(11, 10**7), 1000.0, False),
        (1e-6, 1e-6 + 0.9e-12, True),  # on the scale of the terms that a sum cancels
        (1e-6, 1e-6 + 1.1e-12, False),
        (0.0, 1.1e-12, False),
        (1, -1, False),
        (1.0, -1.0, False),
        (precise(THIRD), THIRD, True),
        (precise(1), 1 + Fraction(9, 10**51), True),
        (precise(1), 1 + Fraction(11, 10**51), False),
        (precise(1000) + Fraction(11, 10**48), 1000, False),
        (precise(1000) + Fraction(9, 10**48), 1000, True),
        (precise(Fraction(9, 10**58)), 0, True),
        (precise(Fraction(11, 10**58)), 0, False),
        (precise(THIRD), 1 / 3, True),
        (1e-6, precise(Fraction(1, 10**6) + Fraction(1, 10**13)), True),  # a double decides
        (1e-6, Fraction(1, 10**6) + Fraction(1, 10**13), True),
        (1e-6, precise(Fraction(1, 10**6) - Fraction(1, 10**13)), True),
        (precise(THIRD), 1 / 3 + 1e-9, False),
        (Dual(1, 2.0, 5.0), 2.0, True),
        (Dual(1, 2.0, 5.0), 2.1, False),
        (float("nan"), float("nan"), False),
    ],
)
def test_how_near_is_equal(a: Any, b: Any, equal: bool) -> None:
    assert (distance(a, b) <= tolerance(a, b)) is equal
    assert (distance(b, a) <= tolerance(b, a)) is equal
    assert gap(a, b) == (pytest.approx(distance(a, b), nan_ok=True), equal)


@pytest.mark.parametrize(
    ("a", "b", "far"),
    [(1, 2, 0.5), (2, 1, 0.5), (-1, 2, 1.5), (0.0, 1e-3, 1), (2e-3, 1e-3, 0.5), (5, 5, 0)],
)
def test_how_far_apart(a: Any, b: Any, far: float) -> None:
    assert distance(a, b) == pytest.approx(far)


def test_vectors_are_equal_entry_by_entry() -> None:
    a, b = (np.array(entries, dtype=object) for entries in ([[1], [2], [3]], [[1], [4], [3]]))
    assert gap(a, a) == (0, True)
    assert gap(a, b) == (0.5, False)
    assert gap(a, a.T) == (float("inf"), False)
    assert gap(a, 1) == (float("inf"), False)
    assert gap(np.array([[7]], dtype=object), 7) == (0, True)


@pytest.mark.parametrize(
    ("a", "b", "which"),
    [(1, 2, -1), (2, 1, 1), (1, 1, 0), (1.0, 1 + 1e-10, 0), (1.0, 1 + 1e-8, -1), (THIRD, 0.4, -1)],
)
def test_numbers_are_ordered(table: SymbolTable, a: Any, b: Any, which: int) -> None:
    assert order(a, b, side("z", table)) == which


@pytest.mark.parametrize(
    ("tex", "true"),
    [
        ("z < 2", True), ("z < 1", False), ("z < 0", False), (r"z \le 1", True),
        (r"z \le 2", True), (r"z \le 0", False), ("z > 0", True), ("z > 1", False),
        ("z > 2", False), (r"z \ge 1", True), (r"z \ge 0", True), (r"z \ge 2", False),
        ("z = 1", True), ("z = 2", False), (r"z \ne 2", True), (r"z \ne 1", False),
        ("0 < z < 2", True), ("0 < z < 1", False), ("1 < z < 2", False), ("z := 1", True),
        (r"z \in \{0, 1\}", True), (r"z \in \{0, 2\}", False), (r"z \in [0, 1]", True),
        (r"z \in [0, 1)", False), (r"z \in [1, 2)", True), (r"z \in (1, 2)", False),
        (r"z \in (0, 1]", True), (r"z \in [2, 3]", False), (r"z \in [-1, 0]", False),
        (r"z \in \mathbb{N}", True), (r"-z \in \mathbb{N}", False), (r"-z \in \mathbb{Z}", True),
        (r"\frac{z}{2} \in \mathbb{Z}", False), (r"\frac{z}{2} \in \mathbb{R}", True),
        (r"z \in \mathbb{R}^1", True), (r"z \in \mathbb{R}^2", False),
        (r"z \in \mathbb{R}^{1 \times 1}", True), (r"(z, 2) \in \mathbb{R}^2", True),
        (r"(z, 2) \in \mathbb{R}", False), (r"(z, 2) \in \mathbb{R}^{2 \times 1}", True),
        (r"(z, 2) \in \mathbb{R}^{1 \times 2}", False), (r"(z, 2)^\top \in \mathbb{R}^2", False),
        (r"(z, 2)^\top \in \mathbb{R}^{1 \times 2}", True), (r"(z, 2) \in \mathbb{N}^2", True),
        (r"(z, -2) \in \mathbb{N}^2", False), (r"(z, -2) \in \mathbb{Z}^2", True),
        (r"(z, \tfrac12) \in \mathbb{Z}^2", False), (r"(z, 2) \in \{1, 2\}^2", True),
        (r"(z, 2) \in \{1, 3\}^2", False), (r"(z, 2) \in \{1, 2\}^3", False),
        (r"(z, 2)^\top \in \{1, 2\}^2", False), (r"z \in \{1, 2\}^1", False),
        (r"(z, 2) \in \{1, 2\}", False), (r"(z, 2) \in [0, 3]", False),
        (r"(z, 2) \in [0, 3]^2", True), (r"(z, 2) \in [0, 2)^2", False),
        (r"1 \in \mathcal{B}", True), (r"2 \in \mathcal{B}", False),
        (r"(1, 3) \in \mathcal{B}", False),
    ],
)  # fmt: skip
def test_what_holds_at_a_point(table: SymbolTable, tex: str, true: bool) -> None:
    chain = parse(tex, table).clauses[0].chains[0]
    assert isinstance(chain, Chain)
    here = at(table, z=1, batch=frozenset({1, 3}))
    assert chain_holds(chain, here) is true


@pytest.mark.parametrize(
    ("tex", "true"),
    [
        (r"z = 1, \dots, 4", True), (r"z = 1, \dots, 2", False), (r"z = 0, \dots, 4", True),
    ],
)  # fmt: skip
def test_what_is_one_of_a_range(table: SymbolTable, tex: str, true: bool) -> None:
    chain = parse(tex, table).clauses[0].chains[0]
    assert chain_holds(chain, at(table, z=3)) is true


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"z \approx 1", "cannot be decided at one point"),
        (r"z \in z", "not a set that is known"),
        (r"z \succeq 0", "compares a matrix with 0"),
        (r"(1, 2) \succeq 1", "compares a matrix with 0"),
        (r"(1, 2) \succeq 0", "only a square matrix"),
        (r"(1, 2) < (2, 3)", "only numbers can be ordered"),
        (r"z < (2, 3)", "only numbers can be ordered"),
        (r"z \in (1, 2, 3)", "not a set that is known"),
    ],
)
def test_what_cannot_be_decided(table: SymbolTable, tex: str, reason: str) -> None:
    with pytest.raises(EquationError, match=reason):
        chain_holds(parse(tex, table).clauses[0].chains[0], at(table, z=1))


def matrix(a: Any, b: Any, c: Any, d: Any) -> str:
    return rf"\begin{{pmatrix}} {a} & {b} \\ {c} & {d} \end{{pmatrix}}"


@pytest.mark.parametrize("scale", ["", r"10^{-20} ", r"10^{20} "])
@pytest.mark.parametrize(
    ("entries", "psd", "pd"),
    [
        ((2, 1, 1, 2), True, True),
        ((1, 1, 1, 1), True, False),
        ((1, 2, 2, 1), False, False),
        ((-1, 0, 0, -1), False, False),
        ((0, 0, 0, 0), True, False),
        ((1, 0, 0, 0), True, False),
        ((1, 0, 0, "10^{-8}"), True, True),
        ((1, 0, 0, "-10^{-8}"), False, False),
        ((1, 0, 0, "10^{-12}"), True, False),
    ],
)
def test_what_is_definite_whatever_its_unit(
    table: SymbolTable, scale: str, entries: tuple[Any, ...], psd: bool, pd: bool
) -> None:
    for sign, true in ((r"\succeq", psd), (r"\succ", pd)):
        chain = parse(f"{scale}{matrix(*entries)} {sign} 0", table).clauses[0].chains[0]
        assert chain_holds(chain, at(table)) is true


@pytest.mark.parametrize("scale", ["", r"10^{-20} "])
def test_only_a_symmetric_matrix_is_definite(table: SymbolTable, scale: str) -> None:
    chain = parse(rf"{scale}{matrix(2, 1, '1.00001', 2)} \succeq 0", table).clauses[0].chains[0]
    with pytest.raises(EquationError, match="only a symmetric matrix"):
        chain_holds(chain, at(table))


@pytest.mark.parametrize(
    ("tex", "last"),
    [
        ("7", [1]), ("0.50", ["0.01"]), ("-0.5", ["0.1"]), ("33.2\\%", ["0.001"]),
        (r"3 \cdot 10^{-2}", ["0.01"]), (r"3.5 \times 10^{3}", [100]), (r"-3.5 \cdot 10^2", [10]),
        (r"(-3) \cdot 10^{2}", [100]),
        (r"3 \cdot 11^2", None), (r"3 \cdot 10^{0.5}", None), ("3 / 10^2", None),
        (r"z \cdot 10^2", None), (r"3 \cdot 10^2 \cdot 2", None), ("10^2", None), ("z", None),
        (r"2 \cdot 3", None), ("2 + 3", None), (r"3 \cdot 10^{b}", None), (r"3 \cdot z^2", None),
        ("(1, 0.5)", [1, "0.1"]), ("(1, z)", None), ("[1, 2)", None), (r"\{1, 2\}", None),
        (r"\begin{pmatrix} 1 & 0.5 \\ 0.25 & 2 \end{pmatrix}", [1, "0.1", "0.01", 1]),
        (r"\begin{pmatrix} 1 & 0.5 \\ 0.25 & 2 \end{pmatrix}^\top", [1, "0.01", "0.1", 1]),
        (r"(1, 0.5)^\top", [1, "0.1"]), (r"\boxed{0.5}", ["0.1"]), (r"\mathbf{x}^\top", None),
        (r"\begin{pmatrix} 1 \\ \vdots \\ 3 \end{pmatrix}", None),
        (r"\begin{pmatrix} 1 & \cdots & 3 \end{pmatrix}", None),
    ],
)  # fmt: skip
def test_the_last_digit_of_a_literal(table: SymbolTable, tex: str, last: list[Any] | None) -> None:
    wanted = None if last is None else [Fraction(item) for item in last]
    assert units(side(tex, table)) == wanted


@pytest.mark.parametrize(
    ("value", "printed", "right"),
    [
        ("0.125", "0.12", True), ("0.125", "0.13", True),  # a tie: either neighbour
        ("0.1250000004", "0.12", True), ("0.1250000006", "0.12", False),
        ("0.1149999996", "0.12", True), ("0.1149999994", "0.12", False),
        ("-0.125", "-0.12", True), ("-0.1250000006", "-0.12", False), ("0.12", "-0.12", False),
    ],
)  # fmt: skip
def test_the_correct_rounding(value: str, printed: str, right: bool) -> None:
    last = Fraction(1, 100)
    for number in (Fraction(value), precise(Fraction(value)), Dual(1, Fraction(value), 1)):
        assert rounds_to(number, Fraction(printed), last) is right
    assert rounds_to(float(value), Fraction(printed), last) in {right, True}


@pytest.mark.parametrize(
    ("tex", "true"),
    [
        # decimals on the one side must explain the difference, whichever side they stand on
        (r"0.33 \cdot x_1 \approx p x_1", True), (r"p x_1 \approx 0.33 \cdot x_1", True),
        (r"0.34 \cdot x_1 \approx p x_1", False), (r"p x_1 \approx 0.34 \cdot x_1", False),
        (r"0.5 \cdot x_1 \approx w_1 x_1 + 1.35", False),  # those on the right count
        (r"w_1 x_1 + w_1 + \tfrac{5}{4} \approx 0.5 \cdot x_1", True),  # 1.65, half a tenth each
        (r"w_1 x_1 + w_1 + \tfrac{5}{4} + \tfrac{1}{10000} \approx 0.5 \cdot x_1", True),
        (r"w_1 x_1 + w_1 + \tfrac{5}{4} + \tfrac{2}{10000} \approx 0.5 \cdot x_1", False),
        (r"\tfrac{1}{4} + \tfrac{11}{10} \approx 0.5 \cdot x_1", True),  # 1.35
        (r"\tfrac{1}{4} + \tfrac{11}{10} - \tfrac{2}{10000} \approx 0.5 \cdot x_1", False),
        (r"w_1 \mathbf{x} \approx 0.1001 \cdot \mathbf{x}", False),
        (r"p \mathbf{x} \approx 0.33 \cdot \mathbf{x}", True),
        (r"p \mathbf{x} \approx 0.34 \cdot \mathbf{x}", False),
        (r"p \mathbf{x} \approx 0.33 \cdot \mathbf{x}^\top", False),
    ],
)  # fmt: skip
def test_decimals_explain_the_difference(scope: Scope, tex: str, true: bool) -> None:
    try:
        found = scope.check(tex, "at: student").holds
    except EquationError:
        found = False
    assert found is true


@pytest.mark.parametrize(
    ("tex", "true"),
    [
        (r"\frac{1}{3} \mathbf{X}^\top \approx \begin{pmatrix} 0.33 & 0.7 \\ 1 & 1.3 \\ 1.67 & 2"
         r" \end{pmatrix}^\top", True),
        (r"\frac{1}{3} \mathbf{X}^\top \approx \begin{pmatrix} 0.33 & 0.7 \\ 1 & 1.3 \\ 1.7 & 2"
         r" \end{pmatrix}^\top", True),
        (r"\frac{1}{3} \mathbf{X}^\top \approx \begin{pmatrix} 0.33 & 0.7 \\ 1 & 1.4 \\ 1.7 & 2"
         r" \end{pmatrix}^\top", False),
        (r"\frac{1}{3} \mathbf{X}^\top \approx \begin{pmatrix} 0.33 & 0.66 \\ 1 & 1.3 \\ 1.7 & 2"
         r" \end{pmatrix}^\top", False),
        (r"\frac{1}{3} \mathbf{X}^\top \approx \begin{pmatrix} 0.33 & 0.7 \\ 1 \\ 1.7 & 2"
         r" \end{pmatrix}^\top", False),
        (r"\mathbf{x}_1^\top = \begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix}^\top", False),
    ],
)  # fmt: skip
def test_digits_of_a_transposed_matrix_belong_to_its_entries(
    scope: Scope, tex: str, true: bool
) -> None:
    try:
        found = scope.check(tex, "at: three").holds
    except EquationError:
        found = False
    assert found is true

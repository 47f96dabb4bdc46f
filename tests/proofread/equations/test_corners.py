"""What has corners is evaluated at so many points that it goes each way at some of them."""

from __future__ import annotations

import itertools

import pytest

from proofread.equations import Scope, SymbolTable, parse
from proofread.equations.corners import has_corner

SYMBOLS = ("z", "b", "w_1", "w_2", "x_1", "v_1", "z_1", "q", r"\alpha", "p", "p_1")
PAIRS = tuple(pair for pair in itertools.permutations(SYMBOLS, 2) if pair[0][0] != pair[1][0])
SIGNED = ("z", "b", "w_1", "w_2", "x_1", "x_2", "v_1", "z_1", "x_{12}")


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=[f"{a}, {b}" for a, b in PAIRS])
def test_neither_of_two_symbols_is_the_larger(scope: Scope, one: str, other: str) -> None:
    assert not scope.check(rf"\max({one}, {other}) = {one}").holds
    assert not scope.check(rf"\min({one}, {other}) = {one}").holds


@pytest.mark.parametrize("name", SIGNED)
def test_each_number_has_either_sign(scope: Scope, name: str) -> None:
    assert not scope.check(rf"|{name}| = {name}").holds
    assert not scope.check(rf"|{name}| = -{name}").holds
    assert not scope.check(rf"\sqrt{{{name}^2}} = {name}").holds
    assert not scope.check(rf"\sqrt{{{name}^2}} = -{name}").holds
    assert scope.check(rf"|{name}| = {name} \text{{ if }} {name} > 0").holds
    assert scope.check(rf"|{name}| = -{name} \text{{ if }} {name} < 0").holds


@pytest.mark.parametrize(("one", "other"), tuple(itertools.combinations(SIGNED[:6], 2)))
def test_products_have_either_sign(scope: Scope, one: str, other: str) -> None:
    assert not scope.check(rf"|{one} {other}| = {one} {other}").holds
    assert not scope.check(rf"|{one} {other}| = -{one} {other}").holds


@pytest.mark.parametrize(
    ("tex", "witness"),
    [
        (r"q \le \alpha", "q = 1/2 and alpha = 1/2"),
        (r"\alpha \le q", "q = 1/2 and alpha = 1/2"),
        (r"q^2 \le \alpha^2", "q = 1/2 and alpha = 1/2"),
        (r"p \le \tfrac12 + \tfrac{z}{4}", "z = 0"),
        (r"p \ge \tfrac12 + \tfrac{z}{4}", "z = 0"),
        (r"b \le b^2", "b = 1"),
        (r"z^3 \ge 0", "z = 0"),
        (r"z^3 \le 0", "z = 0"),
        (r"\alpha \le 1", "alpha = 1"),
        (r"\alpha \ge 1", "alpha = 1"),
    ],
)
def test_an_inequality_that_is_true_in_places_is_a_lie(
    scope: Scope, tex: str, witness: str
) -> None:
    assert not scope.check(tex, f"tight: {witness}").holds


BENT = (
    "symbol: f | no less than zero | function | f(t) | max(t, 0)",
    "symbol: f | no less than zero | function | f(t) | t if t > 0 else 0",
    "symbol: f | a size | function | f(t) | abs(t)",
    "symbol: f | a size | function | f(t) | sqrt(t**2)",
)


@pytest.mark.parametrize("comment", BENT)
def test_what_is_computed_by_a_corner_has_one(scope: Scope, comment: str) -> None:
    assert scope.declare(comment)
    assert scope.declare(r"symbol: \kappa | of corners | scalar | kappa | f(b * w[0])")
    for tex in ("f(b)", r"\kappa", r"2 \kappa + 1"):
        (side,) = parse(tex, scope.table).clauses[0].chains[0].sides
        assert has_corner(side, scope.table)
    assert not scope.check("f(x_1) = x_1").holds
    assert not scope.check("f(z) = z").holds
    assert not scope.check(r"\kappa = b w_1").holds


@pytest.mark.parametrize(
    ("tex", "bent"),
    [
        ("|z|", True), (r"\|\mathbf{w}\|", True), (r"\max(z, b)", True), (r"\min(z, b)", True),
        (r"\operatorname{sign}(z)", True), (r"\sqrt{z}", True), (r"q^{\frac12}", True),
        ("q^{0.5}", True), ("q^{2.0}", False),
        ("1 + 2 |z|", True), (r"\sigma(|z|)", True),
        (r"\begin{cases} z & z > 0 \\ b & \text{otherwise} \end{cases}", True),
        ("z^2", False), ("e^{-z}", False), (r"\sigma(z)", False), ("J", False), (r"\log p", False),
        ("j", False), (r"\mathbf{X} \mathbf{w}", False), ("z' + b'", False),
    ],
)  # fmt: skip
def test_what_has_a_corner(table: SymbolTable, tex: str, bent: bool) -> None:
    (side,) = parse(tex, table).clauses[0].chains[0].sides
    assert has_corner(side, table) is bent

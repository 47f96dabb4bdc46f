"""Formulas that are provably one claim: never where they differ, and wherever algebra shows it."""
# ruff: noqa: E501 - a formula and another one

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofread.equations import SymbolTable, parse
from proofread.equations.evaluate import Env, evaluate
from proofread.equations.identical import identical
from proofread.equations.model import Point
from proofread.equations.tree import Node

LETTERS = ("z", "b", "q")
VALUES = ({"z": Fraction(7, 3), "b": Fraction(-5, 2), "q": Fraction(3, 11)},
          {"z": Fraction(-2, 7), "b": Fraction(9, 4), "q": Fraction(13, 5)})  # fmt: skip


def _grown(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(parts, parts)
    return st.one_of(
        pairs.map(lambda two: f"({two[0]} + {two[1]})"),
        pairs.map(lambda two: f"({two[0]} - {two[1]})"),
        pairs.map(lambda two: rf"{two[0]} \cdot {two[1]}"),
        pairs.map(lambda two: rf"\frac{{{two[0]}}}{{{two[1]}}}"),
        pairs.map(lambda two: f"({two[0]}) / ({two[1]})"),
        parts.map(lambda one: f"(-{one})"),
        st.tuples(parts, st.sampled_from(["2", "3", "-1"])).map(
            lambda two: f"({two[0]})^{{{two[1]}}}"
        ),
    )


expressions = st.recursive(st.sampled_from([*LETTERS, "2", "3", "0.5"]), _grown, max_leaves=5)


def side(tex: str, table: SymbolTable) -> Node:
    return parse(f"{tex} = p", table).clauses[0].chains[0].sides[0]


def same_values(one: str, other: str, table: SymbolTable) -> bool:
    return all(
        evaluate(side(one, table), Env(point, {})) == evaluate(side(other, table), Env(point, {}))
        for point in (Point(table, values, "here") for values in VALUES)
    )


@given(one=expressions, other=expressions)
@settings(max_examples=300, deadline=None)
def test_what_is_identical_has_one_value(table: SymbolTable, one: str, other: str) -> None:
    if identical(f"{one} = p", f"{other} = p", table):
        try:
            assert same_values(one, other, table)
        except ValueError:  # a division by zero
            assert "frac" in one + other or "/" in one + other or "-1" in one + other


REWRITTEN = (
    lambda a, b: (rf"{a} \cdot {b}", rf"{b} \cdot {a}"),
    lambda a, b: (rf"({a}) ({b})", rf"{b} \cdot {a}"),
    lambda a, b: (f"({a}) + ({b})", f"({b}) + ({a})"),
    lambda a, b: (f"({a}) - ({b})", f"-({b}) + ({a})"),
    lambda a, b: (rf"{a} \cdot ({b} + 2)", rf"{a} \cdot {b} + 2 \cdot {a}"),
    lambda a, b: (rf"\frac{{{a}}}{{{b}}} + 1", rf"\frac{{({a}) + ({b})}}{{{b}}}"),
    lambda a, b: (rf"({a}) / ({b})", rf"\frac{{{a}}}{{{b}}}"),
    lambda a, b: (rf"({a} - {b})^2", rf"({a})^2 - 2 \cdot {a} \cdot {b} + ({b})^2"),
    lambda a, b: (rf"(({a}) / ({b}))^{{-1}}", f"({b}) / ({a})"),
    lambda a, b: (rf"({a}) ({b})^0", a),
    lambda a, b: (rf"({a}) + ({b}) - ({b})", a),
)  # fmt: skip


@pytest.mark.parametrize("rewrite", REWRITTEN, ids=[str(k) for k in range(len(REWRITTEN))])
@pytest.mark.parametrize("a", ["z", "(z + 2 b)", r"\frac{b}{3}", r"\sigma(z)", "e^{-z}", "w_1"])
@pytest.mark.parametrize("b", ["q", "(1 - q)", "b^2", r"\log(z + b)"])
def test_what_algebra_shows_is_identical(
    table: SymbolTable, rewrite: object, a: str, b: str
) -> None:
    assert callable(rewrite)
    one, other = rewrite(a, b)
    assert identical(f"{one} = p", f"{other} = p", table), (one, other)
    assert not identical(f"{one} = p", f"{other} + 1 = p", table)
    assert not identical(f"{one} = p", f"-({other}) = p", table)
    assert not identical(f"{one} = p", f"2 \\cdot {other} = p", table)


@pytest.mark.parametrize(
    ("tex", "other", "same"),
    [
        ("z = p", "z = p", False),  # equal trees prove nothing: a token would be overlooked
        ("z = p", r"z \ne p", False),
        ("1 z = p", r"1 z \ne p", False),
        ("z + b = p", "b + z = p", True),
        ("z + b = p", r"b + z \ne p", False),
        ("z + b = p, z + b = q", "b + z = p, b + z = q", True),
        ("z + b = p, q = z", "b + z = p, q = b", False),
        ("z + b = p", "b + z = p = p", False),
        (r"z + b = p \iff q = b", r"b + z = p \iff q = b", True),
        (r"z + b = p \text{ if } y = 1", r"b + z = p \text{ if } y = 1", True),
        (r"z + b = p \text{ if } y = 1", r"b + z = p \text{ if } y = 0", False),
        (r"\sigma(z + b) = p", r"\sigma(b + z) = p", True),
        (r"\sigma(z + b) = p", r"\sigma'(b + z) = p", False),
        (r"\sigma(z + b) = p", r"\log(b + z) = p", False),
        (r"\sum_{i=1}^{m} y_i b z = p", r"\sum_{i=1}^{m} z y_i b = p", True),
        (r"\sum_{i=1}^{m} (y_i + b) = p", r"\prod_{i=1}^{m} (b + y_i) = p", False),
        (r"\sum_{i=1}^{m} (y_i + b) = p", r"\sum_{i=2}^{m} (b + y_i) = p", False),
        (r"\mathbf{w}^\top \mathbf{x} = p", r"\mathbf{x}^\top \mathbf{w} = p", False),
        (r"\mathbf{X} \mathbf{H} = \mathbf{X}", r"\mathbf{H} \mathbf{X} = \mathbf{X}", False),
        (r"\mathbf{w} \odot \mathbf{x} = \mathbf{w}", r"\mathbf{x} \odot \mathbf{w} = \mathbf{w}", False),
        (r"w_1 w_2 = p", r"w_2 w_1 = p", True),
        (r"\frac{0}{z} + b = p", "b + 0 = p", True),
        ("z^7 + b = p", "b + z^7 = p", True),
        ("z^7 z = p", "z z^7 = p", True),
        (r"z^{-2} b = p", r"b \frac{1}{z^2} = p", True),
        (r"z^{-2} b = p", r"b z^2 = p", False),
        (r"z^{0.5} b = p", r"b z^{0.5} = p", False),  # no whole power
        (r"\operatorname{diag}(\mathbf{w}) z = 1", r"z \operatorname{diag}(\mathbf{w}) = 1", False),
        (r"e^{z} b = p", r"b e^{z} = p", True),
        (r"e^{z} b = p", r"b e^{-z} = p", False),
        (r"\boxed{z + b} = p", "b + z = p", True),
        (r"\foo + b = p", r"b + \foo = p", False),
        (r"2 = 3", r"3 = 3", False),
        (r"\cancel{z} + b = p", r"b + z = p", True),
        (r"w_1 + \cdots + w_n = p", r"w_n + \cdots + w_1 = p", False),
        (r"\max(z, b) q = p", r"q \max(z, b) = p", True),
        (r"\max(z, b) = p", r"\max(b, z) = p", False),
        (r"P(y = 1 \mid \mathbf{x}) z = p", r"z P(y = 1 \mid \mathbf{x}) = p", False),
        (r"|z + b| = p", r"|b + z| = p", True),
        (r"|z + b| = p", r"|b - z| = p", False),
        ("z' + b = p", "b + z' = p", True),
        ("z' + b = p", "b + z = p", False),
        (r"z \le b + q", r"z \le q + b", True),
        (r"z + b = p \iff q = b", r"b + z = p \Rightarrow q = b", False),
        (r"\lVert (z + b) \mathbf{w} \rVert_1 = p", r"\lVert (b + z) \mathbf{w} \rVert_1 = p", True),
        (r"\lVert (z + b) \mathbf{w} \rVert_1 = p", r"\lVert (b + z) \mathbf{w} \rVert_2 = p", False),
        (r"z + b \in [0, 1]", r"b + z \in [0, 1]", True),
        (r"z + b \in [0, 1]", r"b + z \in [0, 1)", False),
        (r"\nabla_{\mathbf{w}} [z + b] = p", r"\nabla^2_{\mathbf{w}} [b + z] = p", False),
        (r"\max_z [z + b] = p", r"\min_z [b + z] = p", False),
        (r"\max_z [z + b] = p", r"\max_z [b + z] = p", True),
        (r"\sigma(z + b, 2) = p", r"\sigma(b + z, 2) = p", False),
        (r"z \le b + q", r"z \ge q + b", False),
    ],
)  # fmt: skip
def test_what_is_one_claim(table: SymbolTable, tex: str, other: str, same: bool) -> None:
    assert identical(tex, other, table) is same
    assert identical(other, tex, table) is same

"""What the pages rely on: declarations, coverage of bare formulas, verdicts with their evidence."""

from __future__ import annotations

from fractions import Fraction

import pytest

from proofread.equations import EquationError, Scope, SymbolTable


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"p", "symbol"),
        (r"\sigma", "symbol"),
        (r"x_{ij}", "symbol"),
        (r"\mathbf{w}, b", "list"),
        (r"\alpha", "symbol"),
        (r"p - y", "part"),
        (r"(p-y) x_j", "part"),
        (r"\left(p - y\right)", "part"),
        (r"\frac{\partial z}{\partial w_j}", "part"),
        (r"p + y", "nothing"),
        (r"y - p", "nothing"),
        (r"(p - y) x_k", "nothing"),
        (r"x_j (p - y)", "nothing"),
        (r"p^2", "nothing"),
        (r"0.5", "number"),
        (r"-3", "number"),
        (r"\tfrac12", "number"),
        (r"10^{-9}", "number"),
    ],
)
def test_bare_formulas(scope: Scope, tex: str, kind: str) -> None:
    chain = (
        r"\frac{\partial \ell}{\partial w_j} = \frac{\partial \ell}{\partial z} \cdot"
        r" \frac{\partial z}{\partial w_j} = (p - y) x_j"
    )
    assert scope.check(chain).holds
    assert scope.covers(tex).kind == kind


def test_bare_numbers_are_handed_back(scope: Scope) -> None:
    assert scope.covers(r"\tfrac12").numbers == (Fraction(1, 2),)
    assert scope.covers(r"2.5 \cdot 10^{-3}").numbers == (Fraction(1, 400),)


def test_a_wrong_equation_covers_nothing(scope: Scope) -> None:
    assert not scope.check(r"\frac{\partial \ell}{\partial z} = y - p").holds
    assert scope.covers(r"y - p").kind == "nothing"


def test_a_declared_symbol_is_known_from_there_on(scope: Scope) -> None:
    with pytest.raises(EquationError, match="neither a declared symbol"):
        scope.check(r"\kappa = p (1 - p)")
    assert scope.declare(r"symbol: $\kappa$ | curvature | scalar | kappa | `p * (1 - p)`")
    assert scope.check(r"\kappa = p (1 - p) = \frac{\partial^2 \ell}{\partial z^2}").holds
    assert not scope.check(r"\kappa = p (1 + p)").holds


def test_other_comments_are_no_declarations(scope: Scope) -> None:
    assert not scope.declare(" a remark ")
    assert not scope.declare("= p")


@pytest.mark.parametrize(
    "comment",
    [
        "let p: nobody = 1",
        "let q: x = (3, 5), x = (1, 2)",
        "let q: y = 2",
        "let q: x",
        "symbol: a | b | c",
        r"symbol: $\kappa$ | m | scalar | kappa | `unknown + 1`",
        r"symbol: $\kappa$ | m | scalar | kappa | `kappa + 1`",
        r"symbol: $\kappa$ | m | scalar | kappa | `__import__('os')`",
        r"symbol: $\kappa$ | m | cube | kappa | given: real",
        r"symbol: $\kappa$ | m | scalar | kappa | given: purple",
        "law: y ~ Cauchy(p)",
        "law: nobody ~ Bernoulli(p)",
    ],
)
def test_a_declaration_that_cannot_be_read_is_refused(scope: Scope, comment: str) -> None:
    with pytest.raises(EquationError):
        scope.declare(comment)


def test_a_shape_that_the_code_does_not_give_is_refused(scope: Scope) -> None:
    scope.declare(r"symbol: $\kappa$ | wrong shape | scalar | kappa | `w`")
    with pytest.raises(EquationError, match="declared with the shape"):
        scope.check(r"\kappa = p")


def test_a_verdict_tells_what_was_evaluated(scope: Scope) -> None:
    tex = r"z = \mathbf{w}^\top \mathbf{x} + b = -0.7"
    first, second = scope.check(tex, "at: student").relations
    assert (first.left, first.right) == ("z", r"\mathbf{w}^\top \mathbf{x} + b")
    assert tex[slice(*second.right_span)] == "-0.7"
    assert first.points[0] == "student"
    assert len(first.points) == 5
    assert second.points == ("student",)
    assert first.difference < 1e-12


def test_an_error_names_the_offset_and_the_token(scope: Scope) -> None:
    with pytest.raises(EquationError) as caught:
        scope.check(r"p = \sigma(z) + \foo")
    assert (caught.value.offset, caught.value.token) == (16, r"\foo")


def test_an_update_may_be_written_in_three_ways(scope: Scope) -> None:
    for tex in (
        r"w_j \leftarrow w_j - \alpha (p - y) x_j",
        r"w_j := w_j - \alpha (p - y) x_j",
        r"w_j' = w_j - \alpha (p - y) x_j",
    ):
        assert scope.check(tex).holds, tex
        assert not scope.check(tex.replace(r"- \alpha", r"+ \alpha")).holds, tex


def test_an_update_without_code_is_refused(scope: Scope) -> None:
    with pytest.raises(EquationError, match="no code says"):
        scope.check(r"\alpha \leftarrow \alpha / 2")


def test_derivatives_follow_the_graph(scope: Scope) -> None:
    """The derivative by p holds y; by z it goes through p; by an entry it moves that entry."""
    for tex in (
        r"\frac{\partial \ell}{\partial p} = \frac{p - y}{p (1 - p)}",
        r"\frac{\partial \ell}{\partial z} = p - y",
        r"\frac{\partial J}{\partial p_i} = \frac{p_i - y_i}{m p_i (1 - p_i)}",
        r"\frac{\partial^2 \ell}{\partial w_j \partial b} = p (1 - p) x_j",
        r"\frac{\partial^3 \ell}{\partial z^3} = p (1 - p) (1 - 2 p)",
    ):
        assert scope.check(tex).holds, tex


def test_a_table_needs_its_header() -> None:
    with pytest.raises(EquationError, match="no table"):
        SymbolTable.from_markdown("| Symbol | Meaning |\n|---|---|\n| $x$ | y |")


def test_an_index_that_counts_something_else_is_refused() -> None:
    rows = (
        "| Symbol | Meaning | Shape | In Python | How it is computed |\n|---|---|---|---|---|\n"
        "| $i$ | a sample | index | `i` | 1 to `m` |\n"
        "| $w_i$ | weights | (n,) | `w` | given: real |\n"
    )
    with pytest.raises(EquationError, match="counts m"):
        SymbolTable.from_markdown(rows)


@pytest.mark.parametrize(
    ("code", "tex"),
    [
        ("softmax(t)", r"\phi(z) = z"),  # of a number
        ("transpose(t) @ inv(t)", r"\phi(z) = z"),
        ("t.T", r"\phi(\mathbf{w}^\top \mathbf{x}) = z"),
        ("norm(t)", r"\phi(p) = p"),
    ],
)
def test_a_number_in_the_place_of_a_matrix_is_named(scope: Scope, code: str, tex: str) -> None:
    scope.declare(rf"symbol: \phi | any | function | phi | lambda t: {code}")
    for annotation in ("", "at: student"):
        with pytest.raises(EquationError, match="a number stands where"):
            scope.check(tex, annotation)

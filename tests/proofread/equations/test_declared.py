r"""What a page declares beside the table: rare forms of symbols, points, laws; what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from proofread.equations import EquationError, Scope, SymbolTable
from proofread.equations.mutations import mutations

NOTATION = Path(__file__).with_name("notation.md").read_text(encoding="utf-8")
BEST = r"symbol: b^* | the best bias | scalar | best | given: real"
TOTAL = "symbol: f(a, b) | a total | function | f(a, b) | a + 2 * b"
NAMELESS = "symbol: f | a total | function | f(a, b) | a + 2 * b"
NOWHERE = r"symbol: \kappa | of no value | scalar | kappa | log(0 - 1)"
FIRST = r"symbol: \kappa_i | a column before the scores | (m,) | kappa | b - X @ w"
SUM = r"symbol: \kappa_i | the scores, the bias first | (m,) | kappa | b + X @ w"


def declared(scope: Scope, *comments: str) -> Scope:
    for comment in comments:
        assert scope.declare(comment)
    return scope


@pytest.mark.parametrize(
    ("comment", "tex", "lie"),
    [
        (BEST, r"b^* + b^{*} + b^{\star} + b^\star + 1 = 4 b^* + 1", r"b^* = b"),
        (TOTAL, "f(z, b) = z + 2 b", "f(b, z) = z + 2 b"),
        (NAMELESS, "f(z, b) = z + 2 b", "f(b, z) = z + 2 b"),
        (
            SUM,
            r"\frac{\partial \kappa_i}{\partial b} = 1",
            r"\frac{\partial \kappa_i}{\partial b} = 2",
        ),
        (
            r"symbol: \kappa_i | the scores, times the bias | (m,) | kappa | b * X @ w",
            r"\frac{\partial \kappa_i}{\partial b} = \sum_j x_{ij} w_j",
            r"\frac{\partial \kappa_i}{\partial b} = \sum_j x_{ij} w_j + 1",
        ),
        (
            FIRST,
            r"\frac{\partial \kappa_i}{\partial w_j} = -x_{ij}",
            r"\frac{\partial \kappa_i}{\partial w_j} = x_{ij}",
        ),
        (
            FIRST,
            r"\frac{\partial \kappa_i}{\partial b} = 1",
            r"\frac{\partial \kappa_i}{\partial b} = -1",
        ),
        (
            "symbol: e | an error, and no constant | scalar | err | p - y",
            r"\frac1e = \frac{1}{p - y}",
            r"\frac1e = \exp(-1)",
        ),
        (
            "symbol: f(v) | its own square | function | f(v) | v @ v",
            r"f(\mathbf{x}) = \mathbf{x}^\top \mathbf{x}",
            r"f(\mathbf{x}) = \mathbf{w}^\top \mathbf{x}",
        ),
        (
            r"symbol: \text{p-value} | a share | scalar | share | given: real",
            r"2 \text{p-value} = \text{p-value} + \text{p-value}",
            r"3 \text{p-value} = \text{p-value} + \text{p-value}",
        ),
        (
            r"symbol: \kappa | a circle | scalar | kappa | 2 * pi * z",
            r"\kappa = 2 \pi z",
            r"\kappa = \pi z",
        ),
    ],
)  # fmt: skip
def test_a_symbol_of_a_rare_form(scope: Scope, comment: str, tex: str, lie: str) -> None:
    declared(scope, comment)
    assert scope.check(tex).holds
    assert not scope.check(lie).holds


def test_laws_outlive_what_is_declared_after_them(scope: Scope) -> None:
    declared(scope, r"symbol: \kappa | any | scalar | kappa | given: real")
    assert scope.check(r"P(y = 1 \mid \mathbf{x}) = p").holds
    assert scope.declare("law: ys ~ Bernoulli(ps) given X")
    assert scope.check(r"P(y = 0 \mid \mathbf{x}) = 1 - p").holds


def test_the_parameter_of_a_law_may_be_computed(scope: Scope) -> None:
    declared(scope, "law: y ~ Bernoulli(sigma(z)) given x")
    assert scope.check(r"P(y = 1 \mid \mathbf{x}) = p").holds
    assert not scope.check(r"P(y = 0 \mid \mathbf{x}) = p").holds


def test_a_length_may_be_computed(scope: Scope) -> None:
    declared(
        scope,
        "symbol: d | one more than the features | scalar | d | n + 1",
        r"symbol: \mathbf{u} | weights and the bias | (d,) | u | given: real",
    )
    assert scope.check(r"\mathbf{u} \in \mathbb{R}^d").holds
    assert not scope.check(r"\mathbf{u} \in \mathbb{R}^n").holds
    declared(scope, r"symbol: \mathbf{a} | the same | (n + 1,) | a | given: real")
    assert scope.check(r"\mathbf{a} \in \mathbb{R}^{n + 1}").holds
    assert not scope.check(r"\mathbf{a} \in \mathbb{R}^{n + 2}").holds


@pytest.mark.parametrize(
    ("comments", "tex", "reason"),
    [
        ([BEST], "b^*_1 = 1", "b^* is not declared with 1 subscripts and 0 primes"),
        ([], "z^* = 1", "z^* is not declared with 0 subscripts and 0 primes"),
        ([], r"z^{\star} = 1", "z^* is not declared with 0 subscripts and 0 primes"),
        ([BEST], "b^{*2} = 1", "expected '}'"),
        ([TOTAL], "f(z) = 1", "f takes 2 arguments, not 1"),
        ([TOTAL], "f'(z, b) = 1", "a prime needs a function of one argument"),
        ([TOTAL], r"\frac{df}{dz} = 1", "write the arguments of the function"),
        ([NOWHERE], r"\kappa = 1", "a function was evaluated outside its domain"),
        (
            [NOWHERE],  # which is no quantity that states the constant
            r"\frac{d}{dz}[2 + e^{-z}] = -e^{-z}",
            "a constant term disappears in this derivative, so that it could be any: "
            "state what is differentiated outside of it too",
        ),
        (
            [r"symbol: $F(\mu)$ | of an unknown | scalar | F | given: real"],
            "F(z) = 1",
            r"\mu is not declared",
        ),
        (
            [r"symbol: \kappa | with two arguments | scalar | kappa | sigma(z, b)"],
            r"\kappa = 1",
            "sigma takes 1 arguments",
        ),
        (["let a: x = 3"], "z = 1", "x is declared with the shape (n,)"),
        (["let a: x = (1, 2), w = (1, 2, 3)"], "z = 1", "w does not fit: n is 2"),
    ],
)
def test_a_use_that_does_not_fit_is_refused(
    scope: Scope, comments: list[str], tex: str, reason: str
) -> None:
    declared(scope, *comments)
    point = "at: a" if comments and comments[0].startswith("let") else ""
    with pytest.raises(EquationError) as error:
        scope.check(tex, point)
    assert error.value.args[0] == reason


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("law: y ~ Bernoulli(nobody) given x", "not a declared name"),
        ("law: y ~ Bernoulli(p) given nobody", "not a declared name"),
        (r"symbol: \kappa_j | of one number | scalar | kappa | given: real", "more subscripts"),
        (r"symbol: \kappa_q | which? | (m,) | kappa | given: real", "the index q is not declared"),
        (r"symbol: \kappa_{\max} | largest | (m,) | kappa | given: real", r"index \\max is not"),
        ("symbol: f | of what? | function | f | a + b", "write the function with its argument"),
        ("symbol: z | without a bias | scalar | z | w @ x", "declared for all pages"),
        ("symbol: S | some | set | S | given: subset", "unknown domain"),
        ("let a: q = sqrt(2)", "q is between 0 and 1"),
    ],
)  # fmt: skip
def test_a_declaration_that_says_nothing_certain(scope: Scope, comment: str, reason: str) -> None:
    with pytest.raises(EquationError, match=reason):
        scope.declare(comment)


def test_a_python_name_is_declared_once() -> None:
    twice = NOTATION.replace("| `b` |", "| `z` |", 1)
    with pytest.raises(EquationError, match="the Python name 'z' is declared twice"):
        SymbolTable.from_markdown(twice)


def test_what_has_no_value_is_no_slip_of_another_symbol(scope: Scope) -> None:
    declared(scope, NOWHERE)
    slips = mutations(r"z = \kappa", scope.table)
    assert [slip for kind, slip in slips if kind not in {"relation"}] == [r"m = \kappa"]


UPDATE = "| $b'$ | bias after the step | scalar | `b_new` | `b - alpha * (p - y)` |"
PAIR = "| $h$ | a column | (n,) | `h` | `2 * w` |\n| $h_i$ | another | (m,) | `hs` | `2 * ps` |\n"


def test_what_is_no_step_on_any_loss_may_not_be_declared_again() -> None:
    """The table has one: its update is no gradient step, and h and h_i are not one and many."""
    assert NOTATION.count(UPDATE) == 1
    table = NOTATION.rstrip("\n").replace(UPDATE, UPDATE.replace("p - y", "2"))
    scope = Scope(SymbolTable.from_markdown(f"{table}\n{PAIR}"))
    with pytest.raises(EquationError, match="declared for all pages"):
        scope.declare("symbol: b' | bias after a step | scalar | b_new | b - alpha * mean(ps - ys)")

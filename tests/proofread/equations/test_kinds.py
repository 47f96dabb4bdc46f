r"""Rarer parts of formulas: each is refused for its own reason, or is true beside a lie.

They stand by kind: what acts on an expression, what has entries, what a formula says of sets.
"""

from __future__ import annotations

import pytest

from proofread.equations import EquationError, Scope

ACTING = (
    (r"\sum_i^{m} y_i = 1", "an upper bound without a lower one"),
    (r"\sum_{i=1}^{e} y_i = 1", "a whole number is needed here"),
    (
        r"\sum_{j=1}^n \begin{pmatrix} w_1 \\ \vdots \\ w_j \end{pmatrix} = 1",
        "terms of different shapes",
    ),
    (r"\max(3) = 3", "a maximum of one number"),
    (r"\log \tfrac{\partial z}{\partial b} = 0", "put the argument in parentheses"),
    (r"\log \dfrac{\partial z}{\partial b} = 0", "put the argument in parentheses"),
    (r"\log(z)_1 = 1", "ambiguous: put parentheses around the function and its argument"),
    (r"\log(z)' = 1", "ambiguous: put parentheses around the function and its argument"),
    (r"\lim_{z \to 0} \frac{|z|}{z} = 1", "no limit: 1 and -1 near the target"),
    (r"\sum_{i=1}^{1002} 1 = 1002", "1001 terms are too many to evaluate"),
    (r"P(y = 2 \mid \mathbf{x}) = 0", "not a value that this law can take"),
    (
        r"z \ne b",
        "what differs cannot be checked by itself: give `sides: ..., ...`",
    ),
    (
        "; z = z",
        "a formula cannot start with this: it would go on with something unseen",
    ),
    (
        ". z = z",
        "a formula cannot start with this: it would go on with something unseen",
    ),
    (
        ", z = z",
        "a formula cannot start with this: it would go on with something unseen",
    ),
    (r"\log_2 8 = 3", r"write a power of \log around its argument, in parentheses"),
    (r"\log' z = 3", r"write a power of \log around its argument, in parentheses"),
    (r"\lim_{w_1 \to 0} z = 0", "a limit in one entry is not known"),
    (r"\nabla_{\mathbf{w}}_{\mathbf{x}} z = 1", "a second subscript"),
    (
        r"\frac{\partial}{\partial b} z b = 1",
        "ambiguous: put what is differentiated in square brackets",
    ),
    (r"\frac{\partial z}{\partial b", "expected '}'"),
    (r"\frac{d", "neither a declared symbol nor anything else that is known"),
    (r"\frac{d}{z} = 1", "neither a declared symbol nor anything else that is known"),
    (
        r"\frac{\partial^2 J}{\partial \mathbf{w} \partial \mathbf{x}^\top} = 1",
        "a transpose here needs the same vector twice",
    ),
    (r"P(y = 1 \mid \mathbf{x}, z) = p", "the law is declared given x"),
    (r"P(1 = 1 \mid \mathbf{x}) = 1", "a law belongs to one variable"),
    (r"P(y > 0 \mid \mathbf{x}) = p", "an event is y or y = 1"),
    (r"P(y = 1 = 1 \mid \mathbf{x}) = p", "an event is y or y = 1"),
    (r"\frac{d}{dz} 2 = 0", "put what is differentiated in brackets"),
    (r"y \sim \operatorname{Bernoulli}(p, z)", "not a distribution that is known"),
    (r"\frac{\cancel{\cancel{z}}}{\cancel{z}} = 1", "crossed out twice"),
)
BUILT = (
    (r"\begin{pmatrix} 1 = 2 \end{pmatrix} = 1", r"expected the end of \begin{pmatrix}"),
    (r"\begin{pmatrix} \mathbf{x} & 1 \end{pmatrix} = 1", "blocks of different heights in a row"),
    (r"\operatorname{diag}(z) = 1", "diag does not apply here"),
    (r"1 \cdot 2 \cdot \ldots \cdot 5 = 120", "a run has no value here"),
    (r"z_1 + \cdots + \cdots + z_m = 1", "between two ellipses one term is expected"),
    (
        r"z_1 + \cdots + (z_m) = 1",
        "the ends of an ellipsis must differ in one index, and in nothing else",
    ),
    (
        r"(z_1 + b) + \cdots + (z_m - b) = 1",
        "the ends of an ellipsis must differ in one index, and in nothing else",
    ),
    (
        r"\begin{pmatrix} (w_1) & \cdots & (b) \end{pmatrix} = 1",
        "the ends of an ellipsis must differ in one index, and in nothing else",
    ),
    (r"z_1 + \cdots + z_{m+1} = 1", "the index 6 is outside 1 to 5"),
    (r"\mathcal{B} z = 1", "a set is not a factor"),
    (r"y = \mathcal{B}", r"\mathcal{B} is not declared"),
    (
        r"{2 \cdot 3} \frac12 = 3",
        r"a fraction right after a number reads as a mixed number: write \cdot",
    ),
    (
        r"{z + 3} \frac12 = 3",
        r"a fraction right after a number reads as a mixed number: write \cdot",
    ),
    ("(z - z)^{-1} = 1", "division by zero"),
    ("z^2^2 = 1", "a second superscript needs parentheses"),
    (r"\sigma(z, b) = p", r"\sigma takes 1 arguments, not 2"),
    (r"p = p \text{ step 2}", "a digit in a text cannot be checked"),
    (r"\boxed{z = 1", "expected '}'"),
    ("(" * 2000 + "z" + ")" * 2000 + " = z", "nested too deeply"),
)
SAID = (
    (r"p \in (0, 1)", "an interval needs `tight:` with two witnesses"),
    (r"z \in \mathbf{w}", "not a set that is known"),
    (r"i = 1, 3, \dots, m", "the terms before the ellipsis do not count up by one"),
    (r"\mathbf{x} \mathbf{w}^\top \succeq 0", "only a symmetric matrix can be definite"),
    (r"p = \begin{cases} p & z > 0 & p \end{cases}", "expected the end of the cases"),
    (r"p > 2 \iff z > 5", "true nowhere or everywhere among the points"),
    (
        r"z = 0 \text{ if } p = \tfrac12",
        "p cannot be set here: the formula also uses z, which it is computed from",
    ),
    (
        r"J = 1 \text{ if } \mathbf{w} = 2",
        r"only a number can be set here, and \mathbf{w} to one alone",
    ),
    (
        r"z = b \text{ if } \mathbf{w} = \mathbf{0}",
        r"only a number can be set here, and \mathbf{w} to one alone",
    ),
    (
        r"\alpha = \alpha \text{ if } z = \mathbf{w}",
        "only a number can be set here, and z to one alone",
    ),
    (r"\mathbf{x} < \mathbf{w}", "only numbers can be ordered"),
    (r"z < \mathbf{w}", "only numbers can be ordered"),
    (r"p = p \text{ if } y = e", "y is 0 or 1"),
)
REFUSED = (*ACTING, *BUILT, *SAID)


@pytest.mark.parametrize(("tex", "reason"), REFUSED, ids=[tex[:50] for tex, _ in REFUSED])
def test_it_is_refused_for_this_reason(scope: Scope, tex: str, reason: str) -> None:
    with pytest.raises(EquationError) as error:
        scope.check(tex)
    assert error.value.args[0] == reason


PAIRS = (
    (r"\arg\max_z \sigma'(z) = 0", r"\arg\max_z \sigma'(z) = 1"),
    (r"\arg\min_z z^2 = 0", r"\arg\max_z [-z^2] = 1"),
    (r"\max_z [z \sigma(-z)] \approx 0.278", r"\max_z [z \sigma(-z)] \approx 0.279"),
    (r"\nabla^{2}_{\mathbf{w}} J = \mathbf{H}", r"\nabla^{2}_{\mathbf{w}} J = 2 \mathbf{H}"),
    (r"\nabla_\mathbf{w} z = \mathbf{x}", r"\nabla_\mathbf{w} z = \mathbf{w}"),
    (
        r"\frac{d^{2}}{dz^{2}} \sigma(z) = \sigma''(z)",
        r"\frac{d^{2}}{dz^{2}} \sigma(z) = \sigma'(z)",
    ),
    (
        r"\frac{\partial^2 J}{\partial \mathbf{w} \partial \mathbf{w}^\top} = \mathbf{H}",
        r"\frac{\partial^2 J}{\partial \mathbf{w} \partial \mathbf{w}^\top} = 2 \mathbf{H}",
    ),
    (
        r"\sigma'(\mathbf{z}) = \mathbf{p} \odot (\mathbf{1} - \mathbf{p})",
        r"\sigma'(\mathbf{z}) = \mathbf{p} \odot (\mathbf{1} + \mathbf{p})",
    ),
    (r"\frac{-\cancel{z}}{\cancel{z}} = -1", r"\frac{-\cancel{z}}{\cancel{z}} = 1"),
    (r"w_1 \cdots w_n = \prod_{j=1}^n w_j", r"w_1 \cdots w_n = \sum_{j=1}^n w_j"),
    (r"\frac{1} e = e^{-1}", r"\frac{1} e = e"),
    (r"\underbrace{z} = z", r"\underbrace{z} = b"),
    (r"\boxed{z} = z", r"\boxed{z} = b"),
    (r"\mathbf{x}^{\top} \mathbf{w} + b = z", r"\mathbf{x}^{\top} \mathbf{w} - b = z"),
    (r"p \to \tfrac12 \text{ as } z \to 0", r"p \to 1 \text{ as } z \to 0"),
    (
        r"w_j^{(t+1)} = w_j^{(t)} - \alpha (p^{(t)} - y) x_j",
        r"w_j^{(t+1)} = w_j^{(t)} + \alpha (p^{(t)} - y) x_j",
    ),
    (r"\frac{d}{dz}[z^2] = 2 z", r"\frac{d}{dz}[z^2] = 3 z"),
    (r"\frac{d}{dz}[3 z^2] = 6 z", r"\frac{d}{dz}[3 z^2] = 2 z"),
    (r"\frac{d}{dz}[z^2 (1 + z)] = 2 z + 3 z^2", r"\frac{d}{dz}[z^2 (1 + z)] = 2 z"),
    (r"\frac{d}{dz}\left[\frac{z^2}{3}\right] = \frac{2 z}{3}",
     r"\frac{d}{dz}\left[\frac{z^2}{3}\right] = \frac{z}{3}"),
    (r"\frac{d}{dz}[e^z] = e^z", r"\frac{d}{dz}[e^z] = -e^z"),
    (r"\frac{d}{dz}[2 e^z] = 2 e^z", r"\frac{d}{dz}[2 e^z] = e^z"),
    (r"\frac{d}{dz}[z e^z] = e^z + z e^z", r"\frac{d}{dz}[z e^z] = e^z"),
    (r"|z| = z \text{ if } z > 0", r"|z| = z \text{ if } z > 1"),
    (r"|z_i| = z_i \text{ if } z_i > 0", r"|z_i| = z_i \text{ if } z_i > 1"),
    (r"0.69 \approx \ln 2", r"0.7 \approx \ln 3"),
    (
        r"\left\lVert \mathbf{x} \right\rVert^2 = \mathbf{x}^\top \mathbf{x}",
        r"\left\lVert \mathbf{x} \right\rVert = \mathbf{x}^\top \mathbf{x}",
    ),
    (r"\left\lvert z \right\rvert = |z|", r"\left\lvert z \right\rvert = z"),
    (r"\left| z \right| = |z|", r"\left| z \right| = z"),
    (r"\left\| \mathbf{x} \right\|^2 = \mathbf{x}^\top \mathbf{x}",
     r"\left\| \mathbf{x} \right\| = \mathbf{x}^\top \mathbf{x}"),
    (
        r"P\left(y = 1 \middle| \mathbf{x}\right) = p",
        r"P\left(y = 1 \middle| \mathbf{x}\right) = z",
    ),
    (r"y \in \left\{0, 1\right\}", r"y \in \left\{0, 2\right\}"),
    (r"\lim_{z \to 1} e^z \approx 2.718281828459", r"\lim_{z \to 1} e^z = 2.718281828459"),
    (r"\lim_{z \to 1} e^z = e", r"\lim_{z \to 1} e^z = 2 e"),
    (r"\lim_{z \to 0} p = 0.5", r"\lim_{z \to 0} p = 0.6"),
    (r"\max_z \sigma'(z) = 0.25", r"\max_z \sigma'(z) = 0.26"),
    (r"\alpha \ge q \iff q \le \alpha", r"\alpha \ge q \iff q < \alpha"),
    (r"p > \tfrac12 \iff z > 0", r"p > \tfrac12 \iff z > b"),
    (r"\sum_{i=1}^{1001} 1 = 1001", r"\sum_{i=1}^{1001} 1 = 1000"),
    (r"\lim_{z \to 0} z^2 / z = 0", r"\lim_{z \to 0} z^2 / z = 1"),
    (r"\sqrt{z^2} = |z|", r"\sqrt{z^2} = z^2"),
    (r"\lim_{z \to +\infty} \sigma(z) = 1", r"\lim_{z \to +\infty} \sigma(z) = 0"),
    (
        r"(x_{11} + \cdots + x_{1n}) \cdots (x_{m1} + \cdots + x_{mn}) = \prod_i \sum_j x_{ij}",
        r"(x_{11} + \cdots + x_{1n}) \cdots (x_{m1} + \cdots + x_{mn}) = \sum_i \sum_j x_{ij}",
    ),
    (
        r"x_{11} \cdots x_{1n} + \cdots + x_{m1} \cdots x_{mn} = \sum_i \prod_j x_{ij}",
        r"x_{11} \cdots x_{1n} + \cdots + x_{m1} \cdots x_{mn} = \prod_i \prod_j x_{ij}",
    ),
    (r"m \in \mathbb{N}", r"-m \in \mathbb{N}"),
    (r"-m \in \mathbb{Z}", r"z \in \mathbb{Z}"),
    (r"i = 1, 2, \dots, m", r"i = 1, 2, \dots, n"),
    (r"\text{for } i = 1, \dots, m: z_i = z_i", r"\text{for } i = 1, \dots, m: z_i = p_i"),
    (
        r"\ell = \log 2 \text{ if } y = 1 \text{ and } z = 0",
        r"\ell = \log 3 \text{ if } y = 1 \text{ and } z = 0",
    ),
    (r"z = z \text{ and } p = p", r"z = z \text{ and } p = z"),
    (
        r"p = \begin{cases} p & z > 0, \\ p & \text{otherwise} \\ \end{cases}",
        r"p = \begin{cases} p & z > 0, \\ z & \text{otherwise} \\ \end{cases}",
    ),
    (
        r"\frac{\partial z}{\partial w_j} = x_j \text{ if } j = 7",
        r"\frac{\partial z}{\partial w_j} = w_j \text{ if } j = 7",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("tex", "lie"), PAIRS, ids=[tex[:50] for tex, _ in PAIRS])
def test_it_is_true_and_a_lie_beside_it_is_not(scope: Scope, tex: str, lie: str) -> None:
    result = scope.check(tex)
    assert result.claims
    assert result.holds, result.message
    assert not scope.check(lie).holds


def test_neither_a_literal_nor_decimals_can_be_a_rounding(scope: Scope) -> None:
    assert "≈ needs a literal or decimals on one side" in scope.check(r"z \approx b").message


@pytest.mark.parametrize("member", ["1", "2", "3", "m", "m - 1", "n"])
def test_no_sample_is_in_every_batch(scope: Scope, member: str) -> None:
    assert not scope.check(rf"{member} \in \mathcal{{B}}").holds


@pytest.mark.parametrize(
    "beside", [r"p = \sigma(z), p \to 7", r"p \to 7, p = \sigma(z)", r"z \to 0 \iff p \to 7"]
)
def test_where_a_symbol_goes_is_no_part_of_a_claim(scope: Scope, beside: str) -> None:
    """Alone it claims nothing; beside a claim it would pass for one that nobody evaluates."""
    assert not scope.check(r"p \to 7").claims
    with pytest.raises(EquationError, match="this part claims nothing, beside others that do"):
        scope.check(beside)


@pytest.mark.parametrize(
    ("tex", "message"),
    [
        (
            "2 = 3",
            "2 = 3: the left side is 2, the right side 3 at random point 1. "
            "Put 2 on the right, or mend the left side.",
        ),
        (
            r"\mathbf{x}^\top \mathbf{x} \le -\mathbf{w}^\top \mathbf{w}",
            r"\mathbf{x}^\top \mathbf{x} ≤ -\mathbf{w}^\top \mathbf{w}: the left side is ",
        ),
        (
            r"\lim_{z \to 1} e^z = 2.718281828459",
            r"\lim_{z \to 1} e^z = 2.718281828459: such a value is found to some digits only. "
            "Write ≈ instead.",
        ),
        (r"-\mathbf{S} \succeq 0", r"-\mathbf{S} ⪰ 0: false at random point 1."),
        ("i = j", "i = j: the left side is 1, the right side 2 at random point 1, i = 1, j = 2."),
    ],
)
def test_a_relation_that_is_wrong_says_so(scope: Scope, tex: str, message: str) -> None:
    (relation,) = scope.check(tex).relations
    assert f"{relation.message} {relation.mend}".startswith(message)

r"""Rarer parts of formulas that are refused, each for its own reason."""

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
    (r"(\mathbf{X}^\top \mathbf{X})_1 = 1", "the subscripts [1] do not fit 3 by 3"),
    (r"(\mathbf{x})_{12} = 1", "the subscripts [12] do not fit 3 by 1"),
    (r"(z)_1 = 1", "a subscript of a number"),
    ("(z = 1", "expected ')' or a comma"),
    (r"\{z = 1", r"expected '\}' or a comma"),
    ("[z, b} = 1", "expected ']' or a comma"),
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

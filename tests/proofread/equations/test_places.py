r"""An error says where: the part of the TeX that is meant, which stands between ‹ and › here."""

from __future__ import annotations

import pytest

from proofread.equations import EquationError, Scope


@pytest.mark.parametrize(
    "marked",
    [
        r"z ‹\{1, 2\}› = 1",
        r"- 2 ‹2› = z",
        "‹b›_1 = b",
        "p - ‹0› = p",
        r"‹0› \cdot p = p - p",
        r"\frac‹0›{p} = p - p",
        r"‹›z \ne b",
        r"p = p, ‹›z \ne b",
        r"‹›p \ge \tfrac12 \iff z \ge 0",
        r"z > 0 \iff ‹›p \ge \tfrac12",
        r"\mathbf{w} \times ‹\mathbf{x}› = 1",
        r"‹\mathbf{X}^2› = \mathbf{X}",
        r"‹\mathbf{w}^{-1}› = 1",
        r"‹(\mathbf{X}^\top \mathbf{X})^3› = 1",
        r"‹›\frac{z}{z - z} = 1",
        r"‹\sum›^{m} y_i = 1",
        r"\arg ‹z› = 1",
        r"‹\max› 3 = 3",
        r"\lim_{z ‹=› 0} z = 0",
        r"\lim_{z \to 0^‹*›} z = 0",
        r"\underbrace{z}_{‹}› = z",
        r"\begin{pmatrix} 1 ‹\end{bmatrix}› = 1",
        r"\sqrt‹[›3]{z} = z",
        r"\lVert \mathbf{w} \rVert_‹3› = 1",
        r"‹\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix}› = 1",
        r"‹\max(\mathbf{w}, \mathbf{x})› = 1",
        r"z^‹\sigma› = 1",
        r"z^‹w› = 1",
        r"‹(›\cdots) = 1",
        r"‹(›) = 1",
        r"‹\infty› = z",
        r"\sum_{i=1}^‹{1.5}› y_i = 1",
        r"\sum_{i=1}^‹{\mathbf{w}}› y_i = 1",
        r"z - ‹-›1 = 1",
        r"z \cdot ‹-›1 = -z",
        r"1 / 2 / \cdots / ‹m› = 1",
        r"\log ‹\frac›{\partial z}{\partial b} = 0",
        r"‹\log›(1, 2) = 0",
        r"\log 2 ‹3› = 0",
        r"\log‹^›2 z = 1",
        r"\log(z)‹^›2 = 1",
        r"‹\max_{\mathbf{w}} z› = 1",
        r"\begin{pmatrix} ‹\begin{aligned}› 1 \end{aligned} \end{pmatrix} = 1",
        r"\mathbf{w} \in \mathbb{R}^{n \cdot 1}‹›",
        r"y \sim ‹p›",
        r"p = \begin{cases} p & ‹\text{maybe }› z > 0 \end{cases}",
        r"‹›z + 1 \leftarrow z",
        r"\sum_{i \in ‹z›} y_i = 1",
        r"\sum_{‹y›} p = 1",
        r"\frac{\partial z}{\partial ‹2›} = 1",
        r"‹\nabla_{\mathbf{w}} \mathbf{x}› = 1",
        r"\nabla^‹5›_{\mathbf{w}} z = 1",
        r"\frac{d^‹4› z}{d z^4} = 1",
        r"x_1‹_›2 = 1",
        r"x_{‹}› = 1",
        r"x_{j+‹}› = 1",
        r"x_{‹j+1›} = x_{j+1}",
        r"x_‹?› = 1",
        r"2‹'› = 1",
        r"‹\sigma› = 1",
        r"‹P(y = 1, z = 1)› = 1",
        r"P(‹z›) = 1",
        r"‹P(y > 1)› = 1",
        r"\sum_{i=1}^{m} \sum_{‹i›=1}^m y_i = 1",
        r"‹\sum_{i=1}^{2000} 1› = 2000",
        r"‹›z \propto z",
        r"\cancel‹{\cancel{z}}› z = 1",
        r"‹01› = 1",
        r"\forall i = 1‹›",
        r"\text{if } ‹z›, z = z",
        r"‹+› z = z",
        r"z = z - ‹›",
        r"z = z, ‹-› 1 = z",
        r"‹›",
        r"‹\left› = 1",
        r"‹›\mathbf{X} \succeq 0",
        r"\mathbf{w} \odot ‹z› = 1",
        r"\mathbf{w} + ‹z› = 1",
        r"\mathbf{w} ‹\mathbf{x}› = 1",
        r"‹\mathbf{0}› + \mathbf{w} = \mathbf{w}",
        r"z = ‹\mathbf{0}›",
        r"\sum_i‹^›{m} y_i = 1",
        r"\sum_{i=1}^‹{e}› y_i = 1",
        r"‹\sum_{j=1}^n \begin{pmatrix} w_1 \\ \vdots \\ w_j \end{pmatrix}› = 1",
        r"‹\max›(3) = 3",
        r"\lim_{‹›w_1 \to 0} z = 0",
        r"\nabla_{\mathbf{w}}_{‹\mathbf{x}›} z = 1",
        r"\frac{\partial}{\partial b} z ‹b› = 1",
        r"\frac{\partial z}{\partial b‹›",
        r"\frac{‹d›",
        r"\frac{‹d›}{z} = 1",
        r"\frac{\partial^2 J}{\partial \mathbf{w} \partial \mathbf{x}^\top‹}› = 1",
        r"‹P(y = 1 \mid \mathbf{x}, z)› = p",
        r"P(‹1› = 1 \mid \mathbf{x}) = 1",
        r"P(‹y > 0› \mid \mathbf{x}) = p",
        r"‹P(y = 1 = 1 \mid \mathbf{x})› = p",
        r"\frac{d}{dz} ‹2› = 0",
        r"y \sim ‹\operatorname{Bernoulli}(p, z)›",
        r"\frac{\cancel‹{\cancel{z}}›}{\cancel{z}} = 1",
        r"\begin{pmatrix} 1 ‹=› 2 \end{pmatrix} = 1",
        r"\begin{pmatrix} ‹\mathbf{x} & 1› \end{pmatrix} = 1",
        r"‹\operatorname{diag}(z)› = 1",
        r"‹1 \cdot 2 \cdot \ldots \cdot 5› = 120",
        r"z_1 + \cdots + ‹›\cdots + z_m = 1",
        r"z_1 + ‹›\cdots + (z_m) = 1",
        r"(z_1 + b) + ‹›\cdots + (z_m - b) = 1",
        r"\begin{pmatrix} (w_1) & ‹›\cdots & (b) \end{pmatrix} = 1",
        r"z_‹1› + \cdots + z_{m+1} = 1",
        r"\mathcal{B} ‹z› = 1",
        r"y = ‹\mathcal{B}›",
        r"{2 \cdot 3} ‹\frac›12 = 3",
        r"{z + 3} ‹\frac›12 = 3",
        r"‹(z - z)^{-1}› = 1",
        r"z^2‹^›2 = 1",
        r"‹\sigma›(z, b) = p",
        r"p = p ‹\text{ step 2}›",
        r"\boxed{z ‹=› 1",
        r"‹›p \in (0, 1)",
        r"z \in ‹\mathbf{w}›",
        r"i = ‹1, 3, \dots, m›",
        r"‹›\mathbf{x} \mathbf{w}^\top \succeq 0",
        r"p = \begin{cases} p & z > 0 ‹&› p \end{cases}",
        r"‹›p > 2 \iff z > 5",
        r"z = 0 \text{ if } ‹›p = \tfrac12",
        r"J = 1 \text{ if } \mathbf{w} = ‹›2",
        r"z = b \text{ if } \mathbf{w} = ‹›\mathbf{0}",
        r"b = b \text{ if } ‹›z = \mathbf{w}",
        r"p = p \text{ if } y = ‹›e",
    ],
)
def test_a_refusal_points_at_what_is_refused(scope: Scope, marked: str) -> None:
    before, _, rest = marked.partition("‹")
    token, _, after = rest.partition("›")
    with pytest.raises(EquationError) as error:
        scope.check(f"{before}{token}{after}")
    assert error.value.offset == len(before)
    nothing = {
        "",
        "...",
        "end of the formula",
    }  # of a whole side, of an ellipsis, of what is cut short
    assert error.value.token == token if token else error.value.token in nothing


@pytest.mark.parametrize(
    ("comment", "token", "offset"),
    [
        ("symbol: z | without a bias | scalar | z | w @ x", "z", 7),
        ("symbol: b | another | scalar | bias | given: real", "b", 7),
        ("let a: nobody = 1", "nobody", 7),
        ("let a: b = 1, b = 2", "b", 14),
        ("let a: b = 1, b", "b", 14),
        ("let a: y = 2", "2", 7),
        ("law: y ~ Cauchy(p)", "Cauchy", 7),
        ("law: y ~ Bernoulli(nobody)", "nobody", 7),
        ("law: nobody ~ Bernoulli(p)", "nobody", 7),
    ],
)
def test_a_refused_declaration_names_what_is_meant(
    scope: Scope, comment: str, token: str, offset: int
) -> None:
    with pytest.raises(EquationError) as error:
        scope.declare(comment, position=7)
    assert (error.value.token, error.value.offset) == (token, offset)


def test_what_is_too_deep_is_shown_in_part(scope: Scope) -> None:
    with pytest.raises(EquationError) as error:
        scope.check("(" * 2000 + "z" + ")" * 2000 + " = z")
    assert (error.value.offset, error.value.token) == (0, "(" * 20)

"""Signs that say the same are read as the same tree; what looks alike and says another thing is not."""
# ruff: noqa: E501 - ways to write one formula, beside each other

from __future__ import annotations

import pytest

from proofread.equations import Scope, SymbolTable, parse

SAME: tuple[tuple[str, ...], ...] = (
    ("z = b", r"z \equiv b"),
    ("z < b", r"z \lt b"),
    ("z > b", r"z \gt b"),
    (r"z \le b", r"z \leq b", r"z \leqslant b"),
    (r"z \ge b", r"z \geq b", r"z \geqslant b"),
    (r"z \ne b", r"z \neq b"),
    ("z := b", r"z \coloneqq b"),
    (r"b \leftarrow z", r"b \gets z"),
    (r"p \to 1 \text{ as } z \to \infty", r"p \rightarrow 1 \text{ as } z \rightarrow \infty",
     r"p \to 1 \text{ as } z \to +\infty", r"p \to 1 \text{ when } z \to \infty"),
    (r"z = b \Rightarrow b = z", r"z = b \implies b = z", r"z = b \Longrightarrow b = z"),
    (r"z = b \iff b = z", r"z = b \Leftrightarrow b = z", r"z = b \Longleftrightarrow b = z"),
    (r"z = w_1 + \cdots + w_n", r"z = w_1 + \ldots + w_n", r"z = w_1 + \dots + w_n",
     r"z = w_1 + \dotsb + w_n", r"z = w_1 + \dotsc + w_n"),
    (r"i = 1, \dots, m", r"i = 1, \ldots, m", r"i = 1, \cdots, m", r"i = 1, \dotsc, m"),
    (r"\frac{z}{b} = p", r"\tfrac{z}{b} = p", r"\dfrac{z}{b} = p"),
    (r"\frac{dp}{dz} = p", r"\frac{d p}{d z} = p", r"\tfrac{dp}{dz} = p", r"\dfrac{dp}{dz} = p",
     r"\frac{\mathrm{d} p}{\mathrm{d} z} = p", r"\frac{\partial p}{\partial z} = p",
     r"\partial p / \partial z = p"),
    (r"\mathbf{w}^\top \mathbf{x} = z", r"\mathbf{w}^{\top} \mathbf{x} = z",
     r"\mathbf{w}^\mathsf{T} \mathbf{x} = z", r"\mathbf{w}^{\mathrm{T}} \mathbf{x} = z",
     r"\mathbf{w}^\intercal \mathbf{x} = z", r"\mathbf w^\top \mathbf x = z"),
    (r"\max_z p = 1", r"\sup_z p = 1", r"\max_{z} p = 1"),
    (r"\min_z p = 1", r"\inf_z p = 1"),
    (r"\arg\min_z p = 1", r"\operatorname{argmin}_z p = 1", r"\operatorname*{argmin}_z p = 1"),
    (r"\arg\max_z p = 1", r"\operatorname{argmax}_z p = 1", r"\operatorname*{argmax}_{z} p = 1"),
    (r"\max(z, b) = 1", r"\max\{z, b\} = 1", r"\max\left(z, b\right) = 1"),
    (r"\lim_{z \to 0} p = 1", r"\lim_{z \rightarrow 0} p = 1"),
    (r"\sum_i y_i = 1", r"\sum_{i} y_i = 1", r"\sum\limits_{i} y_i = 1"),
    (r"\sum_{i=1}^{m} y_i = 1", r"\sum\limits_{i=1}^{m} y_i = 1"),
    (r"\log(z) = 1", r"\ln(z) = 1", r"\log[z] = 1", r"\log z = 1"),
    (r"\log(|z|) b = 1", r"\log |z| b = 1"),
    (r"\log(z) \log(b) = 1", r"\log z \log b = 1"),
    (r"|z| = 1", r"\lvert z \rvert = 1", r"\left| z \right| = 1", r"\left\lvert z \right\rvert = 1"),
    (r"\|\mathbf{w}\|_2 = 1", r"\lVert \mathbf{w} \rVert_2 = 1", r"\lVert \mathbf{w} \rVert_{2} = 1"),
    (r"P(y = 1 \mid \mathbf{x}, \mathbf{w}) = p", r"P(y = 1 | \mathbf{x}, \mathbf{w}) = p",
     r"P(y = 1 \mid \mathbf{x}; \mathbf{w}) = p", r"\Pr(y = 1 \mid \mathbf{x}, \mathbf{w}) = p",
     r"\mathbb{P}(y = 1 \mid \mathbf{x}, \mathbf{w}) = p"),
    (r"z \cdot b = 1", r"z \cdot b=1", r"z\,\cdot\,b = 1", r"z \cdot b \;=\; 1"),
    (r"\mathbf{w} \odot \mathbf{x} = 1", r"\mathbf{w} \circ \mathbf{x} = 1"),
    ("e^{z} = 1", r"\mathrm{e}^{z} = 1"),
    (r"\begin{pmatrix} z \\ b \end{pmatrix} = 1", r"\begin{bmatrix} z \\ b \end{bmatrix} = 1",
     r"\begin{smallmatrix} z \\ b \end{smallmatrix} = 1", r"\begin{matrix} z \\ b \end{matrix} = 1",
     r"\begin{pmatrix} z \\[4pt] b \\ \end{pmatrix} = 1"),
    (r"z = b, \quad b = z", r"z = b \quad b = z", r"z = b, b = z", r"z = b; \qquad b = z",
     r"z = b \text{ and } b = z", r"z = b, \text{ so } b = z", r"z = b \text{ hence } b = z",
     r"z = b \text{ therefore } b = z", r"z = b \text{ thus } b = z", r"z = b \text{ then } b = z",
     r"z = b \text{ or } b = z", r"z = b, \text{ that is, } b = z", r"z = b \text{ with } b = z",
     r"z = b \text{ a remark}, b = z", r"z = b \text{ a remark}. b = z",
     r"z = b \text{ a remark}; b = z", r"\begin{aligned} z &= b \\ b &= z \end{aligned}",
     r"\begin{gathered} z = b \\ b = z \end{gathered}",
     r"\begin{aligned} z &= b && \text{a remark} \\ b &= z \end{aligned}"),
    (r"\begin{aligned} z &= b \\ &= p \end{aligned}", r"\begin{split} z &= b \\ &= p \end{split}",
     r"\begin{align*} z &= b && \text{a remark} \\ &= p \end{align*}",
     r"\begin{align} z &= b \\ &= p \end{align}", "z = b = p",
     r"\boxed{z = b = p}", r"z = b = p \tag{a}"),
    (r"z = b \text{ if } y = 1", r"z = b \text{ when } y = 1", r"z = b \text{ where } y = 1",
     r"z = b \text{ for } y = 1", r"z = b, \quad \text{whenever } y = 1", r"\text{if } y = 1, z = b",
     r"\text{for all } y = 1: z = b", r"z = b \text{ for every } y = 1",
     r"z = b \text{ for each } y = 1"),
    ("y_i = 1", r"y_i = 1 \quad \forall i", r"\forall i: y_i = 1", r"y_i = 1 \text{ for all } i"),
    (r"p = \begin{cases} z & \text{if } z > 0 \\ b & \text{otherwise} \end{cases}",
     r"p = \begin{cases} z, & z > 0, \\ b, & \text{else} \end{cases}",
     r"p = \begin{cases} z & \text{for } z > 0 \\ b & \text{otherwise} \\ \end{cases}"),
    (r"y \sim \operatorname{Bernoulli}(p)", r"y \sim \operatorname {Bernoulli}(p)"),
    (r"33\% = 0.33", r"33 \% = 0.33"),
    (r"\cancel{z} p = p \cancel{z}", r"\bcancel{z} p = p \xcancel{z}"),
)  # fmt: skip
PAIRS = [(group[0], other) for group in SAME for other in group[1:]]


@pytest.mark.parametrize(("tex", "other"), PAIRS, ids=[other for _, other in PAIRS])
def test_what_says_the_same_is_one_tree(table: SymbolTable, tex: str, other: str) -> None:
    assert parse(tex, table).clauses == parse(other, table).clauses


FIRST = [group[0] for group in SAME]


@pytest.mark.parametrize("tex", FIRST)
def test_each_says_something_of_its_own(table: SymbolTable, tex: str) -> None:
    assert [one for one in FIRST if parse(one, table).clauses == parse(tex, table).clauses] == [tex]


DIFFERENT = (
    ("z = b", r"z \ne b"), (r"\max_z p = 1", r"\min_z p = 1"), ("e^{z} = 1", r"\pi^{z} = 1"),
    (r"\sum_i y_i = 1", r"\prod_i y_i = 1"), (r"\|\mathbf{w}\|_1 = 1", r"\|\mathbf{w}\|_2 = 1"),
    (r"\mathbf{w} \odot \mathbf{x} = 1", r"\mathbf{w} \cdot \mathbf{x} = 1"),
    (r"z \succ 0", r"z \succeq 0"), (r"[0, 1] = z", r"(0, 1] = z"), (r"[0, 1] = z", r"[0, 1) = z"),
    (r"z \in \mathbb{R}", r"z \in \mathbb{N}"), (r"z \in \mathbb{R}^2", r"z \in \mathbb{R}^3"),
    (r"\sigma'(z) = 1", r"\sigma''(z) = 1"), (r"\lim_{z \to \infty} p = 1", r"\lim_{z \to -\infty} p = 1"),
    ("w_1' = 1", "w_1 = 1"), (r"\frac{d^2 p}{dz^2} = 1", r"\frac{d^3 p}{dz^3} = 1"),
    (r"\nabla_{\mathbf{w}} J = 1", r"\nabla^2_{\mathbf{w}} J = 1"), (r"33\% = 1", "33 = 1"),
    ("0.50 = z", "0.5 = z"),
)  # fmt: skip


@pytest.mark.parametrize(("tex", "other"), DIFFERENT, ids=[tex for tex, _ in DIFFERENT])
def test_what_differs_is_another_tree(table: SymbolTable, tex: str, other: str) -> None:
    assert parse(tex, table).clauses != parse(other, table).clauses


def test_what_is_given_may_be_several(scope: Scope) -> None:
    assert scope.declare("law: y ~ Bernoulli(p) given x, w")
    assert scope.check(r"P(y = 1 \mid \mathbf{x}; \mathbf{w}) = p").holds
    assert not scope.check(r"P(y = 1 \mid \mathbf{x}, \mathbf{w}) = 1 - p").holds

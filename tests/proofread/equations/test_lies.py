"""Lies by kind, each of which must be refused: as wrong, or as not understood."""

from __future__ import annotations

import pytest

from proofread.equations import EquationError, Scope

LIES: dict[str, tuple[tuple[str, str], ...]] = {
    "value": (
        (r"e^{0.7} \approx 2.013", ""),
        (r"p \approx 0.33182", "at: student"),
        (r"z = -0.8", "at: student"),
        (r"p = 0.33", "at: student"),
        (r"p = 0.331812227831834", "at: student"),
        (r"\ell \approx 1.104", "at: student"),
        (r"w_1' \approx 0.301", "at: student"),
        (r"w_2' \approx 0.135", "at: student"),
        (r"b' = 0", "at: student"),
        (r"1 - \sigma(100) \approx 3.73 \times 10^{-44}", ""),
        (r"-0.7 = \tfrac{7}{10}", ""),
        (r"0.5 \approx 0.5", ""),
        (r"\sigma(0) = 0.51", ""),
    ),
    "substitution": (
        (r"z = w_1 x_1 + w_2 x_2 + b = 0.1 \cdot 3 + (-0.2) \cdot 5 - 0", "at: student"),
        (r"z = w_1 x_1 + w_2 x_2 + b = 0.1 \cdot 5 + (-0.4) \cdot 3 + 0", "at: student"),
        (r"w_1 x_1 = 3 \cdot 0.1", "at: student"),
        (r"w_1 x_1 = 0.3 \cdot 1", "at: student"),
        (r"z = 0.3 - 1 - 0", "at: student"),
        (r"z = 0 \cdot 4 - 0.7", "at: student"),
        (r"z = w_1 x_1 + w_2 x_2", "at: student"),
        (r"\ell = -\log p", "at: student"),
        (r"x_1 + x_2 = 5 + 3", "at: student"),
        (r"y - p = 1 + (-0.3318)", "at: student"),
    ),
    "sign": (
        (r"\frac{\partial \ell}{\partial z} = y - p", ""),
        (r"\sigma(-z) = -\sigma(z)", ""),
        (r"\ell = y \log p + (1 - y) \log(1 - p)", ""),
        (r"b \leftarrow b + \alpha (p - y)", ""),
        (r"\frac{\partial \ell}{\partial p} = \frac{y}{p} - \frac{1 - y}{1 - p}", ""),
        (r"\sigma'(z) = -\frac{e^{-z}}{(1 + e^{-z})^2}", ""),
        (r"\mathbf{z} = \mathbf{X} \mathbf{w} - b \mathbf{1}", ""),
        (r"\sigma(z) = \frac{1}{1 + e^{z}}", ""),
        (r"\sigma(z) = \frac{1}{1 - e^{-z}}", ""),
        (r"P(y = 0 \mid \mathbf{x}) = 1 + p", ""),
    ),
    "index": (
        (r"\frac{\partial z}{\partial w_j} = x_k", ""),
        (r"\frac{\partial J}{\partial w_j} = \frac1m \sum_{i=1}^{m} (p_i - y_i) x_{ji}", ""),
        (r"\frac{\partial J}{\partial w_j} = \frac1m \sum_{i=1}^{n} (p_i - y_i) x_{ij}", ""),
        (r"\frac{\partial J}{\partial w_j} = \frac1m \sum_{i=2}^{m} (p_i - y_i) x_{ij}", ""),
        (r"z_i = \sum_{j=1}^{n} x_{ij} w_i + b", ""),
        (r"z_i = \sum_{j=1}^{n} x_{ij} w_j + b_i", ""),
        (r"\frac{\partial z_i}{\partial w_j} = x_j", ""),
        (r"\sum_{i=1}^{m} x_i = z", ""),
        (r"H_{jk} = \frac1m \sum_i p_i (1 - p_i) x_{ij} x_{ij}", ""),
        (r"w_0 x_0 = b", ""),
        (r"\sum_{j \in \mathcal{B}} 1 = B", ""),
        (r"z = w_1 x_1 + w_3 x_3 + \cdots + w_n x_n + b", ""),
        (r"z = w_1 x_1 + \cdots + w_n x_1 + b", ""),
        (r"z = w_1 x_1 + \cdots + w_m x_m + b", ""),
        (r"i = 1, \dots, n", ""),
        (r"J = \frac1m \sum_{i=1}^{n} \ell_i", "with: m = 3, n = 3"),
        (r"x_{ij} = x_{ji}", "with: m = 3, n = 3"),
    ),
    "shape": (
        (r"z = \mathbf{w} \mathbf{x} + b", ""),
        (r"z = \mathbf{w}^\top \mathbf{x}^\top + b", ""),
        (r"\mathbf{z} = \mathbf{X} \mathbf{w} + b", ""),
        (r"\nabla_{\mathbf{w}} J = \frac1m \mathbf{X} (\mathbf{p} - \mathbf{y})", ""),
        (r"\nabla_{\mathbf{w}} J = \frac1m (\mathbf{p} - \mathbf{y})^\top \mathbf{X}", ""),
        (r"\mathbf{X} \in \mathbb{R}^{n \times m}", ""),
        (r"\mathbf{w} \in \mathbb{R}^{m}", ""),
        (r"\mathbf{w} \in \mathbb{R}", ""),
        (r"\mathbf{1} - \mathbf{p} = 1 - \mathbf{p}", ""),
        (r"\mathbf{H} = \frac1m \mathbf{X} \mathbf{S} \mathbf{X}^\top", ""),
        (r"\frac{\mathbf{p}}{\mathbf{y}} = \mathbf{1}", ""),
        (r"\mathbf{x}^\top = (3, 5)", "at: student"),
        (r"z = \mathbf{w}^\top \cdot \mathbf{x} + b", ""),
    ),
    "bound": (
        (r"p (1 - p) \le \tfrac12", "tight: z = 0"),
        (r"p (1 - p) < \tfrac14", "tight: z = 0"),
        (r"p \le 1", "tight: z -> oo"),
        (r"p > \tfrac12", "tight: z = 0"),
        (r"|p - y| < 2", "tight: y = 0 and z -> oo"),
        (r"p < 1", ""),
        (r"p \in [0, 1]", "tight: z -> -oo, z -> oo"),
        (r"p \in (0, 2)", "tight: z -> -oo, z -> oo"),
        (r"y \in \{0, 1, 2\}", ""),
        (r"p < 0.6", "at: student; sides: p, 1/2"),
        (r"\mathbf{H} \succ 0", ""),
        (r"-\mathbf{H} \succeq 0", ""),
        (r"0.1 + 0.2 \ne 0.3", "sides: 0.3, 0.3"),
    ),
    "condition": (
        (r"\ell = -\log p \text{ if } y = 0", ""),
        (r"\ell = -\log p \text{ if } y = 2", ""),
        (r"p = \tfrac12 \text{ if } z = 1", ""),
        (r"|z| = z \text{ if } z > 1", ""),
        (r"p > \tfrac12 \iff z > 1", ""),
        (r"p > \tfrac12 \Rightarrow z > 0", ""),
        (r"p \ge \tfrac12 \iff z > 0", ""),
        (r"\ell = \begin{cases} -\log p & \text{if } y = 1 \\ -\log p & \text{if } y = 0"
         r" \end{cases}", ""),
        (r"\ell = \begin{cases} -\log p & \text{if } y = 1 \end{cases}", ""),
        (r"\log \frac{p}{1 - p} = z \iff p = \frac{1}{1 + e^{z}}", ""),
        (r"\sigma(z) \to 1 \text{ as } z \to -\infty", ""),
        (r"\text{for } y \in \{0, 2\}: p = \sigma(z)", ""),
    ),
    "derivative": (
        (r"\frac{d}{dz}[2 + e^{-z}] = -e^{-z}", ""),
        (r"\frac{\partial}{\partial w_j} \left[\sum_{k=1}^{n} w_k x_k + \alpha\right] = x_j", ""),
        (r"\frac{\partial^2 \ell}{\partial z^2} = p (1 + p)", ""),
        (r"\frac{\partial \ell}{\partial b} = p", ""),
        (r"\frac{\partial J}{\partial p_i} = \frac{p_i - y_i}{p_i (1 - p_i)}", ""),
        (r"\frac{\partial \ell}{\partial p} = p - y", ""),
        (r"\nabla_{\mathbf{w}} \ell = (p - y) \mathbf{w}", ""),
        (r"\sigma''(z) = \sigma'(z) (1 - \sigma(z))", ""),
        (r"\frac{\partial J}{\partial \mathbf{w}} = \mathbf{X}^\top (\mathbf{p} - \mathbf{y})", ""),
        (r"\frac{\partial^2 \ell}{\partial w_j} = x_j", ""),
        (r"\nabla J = \mathbf{w}", ""),
    ),
    "not understood": (
        (r"p = \foo", ""),
        (r"\kappa = 1", ""),
        (r"p 2 = 2 p", ""),
        (r"\log p (1 - p) = z", ""),
        (r"1/m z = z/m", ""),
        (r"p = p)", ""),
        (r"p = = p", ""),
        (r"p = p +", ""),
        (r"\text{step 2: } p = p", ""),
        (r"x_{j = x_j", ""),
        (r"\sigma z = p", ""),
        (r"p \propto y", ""),
        (r"\cdots = z", ""),
        (r"z = \cdots + b", ""),
        (r"p = p \text{ maybe } y = y", ""),
        (r"p'' = p", ""),
        (r"x_1' = x_1", ""),
        ("p = p\\", ""),
        ("p = p % really", ""),
        (r"z + y_i = z + y_i \text{ of } z", ""),
        (r"\sum_i z_i + y_i = 0", ""),
        (r"z_i + z = z + z_i", ""),
        (r"\mathbf{w}^{(t+1)} = \mathbf{w} - \alpha (p^{(t)} - y) \mathbf{x}", ""),
    ),
    "annotation": (
        (r"z = z", "at: nobody"),
        (r"z = z", "near: student"),
        (r"z = z", "with: kappa = 1"),
        (r"z = z", "with: y = 3"),
        (r"z = z", "tight: z = 0"),
        (r"0 < p", "tight: z -> oo"),
        (r"z = z", "at: student; at: student"),
        (r"p > 0", "means: p < 0"),
        (r"p > 0", "means: p > 1"),
        (r"p > 0.1", "at: student; sides: p"),
        (r"z = z", "at"),
    ),
    "chance": (
        (r"P(y = 1 \mid \mathbf{x}) = 1 - p", ""),
        (r"P(y = 2 \mid \mathbf{x}) = 0", ""),
        (r"P(y = 1) = p", ""),
        (r"P(y = 1 \mid \mathbf{w}) = p", ""),
        (r"P(y \mid \mathbf{x}) = p^{1 - y} (1 - p)^y", ""),
        (r"y \sim \operatorname{Bernoulli}(1 - p)", ""),
        (r"y \sim \operatorname{Poisson}(p)", ""),
        (r"z \sim \operatorname{Bernoulli}(p)", ""),
        (r"J = -\log \prod_{i=1}^{m} P(y_i \mid \mathbf{X})", ""),
        (r"P(z = 1 \mid \mathbf{x}) = p", ""),
    ),
}  # fmt: skip
CASES = [(kind, *lie) for kind, lies in LIES.items() for lie in lies]


@pytest.mark.parametrize(("kind", "tex", "annotation"), CASES, ids=[f"{c[0]}-{c[1][:40]}" for c in CASES])  # fmt: skip  # noqa: E501
def test_a_lie_is_refused(scope: Scope, kind: str, tex: str, annotation: str) -> None:
    try:
        result = scope.check(tex, annotation)
    except EquationError as error:
        assert str(error)  # noqa: PT017 - either outcome is a refusal
        return
    assert result.claims, "nothing was claimed"
    assert not result.holds, kind
    assert result.message


def test_there_are_ten_lies_of_every_kind() -> None:
    assert {kind: len(lies) for kind, lies in LIES.items() if len(lies) < 10} == {}

r"""Rarer parts of formulas that are true, each beside a lie that is not."""

from __future__ import annotations

import pytest

from proofread.equations import EquationError, Scope

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
    (r"\frac{d}{dz}[z^2 + z] = 2 z + 1", r"\frac{d}{dz}[z^2 + z] = 2 z"),
    (r"(\mathbf{X}^\top \mathbf{y})_j = \sum_i x_{ij} y_i", r"(\mathbf{X}^\top \mathbf{p})_j = 1"),
    (
        r"(\mathbf{X}^\top \mathbf{X})_{jk} = \sum_i x_{ij} x_{ik}",
        r"(\mathbf{X}^\top \mathbf{X})_{jk} = 1",
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
    (r"\sum_{j \in \{1, 2\}} x_j = x_1 + x_2", r"\sum_{j \in \{1, 2\}} x_j = x_1 + x_3"),
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

r"""What each part of a formula comes to: a truth, its comment, and a lie beside it."""

# ruff: noqa: E501 - a truth and the lie beside it
from __future__ import annotations

import pytest

from proofread.equations import EquationError, Scope

PAIRS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "products": (
        (r"\mathbf{H} \cdot \mathbf{I} = \mathbf{H}", "", r"\mathbf{H} \cdot \mathbf{I} = \mathbf{I}"),
        (r"\mathbf{H} \odot \mathbf{I} = \operatorname{diag}(\operatorname{diag}(\mathbf{H}))", "",
         r"\mathbf{H} \odot \mathbf{I} = \mathbf{H}"),
        (r"2 \times \mathbf{w} = \mathbf{w} + \mathbf{w}", "", r"3 \times \mathbf{w} = \mathbf{w}"),
        (r"\mathbf{w} / 2 + \mathbf{w} / 2 = \mathbf{w}", "", r"\mathbf{w} / 2 = \mathbf{w}"),
        (r"\frac{z}{\mathbf{w}^\top \mathbf{w}} \mathbf{w}^\top \mathbf{w} = z", "",
         r"\frac{z}{\mathbf{w}^\top \mathbf{w}} = z"),
        (r"\mathbf{w}^\top \mathbf{w} - z = -z + \mathbf{w}^\top \mathbf{w}", "",
         r"\mathbf{w}^\top \mathbf{w} - z = z + \mathbf{w}^\top \mathbf{w}"),
        (r"-\mathbf{w} + \mathbf{x} = \mathbf{x} - \mathbf{w}", "",
         r"-\mathbf{w} + \mathbf{x} = \mathbf{x} + \mathbf{w}"),
        (r"w_1 \cdots w_n \cdot 2 = 2 \prod_{j=1}^{n} w_j", "",
         r"w_1 \cdots w_n \cdot 2 = \prod_{j=1}^{n} w_j"),
        ("z / p / b = z / (p b)", "", "z / p / b = z b / p"),
    ),
    "blocks": (
        (r"\operatorname{tr}(\mathbf{X}^\top \mathbf{X}) = \lVert \mathbf{X} \rVert_F^2", "",
         r"\operatorname{tr}(\mathbf{X}^\top \mathbf{X}) = \lVert \mathbf{X} \rVert_2^2"),
        (r"\operatorname{diag}(\mathbf{S}) = \mathbf{p} \odot (\mathbf{1} - \mathbf{p})", "",
         r"\operatorname{diag}(\mathbf{S}) = \mathbf{p}"),
        (r"\operatorname{rank}(\mathbf{x} \mathbf{x}^\top) = 1", "",
         r"\operatorname{rank}(\mathbf{x} \mathbf{x}^\top) = 2"),
        (r"\operatorname{sign}(b) b = |b|", "", r"\operatorname{sign}(b) b = b"),
        (r"\lVert \mathbf{x} \rVert_\infty = \max(|x_1|, |x_2|)", "with: n = 2",
         r"\lVert \mathbf{x} \rVert_\infty = \min(|x_1|, |x_2|)"),
        (r"\lVert \mathbf{x}^\top \rVert_F = \lVert \mathbf{x} \rVert", "",
         r"\lVert \mathbf{x}^\top \rVert_F = \lVert \mathbf{x} \rVert_1"),
        (r"\frac{d}{dz} \left\lVert (z, 3 z) \right\rVert_\infty = 3 \operatorname{sign}(z)", "",
         r"\frac{d}{dz} \left\lVert (z, 3 z) \right\rVert_\infty = \operatorname{sign}(z)"),
        (r"\frac{d}{dz}[\max(z^2, -z^2)] = 2 z", "", r"\frac{d}{dz}[\max(z^2, -z^2)] = -2 z"),
        (r"\frac{d}{dz}[\min(z^2, -z^2)] = -2 z", "", r"\frac{d}{dz}[\min(z^2, -z^2)] = 2 z"),
        (r"\max\{z, b\} + \min\{z, b\} = z + b", "", r"\max\{z, b\} + \max\{z, b\} = z + b"),
        (r"\begin{pmatrix} \mathbf{x} & \mathbf{w} \end{pmatrix} (1, 2) = \mathbf{x} + 2 \mathbf{w}",
         "", r"\begin{pmatrix} \mathbf{x} & \mathbf{w} \end{pmatrix} (2, 1) = \mathbf{x} + 2 \mathbf{w}"),
        (r"(\mathbf{x}^\top)_j = x_j", "", r"(\mathbf{x}^\top)_j = w_j"),
        (r"|b| = \begin{cases} b & b > 1 \\ b & 0 < b \le 1 \\ -b & \text{otherwise} \end{cases}", "",
         r"|b| = \begin{cases} b & b > 1 \\ b & 0 < b \le 1 \\ b & \text{otherwise} \end{cases}"),
        (r"y = \begin{cases} 1 & y > 0 \\ 0 & \text{otherwise} \end{cases}", "",
         r"y = \begin{cases} 1 & y < 1 \\ 0 & \text{otherwise} \end{cases}"),
        (r"|b| = \begin{cases} b & \text{if } b > 0 \\ -b & \text{if } b \le 0 \end{cases}", "",
         r"|b| = \begin{cases} b & \text{if } b > 0 \\ -b & \text{if } b \le 1 \end{cases}"),
    ),
    "derivatives": (
        (r"\frac{\partial}{\partial w_2} [w_2^2 + w_2] = 2 w_2 + 1", "",
         r"\frac{\partial}{\partial w_2} [w_2^2 + w_1] = 2 w_2"),
        (r"\frac{\partial}{\partial w_j} \left[\sum_{k=1}^{n} x_{ik} w_k + b\right] = x_{ij}", "",
         r"\frac{\partial}{\partial w_j} \left[\sum_{k=1}^{n} (x_{ik} w_k + 1)\right] = x_{ij}"),
        (r"\frac{\partial}{\partial w_1} \left[\prod_{j=1}^{n} (w_j + b)\right]"
         r" = \prod_{j=2}^{n} (w_j + b)", "",
         r"\frac{\partial}{\partial w_1} \left[\prod_{j=1}^{n} (w_j + b)\right]"
         r" = \prod_{j=1}^{n} (w_j + b)"),
        (r"\frac{\partial J}{\partial \mathbf{X}} = \frac1m (\mathbf{p} - \mathbf{y}) \mathbf{w}^\top",
         "", r"\frac{\partial J}{\partial \mathbf{X}} = (\mathbf{p} - \mathbf{y}) \mathbf{w}^\top"),
        (r"\frac{\partial J}{\partial \mathbf{x}_i} = \frac1m (p_i - y_i) \mathbf{w}", "",
         r"\frac{\partial J}{\partial \mathbf{x}_i} = (p_i - y_i) \mathbf{w}"),
        (r"\frac{\partial z_i}{\partial \mathbf{x}_i} = \mathbf{w}", "",
         r"\frac{\partial z_i}{\partial \mathbf{x}_i} = \mathbf{x}_i"),
        # the rightmost name is differentiated by first; ∂ℓ/∂z by p holds what p is computed from
        (r"\frac{\partial^2 \ell}{\partial z \partial p}"
         r" = \left(\frac{y}{p^2} + \frac{1 - y}{(1 - p)^2}\right) p (1 - p)", "",
         r"\frac{\partial^2 \ell}{\partial p \partial z}"
         r" = \left(\frac{y}{p^2} + \frac{1 - y}{(1 - p)^2}\right) p (1 - p)"),
        (r"\frac{\partial^3 \ell}{\partial z^2 \partial p} = \frac{\partial}{\partial z}"
         r" \frac{\partial}{\partial z} \frac{\partial \ell}{\partial p}", "",
         r"\frac{\partial^3 \ell}{\partial z \partial p \partial z} = \frac{\partial}{\partial z}"
         r" \frac{\partial}{\partial z} \frac{\partial \ell}{\partial p}"),
        (r"\frac{\partial^2 J}{\partial \mathbf{w} \partial \mathbf{w}^\mathsf{T}} = \mathbf{H}", "",
         r"\frac{\partial^2 J}{\partial \mathbf{w} \partial \mathbf{w}^\mathsf{T}} = -\mathbf{H}"),
        (r"\frac{d}{dz} \frac{d}{dz}[z^3] b = 6 z b", "", r"\frac{d}{dz} \frac{d}{dz}[z^3] b = 6 z"),
        (r"\sigma'''(z) = \frac{d^3}{dz^3} \sigma(z)", "", r"\sigma'''(z) = \frac{d^2}{dz^2} \sigma(z)"),
        (r"\frac{d}{dz}[z^2 \cdot 3] = 6 z", "", r"\frac{d}{dz}[1 \cdot z^2] = 2 z"),
        (r"\frac{d}{dz}\left[\frac{3}{z}\right] = -\frac{3}{z^2}", "",
         r"\frac{d}{dz}\left[\frac{z + 3}{2}\right] = \frac12"),
        (r"\frac{d}{dz}[b (z^2 + z)] = b (2 z + 1)", "", r"\frac{d}{dz}[b (z^2 + 2)] = 2 b z"),
    ),
    "ellipses": (
        (r"\sum_{j=2}^{n} w_{j-1} + w_n = \sum_{j=1}^{n} w_j", "",
         r"\sum_{j=2}^{n} w_{j-1} + w_1 = \sum_{j=1}^{n} w_j"),
        (r"w_1 + \cdots + w_{n-1} + w_n = \sum_{j=1}^{n} w_j", "",
         r"w_1 + \cdots + w_{n-1} + w_1 = \sum_{j=1}^{n} w_j"),
        (r"w_1 + \cdots + w_2 + \cdots + w_n = \sum_{j=1}^{n} w_j", "",
         r"w_1 + \cdots + w_{12} + \cdots + w_n = \sum_{j=1}^{n} w_j"),
        (r"w_1 + \cdots + w_j + \cdots + w_n = \sum_{k=1}^{n} w_k", "at: student",
         r"w_1 + \cdots + w_n + \cdots + w_n = \sum_{k=1}^{n} w_k"),
        (r"w_1 + w_2 + \cdots + w_n = \sum_{k=1}^{n} w_k", "at: student",
         r"w_1 + w_2 + w_3 + \cdots + w_n = \sum_{k=1}^{n} w_k"),
        (r"w_1 + w_2 + w_3 + \cdots + w_n = \sum_{k=1}^{n} w_k", "",
         r"w_1 + w_3 + w_4 + \cdots + w_n = \sum_{k=1}^{n} w_k"),
        ("2 w_4 = w_4 + w_4", "", "2 w_4 = w_4 + w_3"),  # where there are so many
        (r"y_1 + \cdots + y_m = \sum_{i=1}^{m} y_i", "", r"y_1 + \cdots + y_n = \sum_{i=1}^{m} y_i"),
    ),
    "sets": (
        (r"\mathbf{y} \in \{0, 1\}^m", "", r"\mathbf{y} \in \{0, 1, 2\}^m"),
        (r"j \in \{1, \dots, n\}", "", r"j \in \{1, \dots, n, 5\}"),
        (r"i = 1, 2, 3, \dots, m", "", r"i = 1, 2, 4, \dots, m"),
        (r"\sum_{i \in \mathcal{B}} y_i + \sum_{i=1}^{m} y_i = \sum_{i=1}^{m} y_i"
         r" + \sum_{i \in \mathcal{B}} y_i", "", r"\sum_{i \in \mathcal{B}} y_i = \sum_{i=1}^{m} y_i"),
        (r"\mathbf{I} \succ 0", "", r"\mathbf{I} \succeq 0"),
        (r"10^{-10} \mathbf{I} \succ 0", "", r"-10^{-10} \mathbf{H} \succeq 0"),
    ),
    "bounds": (
        (r"v_j^2 \ge 0", "tight: v = (0, 0, 0)", r"v_j^2 > 0"),
        (r"-v_j^2 \le 0", "tight: v = (0, 0, 0)", r"-v_j^2 < 0"),
        (r"q (1 - q) \le \tfrac14", "tight: q = 1/2", r"q (1 - q) \le \tfrac13"),
        (r"10^9 p < 10^9", "tight: z -> oo", r"10^9 p < 10^9 + 1"),
        (r"\sigma(z) - \tfrac12 < z \text{ if } z > 0", "tight: z -> 0",
         r"\sigma(z) - \tfrac12 < z + 1 \text{ if } z > 0"),
    ),
    "limits": (
        (r"\lim_{z \to 1} [10^5 z^2] = 10^5", "", r"\lim_{z \to 1} [10^5 z^2] = 10^5 + 1"),
        (r"\lim_{z \to -\infty} z e^z = 0", "", r"\lim_{z \to -\infty} e^z = 1"),
        (r"\lim_{z \to 2} \frac{z^2 - 4}{z - 2} = 4", "", r"\lim_{z \to 2} \frac{z^2 - 4}{z - 2} = 0"),
        (r"\lim_{z \to 0} [z + b] = b", "", r"\lim_{z \to 0} [z + b] = p"),
        (r"\max_q [q (1 - q)] = \tfrac14", "", r"\max_q [q (1 - q)] = \tfrac13"),
        (r"\arg\max_q [q^2 (1 - q)] = \tfrac23", "", r"\arg\max_q [q^2 (1 - q)] = \tfrac13"),
        (r"\min_z [z^2 + z] = -\tfrac14", "", r"\min_z [z^2 + z] = -\tfrac12"),
        (r"\sup_z [-z^2] + \inf_z [z^2 + 1] = 1", "", r"\sup_z [-z^2] + \inf_z [z^2 + 1] = 2"),
    ),
    "points": (
        (r"e^{0.7} + \ln 2 \approx 2.01 + 0.69", "", r"e^{0.7} + \ln 2 \approx 2.02 + 0.68"),
        (r"p = \sigma(w_1 x_1 + w_2 x_2 + b) \approx 0.332 \approx 0.33", "at: student",
         r"p = \sigma(w_1 x_1 + w_2 x_2 + b) \approx 0.332 \approx 0.34"),
        (r"p \approx 0.3318 = 0.3318 \approx 0.33", "at: student",
         r"p \approx 0.3318 = 0.3318 \approx 0.34"),
        (r"\frac{5}{11} \approx 0.45 = \frac{9}{20} \approx 0.5", "",
         r"\frac{4}{9} \approx 0.44 = \frac{11}{25} \approx 0.5"),
        (r"x_1 < x_2", "at: student; sides: 3, 5", r"x_1 < x_2 + 1"),
        (r"z_1 := w_1 x_{11} + w_2 x_{12} + b", "at: three", r"z_1 := w_1 x_{11} + w_2 x_{12}"),
        (r"\max(m, 2) - m = \max(0, 2 - m)", "", r"\max(m, 2) = m"),
        (r"\max(n, 3) \ge n", "sides: max(n, 3), n; with: n = 3", r"\max(n, 4) = n"),
    ),
    "cancelled": (
        (r"p + \cancel{z} + \cancel{b} - \cancel{(z + b)} = p", "",
         r"p + \cancel{z} + \cancel{\tfrac1z} = p + z + \tfrac1z"),
        (r"\frac{\cancel{z} \cancel{b} p}{\cancel{z b}} = p", "", r"\frac{\cancel{z} p}{\cancel{b}} = p"),
        (r"\cancel{z} p / \cancel{z} = p", "", r"\cancel{z} p \cdot \cancel{z} = p z^2"),
        (r"(\cancel{z} p) / (\cancel{z} b) = p / b", "", r"(\cancel{z} p) / (\cancel{p} b) = z / b"),
        (r"\left(\frac{\cancel{z} p}{\cancel{z}}\right)^2 = p^2", "",
         r"\left(\frac{\cancel{z} p}{\cancel{b}}\right)^2 = p^2 z^2 / b^2"),
    ),
    "words": (
        (r"z = z \tag{A}", "", r"z = z \tag{1}"),
        (r"z_i = z_i \quad \forall i", "", r"z_i = p_i \quad \forall i"),
        (r"\begin{aligned} z &= z && \text{(a truth)} \\ &= z \end{aligned}", "",
         r"\begin{aligned} z &= z && \text{(a z)} \\ &= z \end{aligned}"),
        (r"\begin{aligned} z &= z && \text{(well-known)} \\ &= z \end{aligned}", "",
         r"\begin{aligned} z &= z && \text{(x-y)} \\ &= z \end{aligned}"),
        (r"\begin{aligned} z &= z \end{aligned} \quad p = p", "",
         r"\begin{aligned} z &= z \end{aligned} \quad p = z"),
        (r"P(y = 1 \mid \mathbf{x}) |z| = |z| p", "", r"P(y = 1 \mid \mathbf{x}) |z| = z - p"),
        (r"\left| |z| - |b| \right| = \max(|z|, |b|) - \min(|z|, |b|)", "",
         r"\left| |z| - |b| \right| = \max(|z|, |b|)"),
    ),
}  # fmt: skip
CASES = [(kind, *pair) for kind, pairs in PAIRS.items() for pair in pairs]


@pytest.mark.parametrize(("kind", "tex", "comment", "lie"), CASES, ids=[f"{c[0]}-{c[1][:50]}" for c in CASES])  # fmt: skip
def test_a_truth_holds_and_a_lie_beside_it_does_not(
    scope: Scope, kind: str, tex: str, comment: str, lie: str
) -> None:
    result = scope.check(tex, comment)
    assert result.claims
    assert result.holds, (kind, result.message)
    try:
        result = scope.check(lie, comment)
    except EquationError:
        return
    assert not result.holds, kind
    assert result.claims


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\mathbf{w} \odot \mathbf{w}^\top = 1", "⊙ needs two vectors"),
        (r"z \odot z = 1", "⊙ needs two vectors"),
        (r"\frac{1}{\mathbf{w}} = 1", "division by 3 by 1"),
        (r"1 / \mathbf{w} = 1", "division by 3 by 1"),
        (r"z^\top = z", "the transpose of a number"),
        (r"\mathbf{H}^{-1} \mathbf{H} \mathbf{w}^2 = 1", "a power of 3 by 1"),
        (r"e^{\mathbf{H}} = 1", "a number is needed here"),
        (r"\lVert z \rVert = z", "the norm of a number"),
        (r"\lVert \mathbf{X} \rVert = z", "this norm needs a column"),
        (r"\lVert \mathbf{X} \rVert_1 = z", "this norm needs a column"),
        (r"\lVert \mathbf{x}^\top \rVert_2 = z", "this norm needs a column"),
        (r"\lVert \mathbf{x}^\top \rVert_1 = z", "this norm needs a column"),
        (r"(\mathbf{x})_0 = 1", r"the subscripts \[0\] do not fit 3 by 1"),
        (r"(\mathbf{w}, 1) = \mathbf{x}", "a vector inside a list of numbers"),
        (r"[1, 2] = \mathbf{x}", "a set or an interval is no number"),
        (r"(1, 2] = \mathbf{x}", "a set or an interval is no number"),
        (r"\frac{\partial \mathbf{z}}{\partial \mathbf{X}} = 1", "the derivative of this shape"),
        (r"\frac{\partial \mathbf{H}}{\partial \mathbf{w}} = 1", "the derivative of this shape"),
        (r"w_1 - \cdots - w_n = 1", "an ellipsis among differences"),
        (r"w_1 - w_2 + \cdots + w_n = 1", "an ellipsis among differences"),
        (r"w_1 b + \cdots + w_n b^2 = 1", "the ends of an ellipsis must differ in one index"),
        (r"\begin{pmatrix} w_1 & b \\ \vdots & \vdots \\ w_n & b^2 \end{pmatrix} = 1",
         "the ends of an ellipsis must differ in one index"),
        (r"w_1 + \cdots + w_1 = 1", "the ends of an ellipsis must differ in one index"),
        (r"x_{j+1.5} = 1", "expected a whole number"),
        (r"x_{j+k} = 1", "expected a whole number"),
        (r"\frac{dp}{dz} \frac{d}{dz}[z + 3] = \frac{dp}{dz}", "a constant term disappears"),
        ("y_n = y_n", "this counts n, but the axis has m"),
        (r"\sum_{i=1}^{n} y_i = 1", "i counts m, not n"),
        (r"\sum_{j \in \mathcal{B}} w_j = 1", "j counts n, not m"),
        ("x_{ij} z_i z = z z_i x_{ij}", "this symbol means two things"),
        (r"\mathbf{w}^\top \mathbf{w} z z_i = z_i z", "this symbol means two things"),
        ("w_1' z z_i = z_i z", "this symbol means two things"),
        ("i z z_i = z_i z i", "this symbol means two things"),
        (r"\max_z [z] \approx 8", "no extremum inside the range"),
        (r"\min_z [z] \approx -8", "no extremum inside the range"),
        (r"\max_z [z^2] \approx 64", "no extremum inside the range"),
        (r"\lim_{z \to 0} \frac{1}{z^2} = 0", "no finite limit"),
        (r"\lim_{z \to 0} \frac{1}{z} = 0", "no limit"),
        (r"\lim_{z \to 0} \left[1000 + \frac{|z|}{10^6 z}\right] = 1000", "no limit"),
        (r"\frac{d}{dz} \frac{dp}{dz} b = 0", "ambiguous: put what is differentiated"),
        (r"b = \begin{cases} b & b > -5 \\ b & b < 5 \end{cases}", "2 of the cases apply"),
        (r"b = \begin{cases} b & b > 5 \\ b & b < -5 \end{cases}", "0 of the cases apply"),
        (r"z = \boxed", "expected|braces|ends too early"),
        (r"p = \tfrac12 \text{ if } p' = \tfrac12", "a value after the step follows from it"),
        (r"\lim_{z' \to 0} z = 0", "a value after the step follows from it"),
        (r"\max_{z'} [z (1 - z)] = \tfrac14", "a value after the step follows from it"),
        (r"\frac{\partial z}{\partial z'} = 1", "a value after the step follows from it"),
        (r"\nabla_{z'} z = 1", "a value after the step follows from it"),
        (r"\sum_{z' \in \{0, 1\}} z = 1", "a value after the step follows from it"),
        (r"p = p - 0", "zero subtracted"),
        (r"p = p + b - 0.00 - b", "zero subtracted"),
        (r"p = 0 \cdot z + p", "a factor 0 hides"),
        (r"z = z \text{ a * b}", "an operator in a text"),
        (r"z = z \text{ a / b}", "an operator in a text"),
        (r"z = z \text{ a^b}", "an operator in a text"),
        (r"z = z \text{ a_b}", "an operator in a text"),
        (r"z = z \text{ a·b}", "an operator in a text"),
        (r"z = z \text{ a − b}", "an operator in a text"),
        (r"z = z \text{ a - b}", "an operator in a text"),
        (r"z = z \text{ a < b}", "an operator in a text"),
    ],
)  # fmt: skip
def test_it_is_refused_for_this_reason(scope: Scope, tex: str, reason: str) -> None:
    with pytest.raises(EquationError, match=reason):
        scope.check(tex)


CONDITIONS = (
    (r"|b| = b \text{ if } b > 0", True),
    (r"|b| = b \text{ if } b \ge 0", True),
    (r"|b| = b \text{ if } 0 < b", True),
    (r"|b| = b \text{ if } b > 10^{-9}", False),
    (r"|b| = b \text{ if } 10^{-9} < b", False),
    (r"|b| = b \text{ if } b > -10^{-9}", False),
    (r"|b| = -b \text{ if } b < 0", True),
    (r"|b| = -b \text{ if } b < -10^{-9}", False),
    (r"|b| = -b \text{ if } b < 10^{-9}", False),
    (r"\max(b, q) = b \text{ if } b > q", True),
    (r"\max(b, q) = b \text{ if } b > q + 10^{-9}", False),
    (r"\max(b, q) = b \text{ if } q < b", True),
    (r"|p - \tfrac12| = p - \tfrac12 \text{ if } z > 0", True),
    (r"|p - \tfrac12| = p - \tfrac12 \text{ if } z > 10^{-9}", False),
    (r"|b| = y b \text{ if } b > 0 \text{ and } y = 1", True),
    (r"|b| = y b \text{ if } b > 10^{-9} \text{ and } y = 1", False),
    (r"|b| = b \text{ if } b > 0 \text{ and } z > -1000", True),
    (r"\sqrt{\alpha^2} = \alpha \text{ if } \alpha > 0", True),
    (r"|z_i| = z_i \text{ if } z_i > 0", True),
    (r"|z_i| = z_i \text{ if } z_i > 10^{-9}", False),
    (r"\log z = 2 \log \sqrt{z} \text{ if } z > 0", True),
    (r"\log z = 2 \log \sqrt{z} \text{ if } z > 10^{-9}", False),
    (r"\log b = 2 \log \sqrt{b} \text{ if } b > 0", True),
    (r"|w_j| = w_j \text{ if } w_j > 0", True),
    (r"|w_j| = w_j \text{ if } w_j > 10^{-9}", False),
    (r"|w_j| = w_j \text{ if } w_j > -10^{-9}", False),
    (r"|w_j - v_j| = w_j - v_j \text{ if } w_j > v_j", True),
    (r"|w_j - v_j| = w_j - v_j \text{ if } w_j > v_j + 10^{-9}", False),
    (r"|x_{ij}| = x_{ij} \text{ if } x_{ij} > 10^{-9}", False),
)


@pytest.mark.parametrize(("tex", "true"), CONDITIONS, ids=[tex for tex, _ in CONDITIONS])
def test_a_condition_begins_where_the_conclusion_does(scope: Scope, tex: str, true: bool) -> None:
    """A border that is a little off lies between no two of the random points."""
    result = scope.check(tex)
    assert result.holds is true
    if not true:
        assert "Widen the condition" in result.message or "1e-" in result.message


CASES_OF = (
    (r"|b| = \begin{cases} b & b > 0 \\ -b & b \le 0 \end{cases}", True),
    (r"|b| = \begin{cases} b & b > BORDER \\ -b & b \le BORDER \end{cases}", False),
    (r"|b| = \begin{cases} b & BORDER < b \\ -b & \text{otherwise} \end{cases}", False),
    (r"|b| = \begin{cases} b & \text{if } b > 0 \\ -b & \text{otherwise} \end{cases}", True),
    (r"|z| = \begin{cases} z & z > BORDER \\ -z & \text{otherwise} \end{cases}", False),
    (r"|w_j| = \begin{cases} w_j & w_j > 0 \\ -w_j & \text{otherwise} \end{cases}", True),
    (r"|w_j| = \begin{cases} w_j & w_j > BORDER \\ -w_j & \text{otherwise} \end{cases}", False),
    (r"\max(b, q) = \begin{cases} b & b > q \\ q & b \le q \end{cases}", True),
    (r"\max(b, q) = \begin{cases} b & b > q + BORDER \\ q & b \le q + BORDER \end{cases}", False),
    (r"1 + |b| = 1 + \begin{cases} b & b > BORDER \\ -b & b \le BORDER \end{cases}", False),
)


@pytest.mark.parametrize(("tex", "true"), CASES_OF, ids=[tex for tex, _ in CASES_OF])
@pytest.mark.parametrize("border", ["10^{-9}", "-10^{-9}", "0.00001"])
def test_a_case_begins_where_its_value_does(
    scope: Scope, tex: str, true: bool, border: str
) -> None:
    try:
        assert scope.check(tex.replace("BORDER", border)).holds is true
    except EquationError:
        assert not true

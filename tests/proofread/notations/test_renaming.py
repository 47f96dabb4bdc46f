"""Formulas are renamed by tokens, all symbols at once."""

import pytest

from proofread.notations.convention import read_convention
from proofread.notations.renaming import rename

pytestmark = pytest.mark.usefixtures("recorded_answers")

STATISTICS = r"S: m -> n; n -> d; \mathbf{w} -> \boldsymbol{\beta}; w -> \beta; \alpha -> \eta"
HYPOTHESIS = r"H: p -> h(\mathbf{x}); p_i -> h(\mathbf{x}_i); \mathbf{p} -> h(\mathbf{X})"


@pytest.mark.parametrize(
    ("convention", "ours", "theirs"),
    [
        (STATISTICS, r"\frac{1}{m} \sum_{j=1}^n", r"\frac{1}{n} \sum_{j=1}^d"),  # at once
        (STATISTICS, "m n", "n d"),
        (STATISTICS, r"\mathbf w + \mathbf{w}'", r"\boldsymbol{\beta} + \boldsymbol{\beta}'"),
        (STATISTICS, "w_j' x_j", r"\beta_j' x_j"),
        (STATISTICS, "wx", r"\beta x"),  # a command must not run into a letter
        (STATISTICS, r"2\alpha", r"2\eta"),
        (STATISTICS, r"\min_m \ln n \text{ when m}", r"\min_n \ln d \text{ when m}"),
        (STATISTICS, "z", "z"),  # not declared: the same there
        (HYPOTHESIS, "p - y", r"h(\mathbf{x}) - y"),
        (HYPOTHESIS, r"(p_i - y_i) \, x_{ij}", r"(h(\mathbf{x}_i) - y_i) \, x_{ij}"),
        (HYPOTHESIS, "p_{i+1}", r"h(\mathbf{x}_{i+1})"),
        (HYPOTHESIS, "p_1 p_{2}", r"h(\mathbf{x}_1) h(\mathbf{x}_2)"),
        (HYPOTHESIS, "p' p_i'", r"h'(\mathbf{x}) h'(\mathbf{x}_i)"),
        (HYPOTHESIS, "p^y", r"h(\mathbf{x})^y"),
        (HYPOTHESIS, r"y^p \sqrt p", r"y^{h(\mathbf{x})} \sqrt {h(\mathbf{x})}"),
        (HYPOTHESIS, r"\mathbf{X}^\top \mathbf{p}", r"\mathbf{X}^\top h(\mathbf{X})"),
        (r"A: x_{ij} -> x_{i,j}", "x_{ij} + x_{2 1}", "x_{i,j} + x_{2,1}"),
        (r"A: p -> \eta x", "p + 2 p y", r"\eta x + 2 \eta x y"),
    ],
)
def test_formulas(convention: str, ours: str, theirs: str) -> None:
    assert rename(ours, read_convention(convention)) == theirs

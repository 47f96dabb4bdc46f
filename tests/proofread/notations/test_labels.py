"""Labels of figures are renamed with the formulas that they spell, and keep their values."""

import pytest

from proofread.notations.convention import read_convention
from proofread.notations.labels import Label, renamed_labels
from proofread.notations.renamed import Renamed
from proofread.page import Page
from tests.support.built_site import ROOT

pytestmark = pytest.mark.usefixtures("recorded_answers")

NOTATION = (ROOT / "docs" / "notation.md").read_text("utf-8")
ERROR = r"\frac{\partial \ell}{\partial w_j} = (p - y) \, x_j"


def labels_in(convention: str, *labels: Label) -> Renamed:
    return renamed_labels(
        Page.parse("# Page\n", "page.md"), NOTATION, read_convention(convention), labels
    )


@pytest.mark.parametrize(
    ("convention", "label", "theirs"),
    [
        (r"A: p -> \hat{y}", Label("p", "p"), "ŷ"),
        (r"A: p -> \hat{y}", Label("p′ = 0.8374", "p'"), "ŷ′ = 0.8374"),
        (r"A: p -> \hat{y}", Label("p − y", ERROR), "ŷ − y"),
        (r"A: p -> h(\mathbf{x})", Label("p − y", ERROR), "h(x) − y"),
        (r"A: w -> \theta", Label("∂z/∂w₁", r"\partial z/\partial w_1"), "∂z/∂θ₁"),
        ("A: m -> n; n -> d", Label("/ m =", r"J = (\ell_1 + \ell_2) / m = \ell_1"), "/ n ="),
        (r"A: \ell -> \mathcal{L}", Label("loss = 0.6672", r"\ell"), "loss = 0.6672"),
        (r"A: \ell -> \mathcal{L}", Label("ℓ", r"\ell"), "ℒ"),
        (r"A: p -> \hat{y}", Label("probability p of passing"), "probability ŷ of passing"),
        (r"A: p -> \hat{y}", Label("p = 0.9", "0.9"), "ŷ = 0.9"),
        (r"A: p -> a", Label("a part of Newton's p"), "a part of Newton's a"),
    ],
)
def test_a_label_is_spelt_anew(convention: str, label: Label, theirs: str) -> None:
    found = labels_in(convention, label)
    assert (found.formulas, found.problems) == ({label.text: theirs}, [])


def test_what_cannot_be_spelt_fails_and_says_where() -> None:
    (problem,) = labels_in(r"A: z -> \tilde{z}", Label("z", "z")).problems
    assert problem.startswith("page.md: in the notation A: the label 'z': it cannot be spelt")


def test_a_label_that_stands_for_two_things_fails() -> None:
    """One in a figure's formula, and one that is renamed."""
    found = labels_in(r"A: p -> a; \mathbf{p} -> q", Label("p", "p"), Label("p", r"\mathbf{p}"))
    (problem,) = found.problems
    assert "has two forms" in problem


def test_a_label_may_spell_what_the_page_declares() -> None:
    text = "<!-- symbol: q | a share | scalar | q | given: real -->\n"
    page = Page.parse(text, "page.md")
    convention = read_convention("A: p -> a")
    found = renamed_labels(page, NOTATION, convention, [Label("q − p", "q - p"), Label("no q", "")])
    assert (found.formulas, found.problems) == ({"q − p": "q − a", "no q": "no q"}, [])

"""A page in another notation says the same, or the build is told where it does not."""

from pathlib import Path

import pytest

from proofread.notations import renamed
from proofread.notations.convention import Convention, read_convention
from proofread.notations.project import conventions_of
from proofread.notations.renamed import Renamed, renamed_page
from proofread.page import Page
from tests.support.built_site import ROOT

NOTATION = (ROOT / "docs" / "notation.md").read_text("utf-8")
STATISTICS = r"Statistics: m -> n; n -> d; w -> \beta; \mathbf{w} -> \boldsymbol{\beta}"


def page_in(text: str, convention: str = STATISTICS) -> Renamed:
    return renamed_page(Page.parse(text, "page.md"), NOTATION, read_convention(convention))


@pytest.mark.parametrize("convention", conventions_of(ROOT), ids=lambda each: each.slug)
@pytest.mark.parametrize("name", ["many-weights", "why-so-simple", "worked-example"])
def test_the_pages_say_the_same(name: str, convention: Convention) -> None:
    path = ROOT / "docs" / f"{name}.md"
    found = renamed_page(Page.read(path, ROOT), NOTATION, convention)
    assert found.problems == []
    assert sum(ours != theirs for ours, theirs in found.formulas.items()) > 10


def test_every_formula_has_a_form_there_also_one_that_stays() -> None:
    text = "$m$, $z$, $\\sigma$, $\\sum$\n\n| a | b |\n|---|---|\n| $w_1$ | $= w_2$ |\n"
    assert page_in(text).formulas == {
        "m": "n", "z": "z", r"\sigma": r"\sigma", r"\sum": r"\sum", "w_1": r"\beta_1",
        "= w_2": r"= \beta_2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("convention", "problem"),
    [
        ("Wrong: m -> n", "$m$ (number of samples) and $n$ (number of features) would look alike"),
        ("Wrong: p -> y", "$y$ (label of one sample) and $p$ (probability of"),
        (
            r"Wrong: p -> \mathbf{y}",
            r"samples; that of sample $i$) and $p$",
        ),
        (r"Wrong: w -> \sum", r"page.md:3: in the notation Wrong: "),
    ],
)
def test_a_wrong_map_fails_and_says_where(convention: str, problem: str) -> None:
    text = "# Page\n\n$m n$, $w_1 - p$, $y$ and $\\mathbf{y}$\n"
    found = page_in(text, convention)
    assert any(problem in each for each in found.problems), found.problems
    assert found.problems[0].startswith("page.md:3: in the notation Wrong: ")


def test_two_meanings_of_one_symbol_fail_until_the_page_gives_its_own_another_name() -> None:
    declared = "<!-- symbol: \\beta | a constant | scalar | beta | given: real -->\n"
    own = "<!-- notation: Statistics: \\beta -> \\gamma -->\n"
    (problem,) = page_in(f"{declared}\n$w_1 \\beta$\n").problems
    assert problem.startswith("page.md:3: in the notation Statistics: $w$ (weights")
    assert "and $\\beta$ (a constant) would look alike" in problem
    found = page_in(f"{declared}{own}\n$w_1 \\beta$\n")
    assert found.problems == []
    assert found.formulas == {r"w_1 \beta": r"\beta_1 \gamma"}


def test_a_symbol_that_the_page_does_not_use_gives_way() -> None:
    declared = "<!-- symbol: \\beta | a constant | scalar | beta | given: real -->\n"
    assert page_in(f"{declared}\n$2 \\beta$\n").problems == []


def test_a_page_may_not_rename_what_all_pages_share() -> None:
    (problem,) = page_in("<!-- notation: Statistics: z -> s -->\n\n$z$\n").problems
    assert "a page renames the symbols that it declares itself" in problem


def test_a_differential_is_not_taken_for_a_number_of_features() -> None:
    (problem,) = page_in("$\\frac{dp}{dz}$ and $n$\n").problems
    assert r"write \mathrm{d}" in problem
    upright = STATISTICS + r"; d -> \mathrm{d}"
    found = page_in("$\\frac{dp}{dz}$ and $n$\n", upright)
    assert found.problems == []
    assert found.formulas[r"\frac{dp}{dz}"] == r"\frac{\mathrm{d}p}{\mathrm{d}z}"


LIES = {
    "a symbol left as it was": lambda tex: tex.replace(r"\beta_1", "w_1"),
    "another index": lambda tex: tex.replace(r"\beta_1", r"\beta_2"),
    "a lost prime": lambda tex: tex.replace("z'", "z"),
    "another sign": lambda tex: tex.replace("-", "+"),
    "another number": lambda tex: tex.replace("2", "3"),
    "one symbol for another": lambda tex: tex.replace("n", "d"),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_formula_that_says_something_else_fails(
    lie: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tree shows it, whatever has gone wrong with the tokens."""
    honest = renamed.rename
    assert callable(lie)
    monkeypatch.setattr(renamed, "rename", lambda tex, names: lie(honest(tex, names)))
    (problem,) = page_in("$2 w_1 - z' + m$\n").problems
    assert "page.md:1: " in problem


def test_the_honest_formula_holds() -> None:
    found = page_in("$2 w_1 - z' + m$\n")
    assert (found.formulas, found.problems) == ({"2 w_1 - z' + m": r"2 \beta_1 - z' + n"}, [])


def test_the_table_that_compares_conventions_stays() -> None:
    text = (
        "<!-- convention: Statistics: m -> n; n -> d -->\n\n"
        "| Idea | Here | Statistics |\n|---|---|---|\n| samples | $m$ | $n$ |\n"
    )
    assert page_in(text).formulas == {"m": "n", "n": "n"}


def test_a_project_without_notations_has_none(tmp_path: Path) -> None:
    assert conventions_of(tmp_path) == ()


OWN = (
    "<!-- symbol: \\mathcal{B} | a batch | set | batch | given: a subset of 1 to m -->\n"
    "<!-- symbol: $F(b)$ | a share of the bias | scalar | F | b / 2 -->\n\n"
)


@pytest.mark.parametrize(
    ("tex", "theirs", "lie"),
    [
        (r"\sigma", r"\phi", r"\psi"),
        (r"\sigma(w_1)", r"\phi(\beta_1)", r"\phi(\beta_2)"),
        (r"\sigma'(z)", r"\phi'(z)", r"\phi(z)"),
        (r"\log w_1", r"\log \beta_1", r"\exp \beta_1"),
        (
            r"\sum_{i \in \mathcal{B}} p_i",
            r"\sum_{i \in \mathcal{D}} p_i",
            r"\sum_{i \in \mathcal{D}} y_i",
        ),
        ("F(w_1)", r"F(\beta_1)", r"F(\beta_2)"),
        ("w_j x_k", r"\beta_j x_k", r"\beta_k x_j"),
        ("w_j x_k", r"\beta_j x_k", r"\beta_j x_j"),
        ("w_j x_j", r"\beta_j x_j", r"\beta_k x_k"),
    ],
)  # fmt: skip
def test_what_a_formula_means_is_what_its_symbols_are(
    tex: str, theirs: str, lie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    convention = rf"{STATISTICS}; \sigma -> \phi"
    text = f"{OWN}<!-- notation: Statistics: \\mathcal{{B}} -> \\mathcal{{D}} -->\n\n${tex}$\n"
    found = page_in(text, convention)
    assert (found.formulas, found.problems) == ({tex: theirs}, [])
    honest = renamed.rename
    monkeypatch.setattr(renamed, "rename", lambda tex, names: lie if tex else honest(tex, names))
    (problem,) = page_in(text, convention).problems
    assert "says something else" in problem or "not declared" in problem or "neither" in problem


def test_indices_that_one_row_declares_are_two() -> None:
    (problem,) = page_in("$x_j x_k$\n", "Wrong: k -> j").problems
    assert "$x_j x_k$ becomes $x_j x_j$, which says something else" in problem
    swapped = page_in("$x_j x_k$\n", "Swapped: k -> j; j -> k")
    assert (swapped.formulas, swapped.problems) == ({"x_j x_k": "x_k x_j"}, [])


def test_what_stands_behind_what_cannot_be_read_is_used_all_the_same() -> None:
    problems = page_in("$#$ and $m n$\n", "Wrong: m -> n").problems
    assert any("would look alike" in problem for problem in problems)


def test_indices_may_be_called_otherwise() -> None:
    found = page_in("$x_{ij} w_j + y_i$ and $x_{12}$\n", r"A: i -> r; j -> s; w -> \beta")
    assert found.problems == []
    assert found.formulas == {
        "x_{ij} w_j + y_i": r"x_{rs} \beta_s + y_r", "x_{12}": "x_{12}",
    }  # fmt: skip


def test_an_index_that_a_page_does_not_use_gives_way_with_what_it_counts() -> None:
    found = page_in("$p$, $z_1$\n", "A: p -> i")
    assert found.formulas["p"] == "i"
    assert all("$z_1$" in problem or "z" in problem for problem in found.problems)


def test_a_sign_of_an_operation_stays_what_it_is() -> None:
    assert page_in("$\\ln$ and $\\sum$\n").formulas == {r"\ln": r"\ln", r"\sum": r"\sum"}
    assert page_in("$\\ln$\n", r"A: p -> \ln").formulas == {r"\ln": r"\ln"}


def test_what_cannot_be_read_uses_no_symbols() -> None:
    (problem,) = page_in("$#$ and $z$\n").problems
    assert "unknown character" in problem


def test_an_entry_may_have_its_indices_apart() -> None:
    convention = r"A: x_{ij} -> g(i, j); p_i -> h(\mathbf{x}_i)"
    found = page_in("$x_{1, 2} p_i' + x_{i j} y$ and $p + x_1$\n", convention)
    assert found.problems == []
    assert found.formulas == {
        "x_{1, 2} p_i' + x_{i j} y": r"g(1,2) h'(\mathbf{x}_i) + g(i,j) y", "p + x_1": "p + x_1",
    }  # fmt: skip


def test_laws_are_those_of_the_page() -> None:
    law = "<!-- law: y ~ Bernoulli(p) given x -->\n\n"
    found = page_in(f"{law}$P(y = 1 \\mid \\mathbf{{x}}) = w_1$\n")
    assert found.problems == []
    assert found.formulas == {
        r"P(y = 1 \mid \mathbf{x}) = w_1": r"P(y = 1 \mid \mathbf{x}) = \beta_1"
    }

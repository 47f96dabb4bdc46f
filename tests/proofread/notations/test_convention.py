"""What a declaration of a convention says, and which it must not."""

import pytest

from proofread.notations.convention import declaration_problem, read_convention
from proofread.notations.project import own_problem

pytestmark = pytest.mark.usefixtures("recorded_answers")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("A: m -> n; n -> d", ""),
        (r"A: \mathbf{w} -> W; w -> W", ""),  # the vector and its entries are one letter
        (r"A: p_i -> h(\mathbf{x}_i)", ""),
        (r"A: p -> \operatorname{pr}; q -> \theta; y -> t; w -> \hat{w}", ""),
        ("A: m n", "no pair"),
        ("A: m -> n; m -> d", "stands there twice"),
        ("A: p_i -> a_i; p_k -> b_k", "stands there twice"),
        ("A: m -> n; k -> n", "one symbol for two things"),
        ("A: m -> #", "unknown character"),
        ("A: m -> ", "not a symbol"),
        ("A: m -> 3", "not a symbol (at offset 0: '3')"),
        ("A: p' -> q", 'and arguments is meant (at offset 0: "p\'")'),
        ("A: m + n -> k", "not a symbol"),
        ("A: p_i -> a", "an index is lost (at offset 0: 'a')"),
        ("A:", "no pair"),
    ],
)
def test_declarations(body: str, problem: str) -> None:
    found = declaration_problem(body)
    assert problem in found
    assert bool(problem) == bool(found)


def test_the_name_makes_an_address() -> None:
    assert read_convention("Neural networks: p -> a").slug == "neural-networks"


def test_a_page_names_its_own_symbols_in_a_notation_that_exists() -> None:
    notation = "<!-- convention: Statistics: m -> n -->"
    assert own_problem("Statistics: d -> g", notation) == ""
    assert "'Statistic' is no notation" in own_problem("Statistic: d -> g", notation)
    assert "no pair" in own_problem("Statistics: d", notation)

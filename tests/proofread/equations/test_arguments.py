"""How many indices and primes stand behind a letter."""

import pytest

from proofread.equations.arguments import group, shape_of
from proofread.equations.tokens import significant


@pytest.mark.parametrize(
    ("tex", "indices", "primes"),
    [
        ("x", 0, 0),
        ("x_j", 1, 0),
        ("x_{ij}", 2, 0),
        ("x_{i,j}", 2, 0),
        ("x_{12}", 2, 0),
        ("x_2", 1, 0),
        ("x_{k+1}", 1, 0),
        ("x_{k-1}", 1, 0),
        ("x'", 0, 1),
        ("x''", 0, 2),
        ("x_j'", 1, 1),
        ("x'_j", 1, 1),
        ("x_j^{(t+1)}", 1, 1),
        ("x^{(t+1)}_{ij}", 2, 1),
        ("x_j^2", 1, 0),
        ("x_j^{2 + {1}} y'", 1, 0),
        ("x y_j", 0, 0),
    ],
)
def test_indices_and_primes(tex: str, indices: int, primes: int) -> None:
    assert shape_of(significant(tex), 0) == (indices, primes)


@pytest.mark.parametrize(
    ("tex", "place", "last"),
    [("x_j", 2, 2), ("x_{ij} y", 2, 5), ("x_{i{j}} y", 2, 7), ("x_{ij", 2, 4), ("x_", 2, 1)],
)
def test_an_argument_ends_with_its_brace(tex: str, place: int, last: int) -> None:
    assert group(significant(tex), place) == last

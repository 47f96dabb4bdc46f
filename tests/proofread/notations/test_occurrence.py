"""Symbols among tokens: with the indices that an entry asks for, or not at all."""

import pytest

from proofread.equations.tokens import significant
from proofread.notations.convention import read_convention
from proofread.notations.folding import fold
from proofread.notations.occurrence import argument_end, primes_at, subscript_at


@pytest.mark.parametrize(
    ("tex", "count", "indices"),
    [
        ("_i", 1, ["i"]),
        ("_{i}", 1, ["i"]),
        ("_{i+1}", 1, ["i+1"]),
        ("_{ij}", 2, ["i", "j"]),
        ("_{i+1, j}", 2, ["i+1", "j"]),
        ("_{1, 2}", 2, ["1", "2"]),
        ("_i", 2, None),
        ("_{i, }", 2, None),
        ("_{i j k}", 2, None),
        ("_{i", 1, None),
        ("_", 1, None),
        ("", 1, None),
        ("^i", 1, None),
    ],
)
def test_subscripts(tex: str, count: int, indices: list[str] | None) -> None:
    tokens = significant(f"x{tex}")
    found = subscript_at(tokens, 1, count)
    if indices is None:
        assert found is None
        return
    assert found is not None
    assert ["".join(token.text for token in index) for index in found.indices] == indices
    assert (found.start, found.end) == (1, len(tokens))


def test_arguments_and_primes() -> None:
    tokens = significant("x''_{a{b}c} d")
    assert primes_at(tokens, 1) == 2
    assert argument_end(tokens, 4) == 11
    assert argument_end(tokens, 0) == 1
    assert argument_end(tokens, len(tokens)) is None
    assert argument_end(significant("{a"), 0) is None


@pytest.mark.parametrize(
    ("tex", "folded"),
    [
        (r"h(\mathbf{x}_i)", [r"h(\mathbf{x}_)", "_", "{", "i", "}"]),
        (r"h'(\mathbf{x}_{i+1})", [r"h(\mathbf{x}_)", "'", "_", "{", "i", "+", "1", "}"]),
        (r"h(\mathbf{x}_", ["h", "(", r"\mathbf{x}", "_"]),
        (r"h(\mathbf{x})", ["h", "(", r"\mathbf{x}", ")"]),
        ("h", ["h"]),
        ("g(2, i)", ["g(,)", "_", "{", "2", ",", "i", "}"]),
        ("s t", ["st"]),  # the longest name that fits
        ("s t z", ["stz"]),
        ("s' t z", ["stz", "'"]),
        ("s''t", ["st", "'", "'"]),
        ("s z", ["s", "z"]),
    ],
)
def test_a_name_of_several_tokens_is_one(tex: str, folded: list[str]) -> None:
    convention = read_convention(
        r"A: p_i -> h(\mathbf{x}_i); x_{ij} -> g(i, j); q -> s t; r -> s t z"
    )
    found = fold(significant(tex), convention.entries.values())
    assert [token.text for token in found] == folded

"""Which mutants a module has, and that each is tried where it belongs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MODULE = '''
"""A module."""

LIMIT = 1 + 1


class Scale:
    """A class."""

    @property
    def double(self) -> float:
        """Return twice the factor."""
        return (
            self.factor
            * 2
        )


def risk(w: float, *, floor: int = 3) -> float:
    """A docstring."""
    if w < floor:
        raise ValueError("w is too small")
    return w


def pairs(a: list[int], b: list[int]) -> list[tuple[int, int]]:
    """Another."""
    return list(zip(a, b, strict=True))
'''


@pytest.fixture
def mutants(mutation: Callable[[str], Any], tmp_path: Path) -> Any:
    (tmp_path / "module.py").write_text(MODULE, "utf-8")
    return mutation("mutants").mutants_of(Path("module.py"), tmp_path)


def test_functions_are_changed_and_nothing_else_is(mutants: Any) -> None:
    assert {mutant.name for mutant in mutants} == {
        "module.py Scale.double: self.factor * 2 -> ( self.factor / 2 )",
        "module.py Scale.double: 2 -> 3",
        "module.py risk: 3 -> 4",
        "module.py risk: < floor -> <= floor",
        'module.py risk: ValueError("w is too small") -> ValueError(None)',
        "module.py pairs: zip(a, b, strict=True) -> zip(None, b, strict=True)",
        "module.py pairs: zip(a, b, strict=True) -> zip(a, None, strict=True)",
        "module.py pairs: zip(a, b, strict=True) -> zip(b, strict=True)",
        "module.py pairs: zip(a, b, strict=True) -> zip(a, strict=True)",
        "module.py pairs: list(zip(a, b, strict=True)) -> list(None)",
    }


def test_the_lines_are_those_of_the_statement_and_of_the_function(mutants: Any) -> None:
    places = {mutant.name.partition(": ")[2]: mutant for mutant in mutants}
    factor, default = places["2 -> 3"], places["3 -> 4"]
    lines = MODULE.split("\n")
    assert [lines[n - 1].strip() for n in factor.reached] == ["return (", "self.factor", "* 2", ")"]
    assert [lines[n - 1].strip() for n in factor.defined][:2] == [
        "@property",
        "def double(self) -> float:",
    ]
    assert lines[default.reached[-1] - 1].strip() == "return w"


def test_a_mutant_runs_and_is_another_function(mutants: Any) -> None:
    (mutant,) = [one for one in mutants if "<= floor" in one.name]
    space: dict[str, Any] = {}
    exec(compile(mutant.source, "module.py", "exec"), space)  # noqa: S102
    with pytest.raises(ValueError, match="w is too small"):
        space["risk"](3)
    assert space["risk"](4) == 4


def test_the_module_of_a_mutant_differs_in_its_function_alone(mutants: Any) -> None:
    for mutant in mutants:
        before, after = (set(text.split("\n")) for text in (MODULE, mutant.module(MODULE)))
        assert 1 <= len(after - before) <= 3
        assert all(line in mutant.source for line in after - before)

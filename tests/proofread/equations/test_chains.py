"""The true formulas are accepted; every mutant of each is refused."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

from proofread.equations import EquationError, Scope, SymbolTable, tree
from proofread.equations.identical import identical
from proofread.equations.mutations import mutations
from proofread.equations.parser import parse
from proofread.equations.rounding import strip
from proofread.equations.tokens import tokens
from tests.support.sayings import mutations_said

_SPEC = importlib.util.spec_from_file_location("chains", Path(__file__).with_name("chains.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_MODULE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MODULE)
CHAINS: tuple[tuple[str, str], ...] = _MODULE.CHAINS
ids = [f"{k:02d}-{''.join(tex.split())[:40]}" for k, (tex, _) in enumerate(CHAINS)]


def refused(scope: Scope, tex: str, annotation: str) -> bool:
    try:
        return not scope.check(tex, annotation).holds
    except EquationError:
        return True


@pytest.mark.parametrize(("tex", "annotation"), CHAINS, ids=ids)
def test_a_true_formula_is_accepted(scope: Scope, tex: str, annotation: str) -> None:
    result = scope.check(tex, annotation)
    assert result.claims
    assert result.holds, result.message
    assert all(relation.points for relation in result.relations)
    for relation in result.relations:
        assert relation.left == tex[slice(*relation.left_span)]
        assert relation.right == tex[slice(*relation.right_span)] or not relation.right
        assert relation.sign != "<=>" or tex.endswith(relation.right)
        assert (relation.message, relation.mend) == ("", "")
        assert 0 <= relation.difference < 1e-9


@pytest.mark.parametrize(("tex", "annotation"), CHAINS, ids=ids)
def test_every_mutant_is_refused(silent: Scope, tex: str, annotation: str) -> None:
    survivors = [
        (kind, mutant)
        for kind, mutant in mutations(tex, silent.table)
        if not refused(silent, mutant, annotation)
    ]
    assert survivors == []


@pytest.mark.parametrize(("tex", "annotation"), CHAINS, ids=ids)
def test_mutants_differ_and_are_the_same_in_every_run(
    scope: Scope, recorded: Callable[[str], None], tex: str, annotation: str
) -> None:
    assert annotation is not None
    first = mutations(tex, scope.table)
    recorded(mutations_said(tex, first))
    assert first == mutations(tex, scope.table)
    assert tex not in {mutant for _, mutant in first}


@pytest.mark.parametrize("tex", [tex for tex, _ in CHAINS], ids=ids)
def test_tokens_give_the_formula_back(tex: str) -> None:
    found = tokens(tex)
    assert "".join(token.text for token in found) == tex
    assert all(tex[token.start : token.end] == token.text for token in found)


@pytest.mark.parametrize(
    ("tex", "mutant"),
    [
        ("x_{12", "x"),  # a group that is never closed
        (r"\underbrace{z} = z", r"\underbrace{z} \ne  z"),  # a brace without words
    ],
)
def test_mutants_of_what_is_cut_short(scope: Scope, tex: str, mutant: str) -> None:
    assert mutant in {found for _, found in mutations(tex, scope.table)}


@pytest.mark.parametrize(
    ("tex", "kind", "mutant", "made"),
    [
        (r"\lVert \mathbf{x} \rVert_2 = z", "subscript", r"\lVert \mathbf{x} \rVert = z", False),
        (r"\|\mathbf{x}\|_2 = z", "subscript", r"\|\mathbf{x}\| = z", False),
        (r"\lVert \mathbf{x} \rVert_1 = z", "subscript", r"\lVert \mathbf{x} \rVert = z", True),
        (r"\lVert \mathbf{x} \rVert^2 = z", "superscript", r"\lVert \mathbf{x} \rVert = z", True),
        ("x_2 = z", "subscript", "x = z", True),
        (r"\|\mathbf{x}\| = z", "transpose", r"\|\mathbf{x}^\top \| = z", False),
        (
            r"\lVert \mathbf{x} \rVert = z",
            "transpose",
            r"\lVert \mathbf{x}^\top  \rVert = z",
            False,
        ),
        (
            r"\operatorname{rank}(\mathbf{X}) = z",
            "transpose",
            r"\operatorname{rank}(\mathbf{X}^\top ) = z",
            False,
        ),
        (
            r"\operatorname{rank}\left(\mathbf{X}\right) = z",
            "transpose",
            r"\operatorname{rank}\left(\mathbf{X}^\top \right) = z",
            False,
        ),
        (r"z = \mathbf{x}", "transpose", r"z = \mathbf{x}^\top ", True),
        (r"z = \mathbf{x}^\top", "transpose", r"z = \mathbf{x}", True),
        ("z / 1 = b", "operator", r"z \cdot  1 = b", False),
        ("z / 2 = b", "operator", r"z \cdot  2 = b", True),
        ("2 + 2 = b", "operator", r"2 \cdot  2 = b", False),
        ("3 + 3 = b", "operator", r"3 \cdot  3 = b", True),
        ("12 = z", "digit", "13 = z", True),
        ("12 = z", "digit", "22 = z", True),
        ("2.9 = z", "digit", "2.0 = z", True),
        ("2 + 3 = b", "operator", r"2 \cdot  3 = b", True),
        ("3 + 2 = b", "operator", r"3 \cdot  2 = b", True),
    ],
)
def test_what_means_the_same_is_no_mutant(
    scope: Scope, tex: str, kind: str, mutant: str, made: bool
) -> None:
    assert ((kind, mutant) in mutations(tex, scope.table)) is made


def test_what_is_too_long_to_be_proved_is_not_taken_for_identical(scope: Scope) -> None:
    long = r"(z + b + p + y + \alpha + J)^7"
    assert identical("(z + b) \\cdot 1 = z", "(z + b) / 1 = z", scope.table)
    assert not identical(rf"{long} \cdot 1 = z", f"{long} / 1 = z", scope.table)


def side_of(tex: str, table: SymbolTable) -> tree.Node | None:
    """Return what some TeX says by itself, if it is one side of nothing."""
    try:
        (clause,) = parse(tex, table).clauses
    except (EquationError, ValueError):
        return None
    (chain,) = clause.chains
    return strip(chain.sides[0]) if len(chain.sides) == 1 else None


ALONE = (
    tree.Number, tree.Name, tree.Sum, tree.Product, tree.Quotient, tree.Power, tree.Transposed,
    tree.Absolute, tree.Norm, tree.Matrix, tree.Repeat, tree.Gradient, tree.Derivative, tree.Call,
    tree.Chance, tree.Limit, tree.Best,
)  # fmt: skip


@pytest.mark.parametrize("tex", [tex for tex, _ in CHAINS], ids=ids)
def test_each_part_of_a_tree_has_its_stretch_of_the_formula(table: SymbolTable, tex: str) -> None:
    formula = parse(tex, table)
    assert formula.span == (0, len(tex))
    same = 0
    for node in formula.walk():
        start, end = node.span
        assert 0 <= start <= end <= len(tex)
        runs = any(isinstance(below, tree.Wildcard) for below in node.walk())  # along an ellipsis
        again = side_of(tex[start:end], table) if isinstance(node, ALONE) and not runs else None
        if again is not None and type(again) is type(node):
            assert again == node, tex[start:end]
            same += 1
    assert same >= 1

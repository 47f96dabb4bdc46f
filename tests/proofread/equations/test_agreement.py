"""A symbol table agrees with itself, and the points of a page agree with the table."""

from __future__ import annotations

import pytest

from proofread.equations import EquationError, Scope, SymbolTable
from proofread.equations.rows import read_row

pytestmark = pytest.mark.usefixtures("recorded_answers")

ROWS = {
    "m": "$m$|samples|scalar|`m`|given: whole number",
    "n": "$n$|features|scalar|`n`|given: whole number",
    "j": "$j$, $k$|which|index|`j`, `k`|from 1 to n",
    "x": "$x_j$|features|(n,)|`x`|given: real",
    "X": "$x_{ij}$|all features|(m, n)|`X`|given: real",
    "i": "$i$|which|index|`i`|from 1 to m",
    "y": "$y$|label|scalar|`y`|given: 0 or 1",
    "Y": "$y_i$|labels|(m,)|`Y`|given: 0 or 1",
    "rate": r"$\alpha$|rate|scalar|`rate`|given: positive",
    "q": "$q$|share|scalar|`q`|given: between 0 and 1",
    "h": "$h$|step|scalar|`h`|given: small",
}


def table(**changed: str) -> SymbolTable:
    return SymbolTable([read_row(text.split("|")) for text in (ROWS | changed).values()])


def test_a_table_that_agrees() -> None:
    assert set(table().definitions) == {*ROWS}


@pytest.mark.parametrize(
    ("name", "row", "words"),
    [
        ("m", "$m$|samples|scalar|`m`|given: real", "m counts an axis"),
        ("n", "$n$|features|scalar|`n`|given: positive", "n counts an axis"),
        ("n", "$n$|features|scalar|`n`|given: between 0 and 1", "n counts an axis"),
        ("Y", "$y_i$|labels|(m,)|`Y`|given: positive", "y and Y have different domains"),
        ("x", "$x_j$|features|(n,)|`x`|given: positive", "x and X have different domains"),
        ("rate", "$q$|rate|scalar|`rate`|given: positive", "rate and q have the same symbol"),
        ("y", "$y_i$|label|(m,)|`y`|given: 0 or 1", "y and Y have the same symbol"),
        ("j", "$j$, $k$|which|index|`j`, `i`|from 1 to n", "has its letter as its name"),
        ("j", "$j$, $k$|which|index|`k`, `j`|from 1 to n", "has its letter as its name"),
        ("j", "$j$, $k$|which|index|`j`|from 1 to n", "has its letter as its name"),
    ],
)
def test_a_table_that_does_not(name: str, row: str, words: str) -> None:
    with pytest.raises(EquationError, match=words):
        table(**{name: row})


@pytest.mark.parametrize(
    "point",
    [
        "x = (-1, 0)",
        "y = 0",
        "Y = (0, 1, 1)",
        "rate = 0.1",
        "q = 1/2",
        "m = 3",
        "rate = 4",
        "h = 4",
    ],
)
def test_points_of_the_declared_domain(point: str) -> None:
    assert Scope(table()).declare(f"let here: {point}")


@pytest.mark.parametrize(
    ("point", "words"),
    [
        ("y = 2", "y is 0 or 1"),
        ("Y = (0, 2)", "Y is 0 or 1"),
        ("rate = 0", "rate is positive"),
        ("rate = -0.1", "rate is positive"),
        ("h = 0", "h is positive"),
        ("h = -0.1", "h is positive"),
        ("q = 1", "q is between 0 and 1"),
        ("q = -1/2", "q is between 0 and 1"),
        ("m = 5/2", "m is a whole number"),
        ("m = 0", "m is a whole number"),
    ],
)
def test_points_of_another(point: str, words: str) -> None:
    with pytest.raises(EquationError, match=words):
        Scope(table()).declare(f"let here: {point}")

"""Rows of the symbol table: the closed list of forms, and what is refused."""

from __future__ import annotations

import pytest

from proofread.equations import EquationError
from proofread.equations.rows import read_row

pytestmark = pytest.mark.usefixtures("recorded_answers")


def row(text: str) -> list[str]:
    return text.split("|")


@pytest.mark.parametrize(
    ("text", "name", "kind", "shape", "domain", "code"),
    [
        ("$b$|bias|scalar|`b`|given: real", "b", "value", (), "real", ""),
        ("$y$|label|scalar|`y`|given: 0 or 1", "y", "value", (), "label", ""),
        ("$m$|number|scalar|`m`|given: whole number", "m", "value", (), "whole", ""),
        ("$x$, $x_j$|one|(n,)|`x`|given: real", "x", "value", ("n",), "real", ""),
        ("$X$, $x_{ij}$|all|(m, n)|`X`|given: real", "X", "value", ("m", "n"), "real", ""),
        ("$j$, $k$|which|index|`j`, `k`|from 1 to n", "j", "index", (), "n", ""),
        ("$z$|score|scalar|`z`|`w @ x + b`", "z", "value", (), "", "w @ x + b"),
        ("$b'$|new|scalar|`b_new`|`b - 1`", "b_new", "value", (), "", "b - 1"),
        ("$f$|a function|function|`f`|`lambda t: t + 1`", "f", "function", (), "", "t + 1"),
        ("$B$|batch|set|`B`|given: a subset of 1 to m", "B", "set", (), "subset m", ""),
    ],
)
def test_rows(
    text: str, name: str, kind: str, shape: tuple[str, ...], domain: str, code: str
) -> None:
    found = read_row(row(text))
    assert (found.name, found.kind, found.shape) == (name, kind, shape)
    assert (found.domain, found.code) == (domain, code)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("$b$|bias|scalar|`b`", "five cells"),
        ("$b$|bias|scalar|`b`|given: real|more", "five cells"),
        ("$b$|bias|scalar|`1b`|given: real", "needs a name"),
        ("$b$|bias|scaler|`b`|given: real", "unknown shape"),
        ("$b$|bias|n,|`b`|given: real", "unknown shape"),
        ("$b$|bias|scalar|`b`|given: rael", "unknown domain"),
        ("$y$|label|scalar|`y`|given: 0 or 2", "unknown domain"),
        ("$y$|label|scalar|`y`|given: 1 or 1", "unknown domain"),
        ("$m$|number|scalar|`m`|given", "unknown domain"),
        ("$m$|number|scalar|`m`|given: a whole number, or so", "unknown domain"),
        ("$j$|which|index|`j`|from 0 to n", "an index runs"),
        ("$j$|which|index|`j`|from 2 to n", "an index runs"),
        ("$j$|which|index|`j`|from 1 - n", "an index runs"),
        ("$z$|score|scalar|`z`|`w @ x` or `b`", "one piece of Python"),
        ("$f(t)$|function|function|`f`|given: real", "needs Python"),
        ("$2$|bias|scalar|`b`|given: real", "not a symbol"),
        (r"$\mathbf{0}$|ones|(m,)|`ones`|`ones(m)`", "needs no declaration"),
        ("$b + 1$|bias|scalar|`b`|given: real", "not a symbol"),
    ],
)
def test_rows_that_are_refused(text: str, words: str) -> None:
    with pytest.raises(EquationError, match=words):
        read_row(row(text))

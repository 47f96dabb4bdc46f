"""What the readers of comments, rows and formulas find, in full: every field of it."""
# ruff: noqa: E501 - a row, and all that it declares

from __future__ import annotations

from fractions import Fraction

import pytest

from proofread.equations import EquationError, Scope, SymbolTable, parse, tree
from proofread.equations.annotation import Annotation, Setting, read_annotation, split
from proofread.equations.rows import Definition, read_row
from proofread.equations.spelling import Spelling, read_spellings


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("$x$", [Spelling("x")]),
        ("x", [Spelling("x")]),
        ("$x$, $y$", [Spelling("x"), Spelling("y")]),
        ("$x, y$", [Spelling("x"), Spelling("y")]),
        ("$J(a, b), K$", [Spelling("J", arguments=("a", "b")), Spelling("K")]),
        ("$x_{i, j}, y$", [Spelling("x", ("i", "j")), Spelling("y")]),
        ("$x_{ij}$", [Spelling("x", ("i", "j"))]),
        ("$x_i$", [Spelling("x", ("i",))]),
        ("$x'$", [Spelling("x", primes=1)]),
        ("$x''_i$", [Spelling("x", ("i",), 2)]),
        ("$x_i'$", [Spelling("x", ("i",), 1)]),
        ("$x'_i'$", [Spelling("x", ("i",), 2)]),
        ("$b^*$", [Spelling("b^*")]),
        (r"$b^{\star}_i$", [Spelling("b^*", ("i",))]),
        (r"$\mathbf x$", [Spelling(r"\mathbf{x}")]),
        (r"$\sigma(z)$", [Spelling(r"\sigma", arguments=("z",))]),
        (r"$J(\mathbf{w}, b)$", [Spelling("J", arguments=(r"\mathbf{w}", "b"))]),
        (r"$\operatorname{logit}(q)$", [Spelling(r"\operatorname{logit}", arguments=("q",))]),
        (r"$\text{p-value}$", [Spelling(r"\text{p-value}")]),
    ],
)
def test_how_a_symbol_is_written(text: str, spellings: list[Spelling]) -> None:
    assert list(read_spellings(text)) == spellings


@pytest.mark.parametrize("text", ["$x + y$", "$2$", "$x^2$", "$(x)$", "$x_{}$", "$x()$", "$,x$", ""])  # fmt: skip
def test_what_is_no_symbol(text: str) -> None:
    with pytest.raises(EquationError, match="not a symbol that can be declared"):
        read_spellings(text)


A, F = (Spelling("a"),), (Spelling("f"),)


@pytest.mark.parametrize(
    ("row", "definition"),
    [
        ("$a$ | a word | scalar | `a` | given: real",
         Definition("a", "value", (), A, "a word", "real", "", ())),
        ("$a$ | a word | scalar | `a`, `alpha` | `b + 1`",
         Definition("a", "value", (), A, "a word", "", "b + 1", ())),
        ("$a$ | a word | scalar | a | b + 1", Definition("a", "value", (), A, "a word", "", "b + 1", ())),
        ("$a$ | a word | `(m, n + 1)` | `a` | Given: Positive",
         Definition("a", "value", ("m", "n+1"), A, "a word", "positive", "", ())),
        ("$a$ | a word | $(m,)$ | `a` | given: non-negative",
         Definition("a", "value", ("m",), A, "a word", "positive", "", ())),
        ("$a$ | a word | scalar | a | given: between 0 and 1",
         Definition("a", "value", (), A, "a word", "unit", "", ())),
        ("$a$ | a word | scalar | a | given: small", Definition("a", "value", (), A, "a word", "small", "", ())),
        ("$a$ | a word | scalar | a | given: nonzero", Definition("a", "value", (), A, "a word", "real", "", ())),
        ("$a$ | a word | scalar | a | given: zeros and ones",
         Definition("a", "value", (), A, "a word", "label", "", ())),
        ("$a$ | a word | index | `a` | 1 to `m`", Definition("a", "index", (), A, "a word", "m", "", ())),
        ("$a$ | a word | index | a | from 1 to m", Definition("a", "index", (), A, "a word", "m", "", ())),
        ("$a$ | a word | set | `a` | a subset of 1 to m",
         Definition("a", "set", (), A, "a word", "subset m", "", ())),
        ("$f$ | a word | function | f | lambda s, t: s + t",
         Definition("f", "function", (), F, "a word", "", "s + t", ("s", "t"))),
        ("$f$ | a word | function | `f` | `f(s, t) = s + t`",
         Definition("f", "function", (), F, "a word", "", "s + t", ("s", "t"))),
        ("$f$ | a word | function | `f` | `lambda s:\n s + 1`",
         Definition("f", "function", (), F, "a word", "", "s + 1", ("s",))),
        ("$f$ | a word | function | `f` | `f(s) =\n s + 1`",
         Definition("f", "function", (), F, "a word", "", "s + 1", ("s",))),
        ("$f$ | a word | function | f(s, t) | s + 2 * t",
         Definition("f", "function", (), F, "a word", "", "s + 2 * t", ("s", "t"))),
        ("$f(s)$ | a word | function | f | exp(s)",
         Definition("f", "function", (), (Spelling("f", arguments=("s",)),), "a word", "", "exp(s)", ("s",))),
        ("$f$ | a word | function | f | exp(t) + pi",
         Definition("f", "function", (), F, "a word", "", "exp(t) + pi", ("t",))),
    ],
)  # fmt: skip
def test_what_a_row_declares(row: str, definition: Definition) -> None:
    assert read_row(row.split("|")) == definition


@pytest.mark.parametrize(
    "row",
    [
        "$f$ | a word | function | f | s + t",
        "$f$ | a word | function | f | 1 + 2",
        "$f$ | a word | function | f | f(s) == s",
        "$a$ | a word | scalar | a |",
        "$a$ | a word | scalar | a | `b` and `c`",
        "$a$ | a word | set | a | given: a subset of 2 to m",
    ],
)
def test_what_a_row_must_not_leave_open(row: str) -> None:
    with pytest.raises(EquationError):
        read_row(row.split("|"))


def settings(*pairs: tuple[str, str]) -> tuple[Setting, ...]:
    return tuple(Setting(name, value) for name, value in pairs)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Annotation()),
        (" ; ", Annotation()),
        ("at: student", Annotation(at="student")),
        (" at : student ; with: y = 1", Annotation("student", settings(("y", "1")))),
        ("with: x = (1, 2), y = 1", Annotation(fixed=settings(("x", "(1, 2)"), ("y", "1")))),
        ("tight: z = 0, z -> oo",
         Annotation(tight=((Setting("z", "0"),), (Setting("z", "oo", limit=True),)))),
        ("tight: z -> -oo and y = 0",
         Annotation(tight=((Setting("z", "-oo", limit=True), Setting("y", "0")),))),
    ],
)  # fmt: skip
def test_what_a_comment_asks_for(text: str, found: Annotation) -> None:
    assert read_annotation(text) == found


def test_what_a_comment_holds_sides_against() -> None:
    found = read_annotation("sides: f(p, [1, 2]), 1/2; means: z >= sigma(b)")
    assert [code.text.strip() for code in found.sides] == ["f(p, [1, 2])", "1/2"]
    assert found.means is not None
    left, sign, right = found.means
    assert (left.text.strip(), sign, right.text.strip()) == ("z", ">=", "sigma(b)")
    for text, shown in (("z == 1", "="), ("z != 1", "!="), ("z < 1", "<"), ("z <= 1", "<=")):
        means = read_annotation(f"means: {text}").means
        assert means is not None
        assert means[1] == shown


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a, b", [(0, "a"), (2, " b")]), ("(a, b), c", [(0, "(a, b)"), (7, " c")]),
        ("[a, {b, c}], d", [(0, "[a, {b, c}]"), (12, " d")]), ("", [(0, "")]),
    ],
)  # fmt: skip
def test_parts_between_commas(text: str, parts: list[tuple[int, str]]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "at: a; at: b", "near: a", "at", "at:", "with: y", "with: = 1", "with: y -> oo", "tight: z",
        "means: z", "means: z > 0 > 1", "means: > 0",
    ],
)  # fmt: skip
def test_a_comment_that_cannot_be_read(text: str) -> None:
    with pytest.raises(EquationError):
        read_annotation(text)


def side(tex: str, table: SymbolTable) -> tree.Node:
    return parse(f"z = {tex}", table).clauses[0].chains[0].sides[1]


def number(value: int) -> tree.Number:
    return tree.Number((0, 0), Fraction(value), 0, False, str(value))


@pytest.mark.parametrize(
    ("tex", "subscripts"),
    [
        ("x_{12}", (number(1), number(2))),
        ("x_{1, 2}", (number(1), number(2))),
        ("x_{i2}", (tree.Name((0, 0), "i"), number(2))),
        ("w_{12}", (number(12),)),
        ("w_3", (number(3),)),
        ("w_n", (tree.Name((0, 0), "n"),)),
        ("w_{j+1}", (tree.Sum((0, 0), (1, 1), (tree.Name((0, 0), "j"), number(1))),)),
        ("w_{n-2}", (tree.Sum((0, 0), (1, -1), (tree.Name((0, 0), "n"), number(2))),)),
        ("x_{i+1,j-1}", (tree.Sum((0, 0), (1, 1), (tree.Name((0, 0), "i"), number(1))),
                         tree.Sum((0, 0), (1, -1), (tree.Name((0, 0), "j"), number(1))))),
    ],
)  # fmt: skip
def test_what_subscripts_say(
    table: SymbolTable, tex: str, subscripts: tuple[tree.Node, ...]
) -> None:
    found = side(tex, table)
    assert isinstance(found, tree.Name)
    assert found.subscripts == subscripts


@pytest.mark.parametrize(
    ("tex", "value", "places", "percent"),
    [
        ("0", 0, 0, False), ("0.50", "1/2", 2, False), ("1{,}234", 1234, 0, False),
        ("1{,}234.5", "2469/2", 1, False), (r"33\%", "33/100", 2, True),
        (r"33.2\%", "332/1000", 3, True), ("10.05", "201/20", 2, False),
    ],
)  # fmt: skip
def test_what_a_literal_says(
    table: SymbolTable, tex: str, value: str, places: int, percent: bool
) -> None:
    found = side(tex, table)
    assert isinstance(found, tree.Number)
    assert (found.value, found.places, found.percent) == (Fraction(value), places, percent)


@pytest.mark.parametrize(
    ("tex", "timed", "primes"),
    [("w_1^{(t)}", True, 0), ("w_1^{(t+1)}", True, 1), ("w_1'", False, 1), ("w'_1", False, 1),
     ("w^{(t)}_1", True, 0), ("w^{(t+1)}_1", True, 1), ("w_1", False, 0)],
)  # fmt: skip
def test_before_and_after_the_step(table: SymbolTable, tex: str, timed: bool, primes: int) -> None:
    found = side(tex, table)
    assert isinstance(found, tree.Name)
    assert (found.base, found.subscripts, found.timed, found.primes) == (
        "w", (number(1),), timed, primes
    )  # fmt: skip


@pytest.mark.parametrize(
    ("comment", "given"),
    [
        ("let a: b = 1/2", {"b": Fraction(1, 2)}),
        ("let a-b: x = (1, 2), b = -0.5,\n y = 1", {"b": Fraction(-1, 2), "y": 1}),
    ],
)
def test_what_a_point_gives(scope: Scope, comment: str, given: dict[str, object]) -> None:
    assert scope.declare(comment)
    name = comment.split()[1].rstrip(":")
    found = scope._named[name]
    assert {key: found[key] for key in given} == given

"""The comment behind a formula: what it may say, and that the formula is held against it."""

from __future__ import annotations

import pytest

from proofread.equations import EquationError, Scope


@pytest.mark.parametrize(
    ("annotation", "reason"),
    [
        ("with: y", "expected `name = value`"),
        ("with: z -> oo", "`with` fixes values; a limit belongs into `tight`"),
        ("with: nobody = 1", "nobody is not declared"),
        ("means: z", "expected one comparison in Python"),
        ("means: z > 0 > 1", "expected one comparison in Python"),
        ("tight: nobody = 0", "nobody is not declared"),
        ("tight: y = 2", "y is 0 or 1"),
    ],
)
def test_what_cannot_be_read_is_refused(scope: Scope, annotation: str, reason: str) -> None:
    with pytest.raises(EquationError) as error:
        scope.check("z \\le z", annotation)
    assert error.value.args[0] == reason
    assert error.value.token in annotation
    assert error.value.token


@pytest.mark.parametrize(
    ("tex", "annotation", "lie"),
    [
        ("z_i > 0", "means: zs[i] > 0", "means: ps[i] > 0"),
        ("z_i > 0", "means: zs[i] > 0", "means: zs[i] >= 0"),
        (r"z \le z", "sides: z, z", "sides: z, b"),
        (r"\sigma(z) > \tfrac12", "means: sigma(z) > 1/2", "means: sigma(b) > 1/2"),
        ("z_i > w_j", "means: zs[i] > w[j]", "means: zs[i] > w[0 * j]"),
        ("p_i < x_{ij}^2 + 1", "sides: ps[i], X[i, j]**2 + 1", "sides: ps[i], X[j, i]**2 + 1"),
        (r"p \in (0, 1)", "sides: p, (0, 1)", "sides: p, (0, 2)"),
        (r"2 \le 2", "sides: 2, 2", "sides: 2, 3"),
        (r"p \ne z", "sides: p, z", "sides: z, p"),
    ],
)
def test_a_formula_says_what_its_comment_says(
    scope: Scope, tex: str, annotation: str, lie: str
) -> None:
    assert scope.check(tex, annotation).holds
    try:
        assert not scope.check(tex, lie).holds
    except EquationError as error:
        assert "this side is not" in str(error)  # noqa: PT017 - either outcome is a refusal


@pytest.mark.parametrize(
    "tex", [r"y \in \{0, 1\}, \quad p < 1", r"\mathbf{x} = \mathbf{x}, \quad p < 1"]
)
def test_a_witness_belongs_to_the_inequality(scope: Scope, tex: str) -> None:
    assert scope.check(tex, "tight: z -> oo").holds


@pytest.mark.parametrize(
    ("tex", "annotation", "words"),
    [
        (r"2 \le 3", "sides: 2, 3", "Write < instead"),
        (r"3 \ge 2", "sides: 3, 2", "Write > instead"),
        ("z > 0, b > 0", "means: z > 0", "`means` belongs to a single relation"),
    ],
)
def test_a_relation_as_sharp_as_can_be(scope: Scope, tex: str, annotation: str, words: str) -> None:
    try:
        message = scope.check(tex, annotation).message
    except EquationError as error:
        message = str(error)
    assert words in message


@pytest.mark.parametrize(
    ("tex", "lie"),
    [
        (r"\mathbf{w}^\top \approx (0.10, -0.20)^\top", ""),  # what is equal is not rounded
        (r"p \approx 3 \cdot 10^{-1}", r"p \approx 4 \cdot 10^{-1}"),
        (r"\mathbf{w}^\top \mathbf{x} = -0.7", r"\mathbf{w}^\top \mathbf{x} = 0.1 \cdot 3"),
        (r"w_1 \cdots w_n x_1 = -0.06", r"w_1 \cdots w_n x_1 = -0.02 \cdot 3"),
        (r"\mathbf{w}^\top \mathbf{x} = -0.7", r"\mathbf{w}^\top \mathbf{x} = -0.1 \cdot 7"),
        (r"(p - y) \mathbf{x}^\top \approx (-2.005, -3.341)^\top",
         r"(p - y) \mathbf{x}^\top \approx (-2.004, -3.341)^\top"),
        (r"\sigma(w_1 + w_2) = \sigma(0.1 + (-0.2))", r"\sigma(w_1 + w_2) = \sigma(0.2 + (-0.3))"),
        (r"\lVert \mathbf{x} \rVert^2 = \lVert (3, 5) \rVert^2",
         r"\lVert \mathbf{x} \rVert^2 = \lVert (3, 6) \rVert^2"),
        (r"\mathbf{x} - \mathbf{w} = \begin{pmatrix} 2.9 \\ 5.2 \end{pmatrix}",
         r"\mathbf{x} - \mathbf{w} = \begin{pmatrix} 2.9 \\ 5.3 \end{pmatrix}"),
        (r"p \approx 0.33 \cdot 10^{b}", r"p \approx 0.34 \cdot 10^{b}"),
    ],
)  # fmt: skip
def test_numbers_at_a_point(scope: Scope, tex: str, lie: str) -> None:
    if lie:
        assert scope.check(tex, "at: student").holds
        assert not scope.check(lie, "at: student").holds
    else:
        assert "write =" in scope.check(tex, "at: student").message


def test_an_ellipsis_of_numbers_is_compared_with_its_values(scope: Scope) -> None:
    scope.declare("let steps: x = (1, 2, 3)")
    tex = r"\mathbf{x} = \begin{pmatrix} 1 \\ \vdots \\ 3 \end{pmatrix}"
    assert scope.check(tex, "at: steps").holds
    assert not scope.check(tex.replace("1", "0"), "at: steps").holds
    assert not scope.check(tex.replace("3", "4"), "at: steps").holds


def test_a_zero_beside_what_does_not_fit_alone_is_refused(scope: Scope) -> None:
    tex = r"(\mathbf{y} - \mathbf{y})^\top \mathbf{p} \mathbf{x} = \mathbf{0}"
    with pytest.raises(EquationError, match="a factor beside a zero could be any"):
        scope.check(tex)


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"z \to \infty", "part"),
        (r"z \to -\infty", "nothing"),
        (r"b \to \infty", "nothing"),
        (r"\frac{1}{0}", "nothing"),
    ],
)
def test_what_a_limit_covers(scope: Scope, tex: str, kind: str) -> None:
    assert scope.check(r"\lim_{z \to \infty} \sigma(z) = 1").holds
    assert scope.covers(tex).kind == kind


def test_a_condition_alone_covers_nothing(scope: Scope) -> None:
    with pytest.raises(EquationError, match="a condition without a claim") as error:
        scope.covers(r"z \text{ if } z > 0")
    assert (error.value.offset, error.value.token) == (0, r"z \text{ if } z > 0")
    with pytest.raises(EquationError) as error:
        scope.covers(r"z + z + z + z + z + z + z + z + z \text{ if } z > 0")
    assert error.value.token.endswith(r"+ z \text{")  # and no more of it


def test_an_index_names_no_value(scope: Scope) -> None:
    assert scope.namesake("i", "1 + 0", "at: student") == ""


@pytest.mark.parametrize(
    ("tex", "annotation"),
    [
        (r"y \in [0, 1]", "tight: y = 0, y = 1"),
        (r"p \in (0, 1)", "tight: z -> -oo, z -> oo"),
        (r"p (1 - p) \in (0, \tfrac14]", "tight: z -> oo, z = 0"),
        (r"-p (1 - p) \in [-\tfrac14, 0)", "tight: z = 0, z -> oo"),
        (r"0 \le y \le 1", "tight: y = 0, y = 1"),
    ],
)
def test_an_interval_as_small_as_can_be(scope: Scope, tex: str, annotation: str) -> None:
    assert scope.check(tex, annotation).holds


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        ("p y", "part"),
        ("y z", "part"),
        ("p y z", "part"),
        ("b p", "part"),
        ("b y", "nothing"),
        (r"\alpha \cdot b", "part"),
        (r"m \cdot n", "nothing"),  # what is divided by is no factor
        (r"b + p", "part"),
        (r"p - y", "part"),
        (r"b - y", "nothing"),
        ("-y", "part"),
        ("-p", "nothing"),
    ],
)
def test_a_stretch_of_a_product_or_of_a_sum_is_a_part(scope: Scope, tex: str, kind: str) -> None:
    assert scope.check("b p y z = z y p b").holds
    assert scope.check(r"\alpha \cdot b / m \cdot n = \frac{\alpha b n}{m}").holds
    assert scope.check("b + p - y + z = z - y + p + b").holds
    assert scope.covers(tex).kind == kind


def test_a_point_may_stand_on_several_lines(scope: Scope) -> None:
    assert scope.declare("let lines: x = (3, 5),\n  w = (1, 2)")
    assert scope.check(r"\mathbf{w}^\top \mathbf{x} = 13", "at: lines").holds

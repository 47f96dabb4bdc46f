"""What the checker of equations refuses, with the reason that it gives, and what it takes."""

import pytest

from proofread.equations import EquationError, Scope


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"z \{1, 2\} = 1", "a set or an interval is no number"),
        ("- 2 2 = z", r"a number after a factor needs \cdot"),
        (r"\mathbf{w} \times \mathbf{x} = 1", "× between vectors or matrices is not defined here"),
        (r"\mathbf{X}^2 = \mathbf{X}", "a power of 5 by 3"),
        (r"\mathbf{w}^{-1} = 1", "a power of 3 by 1"),
        (r"(\mathbf{X}^\top \mathbf{X})^3 = 1", "only the powers 2 and -1 of a matrix are known"),
        (r"\frac{z}{z - z} = 1", "division by zero"),
        (r"\sum^{m} y_i = 1", "a sum needs its index"),
        (r"\arg z = 1", r"expected \max or \min"),
        (r"\max 3 = 3", "what varies must be written below"),
        (r"\lim_{z = 0} z = 0", r"expected \to"),
        (r"\lim_{z \to 0^*} z = 0", "braces are needed here"),
        (r"\underbrace{z}_{} = z", "neither a declared symbol nor anything else that is known"),
        (r"\begin{pmatrix} 1 \end{bmatrix} = 1", "an end without its begin"),
        (r"\sqrt[3]{z} = z", "only square roots are known"),
        (r"\lVert \mathbf{w} \rVert_3 = 1", "an unknown norm"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix} = 1", "rows of different lengths"),
        (r"\max(\mathbf{w}, \mathbf{x}) = 1", "the maximum of vectors"),
        (r"z^\sigma = 1", "braces are needed around a function and its argument"),
        ("z^w = 1", "not declared without subscripts"),
        (r"(\cdots) = 1", "an ellipsis alone"),
        ("() = 1", "empty brackets"),
        (r"\infty = z", "infinity is no number: it belongs into a limit"),
        (r"\sum_{i=1}^{1.5} y_i = 1", "a whole number is needed here"),
        (r"\sum_{i=1}^{\mathbf{w}} y_i = 1", "a number is needed here, this has the shape 3 by 1"),
        ("z - -1 = 1", "two signs in a row need parentheses"),
        (r"z \cdot -1 = -z", "a signed factor needs parentheses"),
        (r"1 / 2 / \cdots / m = 1", "an ellipsis among quotients"),
        (r"\log \frac{\partial z}{\partial b} = 0", "put the argument in parentheses"),
        (r"\log(1, 2) = 0", r"\log takes one argument"),
        (r"\log 2 3 = 0", r"ambiguous: put the argument of \log in parentheses"),
        (r"\log^2 z = 1", r"write a power of \log around its argument, in parentheses"),
        (r"\log(z)^2 = 1", "ambiguous: put parentheses around the function and its argument"),
        (r"\max_{\mathbf{w}} z = 1", "an extremum over a vector: state it by its gradient"),
        (
            r"\begin{pmatrix} \begin{aligned} 1 \end{aligned} \end{pmatrix} = 1",
            "alignment inside a matrix",
        ),
        (r"\mathbf{w} \in \mathbb{R}^{n \cdot 1}", r"dimensions are joined by \times"),
        (r"y \sim p", r"expected a distribution such as \operatorname{Bernoulli}(p)"),
        (r"p = \begin{cases} p & \text{maybe } z > 0 \end{cases}", "expected a condition"),
        (r"z + 1 \leftarrow z", "← needs a symbol on its left"),
        (r"\sum_{i \in z} y_i = 1", "not a set of values"),
        (r"\sum_{y} p = 1", "a sum over a variable needs the set of its values"),
        (r"\frac{\partial z}{\partial 2} = 1", "not a declared index"),
        (r"\nabla_{\mathbf{w}} \mathbf{x} = 1", "only a number has a gradient"),
        (r"\nabla^5_{\mathbf{w}} z = 1", "expected ^2"),
        (r"\frac{d^4 z}{d z^4} = 1", "expected the order of the derivative, 2 or 3"),
        ("x_1_2 = 1", "a subscript belongs to a declared symbol or to parentheses"),
        ("x_{} = 1", "an empty subscript"),
        ("x_{j+} = 1", "expected a whole number"),
        ("x_{j+1} = x_{j+1}", "the index 4 is outside 1 to 3"),
        ("x_? = 1", "unknown character or command"),
        ("2' = 1", "a prime belongs to a declared symbol or function"),
        (r"\sigma = 1", "a function needs its argument in parentheses"),
        ("P(y = 1, z = 1) = 1", "the probability of one event at a time"),
        ("P(z) = 1", "no law is declared for z: <!-- law: z ~ ... -->"),
        ("P(y > 1) = 1", "the law is declared given x"),
        (
            r"\sum_{i=1}^{m} \sum_{i=1}^m y_i = 1",
            "the index i is used both inside and outside a sum",
        ),
        (r"\sum_{i=1}^{2000} 1 = 2000", "1999 terms are too many to evaluate"),
        (r"z \propto z", "∝ hides a factor: write it, with ="),
        (r"\cancel{\cancel{z}} z = 1", "what is crossed out here does not multiply to one"),
        ("01 = 1", "no number starts with a zero before another digit"),
        (r"\forall i = 1", "a condition needs its conclusion after a comma"),
        (r"\text{if } z, z = z", "a condition without a relation"),
        ("+ z = z", "a formula cannot start with this: it would go on with something unseen"),
        ("z = z - ", "the formula ends too early"),
        ("z = z, - 1 = z", "a clause that starts with a sign reads as going on with the last one"),
        ("", "an empty formula"),
        (r"\left = 1", "a delimiter must follow"),
        (r"\mathbf{X} \succeq 0", "only a square matrix can be definite"),
        (r"\mathbf{w} \odot z = 1", "⊙ needs two vectors or matrices of one shape"),
        (
            r"\mathbf{w} + z = 1",
            "cannot add a number to 3 by 1; a number beside a vector needs the column of ones",
        ),
        (r"\mathbf{w} \mathbf{x} = 1", "3 by 1 times 3 by 1 does not fit: is a transpose missing?"),
        (
            r"\mathbf{0} + \mathbf{w} = \mathbf{w}",
            "the zero vector is known as a side of a relation only",
        ),
        (r"z = \mathbf{0}", "a column of zeros beside a number"),
    ],
)
def test_it_is_refused_for_this_reason(scope: Scope, tex: str, reason: str) -> None:
    with pytest.raises(EquationError) as error:
        scope.check(tex)
    assert error.value.args[0] == reason
    assert 0 <= error.value.offset <= len(tex)


@pytest.mark.parametrize(
    ("tex", "lie"),
    [
        (
            r"\frac{\mathbf{w}}{2} = \frac12 \mathbf{w}",
            r"\frac{\mathbf{w}}{3} = \frac12 \mathbf{w}",
        ),
        (
            r"(\mathbf{X}^\top \mathbf{X})^2 = \mathbf{X}^\top \mathbf{X}\mathbf{X}^\top\mathbf{X}",
            r"(\mathbf{X}^\top \mathbf{X})^2 = \mathbf{X}^\top \mathbf{X}",
        ),
        (
            r"(\mathbf{X}^\top \mathbf{X})^{-1} \mathbf{X}^\top \mathbf{X} \mathbf{w} = \mathbf{w}",
            r"(\mathbf{X}^\top \mathbf{X})^{-1} \mathbf{X}^\top \mathbf{X} \mathbf{w} = \mathbf{x}",
        ),
        (r"\underbrace{z}_z = z", r"\underbrace{z}_b = z"),
        (r"\underbrace{z}_{\text{score}} = z", r"\underbrace{z}_{\text{score}} = -z"),
        (r"\underbrace{z}_\text{score} = z", r"\underbrace{z}_\text{score} = -z"),
        (
            r"\begin{pmatrix} z \\ b \\ \end{pmatrix} = \begin{pmatrix} z \\ b \end{pmatrix}",
            r"\begin{pmatrix} z \\ b \\ \end{pmatrix} = \begin{pmatrix} b \\ z \end{pmatrix}",
        ),
        (
            r"\lVert \mathbf{w} \rVert_{2}^2 = \mathbf{w}^\top \mathbf{w}",
            r"\lVert \mathbf{w} \rVert_{1}^2 = \mathbf{w}^\top \mathbf{w}",
        ),
        (
            r"\begin{cases} z & z > 0, \\ -z & \text{otherwise} \end{cases} = |z|",
            r"\begin{cases} z & z > 0, \\ z & \text{otherwise} \end{cases} = |z|",
        ),
        (r"y \sim \operatorname{Bernoulli}(p)", r"y \sim \operatorname{Bernoulli}(z)"),
    ],
)
def test_beside_it_stands_what_is_read_and_evaluated(scope: Scope, tex: str, lie: str) -> None:
    try:
        assert scope.check(tex).holds
    except EquationError as error:
        pytest.fail(f"{tex}: {error}")
    assert not scope.check(lie).holds

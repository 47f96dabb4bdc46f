"""The closed namespace of the symbol table: each function has its value, all else is refused."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from proofread.equations.code import compile_code
from proofread.equations.dual import Dual, new_tag, primal, slope
from proofread.equations.errors import EquationError
from proofread.equations.model import parse_value

pytestmark = pytest.mark.usefixtures("recorded_answers")

VALUES: dict[str, Any] = {
    "x": np.array([3, -1, 2], dtype=object),
    "A": np.array([[2, 1], [4, 3]], dtype=object),
    "n": 3,
    "z": Fraction(-1, 2),
}


def value(text: str) -> Any:
    found = compile_code(text)(VALUES.__getitem__)
    return found.tolist() if isinstance(found, np.ndarray) else found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sum(x)", 4), ("mean(x)", Fraction(4, 3)), ("prod(x)", -6),
        ("max(x)", 3), ("min(x)", -1), ("max(n, 7)", 7), ("min(n, 7)", 3),
        ("sign(x)", [1, -1, 1]), ("abs(x)", [3, 1, 2]), ("sign(z - z)", 0),
        ("abs(z)", Fraction(1, 2)),
        ("inv(A)", [[Fraction(3, 2), Fraction(-1, 2)], [-2, 1]]), ("A.T[0]", [2, 4]),
        ("A[:, 1]", [1, 3]),
        ("A[1, 0]", 4), ("x[0]", 3), ("A @ inv(A)", [[1, 0], [0, 1]]), ("dot(x, x)", 14),
        ("norm([3, 4])", 5), ("outer([1, 2], [3])", [[3], [6]]), ("diag([1, 2])", [[1, 0], [0, 2]]),
        ("ones(2)", [1, 1]), ("eye(2)", [[1, 0], [0, 1]]), ("len(x)", 3),
        ("1 if z < 0 else 2", 1), ("1 if z > 0 else 2", 2), ("1 if n != 3 else 2", 2),
        ("2**3", 8), ("2**-1", Fraction(1, 2)), ("x / 2", [Fraction(3, 2), Fraction(-1, 2), 1]),
        ("2**x", [8, Fraction(1, 2), 4]), ("x**x", [27, -1, 4]), ("6 / x", [2, -6, 3]),
        ("x / x", [1, 1, 1]), ("+n", 3), ("-n", -3), ("0.1", Fraction(1, 10)), ("x**2", [9, 1, 4]),
        ("stack([1, 2], [3, 4])", [[1, 2], [3, 4]]),
        ("column_stack(x, x)", [[3, 3], [-1, -1], [2, 2]]),
        ("concatenate(n, x)", [3, 3, -1, 2]), ("softmax([0, 0])", [0.5, 0.5]),
        ("transpose(A)[0]", [2, 4]), ("pi - pi + 1", 1), ("log(e)", 1),
    ],
)  # fmt: skip
def test_what_it_computes(text: str, expected: object) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x[0:1]", "only whole slices are allowed"),
        ("n // 2", "this Python operator is not allowed"),
        ("lambda: n", "not part of the closed namespace"),
        ("x.shape", "not part of the closed namespace"),
        ("1 < 2 < 3", "not part of the closed namespace"),
        ("inv(x)", "only a square matrix has an inverse"),
        ("inv(A - A)", "a singular matrix has no inverse"),
        ("x @ A", "cannot be evaluated"),
        ("n[0]", "a number stands where a vector"),
        ("log(0 - 1)", "outside its domain"),
    ],
)
def test_what_it_refuses_to_evaluate(text: str, reason: str) -> None:
    with pytest.raises(EquationError, match=reason):
        value(text)


@pytest.mark.parametrize("text", ["open('a')", "exp(x=1)", "x.sum()", "1 +", "", "x\0", "(" * 999])
def test_what_it_refuses_to_read(text: str) -> None:
    with pytest.raises(EquationError, match=r"not a Python expression|an unknown function"):
        compile_code(text)


@pytest.mark.parametrize(("text", "reason"), [("w", "cannot use the name"), ("'a'", "not a value")])
def test_the_value_of_a_point_is_written_out(text: str, reason: str) -> None:
    assert parse_value("(1, 1/2)").tolist() == [1, Fraction(1, 2)]
    with pytest.raises(EquationError, match=reason):
        parse_value(text)


def test_a_derivative_goes_through_the_sign_of_an_absolute_value() -> None:
    tag = new_tag()
    found = compile_code("abs(z)")(lambda _: Dual(tag, Fraction(-2), 1))
    assert (found.real, found.slope) == (2, -1)


def test_dual_numbers_give_the_slope_of_each_tag() -> None:
    """(2 + ε)² (3 + δ) = 12 + 12 ε + 4 δ + 4 εδ, whichever of the two is asked for first."""
    inner, outer = new_tag(), new_tag()
    x, y = Dual(inner, 2, 1), Dual(outer, 3, 1)
    product = x * x * y
    assert (slope(slope(product, outer), inner), primal(slope(product, outer))) == (4, 4)
    assert (slope(slope(product, inner), outer), primal(slope(product, inner))) == (4, 12)
    assert slope(product, new_tag()) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sqrt(1/4)", Fraction(1, 2)),
        ("sqrt(0)", 0),
        ("sqrt(9)", 3),
        ("2**-2", Fraction(1, 4)),
        ("2**0", 1),
        ("(1/4)**(1/2)", Fraction(1, 2)),
        ("exp(0)", 1),
        ("log(1)", 0),
        ("abs(z)", Fraction(1, 2)),
        ("mean(x)", Fraction(4, 3)),
    ],
)
def test_what_is_exact_stays_exact(text: str, expected: object) -> None:
    found = value(text)
    assert found == expected
    assert isinstance(found, int | Fraction)


@pytest.mark.parametrize(
    ("text", "slopes"),
    [
        ("sum(x)", [1, 1, 1]), ("mean(x)", [Fraction(1, 3)] * 3), ("prod(x)", [-2, 6, -3]),
        ("max(x)", [1, 0, 0]), ("min(x)", [0, 1, 0]), ("max(x[1], x[2])", [0, 0, 1]),
        ("min(x[1], x[2])", [0, 1, 0]), ("dot(x, x)", [6, -2, 4]), ("abs(x[1])", [0, -1, 0]),
        ("sign(x[1])", [0, 0, 0]), ("norm([x[0], 4])", [Fraction(3, 5), 0, 0]),
        ("outer(x, x)[0, 1]", [-1, 3, 0]), ("diag(x)[2, 2]", [0, 0, 1]),
        ("diag(x)[1, 2]", [0, 0, 0]), ("(x / x[2])[0]", [Fraction(1, 2), 0, Fraction(-3, 4)]),
        ("transpose([x, x])[1, 0]", [0, 1, 0]), ("stack(x, x)[1, 2]", [0, 0, 1]),
        ("column_stack(x, x)[1, 0]", [0, 1, 0]), ("concatenate(x[0], x)[1]", [1, 0, 0]),
        ("[x, x][1, 2]", [0, 0, 1]), ("inv([[x[0], x[1]], [1, x[2]]])[1, 0]", None),
        ("x[0]**2 / x[2]", [3, 0, Fraction(-9, 4)]), ("x[0]**-1", [Fraction(-1, 9), 0, 0]),
        ("x[2] - x[0] if x[0] > x[1] else 0", [-1, 0, 1]), ("2 - x[0]", [-1, 0, 0]),
        ("2 / x[2]", [0, 0, Fraction(-1, 2)]),
        ("(x**2)[0]", [6, 0, 0]), ("(2**(x - x))[0]", None), ("x @ x", [6, -2, 4]),
        ("len(x)", [0, 0, 0]), ("sqrt(x[0] + 1)", [Fraction(1, 4), 0, 0]),
    ],
)  # fmt: skip
def test_each_function_has_its_slope(text: str, slopes: list[Any] | None) -> None:
    """Exactly, along each entry of a vector; where none are listed, next to differences."""

    def along(k: int) -> Any:
        tag, moved = new_tag(), VALUES["x"].copy()
        moved[k] = Dual(tag, moved[k], 1)
        return slope(compile_code(text)({**VALUES, "x": moved}.__getitem__), tag)

    def apart(k: int) -> Any:
        step = Fraction(1, 10**12)
        up, down = VALUES["x"].copy(), VALUES["x"].copy()
        up[k], down[k] = up[k] + step, down[k] - step
        read = compile_code(text)
        return (read({**VALUES, "x": up}.__getitem__) - read({**VALUES, "x": down}.__getitem__)) / (
            2 * step
        )

    if slopes is not None:
        assert [along(k) for k in range(3)] == slopes
    else:
        for k in range(3):
            assert abs(along(k) - apart(k)) < Fraction(1, 10**20)

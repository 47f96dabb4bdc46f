"""Identities that hold for any data and any parameters, tried on what Hypothesis thinks of."""

from typing import Any, NamedTuple

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from logistic_gradient import (
    complex_step,
    gradient,
    hessian,
    logit,
    loss,
    loss_and_gradient,
    newton,
    sigmoid,
    sigmoid_derivative,
    softplus,
)

EPS = 2.0**-52
always_the_same = settings(max_examples=100, deadline=None, derandomize=True)
anything = st.floats(-1e308, 1e308)
moderate = st.floats(-4, 4, width=32)


class Problem(NamedTuple):
    """Parameters and data, each score at most 84 in size."""

    w: Any
    b: Any
    X: Any
    y: Any

    def derivatives(self) -> Any:
        dw, db = gradient(*self)
        return np.append(dw, db)


@st.composite
def problems(draw: Any) -> Problem:
    m, n = draw(st.integers(1, 7)), draw(st.integers(1, 4))
    return Problem(
        draw(arrays(float, n, elements=moderate)),
        draw(moderate),
        draw(arrays(float, (m, n), elements=moderate)),
        draw(arrays(int, m, elements=st.integers(0, 1))),
    )


def near(actual: Any, expected: Any, size: float = 1.0) -> None:
    """Assert equality but for rounding, of numbers up to a size (scores add up to 5 terms)."""
    np.testing.assert_allclose(actual, expected, rtol=128 * EPS, atol=128 * EPS * size)


@given(z=anything)
@always_the_same
def test_symmetry(z: float) -> None:
    p, q = sigmoid(z), sigmoid(-z)
    assert abs(p + q - 1) <= EPS
    assert sigmoid_derivative(z) == sigmoid_derivative(-z)
    np.testing.assert_allclose(sigmoid_derivative(z), p * q, rtol=8 * EPS, atol=1e-300)
    assert abs(softplus(z) - softplus(-z) - z) <= 2 * EPS * max(1, abs(z))


@given(z=st.floats(-700, 700))
@always_the_same
def test_the_logit_undoes_the_sigmoid_on_the_side_that_has_the_digits(z: float) -> None:
    np.testing.assert_allclose(logit(sigmoid(-abs(z))), -abs(z), rtol=8 * EPS, atol=8 * EPS)


@given(z=st.floats(-700, 700))
@always_the_same
def test_each_derivative_in_the_score_is_the_next_function(z: float) -> None:
    np.testing.assert_allclose(complex_step(softplus, z), sigmoid(z), rtol=16 * EPS, atol=1e-300)
    # E/(1 + E) in complex arithmetic is exact beside 1, not beside a slope that is far smaller
    np.testing.assert_allclose(complex_step(sigmoid, z), sigmoid_derivative(z), rtol=0, atol=EPS)


@given(problem=problems())
@always_the_same
def test_the_gradient_is_the_complex_step_of_the_loss(problem: Problem) -> None:
    w, b, X, y = problem
    dw, db = gradient(*problem)
    near(complex_step(lambda v: loss(v, b, X, y), w), dw, 4)
    near(complex_step(lambda c: loss(w, c, X, y), b), db)
    J, (dv, dc) = loss_and_gradient(*problem)
    near([J, *dv, dc], [loss(*problem), *dw, db], 84)


@given(problem=problems())
@always_the_same
def test_the_hessian_is_the_derivative_of_the_gradient(problem: Problem) -> None:
    w, b, X, y = problem
    theta = np.append(w, b)
    rows = [
        complex_step(lambda t, j=j: np.append(*gradient(t[:-1], t[-1], X, y))[j], theta)
        for j in range(theta.size)
    ]
    near(hessian(w, b, X), rows, 16)


@given(problem=problems())
@always_the_same
def test_the_hessian_is_symmetric_and_positive_semidefinite(problem: Problem) -> None:
    H = hessian(problem.w, problem.b, problem.X)
    np.testing.assert_array_equal(H, H.T)
    values = np.linalg.eigvalsh(H)
    assert values.min() >= -16 * EPS * values.max()
    assert values.max() > 0


@given(problem=problems(), seed=st.integers(0, 99), times=st.integers(1, 4))
@always_the_same
def test_the_order_and_the_number_of_copies_of_the_rows_do_not_matter(
    problem: Problem, seed: int, times: int
) -> None:
    w, b, X, y = problem
    rows = np.random.default_rng(seed).permutation(np.tile(np.arange(len(y)), times))
    other = Problem(w, b, X[rows], y[rows])
    near(loss(*other), loss(*problem), 84)
    near(other.derivatives(), problem.derivatives(), 4)
    near(hessian(w, b, other.X), hessian(w, b, X), 16)


@given(problem=problems(), data=st.data())
@always_the_same
def test_units_and_origins_of_the_features_do_not_matter(problem: Problem, data: Any) -> None:
    """With X = X' s + t, the parameters are w' = w s and b' = b + w . t; derivatives follow."""
    w, b, X, y = problem
    n = len(w)
    scale = 2.0 ** data.draw(arrays(int, n, elements=st.integers(-3, 3)))
    shift = data.draw(arrays(float, n, elements=moderate))
    other = Problem(w * scale, b + w @ shift, (X - shift) / scale, y)
    near(loss(*other), loss(*problem), 256)
    to_other = np.block([[np.diag(scale), np.zeros((n, 1))], [shift, np.ones(1)]])
    near(to_other.T @ other.derivatives(), problem.derivatives(), 512)
    near(to_other.T @ hessian(*other[:3]) @ to_other, hessian(w, b, X), 4096)


@given(data=st.data())
@settings(always_the_same, max_examples=25)
def test_a_fit_does_not_depend_on_units_origins_order_or_copies(data: Any) -> None:
    X = np.array([[3, 5], [1, 2], [0, 1.5], [2, -1], [1, 1], [4, 0], [0, 0], [3, 3]])
    y = np.array([1, 0, 1, 1, 0, 1, 0, 1])
    fit = newton(X, y)
    scale = 2.0 ** data.draw(arrays(int, 2, elements=st.integers(-20, 20)))
    shift = data.draw(arrays(float, 2, elements=moderate))
    rows = np.array(data.draw(st.permutations([*range(8), *range(8)])))
    other = newton((X[rows] - shift) / scale, y[rows])
    np.testing.assert_allclose(other.w, fit.w * scale, rtol=1e-9)
    np.testing.assert_allclose(other.b, fit.b + fit.w @ shift, rtol=1e-9, atol=1e-9)


@given(problem=problems(), data=st.data(), part=st.floats(0, 1))
@always_the_same
def test_the_loss_is_convex_along_segments(problem: Problem, data: Any, part: float) -> None:
    w, b, X, y = problem
    v, c = data.draw(arrays(float, len(w), elements=moderate)), data.draw(moderate)
    there = Problem(v, c, X, y)
    between = loss((1 - part) * w + part * v, (1 - part) * b + part * c, X, y)
    rounding = 1024 * EPS * 84
    assert between <= (1 - part) * loss(*problem) + part * loss(*there) + rounding
    dw, db = gradient(*problem)
    assert loss(*there) >= loss(*problem) + dw @ (v - w) + db * (c - b) - rounding

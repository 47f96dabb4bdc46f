"""Constant and dependent columns are found and named, and only those."""

import numpy as np
import pytest

from logistic_gradient import newton, standard_errors
from logistic_gradient.optimize.design_matrix import DesignMatrix
from tests.support.columns import assert_refused, random_columns


@pytest.mark.parametrize("value", [0.0, 7.0, 0.1, 1e6 + 0.1, -1e-300])
def test_a_constant_column_is_named(value: float) -> None:
    X = random_columns(30, 3)
    X[:, 1] = value
    assert_refused(X, rf"^X\[:, 1\] is constant, {value}: the bias stands for a constant column")


def test_all_columns_of_a_single_sample_are_constant() -> None:
    with pytest.raises(ValueError, match=r"^X\[:, 0\] is constant, 3.0"):
        standard_errors([0.1, -0.2], 0.0, [[3.0, 5.0]])


def test_a_column_constant_up_to_rounding_is_named() -> None:
    X = random_columns(30, 2)
    X[:, 0] = 0.3
    X[::2, 0] = 0.1 + 0.2
    assert_refused(X, r"^X\[:, 0\] is constant")


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize("offset", [0.0, 1e6])
def test_dependent_columns_are_named(scale: float, offset: float) -> None:
    X = random_columns(50, 5)
    X[:, 3] = 2 * X[:, 0] - X[:, 1] + 5
    X = X * scale + offset
    assert_refused(
        X,
        r"^columns 0, 1, 3 of X are linearly dependent \(with the column of ones, the rank is 5 of "
        r"6\): leave out 1 of them",
    )


def test_two_dependences_at_once() -> None:
    X = random_columns(50, 10)
    X[:, 7] = X[:, 0] + X[:, 1]
    X[:, 9] = X[:, 3] - 2 * X[:, 4]
    assert_refused(
        X, r"^columns 0, 1, 3, 4, 7, 9 of X .* the rank is 9 of 11\): leave out 2 of them"
    )


def test_all_indicators_of_a_group_depend_on_the_bias() -> None:
    X = np.column_stack([np.eye(3)[np.arange(30) % 3], random_columns(30, 1)])
    assert_refused(X, r"^columns 0, 1, 2 of X are linearly dependent")
    assert newton(X[:, 1:], np.arange(30) % 2).gradient_norm < 1e-14


@pytest.mark.parametrize(("m", "n"), [(120, 60), *((m, 120) for m in range(236, 246))])
def test_a_dependence_among_many_columns(m: int, n: int) -> None:
    X = random_columns(m, n)
    X[:, -1] = X[:, :-1].sum(axis=1)
    assert_refused(X, rf"rank is {n} of {n + 1}\): leave out 1 of them")


def test_more_columns_than_samples() -> None:
    assert_refused(
        random_columns(4, 6), r"^columns .* of X are linearly dependent .* rank is 4 of 7\)"
    )


def test_a_dependence_shows_in_any_number_of_rows() -> None:
    X = random_columns(20_000, 3)
    X[:, 2] = 0.1 * X[:, 0] + X[:, 1]
    assert_refused(X, r"^columns 0, 1, 2 of X are linearly dependent")


def test_dependence_in_float32_is_judged_in_float32() -> None:
    X = random_columns(50, 3).astype(np.float32)
    X[:, 2] = X[:, 0] * np.float32(0.1) + X[:, 1]
    assert_refused(X, r"^columns 0, 1, 2 of X are linearly dependent")


@pytest.mark.parametrize("difference", [1e-4, 1e-8, 1e-11])
def test_nearly_dependent_columns_pass(difference: float) -> None:
    X = random_columns(50, 2)
    X[:, 1] = X[:, 0] + difference * X[:, 1]
    DesignMatrix.of(X, penalty=0.0)


@pytest.mark.parametrize("penalty", [1e-40, 1e-34, 1e-30])
def test_a_penalty_that_is_lost_beside_rounding_allows_nothing(penalty: float) -> None:
    """The penalised loss has one minimum, with equal weights; in float64 it is flat around it."""
    X = np.array([[1.0], [-1.0], [1.0], [-1.0], [1.0], [-1.0]])
    y = [0, 1, 0, 1, 1, 0]
    said = rf"\(a penalty of {penalty:g} is too small to allow"
    message = rf"^columns 0, 1 of X .*leave out 1 of them {said} them\)$"
    with pytest.raises(ValueError, match=message):
        newton(np.hstack([X, X]), y, penalty=penalty, start=([5.0, 0.0], 0.0))
    message = rf"^X\[:, 1\] is constant, 7.0: .*leave it out {said} it\)$"
    with pytest.raises(ValueError, match=message):
        newton(np.hstack([X, np.full_like(X, 7)]), y, penalty=penalty)


@pytest.mark.parametrize("penalty", [1e-15, 1e-9, 1e-3])
def test_a_penalty_shares_the_weight_out_to_equal_columns(penalty: float) -> None:
    X = random_columns(40, 1)
    y = X[:, 0] + random_columns(40, 2)[:, 1] > 0
    one = newton(X, y, penalty=penalty / 2)  # the two weights cost half of what their sum would
    both = newton(np.hstack([X, X]), y, penalty=penalty, start=([5.0, 0.0], 0.0))
    np.testing.assert_allclose(both.w, np.repeat(one.w / 2, 2), rtol=1e-7)
    constant = newton(np.hstack([X, np.full_like(X, 7)]), y, penalty=penalty)
    np.testing.assert_allclose(constant.w, [newton(X, y, penalty=penalty).w[0], 0.0], atol=1e-7)


def test_what_rounding_hides_is_more_beside_an_offset() -> None:
    X = random_columns(40, 1) + 1e6
    X = np.hstack([X, X])
    y = random_columns(40, 2)[:, 1] > 0
    with pytest.raises(ValueError, match=r"a penalty of 2\.5e-19 is too small to allow them"):
        newton(X, y, penalty=2.5e-19)
    w = newton(X, y, penalty=2.5e-9).w
    np.testing.assert_allclose(w[0], w[1], rtol=1e-9)


def test_columns_that_are_independent_need_no_penalty_that_counts() -> None:
    X = random_columns(40, 2)
    X[:, 0] += 1e6
    y = X[:, 1] + random_columns(40, 3)[:, 1] > 0
    np.testing.assert_allclose(newton(X, y, penalty=1e-30).w, newton(X, y).w, rtol=1e-9)

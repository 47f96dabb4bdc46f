"""Newton's method: against 50 digits, against two libraries, in any units, from any start."""

import warnings
from typing import Any

import numpy as np
import pytest

from logistic_gradient import ConvergenceError, gradient, loss, newton, standard_errors
from logistic_gradient.optimize.newton import MOST_ITERATIONS


def assert_fits(fit: Any, exact: Any, rtol: float = 1e-13) -> None:
    np.testing.assert_allclose(fit.w, np.array(exact.w, float), rtol=rtol)
    # atol: log-odds near 0 come from a difference of probabilities, each of them rounded
    np.testing.assert_allclose(fit.b, float(exact.b), rtol=rtol, atol=2.0**-52)
    np.testing.assert_allclose(fit.loss, float(exact.loss), rtol=rtol)


@pytest.mark.parametrize("penalty", [0.0, 1e-8, 0.01, 3.0, 1e6])
def test_against_50_digits(exact_fit: Any, overlapping: Any, penalty: float) -> None:
    assert_fits(newton(*overlapping, penalty=penalty), exact_fit(*overlapping, penalty))


def test_the_twenty_students(exact_fit: Any, students: Any) -> None:
    fit = newton(*students)
    assert_fits(fit, exact_fit(*students))
    figures = [fit.w[0], fit.b, -20 * fit.loss, -20 * fit.history.loss[0]]
    assert [f"{value:.12g}" for value in figures] == [
        "1.50464542837",
        "-4.07771343109",
        "-8.02987846434",
        "-13.8629436112",
    ]
    published = [f"{value:.{digits}f}" for value, digits in zip(figures, (4, 4, 5, 5), strict=True)]
    assert published == ["1.5046", "-4.0777", "-8.02988", "-13.86294"]
    errors = standard_errors(fit.w, fit.b, students[0])
    assert [f"{error:.12g}" for error in errors] == ["0.628720845945", "1.76099431416"]
    assert [f"{error:.4f}" for error in errors] == ["0.6287", "1.7610"]


def test_against_statsmodels(overlapping: Any) -> None:
    api = pytest.importorskip("statsmodels.api")
    X, y = overlapping
    theirs = api.Logit(y, api.add_constant(X, prepend=False)).fit(disp=0, tol=1e-14)
    fit = newton(X, y)
    np.testing.assert_allclose([*fit.w, fit.b], theirs.params, rtol=1e-10)
    np.testing.assert_allclose(-len(y) * fit.loss, theirs.llf, rtol=1e-10)
    np.testing.assert_allclose(standard_errors(fit.w, fit.b, X), theirs.bse, rtol=1e-10)


@pytest.mark.parametrize("penalty", [1e-3, 0.1, 10.0])
def test_the_penalty_is_scikit_learn_s_c(overlapping: Any, penalty: float) -> None:
    linear_model = pytest.importorskip("sklearn.linear_model")
    X, y = overlapping
    model = linear_model.LogisticRegression(
        C=1 / (len(y) * penalty), tol=1e-13, solver="newton-cholesky"
    )
    model.fit(X, y)
    fit = newton(X, y, penalty=penalty)
    np.testing.assert_allclose(fit.w, model.coef_[0], rtol=1e-9)
    np.testing.assert_allclose(fit.b, model.intercept_[0], rtol=1e-9)


@pytest.mark.parametrize("penalty", [0.0, 0.05])
def test_what_the_fit_reports_is_what_the_functions_give(overlapping: Any, penalty: float) -> None:
    X, y = overlapping
    fit = newton(X, y, penalty=penalty, path=True)
    history = fit.history
    assert (history.w.shape, history.b.shape) == ((fit.iterations + 1, 3), (fit.iterations + 1,))
    assert (history.loss[-1], history.gradient_norm[-1]) == (fit.loss, fit.gradient_norm)
    assert (history.w[-1].tolist(), history.b[-1]) == (fit.w.tolist(), fit.b)
    assert fit.gradient_norm < 1e-15
    assert newton(X, y, penalty=penalty).history.w is None
    for w, b, J, norm in zip(
        history.w, history.b, history.loss, history.gradient_norm, strict=True
    ):
        dw, db = gradient(w, b, X, y)
        np.testing.assert_allclose(loss(w, b, X, y) + penalty / 2 * w @ w, J, rtol=1e-13)
        expected = np.linalg.norm([*dw + penalty * w, db])
        np.testing.assert_allclose(norm, expected, rtol=1e-12, atol=1e-15)


def test_the_iterations_are_newton_s(students: Any) -> None:
    X, y = students
    path = newton(X, y, path=True).history
    A = np.column_stack([X, np.ones(20)])
    for k in range(4):
        p = 1 / (1 + np.exp(-(X[:, 0] * path.w[k] + path.b[k])))
        step = np.linalg.solve(A.T @ ((p * (1 - p))[:, None] * A), A.T @ (y - p))
        after = [path.w[k + 1][0] - path.w[k][0], path.b[k + 1] - path.b[k]]
        np.testing.assert_allclose(after, step, rtol=1e-9)


@pytest.mark.parametrize(
    ("offset", "scale"), [(0, 1e6), (0, 1e-6), (1e6, 1), (-1e6, 1e3), (0, 1e200), (0, 1e-200)]
)
def test_units_do_not_matter(exact_fit: Any, overlapping: Any, offset: Any, scale: Any) -> None:
    X, y = overlapping
    fit = newton(X * scale + offset, y)
    exact = exact_fit(X, y)
    digits_left = 1e-13 + 2.0**-52 * abs(offset) / scale  # those that the sum X + offset kept
    np.testing.assert_allclose(fit.w * scale, np.array(exact.w, float), rtol=100 * digits_left)
    np.testing.assert_allclose(fit.loss, float(exact.loss), rtol=10 * digits_left)
    if offset == 1e6:  # as given, after the rounding of X, to the last digits
        assert_fits(fit, exact_fit(X + offset, y))


def test_columns_of_quite_different_units(exact_fit: Any, overlapping: Any) -> None:
    X, y = overlapping
    mixed = X * [1e6, 1e-6, 1] + [0, 0, 1e6]
    for penalty in (0.0, 1e-4):
        assert_fits(newton(mixed, y, penalty=penalty), exact_fit(mixed, y, penalty), rtol=1e-12)


def test_the_order_of_samples_and_columns_does_not_matter(overlapping: Any) -> None:
    X, y = overlapping
    fit = newton(X, y)
    rng = np.random.default_rng(8)
    rows, columns = rng.permutation(40), rng.permutation(3)
    moved = newton(X[rows][:, columns], y[rows])
    np.testing.assert_allclose(moved.w, fit.w[columns], rtol=1e-12)
    np.testing.assert_allclose(moved.b, fit.b, rtol=1e-12)


def test_swapping_the_labels_turns_the_signs(overlapping: Any) -> None:
    X, y = overlapping
    fit, swapped = newton(X, y), newton(X, 1 - y)
    np.testing.assert_allclose([*swapped.w, swapped.b], [*-fit.w, -fit.b], rtol=1e-12)


@pytest.mark.parametrize("far", [1.0, 30.0, 300.0, -1e6])
def test_any_start_leads_to_the_same_minimum(overlapping: Any, far: float) -> None:
    X, y = overlapping
    fit = newton(X, y)
    moved = newton(X, y, start=([far, -far, 0.0], far))
    np.testing.assert_allclose([*moved.w, moved.b], [*fit.w, fit.b], rtol=1e-12)
    assert (np.diff(moved.history.loss) <= 1e-15).all()
    assert newton(X, y, start=(fit.w, fit.b)).iterations <= 2


def test_a_full_step_that_raises_the_loss_is_halved(students: Any) -> None:
    X, y = students
    A = np.column_stack([X, np.ones(20)])
    p = 1 / (1 + np.exp(-6.0))  # of all samples, at the start
    full = np.linalg.solve(p * (1 - p) * A.T @ A, A.T @ (y - p))
    assert loss(full[:1], 6 + full[1], X, y) > loss([0.0], 6.0, X, y)
    fit = newton(X, y, start=([0.0], 6.0), path=True)
    halvings = -np.log2(fit.history.w[1][0] / full[0])
    assert halvings > 0.5
    assert np.isclose(halvings, round(halvings), atol=1e-9)
    assert (np.diff(fit.history.loss) <= 1e-15).all()


def test_no_convergence_is_an_error_with_the_last_state() -> None:
    X, y = [[-2.0], [-1.0], [1.0], [2.0]], [0, 0, 1, 1]  # separated: only the penalty holds w
    with pytest.raises(ConvergenceError, match=r"^newton did not converge in 100 iter") as raised:
        newton(X, y, penalty=1e-300)
    fit = raised.value.fit
    assert isinstance(raised.value, ValueError)
    assert fit.iterations == MOST_ITERATIONS
    np.testing.assert_allclose(fit.loss, loss(fit.w, fit.b, X, y), rtol=1e-9)
    assert fit.loss < fit.history.loss[-2]
    assert f"the norm of the gradient is {fit.gradient_norm:.3g}, and" in str(raised.value)


def test_nearly_dependent_columns(exact_fit: Any) -> None:
    rng = np.random.default_rng(4)
    x = rng.normal(size=60)
    X = np.column_stack([x, x + 1e-6 * rng.normal(size=60)])
    y = (rng.random(60) < 1 / (1 + np.exp(-x))).astype(int)
    assert_fits(newton(X, y), exact_fit(X, y), rtol=1e-9)


@pytest.mark.parametrize("difference", [1e-9, 1e-10, 1e-11, 1e-12])
def test_too_nearly_dependent_columns_give_a_minimum_or_an_error(difference: float) -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=200)
    X = np.column_stack([x, x + difference * rng.normal(size=200)])
    y = (rng.random(200) < 1 / (1 + np.exp(-x))).astype(int)
    try:
        fit = newton(X, y)
    except ConvergenceError as error:
        fit = error.fit
    assert fit.gradient_norm < 3e-14 or fit.iterations == MOST_ITERATIONS


@pytest.mark.parametrize("far", [1e4, 1e6, 1e8])
def test_a_sample_far_from_all_others(exact_fit: Any, far: float) -> None:
    rng = np.random.default_rng(7)
    x = np.append(rng.normal(size=40), far)
    y = np.append(rng.random(40) < 1 / (1 + np.exp(-x[:40])), 1).astype(int)
    fit, exact = newton(x[:, None], y), exact_fit(x[:, None], y)
    np.testing.assert_allclose(fit.w, float(exact.w[0]), rtol=1e-10)
    np.testing.assert_allclose(fit.loss, float(exact.loss), rtol=1e-10)
    # b is the difference of two numbers near the mean of x times w, which are rounded
    np.testing.assert_allclose(fit.b, float(exact.b), atol=2.0**-52 * far)


def test_with_a_penalty_dependent_and_constant_columns_are_fine(exact_fit: Any) -> None:
    rng = np.random.default_rng(5)
    x = rng.normal(size=30)
    X, y = np.column_stack([x, x, np.full(30, 7.0)]), (x + rng.normal(size=30) > 0).astype(int)
    fit = newton(X, y, penalty=0.1)
    exact = exact_fit(X[:, :1] * np.sqrt(2), y, 0.1)  # w1 = w2 = v / sqrt(2)
    np.testing.assert_allclose(fit.w[:2], float(exact.w[0]) / np.sqrt(2), rtol=1e-12)
    assert abs(fit.w[2]) < 1e-15
    np.testing.assert_allclose(fit.b, float(exact.b), rtol=1e-12)


def test_with_a_penalty_more_columns_than_samples_are_fine() -> None:
    X = np.random.default_rng(6).normal(size=(5, 12))
    fit = newton(X, [0, 1, 0, 1, 1], penalty=0.01)
    dw, db = gradient(fit.w, fit.b, X, [0, 1, 0, 1, 1])
    assert np.abs([*dw + 0.01 * fit.w, db]).max() < 1e-14


@pytest.mark.parametrize("dtype", ["float32", "int64", "uint8", "bool"])
def test_other_types_are_computed_in_float64(exact_fit: Any, dtype: str) -> None:
    X = (np.random.default_rng(9).random((30, 2)) < 0.5).astype(dtype)
    y = (np.arange(30) % 3 == 0).astype(dtype)
    fit = newton(X, y)
    assert fit.w.dtype == fit.b.dtype == np.float64
    assert_fits(fit, exact_fit(X.astype(float), y))


def test_many_samples_reach_the_tolerance_too() -> None:
    rng = np.random.default_rng(10)
    X = rng.normal(size=(20_000, 4)) * 3
    order = np.argsort(X[:, 0])  # sorted, so that partial sums grow
    y = (rng.random(20_000) < 1 / (1 + np.exp(-X @ [1.0, 0.5, 0, 0]))).astype(int)
    assert newton(X[order], y[order]).gradient_norm < 1e-13


def test_nothing_is_printed_or_warned(overlapping: Any, capsys: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        newton(*overlapping)
    assert capsys.readouterr() == ("", "")


def test_a_step_that_no_halving_makes_useful_gives_way_to_one_that_lowers_the_loss() -> None:
    """So far out p (1 - p) is 1e-131: there is a step, and it is 1e130 long."""
    X = np.array([[1.0], [-1.0], [1.0], [-1.0], [1.0], [-1.0]])
    fit = newton(X, [0, 1, 0, 1, 1, 0], start=([300.0], 0.0))
    assert fit.history.loss[1] < fit.history.loss[0] / 10
    np.testing.assert_allclose(fit.w, [-np.log(2)], rtol=1e-13)  # one in three of x = 1 passes
    np.testing.assert_allclose(fit.b, 0, atol=1e-15)


@pytest.mark.parametrize("start", [300.0, 500.0])  # twice as far is nearer, three times is not
@pytest.mark.parametrize("penalty", [0.0, 1e-6, 0.01])
def test_where_the_curvature_is_no_use_its_bound_is_and_the_step_is_doubled(
    penalty: float, start: float
) -> None:
    X = np.array([[1.0], [-1.0], [1.0], [-1.0], [1.0], [-1.0]])
    y, A = np.array([0, 1, 0, 1, 1, 0]), np.column_stack([X, np.ones(6)])
    fit = newton(X, y, start=([start], 0.0), penalty=penalty, path=True)
    dw, db = gradient([start], 0.0, X, y)
    bound = A.T @ A / 24 + np.diag([penalty, 0.0])
    step = -np.linalg.solve(bound, [dw[0] + start * penalty, db])
    doublings = np.log2((fit.history.w[1][0] - start) / step[0])
    assert np.isclose(doublings, round(doublings), atol=1e-9)

    def after(doublings: int) -> Any:
        w, b = np.array([start, 0.0]) + 2.0**doublings * step
        return loss([w], b, X, y) + penalty / 2 * w**2

    np.testing.assert_allclose(after(round(doublings)), fit.history.loss[1], rtol=1e-12)
    losses = [after(k) for k in range(round(doublings) + 2)]
    assert np.argmin(losses) == len(losses) - 2

"""The numerical derivatives, on functions whose derivatives are known."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import central_difference, complex_step, forward_difference, sigmoid
from logistic_gradient.check import LEAST_STEP

METHODS = [
    pytest.param(forward_difference, 1e-6, id="forward"),
    pytest.param(central_difference, 1e-9, id="central"),
    pytest.param(complex_step, 1e-15, id="complex"),
]


def curved(x: Any) -> Any:
    return np.exp(x[0]) * np.sin(x[1]) + x[0] ** 3


@pytest.mark.parametrize(("method", "tolerance"), METHODS)
@pytest.mark.parametrize("x", [[0.0, 0.0], [1.0, -2.0], [-3.0, 0.5]], ids=str)
def test_partial_derivatives(method: Any, tolerance: float, x: list[float]) -> None:
    exact = [np.exp(x[0]) * np.sin(x[1]) + 3 * x[0] ** 2, np.exp(x[0]) * np.cos(x[1])]
    np.testing.assert_allclose(method(curved, x), exact, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize(("method", "tolerance"), METHODS)
def test_the_result_has_the_shape_of_x(method: Any, tolerance: float) -> None:
    assert isinstance(method(sigmoid, 0.5), float)
    x = np.arange(6.0).reshape(2, 3)
    result = method(lambda a: (a**2).sum(), x)
    np.testing.assert_allclose(result, 2 * x, rtol=10 * tolerance, atol=10 * tolerance)


@pytest.mark.parametrize(("method", "tolerance"), METHODS)
def test_f_may_return_its_number_in_an_array(method: Any, tolerance: float) -> None:
    derivative = method(lambda x: np.array([[x**2]]), 3.0)
    np.testing.assert_allclose(derivative, 6, rtol=10 * tolerance)


@pytest.mark.parametrize(("method", "tolerance"), METHODS)
def test_the_default_step_follows_the_size_of_x(method: Any, tolerance: float) -> None:
    derivative = method(lambda x: x**2, 1e6)
    np.testing.assert_allclose(derivative, 2e6, rtol=10 * tolerance)


@pytest.mark.parametrize("x", [0.0, 0.5, -1.5, 1e3])
@pytest.mark.parametrize(("method", "root"), [(forward_difference, 2), (central_difference, 3)])
def test_the_default_step_is_the_documented_one(method: Any, root: int, x: float) -> None:
    h = (2.0**-52) ** (1 / root) * max(1, abs(x))
    assert method(np.square, x) == method(np.square, x, h)


@pytest.mark.parametrize(("method", "_tolerance"), METHODS)
def test_x_is_left_alone(method: Any, _tolerance: float) -> None:
    x = np.array([1.0, -2.0])
    method(curved, x)
    assert x.tolist() == [1.0, -2.0]


def test_a_given_step_is_used_and_truncates_as_documented() -> None:
    cubic = {"f": lambda x: x**3, "x": 2.0, "h": 2.0**-10}
    h = cubic["h"]
    assert forward_difference(**cubic) == 12 + 6 * h + h**2
    assert central_difference(**cubic) == 12 + h**2
    assert complex_step(**cubic) == 12 - h**2


@pytest.mark.parametrize(("method", "_tolerance"), METHODS)
@pytest.mark.parametrize(
    ("f", "x", "options", "message"),
    [
        (curved, [np.nan, 0.0], {}, r"^x\[0\] is nan"),
        (curved, [1j, 0.0], {}, r"^x is complex"),
        (lambda x: x, [1.0, 2.0], {}, r"^f returned shape \(2,\): it must return one number$"),
        (lambda x: x[0] * np.inf, [1.0], {}, r"^f is .* at x = .*: its value must be finite$"),
        (lambda _: "one", [1.0], {}, r"^f\(x\) is 'one': every value must be a number$"),
        (curved, [1.0, 0.0], {"h": 0.0}, r"^h is 0.0: it must be above 0$"),
        (curved, [1.0, 0.0], {"h": np.nan}, r"^h is nan"),
    ],
    ids=["nan", "complex-x", "vector", "infinite-f", "text", "h=0", "h=nan"],
)
def test_bad_arguments(
    method: Any, _tolerance: float, f: Any, x: Any, options: Any, message: str
) -> None:
    with np.errstate(invalid="ignore"), pytest.raises(ValueError, match=message):
        method(f, x, **options)


@pytest.mark.parametrize("method", [forward_difference, central_difference])
def test_a_step_lost_in_rounding_is_an_error(method: Any) -> None:
    with pytest.raises(ValueError, match=r"^h is lost beside x = 1e\+20"):
        method(lambda x: x**2, 1e20, h=1.0)


@pytest.mark.parametrize(
    ("method", "f", "x", "h", "message"),
    [
        (forward_difference, np.sign, 1.7e308, 1e308, r"^h is 1e\+308: it is too large, x \+ h"),
        (central_difference, np.sign, -1.7e308, 1e308, r"^h is 1e\+308: it is too large"),
        (central_difference, np.sign, 1.0, 1.7e308, r"^2.0 / inf at x = -1.7e\+308 leaves"),
        (
            forward_difference,
            lambda x: np.sign(x) * 1e300,
            0.0,
            1e-9,
            r"^1e\+300 / 1e-09 .* leaves",
        ),
        (forward_difference, lambda x: 1 / x, 0.0, None, r"^f is inf at x = 0.0: its value"),
    ],
)
def test_what_leaves_the_range_of_floats_is_an_error(
    method: Any, f: Any, x: Any, h: float, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        method(f, x, h)


def test_the_complex_step_refuses_a_step_that_would_vanish() -> None:
    assert complex_step(lambda x: x / 8, 1.0, h=LEAST_STEP) == 0.125
    with pytest.raises(ValueError, match=r"^h is 1e-293: it must be at least 1e-292"):
        complex_step(lambda x: x / 8, 1.0, h=1e-293)


@pytest.mark.parametrize("method", [forward_difference, central_difference])
def test_differences_refuse_complex_values(method: Any) -> None:
    with pytest.raises(ValueError, match="f returned a complex number"):
        method(lambda x: x + 1j, 0.5)


def test_the_complex_step_refuses_a_function_that_drops_the_imaginary_part() -> None:
    with pytest.raises(ValueError, match="it must keep the imaginary part"):
        complex_step(lambda x: abs(x), 0.5)

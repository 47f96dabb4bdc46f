"""Which library and precision the result has, and that arguments are left alone."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import (
    binary_cross_entropy,
    gradient,
    hessian,
    logit,
    loss,
    loss_and_gradient,
    sigmoid,
    sigmoid_derivative,
    softplus,
)
from tests.support.libraries import Library

ELEMENTWISE = [sigmoid, sigmoid_derivative, softplus, logit]


@pytest.mark.parametrize("dtype", ["int64", "uint8", "bool", "float16", ">f8"])
def test_other_real_types_become_float64(dtype: Any) -> None:
    X = np.array([[0, 1], [1, 1]]).astype(dtype)
    value = loss([0.5, 0.25], 0.1, X, [0, 1])
    assert value.dtype == np.float64
    assert value == loss([0.5, 0.25], 0.1, X.astype(np.float64), [0, 1])


def test_extended_types_become_double_precision() -> None:
    at = np.array([0.5, -2.0])
    assert sigmoid(at.astype(np.longdouble)).dtype == np.float64
    values = sigmoid(at.astype(np.clongdouble) + 1e-20j)
    assert values.dtype == np.complex128
    np.testing.assert_allclose(values.imag / 1e-20, sigmoid_derivative(at), rtol=1e-14)


def test_the_data_decide_the_precision_of_everything() -> None:
    X = np.array([[1.0, 2.0]], np.float32)
    assert loss(np.array([0.1, 0.2]), np.float64(0.3), X, [1]).dtype == np.float32
    assert hessian(np.array([0.1, 0.2]), 0.3, X).dtype == np.float32


def test_complex_parameters_keep_the_precision_of_the_data() -> None:
    X = np.array([[1.0, 2.0]], np.float32)
    assert loss(np.array([0.1, 0.2 + 1e-20j]), 0.3, X, [1]).dtype == np.complex64


def test_arrays_of_other_libraries_that_hold_no_numbers_are_refused() -> None:
    torch = pytest.importorskip("torch")
    with pytest.raises(ValueError, match=r"z has dtype torch\.bits8: it must hold numbers"):
        sigmoid(torch.empty(2, dtype=torch.bits8))
    jax = pytest.importorskip("jax")
    with pytest.raises(ValueError, match=r"z has dtype key<fry>: it must hold numbers"):
        sigmoid(jax.random.key(0))


def test_subclasses_become_plain_arrays() -> None:
    with pytest.warns(PendingDeprecationWarning):
        X = np.matrix([[1.0, 2.0], [3.0, 4.0]])
    dw, _ = gradient([0.1, 0.2], 0.3, X, [0, 1])
    assert type(dw) is np.ndarray
    assert dw.shape == (2,)


def test_arguments_are_left_alone() -> None:
    rng = np.random.default_rng(1)
    arguments = [rng.normal(size=2), np.array(0.5), rng.normal(size=(9, 2)), np.arange(9) % 2]
    copies = [a.copy() for a in arguments]
    for array in arguments:
        array.flags.writeable = False
    loss_and_gradient(*arguments)
    gradient(*arguments)
    loss(*arguments)
    hessian(*arguments[:3])
    for array, copy in zip(arguments, copies, strict=True):
        np.testing.assert_array_equal(array, copy)


@pytest.mark.parametrize("function", ELEMENTWISE)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_every_library_gives_the_values_of_numpy(
    library: Library, function: Any, dtype: str
) -> None:
    at = np.concatenate([np.linspace(0, 1, 101), [1e-30]])
    at = at if function is logit else np.concatenate([at * 1400 - 700, at, -at, [1e30, -1e30]])
    at = at.astype(dtype)
    values = function(library.array(at))
    assert isinstance(values, library.kind)
    values = np.asarray(values)
    assert values.dtype == dtype
    info = np.finfo(dtype)
    rtol = library.rounding * float(info.eps)
    np.testing.assert_allclose(values, function(at), rtol=rtol, atol=info.tiny)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(
    ("function", "at", "slope"),
    [
        (sigmoid, 0.0, 0.25),
        (sigmoid_derivative, 0.0, 0.0),
        (softplus, 0.0, 0.5),
        (softplus, 40.0, 1.0),
        (softplus, 1e4, 1.0),
        (softplus, -1e4, 0.0),
        (sigmoid, 1e4, 0.0),
        (sigmoid, -1e4, 0.0),
        (logit, 0.5, 4.0),
        (logit, 0.125, 1 / (0.125 * 0.875)),
        (logit, 1e-30, 1e30),
    ],
)
def test_autograd_of_the_elementwise_functions(
    library: Library, function: Any, at: float, slope: float, dtype: str
) -> None:
    (derivative,) = library.gradients(function, [library.array(at, dtype)])
    assert derivative.dtype == dtype
    assert derivative.item() == pytest.approx(slope, rel=4 * float(np.finfo(dtype).eps), abs=0)


@pytest.mark.parametrize("function", ELEMENTWISE)
def test_jit_changes_no_value(jax: Any, function: Any) -> None:
    at = np.linspace(0, 1, 101) if function is logit else np.linspace(-1e4, 1e4, 401)
    at = jax.numpy.asarray(at)
    np.testing.assert_allclose(jax.jit(function)(at), function(at), rtol=1e-14, atol=1e-300)


def test_numpy_arguments_follow_the_data(library: Library) -> None:
    X = np.array([[1.0, 2.0], [3.0, 4.0]])
    w, y = np.array([0.1, 0.2]), np.array([0, 1], np.uint16)
    w.flags.writeable = False  # PyTorch would warn if it were handed this memory
    value = loss(w, 0.3, library.array(X), y)
    assert isinstance(value, library.kind)
    assert float(value) == pytest.approx(loss(w, 0.3, X, y), rel=1e-14)


def test_complex_arguments_follow_the_data_with_both_parts(library: Library) -> None:
    X, y, step = np.array([[1.0, 2.0], [-1.0, 0.5]]), np.array([1, 0]), 1e-20
    w, data = np.array([0.1, -0.2 + step * 1j]), library.array(X)
    if "torch" in library.kind.__module__:
        with pytest.raises(ValueError, match=r"^w is complex: it must be real in PyTorch"):
            loss(w, 0.3, data, y)
        with pytest.raises(ValueError, match=r"^b is complex: it must be real in PyTorch"):
            gradient(w.real, 0.3 + 1j, data, y)
        with pytest.raises(ValueError, match=r"^z is complex: it must be real in PyTorch"):
            sigmoid(library.array(w))
        return
    slope = gradient([0.1, -0.2], 0.3, X, y)[0][1]
    np.testing.assert_allclose(complex(loss(w, 0.3, data, y)).imag / step, slope, rtol=1e-14)


@pytest.mark.parametrize("name", ["w", "b", "y"])
def test_arrays_of_two_other_libraries_do_not_mix(library: Library, name: str) -> None:
    arguments = {"w": np.ones(1), "b": np.array(0.0), "X": np.ones((1, 1)), "y": np.ones(1)}
    arguments[name] = library.array(arguments[name])
    message = (
        rf"^{name} belongs to (torch|jax\w*), but the data to numpy: all arguments must belong"
    )
    with pytest.raises(ValueError, match=message):
        loss(**arguments)


def test_labels_of_another_library_than_the_probabilities_are_refused(library: Library) -> None:
    with pytest.raises(ValueError, match=r"^y belongs to \w+, but the data to numpy"):
        binary_cross_entropy(library.array([1.0]), [0.5])


def test_a_bad_value_is_named_in_every_library(library: Library) -> None:
    with pytest.raises(ValueError, match=r"^z\[1, 0\] is nan: every value must be finite$"):
        sigmoid(library.array([[0.0, 1.0], [np.nan, np.inf]]))


@pytest.mark.parametrize(
    ("function", "w", "name"),
    [
        (loss, 1.0, "the sum of the losses"),
        (loss_and_gradient, 1.0, "the sum of the losses"),
        (gradient, 0.0, r"X\.T @ \(p - y\)"),
    ],
)
def test_an_overflow_is_noticed_in_every_library(
    library: Library, function: Any, w: float, name: str
) -> None:
    X = library.array([[1.7e308]] * 3)
    with pytest.raises(ValueError, match=f"^{name} overflows: "):
        function([w], 0.0, X, [0, 0, 0])

"""Which library and precision the result has, and that arguments are left alone."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import (
    gradient,
    hessian,
    logit,
    loss,
    loss_and_gradient,
    sigmoid,
    sigmoid_derivative,
    softplus,
)

ELEMENTWISE = [sigmoid, sigmoid_derivative, softplus, logit]


@pytest.mark.parametrize("dtype", ["int64", "uint8", "bool", "float16", ">f8"])
def test_other_real_types_become_float64(dtype: Any) -> None:
    X = np.array([[0, 1], [1, 1]]).astype(dtype)
    value = loss([0.5, 0.25], 0.1, X, [0, 1])
    assert value.dtype == np.float64
    assert value == loss([0.5, 0.25], 0.1, X.astype(np.float64), [0, 1])


def test_the_data_decide_the_precision_of_everything() -> None:
    X = np.array([[1.0, 2.0]], np.float32)
    assert loss(np.array([0.1, 0.2]), np.float64(0.3), X, [1]).dtype == np.float32
    assert hessian(np.array([0.1, 0.2]), 0.3, X).dtype == np.float32


def test_complex_parameters_keep_the_precision_of_the_data() -> None:
    X = np.array([[1.0, 2.0]], np.float32)
    assert loss(np.array([0.1, 0.2 + 1e-20j]), 0.3, X, [1]).dtype == np.complex64


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
def test_pytorch_gives_the_values_of_numpy(torch: Any, function: Any, dtype: str) -> None:
    at = np.concatenate([np.linspace(0, 1, 101), [1e-30]])
    at = at if function is logit else np.concatenate([at * 1400 - 700, at, -at, [1e30, -1e30]])
    at = at.astype(dtype)
    values = function(torch.tensor(at))
    assert values.dtype == getattr(torch, dtype)
    info = np.finfo(dtype)
    np.testing.assert_allclose(values.numpy(), function(at), rtol=8 * info.eps, atol=info.tiny)


@pytest.mark.parametrize(
    ("function", "at", "slope"),
    [
        (sigmoid, 0.0, 0.25),
        (sigmoid_derivative, 0.0, 0.0),
        (softplus, 0.0, 0.5),
        (softplus, 800.0, 1.0),
        (sigmoid, 800.0, 0.0),
        (logit, 0.5, 4.0),
        (logit, 0.125, 1 / (0.125 * 0.875)),
        (logit, 1e-200, 1e200),
    ],
)
def test_autograd_of_the_elementwise_functions(
    torch: Any, function: Any, at: float, slope: float
) -> None:
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    function(x).backward()
    assert x.grad.item() == pytest.approx(slope, rel=1e-14, abs=0)


def test_numpy_arguments_follow_pytorch_data(torch: Any) -> None:
    X = np.array([[1.0, 2.0], [3.0, 4.0]])
    w, y = np.array([0.1, 0.2]), np.array([0, 1], np.uint16)
    w.flags.writeable = False  # PyTorch would warn if it were handed this memory
    value = loss(w, 0.3, torch.tensor(X), y)
    assert type(value) is torch.Tensor
    assert float(value) == pytest.approx(loss(w, 0.3, X, y), rel=1e-14)


def test_arrays_of_two_other_libraries_do_not_mix(torch: Any) -> None:
    w = torch.tensor([0.1], requires_grad=True)
    with pytest.raises(ValueError, match=r"^w belongs to torch, but the data to numpy"):
        loss(w, 0.0, np.ones((1, 1)), [1])

"""What loss, gradient, loss_and_gradient and hessian refuse, and how they say it."""

import re
from datetime import date
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

GOOD = {
    "w": [0.1, -0.2],
    "b": 0.0,
    "X": [[3.0, 5.0], [1.0, 2.0], [0.0, 1.0]],
    "y": [1, 0, 1],
}

BAD_PARAMETERS = [
    ({"X": [3.0, 5.0]}, r"^X has shape \(2,\): .*; one sample x is the row x\[None, :\]$"),
    ({"X": [[[3.0, 5.0]]]}, r"^X has shape \(1, 1, 2\): it must be \(m, n\), a row a sample$"),
    ({"X": np.empty((0, 2))}, r"^X has shape \(0, 2\): it must have at least one row"),
    ({"X": np.empty((3, 0))}, r"^X has shape \(3, 0\): it must have at least one row"),
    ({"X": [[3.0, 5.0], [1.0]]}, r"^X is ragged"),
    ({"X": [["3", "5"]]}, r"^X\[0, 0\] is '3': every value must be a number$"),
    ({"X": [[3, 5], [1, np.nan], [0, 1]]}, r"^X\[1, 1\] is nan: every value must be finite$"),
    ({"X": [[3, 5], [1, 2], [-np.inf, 1]]}, r"^X\[2, 0\] is -inf: every value must be finite$"),
    ({"X": [[3, 5], [1, np.nan], [0, 1]], "w": [1, 0]}, r"^X\[1, 1\] is nan"),
    ({"X": [[1, 1], [2e307, 0], [1, 1]], "w": [90, 0]}, r"^X @ w \+ b overflows in row 1"),
    ({"w": [0.1]}, r"^w has shape \(1,\): it must be \(2,\), a weight for each of the 2 columns"),
    ({"w": [[0.1], [-0.2]]}, r"^w has shape \(2, 1\)"),
    ({"w": 0.1}, r"^w has shape \(\)"),
    ({"w": [0.1, np.nan]}, r"^w\[1\] is nan: every value must be finite$"),
    ({"w": [0.1, None]}, r"^w\[1\] is None: every value must be a number$"),
    ({"b": [0.0]}, r"^b has shape \(1,\): it must be a single number$"),
    ({"b": np.inf}, r"^b is inf: every value must be finite$"),
    ({"b": complex(0, np.nan)}, r"^b is nanj"),
]

BAD_LABELS = [
    ({"y": [1, 0]}, r"^y has shape \(2,\): it must be \(3,\), a label a row$"),
    ({"y": [[1], [0], [1]]}, r"^y has shape \(3, 1\): .* use y.reshape\(-1\)$"),
    ({"y": 1}, r"^y has shape \(\)"),
    ({"y": [1, 0.3, 0]}, r"^y\[1\] is 0.3: every label must be 0 or 1$"),
    ({"y": [1, 0, -1]}, r"^y\[2\] is -1.0: every label must be 0 or 1$"),
    ({"y": np.array([1, 0, 255], np.uint8)}, r"^y\[2\] is 255.0"),
    ({"y": [1, np.nan, 0]}, r"^y\[1\] is nan"),
    ({"y": [1, 1e-50, 0], "X": np.ones((3, 2), np.float32)}, r"^y\[1\] is 1e-50"),
    ({"y": ["yes", "no", "no"]}, r"^y\[0\] is 'yes': every value must be a number$"),
]


@pytest.mark.parametrize("function", [loss, gradient, loss_and_gradient])
@pytest.mark.parametrize(("change", "message"), BAD_PARAMETERS + BAD_LABELS)
def test_functions_of_a_data_set(function: Any, change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        function(**{**GOOD, **change})


@pytest.mark.parametrize(("change", "message"), BAD_PARAMETERS)
def test_hessian(change: dict[str, Any], message: str) -> None:
    arguments = {**GOOD, **change}
    del arguments["y"]
    with pytest.raises(ValueError, match=message):
        hessian(**arguments)


@pytest.mark.parametrize("function", [sigmoid, sigmoid_derivative, softplus])
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_scores(function: Any, bad: float) -> None:
    with pytest.raises(ValueError, match=rf"^z\[1, 0\] is {bad}: every value must be finite$"):
        function([[0.0], [bad]])


@pytest.mark.parametrize("bad", [np.nan, -1e-300, 1.0000000000000002, np.inf])
def test_probabilities(bad: float) -> None:
    message = rf"is {bad}: every probability must be between 0 and 1$"
    with pytest.raises(ValueError, match=r"^p " + message):
        logit(bad)
    with pytest.raises(ValueError, match=r"^p\[1\] " + message):
        binary_cross_entropy([0, 1], [0.5, bad])


def test_a_complex_probability_counts_by_its_real_part() -> None:
    assert binary_cross_entropy(1, 1 + 1e-20j).imag == -1e-20
    assert logit(0.5 - 1e-20j).imag == -4e-20
    with pytest.raises(ValueError, match=r"^p is \(1\.5\+1j\): every probability must be between"):
        logit(1.5 + 1j)


def test_labels_and_probabilities_do_not_broadcast() -> None:
    with pytest.raises(ValueError, match=r"^y has shape \(2, 1\) and p \(2,\)"):
        binary_cross_entropy([[0], [1]], [0.5, 0.5])
    with pytest.raises(ValueError, match=r"^y has shape \(1,\) and p \(2,\)"):
        binary_cross_entropy([0], [0.5, 0.5])
    with pytest.raises(ValueError, match=r"^y\[0\] is 2.0: every label must be 0 or 1$"):
        binary_cross_entropy([2, 1], [0.5, 0.5])


def test_a_mask_in_a_row_of_a_list_is_seen() -> None:
    rows = [np.ma.array([3.0, 5.0]), np.ma.array([1.0, 2.0], mask=[False, True])]
    with pytest.raises(ValueError, match=r"^X\[1, 1\] is masked: every value must be present$"):
        loss(GOOD["w"], 0.0, rows, [1, 0])


def test_what_is_no_number_is_named_by_its_type() -> None:
    with pytest.raises(ValueError, match=r"^X\[0, 1\] is a date: every value must be a number$"):
        loss(GOOD["w"], 0.0, [[1.0, date(2026, 1, 2)]], [1])


def test_a_complex_score_may_be_so_far_from_real_and_no_farther() -> None:
    assert softplus(0.5 + 1.5j).imag > 0.5
    for imaginary in (1.5000000000000002, -1.5000000000000002):
        with pytest.raises(
            ValueError, match=r"^z is .*: the imaginary part of a score must be betw"
        ):
            softplus(complex(0.5, imaginary))


def test_a_number_beyond_the_precision_of_the_data_is_named() -> None:
    X = np.ones((3, 2), np.float32)
    with pytest.raises(
        ValueError, match=r"^w\[1\] is 1e\+39: it must be at most 3\.4e\+38, the largest float32$"
    ):
        loss([0.5, 1e39], 0.0, X, GOOD["y"])


def test_other_types_of_numbers_name_the_type() -> None:
    with pytest.raises(ValueError, match=r"^X has dtype timedelta64\[s\]: it must hold numbers"):
        loss(GOOD["w"], 0.0, np.zeros((3, 2), "m8[s]"), GOOD["y"])


LARGE = {"b": 0.0, "X": [[1.7e308]] * 3, "y": [0, 0, 0]}


@pytest.mark.parametrize(
    ("function", "w", "message"),
    [
        (loss, 1.0, "the sum of the losses overflows: X and w are too large, rescale X"),
        (loss_and_gradient, 1.0, "the sum of the losses overflows: X and w are too large"),
        (loss_and_gradient, 0.0, "X.T @ (p - y) overflows: X is too large, rescale X"),
        (gradient, 0.0, "X.T @ (p - y) overflows: X is too large, rescale X"),
    ],
)
def test_a_result_that_overflows_says_what_is_too_large(
    function: Any, w: float, message: str
) -> None:
    with pytest.raises(ValueError, match=rf"^{re.escape(message)}"):
        function(w=[w], **LARGE)


@pytest.mark.parametrize("X", [[[1e200, 0.0]], [[1e200, 1e200], [1e200, -1e200]]], ids=str)
def test_a_hessian_that_overflows_says_what_is_too_large(X: Any) -> None:
    with pytest.raises(ValueError, match=r"^the Hessian overflows: X is too large, rescale X$"):
        hessian([0.0, 0.0], 0.0, X)

"""What the optimisers refuse, how they say it, and that arguments are left alone."""

from functools import partial
from typing import Any

import numpy as np
import pytest

from logistic_gradient import (
    gradient_descent,
    lipschitz_constant,
    newton,
    standard_errors,
    stochastic_gradient_descent,
)
from tests.support.libraries import Library

BATCHES = {"batch_size": 2, "learning_rate": 0.1, "epochs": 2, "seed": 0}
FITS = {
    "gradient_descent": partial(gradient_descent, iterations=2),
    "stochastic_gradient_descent": partial(stochastic_gradient_descent, **BATCHES),
    "newton": newton,
}
X = [[3.0, 5.0], [1.0, 2.0], [0.0, 1.5], [2.0, -1.0]]
GOOD = {"X": X, "y": [1, 0, 1, 0], "penalty": 0.1}

BAD_SAMPLES = [
    ({"X": [3.0, 5.0]}, r"^X has shape \(2,\): .*; one sample x is the row x\[None, :\]$"),
    ({"X": np.empty((0, 2))}, r"^X has shape \(0, 2\): it must have at least one row"),
    ({"X": np.empty((4, 0))}, r"^X has shape \(4, 0\)"),
    ({"X": [["3"]]}, r"^X\[0, 0\] is '3': every value must be a number$"),
    ({"X": [[3, 5], [1, np.nan], [0, 1], [1, 1]]}, r"^X\[1, 1\] is nan: every value must be fin"),
    ({"X": [[3, 5], [1, 1], [-np.inf, 1], [1, 1]]}, r"^X\[2, 0\] is -inf: every value must be"),
    ({"X": np.array(X) * 1j}, r"^X is complex: it must be real$"),
    ({"penalty": -0.1}, r"^penalty is -0.1: it must not be negative$"),
    ({"penalty": np.nan}, r"^penalty is nan: every value must be finite$"),
    ({"penalty": [0.1]}, r"^penalty has shape \(1,\): it must be a single number$"),
    ({"penalty": 1j}, r"^penalty is 1j: it must be real$"),
]
BAD = [
    *BAD_SAMPLES,
    ({"y": [1, 0]}, r"^y has shape \(2,\): it must be \(4,\), a label a row$"),
    ({"y": [[1], [0], [1], [0]]}, r"^y has shape \(4, 1\): .* use y.reshape\(-1\)$"),
    ({"y": [1, 0.3, 0, 0]}, r"^y\[1\] is 0.3: every label must be 0 or 1$"),
    ({"y": [1, -1, 1, -1]}, r"^y\[1\] is -1.0: every label must be 0 or 1$"),
    ({"start": 0.0}, r"^start must be a pair \(w, b\)$"),
    ({"start": (1.0, 2.0, 3.0)}, r"^start must be a pair \(w, b\)$"),
    ({"start": ([0.0], 0.0)}, r"^start: w has shape \(1,\): it must be \(2,\), a weight for each"),
    ({"start": ([0.0, np.inf], 0.0)}, r"^start: w\[1\] is inf: every value must be finite$"),
    ({"start": ([0.0, 0.0], [0.0])}, r"^start: b has shape \(1,\)"),
    ({"start": ([0.0, 1j], 0.0)}, r"^start: w is complex: it must be real$"),
    ({"start": ([0.0, 0.0], 1j)}, r"^start: b is complex: it must be real$"),
    ({"start": ([1e200, 0.0], 0.0)}, r"^start: the loss is inf"),
    ({"start": ([1e308, 1e308], 0.0), "penalty": 0.0}, r"^start: "),
]


@pytest.mark.parametrize("name", FITS)
@pytest.mark.parametrize(("change", "message"), BAD)
def test_all_three(name: str, change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        FITS[name](**{**GOOD, **change})


@pytest.mark.parametrize(("change", "message"), BAD_SAMPLES)
def test_the_lipschitz_constant(change: dict[str, Any], message: str) -> None:
    arguments = {"X": X, **change}
    with pytest.raises(ValueError, match=message):
        lipschitz_constant(**arguments)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"iterations": -1}, r"^iterations is -1: it must be at least 0$"),
        ({"iterations": True}, r"^iterations is True: it must be a whole number$"),
        ({"iterations": 3.0}, r"^iterations is 3.0: it must be a whole number$"),
        ({"learning_rate": 0.0}, r"^learning_rate is 0.0: it must be above 0$"),
        ({"learning_rate": -1}, r"^learning_rate is -1.0: it must be above 0$"),
        ({"learning_rate": np.inf}, r"^learning_rate is inf: every value must be finite$"),
        ({"learning_rate": [0.1]}, r"^learning_rate has shape \(1,\)"),
        ({"X": np.array(X) * 1e200}, r"^X is too large: the square of its norm overflows"),
    ],
)
def test_gradient_descent(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        gradient_descent(**{**GOOD, "iterations": 2, **change})


def test_a_truth_value_of_a_library_is_no_count(library: Library) -> None:
    with pytest.raises(ValueError, match=r"^iterations is .*True.*: it must be a whole number$"):
        gradient_descent(**GOOD, iterations=library.array(True))
    assert len(gradient_descent(**GOOD, iterations=library.array(2)).history.loss) == 3


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"batch_size": 0}, r"^batch_size is 0: it must be at least 1$"),
        ({"batch_size": 5}, r"^batch_size is 5: it must be at most m = 4$"),
        ({"batch_size": 2.0}, r"^batch_size is 2.0: it must be a whole number$"),
        ({"epochs": -1}, r"^epochs is -1: it must be at least 0$"),
        ({"epochs": None}, r"^epochs is None: it must be a whole number$"),
        ({"seed": None}, r"^seed is None: it must be a whole number$"),
        ({"seed": -1}, r"^seed is -1: it must be at least 0$"),
        ({"learning_rate": 0.0}, r"^learning_rate is 0.0: it must be above 0$"),
        ({"learning_rate": None}, r"^learning_rate is None: every value must be a number$"),
    ],
)
def test_stochastic_gradient_descent(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        stochastic_gradient_descent(**{**GOOD, **BATCHES, **change})


@pytest.mark.parametrize("label", [0, 1])
@pytest.mark.parametrize("penalty", [0.0, 0.1])
def test_newton_needs_both_labels(label: int, penalty: float) -> None:
    message = rf"^y holds only the label {label}: both labels are needed"
    with pytest.raises(ValueError, match=message):
        newton(X, [label] * 4, penalty=penalty)


def test_newton_and_standard_errors_take_numpy_arrays(torch: Any) -> None:
    for call in (partial(newton, y=[1, 0, 1, 0]), partial(standard_errors, [0.0, 0.0], 0.0)):
        with pytest.raises(ValueError, match=r"^X belongs to another library: "):
            call(X=torch.tensor(X))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"w": [0.1]}, r"^w has shape \(1,\): it must be \(2,\)"),
        ({"w": [0.1, np.nan]}, r"^w\[1\] is nan"),
        ({"b": np.inf}, r"^b is inf"),
        ({"b": 1j}, r"^b is complex: it must be real$"),
        ({"w": [1j, 0]}, r"^w is complex: it must be real$"),
        ({"w": [1e308, 1e308]}, r"^X @ w \+ b overflows in row 0"),
        ({"X": [[1, 2], [np.nan, 1], [0, 1]]}, r"^X\[1, 0\] is nan"),
    ],
)
def test_standard_errors(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        standard_errors(**{"w": [0.1, -0.2], "b": 0.0, "X": X, **change})


@pytest.mark.parametrize("name", FITS)
@pytest.mark.parametrize("times", [0, 2])
def test_arguments_are_left_alone(name: str, times: int) -> None:
    arrays = [np.array(X), np.array([1.0, 0.0, 1.0, 0.0]), np.array([0.5, 0.25]), np.array(0.125)]
    copies = [array.copy() for array in arrays]
    for array in arrays:
        array.flags.writeable = False
    data, y, w, b = arrays
    fit = FITS[name]
    if name != "newton":
        fit = partial(
            fit, **{"gradient_descent": {"iterations": times}}.get(name, {"epochs": times})
        )
    result = fit(data, y, start=(w, b), penalty=0.1)
    standard_errors(w, b, data)
    lipschitz_constant(data)
    assert not np.shares_memory(result.w, w)
    for array, copy in zip(arrays, copies, strict=True):
        np.testing.assert_array_equal(array, copy)

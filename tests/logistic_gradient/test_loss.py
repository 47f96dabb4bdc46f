"""The loss: per sample from probabilities, and the mean from logits."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import binary_cross_entropy, loss
from tests.support.libraries import Library


@pytest.mark.parametrize("dtype", [np.float64, np.float32], ids=["float64", "float32"])
@pytest.mark.parametrize("y", [0, 1])
def test_binary_cross_entropy_against_50_digits(oracle: Any, y: int, dtype: Any) -> None:
    rng = np.random.default_rng(7)
    edge = 10.0 ** -np.arange(1.0, 30)
    p = np.concatenate([edge, 1 - edge, [0.5], rng.random(500)]).astype(dtype)
    p = p[(p > 0) & (p < 1)]
    values = binary_cross_entropy(np.full(p.shape, y), p)
    assert values.dtype == dtype
    assert oracle.worst_ulps(values, [oracle.binary_cross_entropy(y, one) for one in p]) <= 4


@pytest.mark.parametrize(
    ("y", "p", "value"), [(0, 0.0, 0.0), (1, 1.0, 0.0), (0, 1.0, np.inf), (1, 0.0, np.inf)]
)
def test_binary_cross_entropy_at_the_ends(y: int, p: float, value: float) -> None:
    result = binary_cross_entropy(y, p)
    assert result == value
    assert not np.signbit(result)


WIDE = [0.0, 0.7, 37.0, 43.3, 88.7, 90.0, 354.0, 708.0, 800.0, 1e38, 1e308]


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize(
    ("dtype", "z"),
    [(np.float64, sign * z) for z in WIDE for sign in (1, -1)]
    + [(np.float32, sign * z) for z in WIDE[:-1] for sign in (1, -1)],
)
def test_the_loss_of_one_sample_against_50_digits(
    oracle: Any, z: float, y: int, dtype: Any
) -> None:
    score = dtype(z)
    value = loss(np.ones(1, dtype), 0.0, score.reshape(1, 1), [y])
    exact = oracle.loss(y, score)
    assert value.dtype == dtype
    if exact >= np.finfo(dtype).tiny:
        assert oracle.ulps(value, exact) <= 4
    else:
        assert 0 <= value <= np.finfo(dtype).tiny


def test_the_loss_is_the_mean_and_has_no_penalty(oracle: Any) -> None:
    X = [[1.0, 2.0], [-3.0, 0.5], [0.25, -4.0], [8.0, 8.0]]
    w, b, y = [0.5, -1.5], 0.25, [0, 1, 1, 0]
    z = [0.5 * x1 - 1.5 * x2 + 0.25 for x1, x2 in X]  # exact: all are multiples of 1/8
    exact = sum(oracle.loss(label, score) for label, score in zip(y, z, strict=True)) / 4
    assert oracle.ulps(loss(w, b, X, y), exact) <= 4


def test_a_sum_beyond_the_range_of_floats_is_refused() -> None:
    assert loss([1.0], 0.0, [[1.7e308]], [0]) == 1.7e308
    with pytest.raises(
        ValueError, match=r"^the sum of the losses overflows: X and w are too large"
    ):
        loss([1.0], 0.0, [[1.7e308], [1.7e308]], [0, 0])


@pytest.mark.parametrize(
    "y",
    [
        pytest.param(np.array([0, 1, 1], np.uint8), id="unsigned"),
        pytest.param(np.array([False, True, True]), id="bool"),
        pytest.param([0, 1, 1], id="list"),
        pytest.param(np.array([0, 1, 1], np.int8), id="int8"),
        pytest.param(np.array([0, 1, 1], np.float32), id="float32"),
    ],
)
def test_labels_of_any_type_mean_the_same(y: Any) -> None:
    X = np.array([[1.0], [2.0], [-3.0]])
    assert loss([0.5], 0.1, X, y) == loss([0.5], 0.1, X, np.array([0.0, 1.0, 1.0]))


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("y", [0, 1])
def test_binary_cross_entropy_in_every_library(library: Library, y: int, dtype: str) -> None:
    p = np.array([0.0, 1e-30, 0.25, 0.5, 1.0], dtype)
    values = binary_cross_entropy(np.full(p.shape, y), library.array(p))
    assert isinstance(values, library.kind)
    values = np.asarray(values)
    assert values.dtype == dtype
    rounding = 4 * float(np.finfo(dtype).eps)
    np.testing.assert_allclose(values, binary_cross_entropy(np.full(p.shape, y), p), rtol=rounding)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize(("y", "p", "slope"), [(1, 1.0, -1.0), (0, 0.0, 1.0), (1, 0.25, -4.0)])
def test_autograd_of_binary_cross_entropy_holds_at_the_ends(
    library: Library, y: int, p: float, slope: float, dtype: str
) -> None:
    at = library.array(p, dtype)
    (derivative,) = library.gradients(lambda q: binary_cross_entropy(y, q), [at])
    assert derivative.item() == slope

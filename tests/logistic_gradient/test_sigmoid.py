"""The elementwise functions against 50 digits, over the whole range of floats."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import logit, sigmoid, sigmoid_derivative, softplus

ULPS = 4


def scores(dtype: Any) -> Any:
    """Zero, both signs of every power of ten, a dense random middle, and the neighbourhoods of the
    places where something changes: e^z meets 1/eps, the cap, the largest float, the smallest."""
    info = np.finfo(dtype)
    rng = np.random.default_rng(20240501)
    largest = int(np.log10(info.max))
    powers = [float(f"1e{k}") for k in range(-largest, largest + 1)]
    edges = [
        -np.log(info.eps),
        np.log(info.max) / 2 - 1,
        np.log(info.max),
        -np.log(info.tiny),
        -np.log(info.smallest_subnormal),
    ]
    near = [edge + shift for edge in edges for shift in (-1, -1e-3, 0, 1e-3, 1)]
    middle = rng.uniform(0, 1.1 * edges[-1], 2000)
    positive = np.concatenate([powers, near, middle, rng.uniform(0, 3, 500), [info.max]])
    return np.concatenate([[0.0], positive, -positive]).astype(dtype)


DTYPES = [pytest.param(np.float64, id="float64"), pytest.param(np.float32, id="float32")]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("function", [sigmoid, sigmoid_derivative, softplus])
def test_values_hold_over_the_whole_range(oracle: Any, function: Any, dtype: Any) -> None:
    z = scores(dtype)
    values = function(z)
    assert values.dtype == dtype
    exact = [getattr(oracle, function.__name__)(one) for one in z]
    normal = np.array([abs(e) >= np.finfo(dtype).tiny for e in exact])
    error = np.array([oracle.ulps(v, e) for v, e in zip(values, exact, strict=True)])
    assert error[normal].max() <= ULPS
    # below the normal range a fast exp may give 0; that is off by less than the smallest normal
    assert np.all(values[~normal] <= 1.01 * np.finfo(dtype).tiny)
    assert np.all(values[~normal] >= 0)


@pytest.mark.parametrize("dtype", DTYPES)
def test_logit_holds_near_0_near_one_half_and_near_1(oracle: Any, dtype: Any) -> None:
    info = np.finfo(dtype)
    rng = np.random.default_rng(20240502)
    small = 10.0 ** np.arange(np.ceil(np.log10(info.smallest_subnormal)), 0)
    tiny_gaps = float(info.eps) * 2.0 ** np.arange(0, -np.log2(info.eps) - 2)
    p = np.concatenate(
        [small, 1 - tiny_gaps, 0.5 - tiny_gaps, 0.5 + tiny_gaps, [0.25, 0.75], rng.random(2000)]
    ).astype(dtype)
    p = p[(p > 0) & (p < 1)]
    values = logit(p)
    assert values.dtype == dtype
    away = p != 0.5
    assert oracle.worst_ulps(values[away], [oracle.logit(one) for one in p[away]]) <= ULPS
    assert logit(dtype(0.5)) == 0


def test_logit_has_its_limits_at_the_ends() -> None:
    assert logit([0.0, 1.0]).tolist() == [-np.inf, np.inf]


def test_logit_undoes_sigmoid() -> None:
    z = np.linspace(-700, 15, 1001)
    np.testing.assert_allclose(logit(sigmoid(z)), z, rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (0,)], ids=str)
@pytest.mark.parametrize("function", [sigmoid, sigmoid_derivative, softplus, logit])
def test_the_shape_is_kept(function: Any, shape: tuple[int, ...]) -> None:
    assert np.shape(function(np.full(shape, 0.25))) == shape


@pytest.mark.parametrize("function", [sigmoid, sigmoid_derivative, softplus, logit])
def test_a_number_gives_a_number_that_formats(function: Any) -> None:
    assert isinstance(function(0.25), float)  # NumPy's float64 is a float


def test_the_oracle_s_derivatives_belong_to_its_functions(oracle: Any) -> None:
    for z in (-30.0, -0.7, 0.0, 0.7, 30.0):
        assert abs(oracle.mp.diff(oracle.sigmoid, z) - oracle.sigmoid_derivative(z)) < 1e-15
        assert abs(oracle.mp.diff(oracle.softplus, z) - oracle.sigmoid(z)) < 1e-15

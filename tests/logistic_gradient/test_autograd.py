"""The gradient in each array library: its values, its autograd through the loss, and jit."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import complex_step, gradient, loss, loss_and_gradient
from tests.support.libraries import Library
from tests.support.problems import dyadic_problem


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("scale", [0.0, 0.125, 64.0], ids=["z=0", "moderate", "extreme"])
def test_every_library_runs_the_same_body(library: Library, scale: float, dtype: str) -> None:
    w, b, X, y = dyadic_problem(scale)
    w, X = w.astype(dtype), X.astype(dtype)
    w_own, data, labels = map(library.array, (w, X, y.astype(np.uint8)))
    J, (dw, db) = loss_and_gradient(w_own, b, data, labels)
    assert all(isinstance(part, library.kind) for part in (J, dw, db))
    assert {np.asarray(part).dtype for part in (J, dw, db)} == {np.dtype(dtype)}
    close = {"rtol": 32 * float(np.finfo(dtype).eps), "atol": 32 * float(np.finfo(dtype).eps)}
    loss_n, (dw_n, db_n) = loss_and_gradient(w, b, X, y)
    np.testing.assert_allclose(np.asarray(J), loss_n, **close)
    np.testing.assert_allclose(np.asarray(dw), dw_n, **close)
    np.testing.assert_allclose(np.asarray(db), db_n, **close)
    dw_alone, db_alone = gradient(w_own, b, data, labels)
    np.testing.assert_array_equal(np.asarray(dw_alone), np.asarray(dw))
    np.testing.assert_array_equal(np.asarray(db_alone), np.asarray(db))


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("scale", [0.0, 0.125, 64.0], ids=["z=0", "moderate", "extreme"])
def test_autograd_through_the_loss_is_the_gradient(
    library: Library, scale: float, dtype: str
) -> None:
    w, b, X, y = dyadic_problem(scale)
    at = [library.array(w, dtype), library.array(b, dtype)]
    data, labels = library.array(X, dtype), library.array(y)
    automatic = library.gradients(lambda v, c: loss(v, c, data, labels), at)
    tolerance = 32 * float(np.finfo(dtype).eps)
    for found, derived in zip(automatic, gradient(*at, data, labels), strict=True):
        assert found.dtype == dtype
        np.testing.assert_allclose(found, np.asarray(derived), rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("z", [-1e4, -40.0, 0.0, 40.0, 1e4])
def test_autograd_of_one_sample_against_50_digits(
    library: Library, oracle: Any, z: float, y: int, dtype: str
) -> None:
    at, one = library.array([z], dtype), library.array([[1.0]], dtype)
    (automatic,) = library.gradients(lambda w: loss(w, 0.0, one, [y]), [at])
    residual = oracle.residual(y, z)
    if abs(residual) > np.finfo(dtype).tiny:
        assert oracle.ulps(automatic.astype(dtype)[0], residual) <= 4
    else:
        assert abs(automatic[0]) <= np.finfo(dtype).tiny


@pytest.mark.parametrize("function", [loss, gradient, loss_and_gradient])
@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("scale", [0.0, 0.125, 64.0], ids=["z=0", "moderate", "extreme"])
def test_jit_changes_no_value(jax: Any, function: Any, scale: float, dtype: str) -> None:
    w, b, X, y = dyadic_problem(scale)
    arguments = [jax.numpy.asarray(one, dtype) for one in (w, b, X, y)]
    compiled = jax.tree.leaves(jax.jit(function)(*arguments))
    plain = jax.tree.leaves(function(*arguments))
    tolerance = 32 * float(np.finfo(dtype).eps)
    for one, other in zip(compiled, plain, strict=True):
        assert one.dtype == dtype
        np.testing.assert_allclose(one, other, rtol=tolerance, atol=tolerance)


def test_jax_stays_in_single_precision_unless_asked(jax: Any) -> None:
    w, b, X, y = dyadic_problem(0.125)
    jax.config.update("jax_enable_x64", False)
    arguments = [jax.numpy.asarray(one) for one in (w, b, X)]
    value, (dw, db) = jax.value_and_grad(loss, argnums=(0, 1))(*arguments, y)
    derived = gradient(*arguments, y)
    assert {part.dtype for part in (value, dw, db, *derived)} == {np.dtype("float32")}
    for found, reference in zip([dw, db], gradient(w, b, X, y), strict=True):
        np.testing.assert_allclose(found, reference, rtol=1e-5)
    for found, reference in zip(derived, gradient(w, b, X, y), strict=True):
        np.testing.assert_allclose(found, reference, rtol=1e-5)


def test_the_derivative_survives_jit(jax: Any) -> None:
    X = jax.numpy.ones((1, 1))
    slope = jax.jit(jax.grad(lambda w, y: loss(w, 0.0, X, y)))
    for z in (-1e4, -40.0, 0.0, 40.0, 1e4):
        for y in (0.0, 1.0):
            derived = gradient([z], 0.0, [[1.0]], [y])[1]
            found = slope(jax.numpy.asarray([z]), jax.numpy.asarray([y]))
            np.testing.assert_allclose(found[0], derived, rtol=1e-15)


def test_the_complex_step_passes_through_jax(jax: Any) -> None:
    w, b, X, y = dyadic_problem(0.125)
    derivative = complex_step(lambda v: loss(v, b, jax.numpy.asarray(X), y), w)
    np.testing.assert_allclose(derivative, gradient(w, b, X, y)[0], rtol=1e-13)


def test_a_traced_call_checks_shapes_only(library: Library) -> None:
    several = library.array([[0.5], [-1.0]])
    X, y = library.array([[1.0], [2.0]]), library.array([0, 1])
    batched = library.batched(lambda w: loss(w, 0.0, X, y), several)
    one_by_one = [float(loss(w, 0.0, X, y)) for w in several]
    np.testing.assert_allclose(np.asarray(batched), one_by_one, rtol=1e-14)
    with pytest.raises(ValueError, match=r"w has shape \(2,\)"):
        library.batched(lambda w: loss(w, 0.0, X, y), library.array(np.zeros((3, 2))))

"""One pass over the rows gives what the public functions give, in blocks and pieces of any size."""

import numpy as np
import pytest

from logistic_gradient import gradient, hessian, loss
from logistic_gradient.optimize import newton_pass
from logistic_gradient.optimize.newton_pass import FEW, PIECE, SMALL, derivatives, product


@pytest.mark.parametrize("rows", [1, 9, PIECE, PIECE + 1, 2 * PIECE + 7])
@pytest.mark.parametrize("columns", [1, 4, FEW - 1, FEW, FEW + 8])
@pytest.mark.parametrize("block", [1, 3000, 2**18], ids="block={}".format)
def test_loss_gradient_and_hessian(
    rows: int, columns: int, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newton_pass, "BLOCK", block)
    rng = np.random.default_rng(rows + columns)
    X, y = rng.normal(size=(rows, columns)), rng.integers(0, 2, rows)
    w, b = rng.normal(size=columns), 0.25
    A = np.asfortranarray(np.column_stack([X, np.ones(rows)]))
    value, slopes, bends = derivatives(A, 1.0 - 2 * y, X @ w + b)
    np.testing.assert_allclose(value, loss(w, b, X, y), rtol=1e-13)
    np.testing.assert_allclose(slopes, np.append(*gradient(w, b, X, y)), rtol=1e-10, atol=1e-14)
    np.testing.assert_allclose(bends, hessian(w, b, X), rtol=1e-10, atol=1e-14)


def test_a_small_product_keeps_the_digits_of_the_longest_numbers() -> None:
    """Some machines have none that are longer than float64."""
    row = np.array([[2.0**60, 1.0, -(2.0**60)]])
    longer = np.finfo(np.longdouble).nmant > 60
    assert product(row, np.ones(3)).tolist() == ([1.0] if longer else [0.0])
    assert product(row, np.ones(3)).dtype == np.float64
    many = np.repeat(row, SMALL, axis=0)
    assert not product(many, np.ones(3)).any()

"""The row blocks of NumPy give what the generic formulas give."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient import _row_blocks, gradient, loss, loss_and_gradient
from logistic_gradient._row_blocks import loss_and_gradient_by_row_blocks


def problem(m: int, n: int, dtype: Any, order: Any = "C") -> tuple[Any, Any, Any, Any]:
    rng = np.random.default_rng(m + n)
    X = np.asarray(rng.normal(size=(m, n)) * 5, dtype=dtype, order=order)
    w = rng.normal(size=n).astype(dtype)
    return w, np.asarray(0.25, dtype), X, rng.integers(0, 2, m).astype(dtype)


@pytest.mark.parametrize("dtype", [np.float64, np.float32], ids=["float64", "float32"])
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("threads", [1, 2, 3], ids="threads={}".format)
@pytest.mark.parametrize("columns", [3, 80], ids="columns={}".format)
@pytest.mark.parametrize("rows", [1, 7, 49, 50, 51, None], ids="rows={}".format)
def test_blocks_of_any_height_equal_the_generic_body(
    rows: Any, columns: int, threads: int, order: str, dtype: Any
) -> None:
    w, b, X, y = problem(50, columns, dtype, order)
    J, (dw, db) = loss_and_gradient_by_row_blocks(w, b, X, y, rows, threads)
    assert (J.dtype, dw.dtype, db.dtype) == (dtype, dtype, dtype)
    dw_whole, db_whole = gradient(w, b, X, y)
    close = {"rtol": 32 * np.finfo(dtype).eps, "atol": 32 * np.finfo(dtype).eps}
    np.testing.assert_allclose(J, loss(w, b, X, y), **close)
    np.testing.assert_allclose(dw, dw_whole, **close)
    np.testing.assert_allclose(db, db_whole, **close)


@pytest.mark.parametrize("step", [(1, 2), (2, 1), (-1, 1), (1, -1)], ids=str)
def test_rows_with_gaps_or_backwards_equal_their_copy(step: tuple[int, int]) -> None:
    w, b, X, y = problem(50, 80, np.float64)
    view = np.repeat(np.repeat(X, abs(step[0]), axis=0), abs(step[1]), axis=1)
    view = view[:: step[0], :: step[1]]
    J, (dw, db) = loss_and_gradient(w, b, view, y)
    loss_copy, (dw_copy, db_copy) = loss_and_gradient(w, b, np.ascontiguousarray(view), y)
    np.testing.assert_allclose(J, loss_copy, rtol=1e-13)
    np.testing.assert_allclose(dw, dw_copy, rtol=1e-13, atol=1e-13)
    np.testing.assert_allclose(db, db_copy, rtol=1e-13, atol=1e-13)


@pytest.mark.parametrize(("m", "n"), [(40_000, 2), (30, 300_000)], ids=["tall", "wide"])
def test_the_chosen_blocks_cover_every_row(m: int, n: int) -> None:
    if n > 2**18:
        X = np.zeros((m, n))
        X[:, -1] = np.arange(m) - 10
        w, b, y = np.zeros(n), 0.25, np.arange(m) % 2
        w[-1] = 0.5
    else:
        w, b, X, y = problem(m, n, np.float64)
    J, (dw, db) = loss_and_gradient(w, b, X, y)
    dw_whole, db_whole = gradient(w, b, X, y)
    np.testing.assert_allclose(J, loss(w, b, X, y), rtol=1e-12)
    np.testing.assert_allclose(dw, dw_whole, rtol=1e-11, atol=1e-13)
    np.testing.assert_allclose(db, db_whole, rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("columns", [20, 80], ids="columns={}".format)
def test_shares_and_pieces_of_a_large_matrix_cover_every_row(columns: int) -> None:
    w, b, X, y = problem(2**22 // columns + 1, columns, np.float64)
    for threads in (1, 2, 3, None):
        J, (dw, db) = loss_and_gradient_by_row_blocks(w, b, X, y, threads=threads)
        np.testing.assert_allclose(J, loss(w, b, X, y), rtol=1e-12)
        dw_whole, db_whole = gradient(w, b, X, y)
        np.testing.assert_allclose(dw, dw_whole, rtol=1e-11, atol=1e-13)
        np.testing.assert_allclose(db, db_whole, rtol=1e-11, atol=1e-13)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The shares that go to threads of their own."""
    shared: list[Any] = []

    def one_after_another(work: Any, shares: Any) -> Any:
        shared.extend(shares)
        return [work(share) for share in shares]

    monkeypatch.setattr(_row_blocks, "in_threads", one_after_another)
    return shared


@pytest.mark.parametrize(("threads", "count"), [(2, 2), (3, 3), (99, 50)])
def test_each_thread_has_its_share_of_the_rows(given: list[Any], threads: int, count: int) -> None:
    loss_and_gradient_by_row_blocks(*problem(50, 3, np.float64), threads=threads)
    assert len(given) == count
    assert [row for first, end in given for row in range(first, end)] == list(range(50))
    assert {end - first for first, end in given} <= {50 // count, 50 // count + 1}


@pytest.mark.parametrize(
    ("share", "cores", "order", "count"),
    [(400, 8, "C", 3), (400, 2, "C", 2), (599, 8, "C", 2), (601, 8, "C", 0), (400, 8, "F", 0)],
)
def test_a_large_matrix_has_a_thread_for_each_so_many_bytes(
    given: list[Any], share: int, cores: int, order: str, count: int, monkeypatch: Any
) -> None:
    monkeypatch.setattr(_row_blocks, "SHARE", share)
    monkeypatch.setattr(_row_blocks, "available", lambda: cores)
    w, b, X, y = problem(50, 3, np.float64, order)  # of 1200 bytes
    loss_and_gradient(w, b, X, y)
    assert len(given) == count


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("weight", [0.0, 1.0])
@pytest.mark.parametrize("columns", [2, 200], ids="columns={}".format)
def test_a_bad_value_in_a_later_block_is_found(columns: int, bad: float, weight: float) -> None:
    X, y = np.ones((20_000, columns)), np.zeros(20_000)
    X[19_000, 1] = bad
    w = np.full(columns, 0.01)
    w[1] = weight
    with pytest.raises(ValueError, match=rf"^X\[19000, 1\] is {bad}: every value must be finite$"):
        loss_and_gradient(w, 0.0, X, y)


def test_of_bad_values_in_several_shares_the_first_is_named() -> None:
    w, b, X, y = problem(30, 3, np.float64)
    X[[12, 28], 2] = np.nan
    with pytest.raises(ValueError, match=r"^X\[12, 2\] is nan: every value must be finite$"):
        loss_and_gradient_by_row_blocks(w, b, X, y, threads=3)


def test_an_overflow_in_a_later_share_names_its_row() -> None:
    w, b, X, y = problem(30, 3, np.float64)
    X[28] = np.copysign(1e308, w)
    with (
        np.errstate(over="ignore"),
        pytest.raises(ValueError, match=r"overflows in row 28"),
    ):
        loss_and_gradient_by_row_blocks(9 * w, b, X, y, threads=3)


def test_an_overflow_in_a_later_block_names_its_row() -> None:
    X, y = np.ones((20_000, 1)), np.zeros(20_000)
    X[19_000] = 1e308
    with pytest.raises(ValueError, match=r"overflows in row 19000"):
        loss_and_gradient([10.0], 0.0, X, y)

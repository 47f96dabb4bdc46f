"""Work in threads: order, failures, NumPy's error state, and how many there are."""

import os
import threading

import numpy as np
import pytest

from logistic_gradient._threads import MOST, available, in_threads


def test_results_come_in_the_order_of_the_shares() -> None:
    barrier = threading.Barrier(3, timeout=20)

    def work(share: int) -> tuple[int, str]:
        barrier.wait()  # passes only when all three are at work
        return share, threading.current_thread().name

    shares, names = zip(*in_threads(work, [5, 6, 7]), strict=True)
    assert shares == (5, 6, 7)
    assert names[0] == threading.current_thread().name
    assert len(set(names)) == 3


def test_of_several_failures_the_first_is_raised() -> None:
    def work(share: int) -> None:
        if share:
            raise ValueError(f"share {share}")

    with pytest.raises(ValueError, match="share 1"):
        in_threads(work, [0, 1, 2])


def test_the_error_state_of_numpy_is_that_of_the_caller() -> None:
    with np.errstate(over="raise"):
        states = in_threads(lambda _: np.geterr()["over"], [0, 1])
    assert states == ["raise", "raise"]


@pytest.mark.parametrize(
    ("wanted", "most"), [("1", 1), ("0", 1), ("3", 3), ("99", MOST), ("", MOST), ("many", MOST)]
)
def test_the_environment_can_lower_the_number(
    wanted: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    cores = {0: set(range(64))}  # of the process that asks
    monkeypatch.setattr(os, "sched_getaffinity", cores.__getitem__, raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", wanted)
    assert available() == most


def test_no_more_threads_than_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {7}, raising=False)
    assert available() == 1
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert available() == 1

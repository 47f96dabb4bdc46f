"""Work on shares of the rows, at the same time."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

Share = TypeVar("Share")
Result = TypeVar("Result")

MOST = 4  # Python's lock goes from thread to thread between calls of NumPy: more only queue for it


def available() -> int:
    """Return how many threads may work: one for each core of this process, at most MOST.

    As for NumPy's linear algebra, the environment variable OMP_NUM_THREADS can lower the number.
    """
    has_affinity = hasattr(os, "sched_getaffinity")  # Linux
    cores = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    return min(cores, MOST, max(1, int(wanted)) if wanted.isdecimal() else MOST)


def in_threads(work: Callable[[Share], Result], shares: Sequence[Share]) -> list[Result]:
    """Return the result of each share, two or more: the first from this thread, others from theirs.

    If several fail, the first of them is raised. NumPy's error state is that of the caller.
    """
    first, *others = shares
    with ThreadPoolExecutor(len(others)) as pool:
        futures = [pool.submit(copy_context().run, work, share) for share in others]
        return [work(first), *(future.result() for future in futures)]

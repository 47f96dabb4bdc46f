"""How time and memory are measured."""

import contextlib
import ctypes
import gc
import os
import re
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

SHORTEST = 2e-3  # seconds; a faster call is repeated, so that the clock is no part of the answer
PAUSE = 2e-3  # before each measurement: threads of the one before stop waiting for work meanwhile
STATUS, CLEAR_REFS = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def medians(calls: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each call; one of each makes a round, in a turning order.

    What else the machine does then slows down all of them alike, and the ratios stay fair.
    """
    repeats = {name: _repeats(call) for name, call in calls.items()}
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    names = list(calls)
    for turn in range(rounds):
        k = turn % len(names)
        for name in names[k:] + names[:k]:
            time.sleep(PAUSE)
            seconds[name].append(_seconds(calls[name], repeats[name]))
    return {name: statistics.median(values) for name, values in seconds.items()}


def extra_memory(call: Callable[[], object]) -> int | None:
    """Return how many bytes more than before the process holds at the worst moment of a call.

    The kernel counts, so that memory that C asks for is seen, too. Only Linux can start that count
    anew; elsewhere the answer is None.
    """
    if not CLEAR_REFS.exists():
        return None
    call()  # what is made once and kept is no part of it
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):  # another C library than glibc
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    before = _status("VmRSS")
    CLEAR_REFS.write_text("5", encoding="utf-8")
    call()
    return max(0, _status("VmHWM") - before)


def pin(cores: int) -> None:
    """Keep this process on that many cores, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-cores:])


def _repeats(call: Callable[[], object]) -> int:
    call()
    once = _seconds(call, 1)
    if once > SHORTEST:
        return 1
    return max(1, round(SHORTEST / min(once, _seconds(call, 1), _seconds(call, 1))))


def _seconds(call: Callable[[], object], repeats: int) -> float:
    start = time.perf_counter()
    for _ in range(repeats):
        call()
    return (time.perf_counter() - start) / repeats


def _status(field: str) -> int:
    found = re.search(rf"^{field}:\s+(\d+) kB", STATUS.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise RuntimeError(f"/proc/self/status has no {field}")
    return 1024 * int(found[1])

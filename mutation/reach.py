"""Which tests come by which line, and how long each takes, as long as nothing is changed."""

from __future__ import annotations

import gc
import os
import pickle
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any, TypeAlias

import coverage
import pytest

Reach: TypeAlias = dict[str, dict[int, list[int]]]
"""For each file and line, the places of the tests that come by."""


def reach(
    session: pytest.Session, folder: Path, caches: list[Any]
) -> tuple[list[str], list[float], Reach]:
    """Run all tests in a fork; return those that fail, the seconds of each, and its lines.

    Caches are emptied before each: a test depends on a line also where an earlier one ran it.
    """
    receiver, sender = os.pipe()
    if not (pid := os.fork()):
        try:
            with os.fdopen(sender, "wb") as stream:
                pickle.dump(_measured(session, folder, caches), stream)
        finally:
            os._exit(0)
    os.close(sender)
    with os.fdopen(receiver, "rb") as stream:
        failed, seconds, found = pickle.load(stream)  # noqa: S301 (from our own process)
    os.waitpid(pid, 0)
    files = {file: defaultdict(list, lines) for file, lines in found.items()}
    return failed, seconds, defaultdict(lambda: defaultdict(list), files)


def caches_of(package: str) -> list[Any]:
    """Return what remembers the results of the package's functions."""
    return [
        one
        for one in gc.get_objects()
        if isinstance(one, _lru_cache_wrapper) and str(one.__module__).startswith(package)
    ]


def in_turn(items: Sequence[pytest.Item]) -> Iterable[tuple[pytest.Item, pytest.Item | None]]:
    """Return each test with the one that follows it, for whose sake fixtures stay."""
    return zip(items, [*items[1:], None], strict=True)


class _Failures:
    """Notes the tests that fail."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.names.append(report.nodeid)


def _measured(
    session: pytest.Session, folder: Path, caches: list[Any]
) -> tuple[list[str], list[float], Reach]:
    failures = _Failures()
    session.config.pluginmanager.register(failures)
    measured = coverage.Coverage(data_file=None, config_file=False, include=[f"{folder}/*"])
    seconds = []
    measured.start()
    for i, (item, following) in enumerate(in_turn(session.items)):
        measured.switch_context(str(i))
        for cache in caches:
            cache.cache_clear()
        start = time.process_time()
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        seconds.append(time.process_time() - start)
    measured.stop()
    data = measured.get_data()
    lines = {
        file: {
            line: [int(context) for context in contexts if context]
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    return failures.names, seconds, lines

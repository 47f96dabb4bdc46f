"""One run of pytest in which every mutant is tried, each in a process forked from it.

The process that forks imports and collects, and runs no test: nothing is left over from one mutant
to the next, and no thread is alive when it forks.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import _lru_cache_wrapper
from pathlib import Path
from types import FunctionType
from typing import Any

import coverage
import pytest
from mutants import Mutant

#: Fixtures that load a large library; the tests that ask for one come last.
LARGE = {"library", "torch", "jax"}
KILLED, SURVIVED, UNREACHED, TIMEOUT = "killed", "survived", "not reached", "timeout"


class Trials:
    """A plugin of pytest that takes the place of its loop over the tests."""

    def __init__(
        self, root: Path, package: Path, mutants: Sequence[Mutant], jobs: int,
        report: Callable[[Mutant, str], None],
    ) -> None:  # fmt: skip
        self.root, self.package, self.mutants = root, package, mutants
        self.jobs, self.report = jobs, report
        self.failed: list[str] = []
        """The tests that fail although nothing is changed."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what fails."""
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_sessionstart(self) -> None:
        """Each test sees the same examples in each run, and no clock decides who is caught."""
        import hypothesis  # not above: pytest wants to be the first to import its plugins

        hypothesis.settings.register_profile(
            "mutation", derandomize=True, database=None, deadline=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        )  # fmt: skip
        hypothesis.settings.load_profile("mutation")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try the mutants, in place of running the tests once."""
        functions = _functions(self.root / self.package)
        caches = _caches(self.package.name)
        gc.collect()
        gc.freeze()  # the memory of what no collection looks at is shared with all forks
        seconds, reaching = self._unchanged(session, caches)
        for cache in caches:
            cache.cache_clear()  # of what collecting has left there
        if self.failed:
            return True
        running: dict[int, Mutant] = {}
        for mutant, tests in self._quickest_first(seconds, reaching):
            places = [
                functions[str(self.root / mutant.path), mutant.function, n] for n in mutant.defined
            ]
            found = [function for place in places for function in place]
            if not tests or not found:
                self.report(mutant, UNREACHED)
                continue
            if len(running) == self.jobs:
                self._wait(running)
            if not (pid := os.fork()):
                chosen = sorted((_is_large(session.items[i]), seconds[i], i) for i in tests)
                _try(session, [(session.items[i], seconds[i]) for _, _, i in chosen], mutant, found)
            running[pid] = mutant
        while running:
            self._wait(running)
        return True

    def _quickest_first(self, seconds: list[float], reaching: Any) -> list[tuple[Mutant, set[int]]]:
        """Return the mutants, each with the tests that come by its statement."""
        tests = []
        for mutant in self.mutants:
            lines = reaching[str(self.root / mutant.path)]
            tests.append((mutant, set().union(*(lines[line] for line in mutant.reached))))
        return sorted(tests, key=lambda one: sum(seconds[i] for i in one[1]))

    def _wait(self, running: dict[int, Mutant]) -> None:
        pid, status = os.wait()
        by_time = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGPROF, signal.SIGALRM)
        self.report(running.pop(pid), TIMEOUT if by_time else KILLED if status else SURVIVED)

    def _unchanged(self, session: pytest.Session, caches: list[Any]) -> tuple[list[float], Any]:
        """Run all tests in a fork; return what each takes, and which tests come by each line.

        Caches are emptied before each: a test depends on a line also where an earlier one ran it.
        """
        receiver, sender = os.pipe()
        if not (pid := os.fork()):
            measured = coverage.Coverage(
                data_file=None, config_file=False, include=[f"{self.root / self.package}/*"]
            )
            seconds = []
            measured.start()
            for i, (item, following) in enumerate(_in_turn(session.items)):
                measured.switch_context(str(i))
                for cache in caches:
                    cache.cache_clear()
                start = time.process_time()
                item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
                seconds.append(time.process_time() - start)
            measured.stop()
            data = measured.get_data()
            reaching = {
                file: {
                    line: [int(context) for context in contexts if context]
                    for line, contexts in data.contexts_by_lineno(file).items()
                }
                for file in data.measured_files()
            }
            with os.fdopen(sender, "wb") as stream:
                pickle.dump((self.failed, seconds, reaching), stream)
            os._exit(0)
        os.close(sender)
        with os.fdopen(receiver, "rb") as stream:
            self.failed, seconds, reaching = pickle.load(stream)  # noqa: S301
        os.waitpid(pid, 0)
        lines = {file: defaultdict(list, found) for file, found in reaching.items()}
        return seconds, defaultdict(lambda: defaultdict(list), lines)


def _try(
    session: pytest.Session,
    tests: list[tuple[pytest.Item, float]],
    mutant: Mutant,
    found: list[FunctionType],
) -> None:
    """Change the function, run the tests up to the first that fails, and end the process."""
    changed = _changed(mutant, found[0])
    if changed is None:
        os._exit(2)
    for function in found:
        function.__code__ = changed.__code__
        function.__defaults__, function.__kwdefaults__ = (
            changed.__defaults__,
            changed.__kwdefaults__,
        )
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for (item, seconds), (_, following) in zip(tests, _in_turn([t for t, _ in tests]), strict=True):
        signal.setitimer(signal.ITIMER_PROF, 10 + 10 * seconds)  # processor time
        signal.setitimer(signal.ITIMER_REAL, 200 + 200 * seconds)  # waiting for ever
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            os._exit(1)
    os._exit(0)


def _changed(mutant: Mutant, original: FunctionType) -> FunctionType | None:
    """Return the changed function; none where already its definition fails."""
    space = dict(original.__globals__)
    try:
        exec(compile(mutant.source, original.__code__.co_filename, "exec"), space)  # noqa: S102
    except Exception:
        return None
    outer, *inner = mutant.function.split(".")
    found = space[outer]
    for name in inner:
        found = vars(found)[name]
    return found


def _functions(folder: Path) -> dict[tuple[str, str, int], list[FunctionType]]:
    """Return the functions of a folder that are alive, by file, name and first line.

    So it finds those that are inside of a property, a cache or another decorator, too.
    """
    found: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(str(folder)):
            code = one.__code__
            found[code.co_filename, code.co_qualname, code.co_firstlineno].append(one)
    return found


def _caches(package: str) -> list[Any]:
    """Return what remembers the results of the package's functions."""
    return [
        one
        for one in gc.get_objects()
        if isinstance(one, _lru_cache_wrapper) and str(one.__module__).startswith(package)
    ]


def _in_turn(items: Sequence[pytest.Item]) -> Iterable[tuple[pytest.Item, pytest.Item | None]]:
    return zip(items, [*items[1:], None], strict=True)


def _is_large(item: pytest.Item) -> bool:
    return not LARGE.isdisjoint(getattr(item, "fixturenames", ()))

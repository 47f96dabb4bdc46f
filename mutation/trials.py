"""One run of pytest in which every mutant is tried, each in a process forked from it.

The process that forks imports and collects, and runs no test: nothing is left over from one mutant
to the next, and no thread is alive when it forks.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FunctionType

import pytest
from mutants import Mutant
from reach import Reach, caches_of, in_turn, reach

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
        self.ended = False
        """Whether all mutants have been tried."""
        self.noticed: Counter[tuple[Path, str, int]] = Counter()
        """How many mutants of a function, and of a file (""), each test has noticed so far."""

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
        caches = caches_of(self.package.name)
        gc.collect()
        gc.freeze()  # the memory of what no collection looks at is shared with all forks
        self.failed, seconds, reaching = reach(session, self.root / self.package, caches)
        if self.failed:
            return True
        for cache in caches:
            cache.cache_clear()  # of what collecting has left there
        running: dict[int, tuple[Mutant, int]] = {}
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
            told, telling = os.pipe()
            if not (pid := os.fork()):
                chosen = self._promising_first(session, mutant, tests, seconds)
                try:
                    _try(session, [(i, seconds[i]) for i in chosen], mutant, found, telling)
                finally:
                    os._exit(3)  # whatever is raised, nothing of the parent's may run here
            os.close(telling)
            running[pid] = mutant, told
        while running:
            self._wait(running)
        self.ended = True
        return True

    def _quickest_first(
        self, seconds: list[float], reaching: Reach
    ) -> list[tuple[Mutant, set[int]]]:
        """Return the mutants, each with the tests that come by its statement."""
        tests = []
        for mutant in self.mutants:
            lines = reaching[str(self.root / mutant.path)]
            tests.append((mutant, set().union(*(lines[line] for line in mutant.reached))))
        return sorted(tests, key=lambda one: sum(seconds[i] for i in one[1]))

    def _promising_first(
        self, session: pytest.Session, mutant: Mutant, tests: set[int], seconds: list[float]
    ) -> list[int]:
        """Return the tests: those that noticed most mutants of its function and of its file first.

        Next come those that are named after the file, then the quickest.
        """
        own = f"/test_{mutant.path.stem.strip('_')}"

        def order(test: int) -> tuple[object, ...]:
            counts = [-self.noticed[mutant.path, name, test] for name in (mutant.function, "")]
            item = session.items[test]
            return *counts, _is_large(item), own not in item.nodeid, seconds[test]

        return sorted(tests, key=order)

    def _wait(self, running: dict[int, tuple[Mutant, int]]) -> None:
        pid, status = os.wait()
        mutant, told = running.pop(pid)
        if test := os.read(told, 100):
            self.noticed.update((mutant.path, name, int(test)) for name in (mutant.function, ""))
        os.close(told)
        by_time = os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGPROF, signal.SIGALRM)
        self.report(mutant, TIMEOUT if by_time else KILLED if status else SURVIVED)


def _try(
    session: pytest.Session,
    tests: list[tuple[int, float]],
    mutant: Mutant,
    found: list[FunctionType],
    telling: int,
) -> None:
    """Change the function, run the tests up to the first that fails, and end the process.

    The number of the test that fails is written where the process that forked can read it.
    """
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
    items = in_turn([session.items[test] for test, _ in tests])
    for (test, seconds), (item, following) in zip(tests, items, strict=True):
        signal.setitimer(signal.ITIMER_PROF, 10 + 10 * seconds)  # processor time
        signal.setitimer(signal.ITIMER_REAL, 200 + 200 * seconds)  # waiting for ever
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            os.write(telling, str(test).encode())
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


def _is_large(item: pytest.Item) -> bool:
    return not LARGE.isdisjoint(getattr(item, "fixturenames", ()))

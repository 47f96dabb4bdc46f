"""Runs a page's code when, and only when, its results are not known yet.

Results are kept on a *tape*, keyed by all the code that ran before. A page whose prose changed
finds everything there and runs nothing, which is what makes thousands of mutants affordable; when
something new turns up, the code before it runs first, in page order.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proofread.code import Outcome, run, run_command
from proofread.session import Prompt, run_session
from proofread.value import UnreadableError, evaluate

Session = tuple[list[Prompt], Outcome]


@dataclass
class Tape:
    """What came out of code and expressions, by all that ran before them."""

    results: MutableMapping[tuple[str, str, str], Any] = field(default_factory=dict)


class Engine:
    """One namespace, fed in page order."""

    def __init__(self, path: str, namespace: dict[str, Any], tape: Tape | None = None) -> None:
        self.path = path
        self.namespace = namespace
        self.tape = tape or Tape()
        self._so_far = ""  # a digest of all code up to here
        self._waiting: list[Callable[[], object]] = []  # known results, code not run yet

    def run(self, source: str, first_line: int) -> Outcome:
        """Run statements."""

        def work() -> Outcome:
            return run(source, self.namespace, path=self.path, first_line=first_line)

        outcome: Outcome = self._advance("run", source, work)
        return outcome

    def session(self, source: str) -> Session:
        """Run a session with prompts."""

        def work() -> Session:
            return run_session(source, self.namespace, path=self.path)

        session: Session = self._advance("session", source, work)
        return session

    def command(self, words: tuple[str, ...], folder: Path) -> Outcome:
        """Run a command of its own, once: it knows nothing of the page's names."""
        key = ("", "command", "\0".join(words))
        if key not in self.tape.results:
            self.tape.results[key] = run_command(words, folder)
        outcome: Outcome = self.tape.results[key]
        return outcome

    def value(self, expression: str, *, called: str = "") -> Any:
        """Evaluate an expression, of which readers know what it is `called`.

        Raises:
            UnreadableError: it has no value.

        """
        found = self._look_up("value", expression, lambda: self._evaluate(expression))
        if isinstance(found, UnreadableError):
            reason = str(found).removeprefix(f"{expression}: ")
            raise UnreadableError(f"{called}: {reason}") if called else found
        return found

    def _evaluate(self, expression: str) -> Any:
        try:
            # A copy, since code further down may change an array in place.
            return copy.deepcopy(evaluate(expression, self.namespace))
        except UnreadableError as error:
            return error

    def _advance(self, sort: str, source: str, work: Callable[[], Any]) -> Any:
        known = (self._so_far, sort, source) in self.tape.results
        result = self._look_up(sort, source, work)
        if known:
            self._waiting.append(work)
        self._so_far = hashlib.sha256(f"{self._so_far}{sort}\0{source}".encode()).hexdigest()
        return result

    def _look_up(self, sort: str, source: str, work: Callable[[], Any]) -> Any:
        key = (self._so_far, sort, source)
        if key not in self.tape.results:
            waiting, self._waiting = self._waiting, []
            for earlier in waiting:
                earlier()
            self.tape.results[key] = work()
        return self.tape.results[key]

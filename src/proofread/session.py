"""Runs a session: each prompt in turn, with exactly what the page shows below it.

The standard library's doctest does it, without any of its options: no ellipsis, no float
tolerance, and True is not 1. What doctest passes over in silence is refused.
"""

from __future__ import annotations

import doctest
import re
from dataclasses import dataclass
from typing import Any

from proofread.code import Outcome, describe, limit, quiet

TRACE = "Traceback (most recent call last):\n    ...\n"
EXACT = doctest.DONT_ACCEPT_TRUE_FOR_1


@dataclass(frozen=True)
class Prompt:
    """One input of a session, what the page shows below it, and what came out."""

    line: int
    source: str
    shown: str
    came: str
    holds: bool


class _Recorder(doctest.DocTestRunner):
    """Keeps what each prompt gave instead of printing a report."""

    def __init__(self) -> None:
        super().__init__(verbose=False, optionflags=EXACT)
        self.prompts: list[Prompt] = []

    def _keep(self, example: doctest.Example, came: str, holds: bool) -> None:
        self.prompts.append(Prompt(example.lineno, example.source, example.want, came, holds))

    def report_start(self, out: Any, test: Any, example: doctest.Example) -> None: ...

    def report_success(self, _out: Any, _test: Any, example: doctest.Example, got: str) -> None:
        self._keep(example, _shortened(example, got), holds=True)

    def report_failure(self, _out: Any, _test: Any, example: doctest.Example, got: str) -> None:
        self._keep(example, _shortened(example, got), holds=False)

    def report_unexpected_exception(
        self, _out: Any, _test: Any, example: doctest.Example, exc_info: Any
    ) -> None:
        trace = f"{TRACE}{describe(exc_info[1])}\n"
        self._keep(example, trace, holds=False)


def _shortened(example: doctest.Example, got: str) -> str:
    """Return what came, a traceback without its calls: those where one is shown are doctest's."""
    head, trace, rest = got.partition(TRACE.partition("    ")[0])
    message = re.split(r"^(?=\S)", rest, flags=re.M)[-1]
    return f"{head}{TRACE}{message}" if trace and example.exc_msg is not None else got


def run_session(
    source: str, namespace: dict[str, Any], *, path: str
) -> tuple[list[Prompt], Outcome]:
    """Run a session: what each prompt gave, and what keeps the whole from being one."""
    try:
        examples = read_session(source)
    except ValueError as error:
        return [], Outcome(problem=str(error))
    namespace.setdefault("__name__", "__main__")
    test = doctest.DocTest(examples, namespace, path, path, 0, None)
    test.globs = namespace  # the constructor copies it
    recorder = _Recorder()
    with quiet() as (_, complaints), limit():
        recorder.run(test, clear_globs=False, out=lambda _: None)
    if complaints.getvalue():
        problem = f"it wrote to the error stream: {complaints.getvalue()}"
        return recorder.prompts, Outcome(problem=problem)
    return recorder.prompts, Outcome()


def read_session(source: str) -> list[doctest.Example]:
    """Cut a session into its prompts, and refuse what doctest would pass over in silence."""
    examples = []
    for part in doctest.DocTestParser().parse(source):
        if isinstance(part, str):
            if part.strip():
                line = part.strip().splitlines()[0]
                raise ValueError(
                    f"{line!r} belongs to no prompt: an empty line ends what is shown; "
                    "write <BLANKLINE> for an empty line that was printed"
                )
            continue
        if part.options:
            raise ValueError("a doctest directive would loosen the comparison: remove it")
        if part.exc_msg is not None:
            short = f"{TRACE}{part.exc_msg}"
            if part.want != short:
                raise ValueError("shorten a traceback to its first line, '    ...' and the message")
        examples.append(part)
    if not examples:
        raise ValueError("a session needs at least one >>> prompt")
    return examples

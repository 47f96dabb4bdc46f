"""Lets functions of the checker say what they answer, for the records of tests."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from proofread.claim import Verdict
from proofread.page import Page
from tests.support.sayings import verdict_said


def answering(
    function: Callable[..., Any], words: Callable[..., str], say: Callable[[str], None]
) -> Callable[..., Any]:
    """Return a function that says what another one answers, too, or which error it raises."""

    def called(*arguments: Any, **named: Any) -> Any:
        try:
            answer = function(*arguments, **named)
        except (Exception, SystemExit) as error:
            say(f"  raises {type(error).__name__}: {error}")
            raise
        if isinstance(answer, Iterator):
            answer = list(answer)
        say(words(answer, *arguments))
        return answer

    return called


class Tee:
    """A stream that also keeps what is written to another one."""

    def __init__(self, stream: Any) -> None:
        self.stream, self.kept = stream, ""

    def write(self, text: str) -> int:
        self.kept += text
        return int(self.stream.write(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def commanding(function: Callable[..., int], say: Callable[[str], None]) -> Callable[..., int]:
    """Return a command that says all that it writes, and its exit code."""

    def called(arguments: Sequence[str]) -> int:
        streams = Tee(sys.stdout), Tee(sys.stderr)
        code: object = "none"
        with redirect_stdout(streams[0]), redirect_stderr(streams[1]):  # type: ignore[type-var]
            try:
                code = function(arguments)
            except SystemExit as end:
                code = end.code
                raise
            finally:
                said = "".join(tee.kept for tee in streams).rstrip()
                said = re.sub(r"usage: .*?\n(?=\S|\n)", "usage: ...\n", said, flags=re.DOTALL)
                say(f"$ proofread {' '.join(arguments)}\n{said}\n  exit code {code}")
        return code

    return called


def _verdicts(verdicts: Iterable[Verdict], page: Page, *_: object) -> str:
    return "\n".join(verdict_said(verdict, page) for verdict in verdicts) or "  nothing is claimed"


def _verdicts_of_file(verdicts: Iterable[Verdict], path: Path, root: Path, *_: object) -> str:
    return _verdicts(verdicts, Page.read(path, root))


def _lines(answer: Iterable[object], *_: object) -> str:
    return "\n".join(f"  {each}" for each in answer) or "  nothing"


def _text(answer: object, *_: object) -> str:
    return "\n".join(f"  {line}" for line in str(answer).split("\n"))


ANSWERS: dict[str, Callable[..., str]] = {
    "check_page": _verdicts,
    "check_file": _verdicts_of_file,
    "leftovers": _lines,
    "odd_entries": _lines,
    "summary_html": _text,
    "annotate": _text,
    "closing_list": _text,
    "idle_problem": _text,
    "difference": _text,
    "evaluate": _text,
    "parse": lambda *_: "  read",
    "compile_code": lambda *_: "  read",
    "parse_value": _text,
    "value": _text,
    "read_row": _text,
    "table": lambda *_: "  read",
    "exact": _text,
    "show": _text,
    "with_docstrings": lambda lines, *_: _lines(line.text for line in lines),
    "declaration_problem": _text,
    "own_problem": _text,
    "read_convention": _text,
    "renamed_page": _text,
    "renamed_labels": _text,
    "rename": _text,
    "results_html": _text,
    "run": _text,
    "run_command": _text,
    "read_cells": _lines,
}
"""How the answers of the checker's functions are put into words, by the names of the functions."""

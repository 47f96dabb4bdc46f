"""Runs statements of a page in its namespace, and keeps what they print.

A warning is a failure, as is anything on the error stream: the reader would see it, and the page
does not show it.
"""

from __future__ import annotations

import contextlib
import io
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """What came of running some code: what it printed, or why and on which line it failed."""

    printed: str = ""
    problem: str = ""
    line: int = 0


def run(
    source: str,
    namespace: dict[str, Any],
    *,
    path: str,
    first_line: int = 1,
) -> Outcome:
    """Run some code; tracebacks and problems name lines of the page."""
    namespace.setdefault("__name__", "__main__")
    with quiet() as (printed, complaints):
        try:
            # Blank lines on top make the line numbers those of the page.
            padded = "\n" * (first_line - 1) + source
            exec(compile(padded, path, "exec", dont_inherit=True), namespace)  # noqa: S102
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001, RUF100  (SystemExit is a failure, too)
            return Outcome(printed.getvalue(), describe(error), _line(error, path) or first_line)
    if complaints.getvalue():
        return Outcome(
            printed.getvalue(), f"it wrote to the error stream: {complaints.getvalue()}", first_line
        )
    return Outcome(printed.getvalue())


@contextlib.contextmanager
def quiet() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """Catch what is printed and what is complained about, and turn warnings into errors."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("error")
        yield out, err


def describe(error: BaseException) -> str:
    """Return the last line of a traceback."""
    return "".join(traceback.format_exception_only(error)).strip()


def _line(error: BaseException, path: str) -> int:
    """Return the deepest line of the page that took part, or 0."""
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == path), 0)

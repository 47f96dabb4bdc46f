"""Runs statements of a page in its namespace, and keeps what they print.

A warning is a failure, as is anything on the error stream: the reader would see it, and the page
does not show it.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import main_thread
from typing import Any

from proofread import canvas
from proofread.syntax import one_error

SECONDS = 60.0  # for one fence, or one command


@dataclass(frozen=True)
class Outcome:
    """What came of running some code: what it printed, or why and on which line it failed."""

    printed: str = ""
    problem: str = ""
    line: int = 0
    pictures: tuple[str, ...] = ()  # that Matplotlib drew, as SVG


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
            with one_error():
                code = compile(padded, path, "exec", dont_inherit=True)
            with limit():
                exec(code, namespace)  # noqa: S102
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001, RUF100  (SystemExit is a failure, too)
            return Outcome(printed.getvalue(), describe(error), _line(error, path) or first_line)
    if complaints.getvalue():
        return Outcome(
            printed.getvalue(), f"it wrote to the error stream: {complaints.getvalue()}", first_line
        )
    return Outcome(printed.getvalue(), pictures=canvas.take())


@contextlib.contextmanager
def limit(seconds: float = SECONDS) -> Iterator[None]:
    """Stop code that never ends, where the system has a clock that can interrupt."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError(f"it was not done after {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


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


def run_command(words: tuple[str, ...], folder: Path, seconds: float = SECONDS) -> Outcome:
    """Run ``python ...`` as a reader would who has installed the project in ``folder``."""
    path = os.pathsep.join(filter(None, [str(folder / "src"), os.environ.get("PYTHONPATH")]))
    try:
        done = subprocess.run(  # noqa: S603  (the page's own command, without a shell)
            [sys.executable, *words[1:]],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(problem=f"it was not done after {seconds:g} s")
    if done.returncode or done.stderr:
        told = done.stderr.strip().replace(sys.executable, words[0])  # as the reader calls it
        return Outcome(done.stdout, f"exit code {done.returncode}: {told}")
    return Outcome(done.stdout)

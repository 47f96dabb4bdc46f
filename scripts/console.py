"""How the scripts talk and what they start: timed phases, plain errors, children that end with us.

Every script imports this module first, so it is also where an old Python is told so. For that, old
Pythons must be able to read the scripts at all: syntax newer than Python 3.6 stays out of them.
"""

import argparse
import contextlib
import contextvars
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

if sys.version_info < (3, 11):  # noqa: UP036 - the one place where an older Python may arrive
    sys.exit(
        "This needs Python 3.11 or newer; this is Python {}.{}.{} ({}).".format(
            *sys.version_info[:3], sys.executable
        )
    )

ROOT = Path(__file__).resolve().parent.parent
POSIX = os.name == "posix"
INTERRUPTIONS = [  # the signals by which a user or a system asks us to stop
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
KILL = 9
GRACE = 5.0  # seconds a child gets to end by itself once it has been asked to
Result = TypeVar("Result")

# What is said beside other work, until it can be printed in one piece; None: it is printed at once.
_held: "contextvars.ContextVar[list[str] | None]" = contextvars.ContextVar("_held", default=None)
_running: "set[subprocess.Popen[str]]" = set()
_stopping = threading.Event()


class ScriptError(Exception):
    """Something the user can mend; the message says what is wrong and what to do next."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and exit with code 2."""
        self.exit(2, f"{self.prog}: {message} (--help lists what there is)\n")


def say(text: str, end: str = "\n") -> None:
    """Print at once, also where the output is a pipe; beside other work, hold it back."""
    said = _held.get()
    if said is None:
        print(text, end=end, flush=True)
    else:
        said.append(text + end)


def held(work: Callable[[], Result]) -> tuple[Result, str]:
    """Do some work in a thread of its own, in silence; return also what it had to say."""
    said: list[str] = []
    _held.set(said)
    return work(), "".join(said)


@contextlib.contextmanager
def phase(text: str) -> Iterator[None]:
    """Name a piece of work before it starts, and its time when it is done, on one line."""
    started = time.perf_counter()
    say(f"{text} ... ", end="")
    try:
        yield
    except BaseException:
        say("not finished")
        raise
    say(f"{time.perf_counter() - started:.1f} s")


def run(command: Sequence[str], env: Mapping[str, str] | None = None) -> int:
    """Run a command in the repository, its output straight to ours; return its exit code."""
    said = _held.get()
    if said is not None:
        code, printed = capture(command, env)
        said.append(printed)
        return code
    with _child(command, env) as child:
        return child.wait()


def capture(
    command: Sequence[str], env: Mapping[str, str] | None = None, keep_open: Sequence[int] = ()
) -> tuple[int, str]:
    """Run a command in silence; return its exit code and all that it printed.

    `keep_open` names file descriptors that the child inherits, such as a lock's.
    """
    with _child(command, env, stdout=subprocess.PIPE, keep_open=keep_open) as child:
        printed, _ = child.communicate()
        return child.returncode, printed


@contextlib.contextmanager
def _child(
    command: Sequence[str],
    env: Mapping[str, str] | None,
    stdout: int | None = None,
    keep_open: Sequence[int] = (),
) -> Iterator[subprocess.Popen[str]]:
    """Start a child that does not outlive the block, however the block is left.

    On POSIX the child leads a session of its own, so that a signal meant for us is passed on once
    and to everything the child has started. A Windows console sends Ctrl-C to the child itself.
    """
    _go_on()
    child = subprocess.Popen(  # noqa: S603 - the commands are the scripts' own
        command,
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=None if stdout is None else subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=POSIX,
        pass_fds=keep_open if POSIX else (),
    )
    _running.add(child)
    try:
        _go_on()  # we may have been asked to stop in the meantime
        yield child
    except BaseException:
        _end(child)
        raise
    finally:
        _running.discard(child)


def _go_on() -> None:
    """Raise ScriptError if no child may be started any more."""
    if _stopping.is_set():
        raise ScriptError("Stopped.")


def end_all() -> None:
    """End the children of all threads, and let none of them start another."""
    _stopping.set()
    for child in list(_running):
        _end(child)


def _end(child: subprocess.Popen[str]) -> None:
    """Ask a child to end, give it time, then insist; no second signal to us breaks this off.

    Ctrl-C's signal comes first because tools clean up after it, as they do not after SIGTERM.
    """
    ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN  # a shell's background job
    if threading.current_thread() is threading.main_thread():
        for interruption in INTERRUPTIONS:
            signal.signal(interruption, signal.SIG_IGN)
    _signal_all(child, signal.SIGTERM if ignored else signal.SIGINT)
    try:
        child.communicate(timeout=GRACE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    _signal_all(child, KILL)  # what the child has left behind


def _signal_all(child: subprocess.Popen[str], number: int) -> None:
    """Send a signal to a child and everything it has started (POSIX only)."""
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, number)


def main(script: Callable[[], int]) -> NoReturn:
    """Run a script and exit with its code; turn what can go wrong into plain words."""

    def stop(number: int, _frame: object) -> NoReturn:
        raise SystemExit(128 + number)

    for interruption in INTERRUPTIONS:
        if signal.getsignal(interruption) == signal.SIG_DFL:
            signal.signal(interruption, stop)
    try:
        sys.exit(script())
    except KeyboardInterrupt:
        say("\nStopped.")
        sys.exit(130)
    except (ScriptError, OSError) as error:
        sys.exit(f"{Path(sys.argv[0]).name}: {error}")

"""One at a time: a lock that the operating system lets go of, however its holder ends."""

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import console

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextlib.contextmanager
def lock(name: str, root: Path = console.ROOT) -> Iterator[int]:
    """Hold `.cache/<name>.lock`, waiting for whoever holds it; yield its file descriptor.

    A child that inherits the descriptor holds the lock too. So an installer that goes on writing
    after its parent was killed is never joined by a second one.
    """
    path = root / ".cache" / f"{name}.lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as file:
        if not _taken(file.fileno()):
            console.say(f"Another script is at work on the {name}: waiting for it.")
            while not _taken(file.fileno()):
                time.sleep(0.1)
        yield file.fileno()  # closing the file gives the lock back


def _taken(descriptor: int) -> bool:
    """Try to take the lock; say whether that worked."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True

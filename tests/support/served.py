"""A project served as scripts/serve.py does, for tests of what an author sees."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Served:
    """A server's address, and the file with what it has printed."""

    address: str
    printed: Path

    def said(self) -> str:
        """Return what it has printed so far."""
        return self.printed.read_text("utf-8")

    def read(self, path: str) -> str:
        """Return a file of the site."""
        with urllib.request.urlopen(self.address + path) as answer:  # noqa: S310 (this machine's)
            return str(answer.read().decode("utf-8"))


def wait_for(holds: Callable[[], object]) -> None:
    """Wait until something holds; a test that waits in vain fails."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@contextmanager
def served(project: Path, *options: str, **variables: str) -> Iterator[Served]:
    """Serve a project, with options of MkDocs and variables of the environment."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    printed = project / "printed.txt"
    with (
        printed.open("w", encoding="utf-8") as output,
        subprocess.Popen(
            [sys.executable, "-P", "-m", "mkdocs", "serve", "--dev-addr", address, *options],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", **variables},
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        site = Served(f"http://{address}/", printed)
        try:
            wait_for(lambda: re.search(r"Serving on http://", site.said()) or server.poll())
            assert server.poll() is None, site.said()
            yield site
        finally:
            server.terminate()

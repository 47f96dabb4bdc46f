"""Time the build of the site, and how long an edit of one page takes to show while it is served.

Works on a copy of the repository, whose builds have no memory at first: a cold build runs every
example and notebook and typesets every formula. Then it serves the copy as scripts/serve.py does,
edits a page, and asks for the page until the edit is there. Exits with 1 where a target is missed.
"""

import argparse
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
COLD, EDIT = 15.0, 1.5  # seconds: the targets
PAGES = {"one-weight.md": "one-weight/", "index.md": ""}
PATIENCE = 600.0
LEFT_OUT = (".git", ".venv", ".cache", "node_modules", "site", ".*_cache")


def main() -> int:
    """Build, serve, edit; print the times."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edits", type=int, default=5, help="of each page; default: 5")
    options = parser.parse_args()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{os.cpu_count()} cores{load}")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
        cold = _build(copy)
        print(f"cold build: {cold:.2f} s", flush=True)
        print(f"build again: {_build(copy):.2f} s", flush=True)
        missed = cold > COLD
        with _serving(copy) as base:
            for name, address in PAGES.items():
                page = copy / "docs" / name
                seconds = [_edit(page, base + address, k) for k in range(options.edits)]
                listed = ", ".join(f"{each:.2f}" for each in seconds)
                print(f"edit of {name} seen after {median(seconds):.2f} s ({listed})", flush=True)
                missed |= median(seconds) > EDIT
    print(f"targets: {COLD} s and {EDIT} s,", "missed" if missed else "met")
    return int(missed)


def _build(copy: Path) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=copy, env=_environment(copy), check=True)  # noqa: S603 (our own)
    return time.perf_counter() - started


@contextlib.contextmanager
def _serving(copy: Path) -> Iterator[str]:
    """Serve the copy with the command of scripts/serve.py; yield its address once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-P", "-m", "mkdocs", "serve", "--quiet"]
    command += ["--dev-addr", f"127.0.0.1:{port}", "--watch", "src", "--watch", "mkdocs.yml"]
    with subprocess.Popen(command, cwd=copy, env=_environment(copy)) as server:  # noqa: S603 (our own)
        base = f"http://127.0.0.1:{port}/"
        try:
            _wait(base, "<html")
            yield base
        finally:
            server.terminate()


def _environment(copy: Path) -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(copy / "src")}


def _edit(page: Path, address: str, k: int) -> float:
    """Add a sentence to a page; return the seconds until it is served."""
    words = f"An edit, the {('first', 'second', 'third', 'fourth', 'fifth')[k % 5]} of many."
    words = words.replace("many", "very " * (k // 5) + "many")
    page.write_text(f"{page.read_text('utf-8')}\n{words}\n", "utf-8")
    started = time.perf_counter()
    _wait(address, words)
    return time.perf_counter() - started


def _wait(address: str, text: str) -> None:
    """Ask for a page until it has a text."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError),
            urllib.request.urlopen(address) as answer,  # noqa: S310 (this machine's)
        ):
            if text in answer.read().decode("utf-8"):
                return
        time.sleep(0.02)
    raise SystemExit(f"{address} never showed {text!r}")


if __name__ == "__main__":
    sys.exit(main())

"""What the type checker says of a mutant: one that it refuses never gets as far as a test.

`python scripts/test.py` checks the types before it runs a test, so that such a mutant is noticed.
mypy reads the changed module in the place of the one in the folder, and keeps what it knows of all
others.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from mutants import Mutant


class Types:
    """mypy, as `pyproject.toml` sets it, for one package and the mutants of it."""

    def __init__(self, root: Path, package: str) -> None:
        self.root = root
        self.times = itertools.count(1)
        self.command = [
            sys.executable, "-m", "mypy", "--no-error-summary", "--package", package,
            "--cache-dir", str(root / ".cache" / "mutation" / "mypy"),
        ]  # fmt: skip

    def refuse(self, mutant: Mutant | None = None) -> bool:
        """Return whether there is an error of types: with this mutant, or as everything is."""
        if mutant is None:
            return self._fails([])
        text = (self.root / mutant.path).read_text("utf-8")
        changed = mutant.module(text)
        if len(changed) == len(text):
            changed += "\n"  # of a file of the same size, mypy compares the one in the folder
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, mutant.path.name)
            file.write_text(changed, "utf-8")
            os.utime(file, (time := next(self.times), time))  # and one of the same time not at all
            return self._fails(["--shadow-file", str(mutant.path), str(file)])

    def _fails(self, arguments: list[str]) -> bool:
        done = subprocess.run(  # noqa: S603
            [*self.command, *arguments], cwd=self.root, capture_output=True, text=True,
            encoding="utf-8",
        )  # fmt: skip
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stdout + done.stderr)
        return done.returncode == 1

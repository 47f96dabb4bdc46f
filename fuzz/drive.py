"""Runs one target under Atheris; `run.py` starts this, one process a target."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path

import atheris

from fuzz.mutator import Mutator

SECONDS = 30.0  # of processor time for one input of some thousand characters
HERE = Path(__file__).parent


def main() -> None:
    """Fuzz the target that the first argument names; the others are libFuzzer's."""
    name, *options = sys.argv[1:]
    with atheris.instrument_imports(include=["proofread"]):
        from fuzz.targets import TARGETS
    target = TARGETS[name]

    def one(data: bytes) -> None:
        started = time.process_time()
        with contextlib.redirect_stdout(None):
            target(data.decode("utf-8", "replace"))
        spent = time.process_time() - started
        if spent > SECONDS:
            raise TimeoutError(f"{spent:.1f} s for {len(data)} bytes")

    words = [
        line for file in sorted((HERE / "dictionaries").glob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
    ]  # fmt: skip
    mutate = Mutator([*words, "\n", "\n\n"])
    again = f"{sys.executable} -m fuzz.drive {name}"  # how libFuzzer starts itself for a merge
    atheris.Setup([again, *options], one, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

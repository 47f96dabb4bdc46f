"""Starts the processes that measure: a library reads its number of threads once, as it starts."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LIBRARIES = ("OMP", "OPENBLAS", "MKL", "NUMBA", "VECLIB_MAXIMUM")


def answers(
    script: str, task: Mapping[str, Any], threads: int, **variables: str
) -> list[dict[str, Any]]:
    """Return what a script of this folder says about a task: it prints JSON, one answer a line.

    The variables are added to the environment, as are the number of threads and our sources.
    """
    environment = {
        **os.environ,
        **{f"{name}_NUM_THREADS": str(threads) for name in LIBRARIES},
        "PYTHONPATH": str(HERE.parent / "src"),
        **variables,
    }
    if threads == 1:
        environment["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false"  # JAX reads no number
    command = [sys.executable, str(HERE / script), json.dumps(task)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 (our own)
    return [json.loads(line) for line in done.stdout.splitlines()]

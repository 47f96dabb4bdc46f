"""Keeps what one page changes in the process from the next, so that their order does not matter."""

from __future__ import annotations

import contextlib
import decimal
import os
import random
import sys
from collections.abc import Iterator

import numpy as np

from proofread import canvas


@contextlib.contextmanager
def isolated() -> Iterator[None]:
    """Put back the folder, the environment, random states, and how numbers are computed and shown.

    The last are the way NumPy prints and warns, JAX's precision, and the digits that decimal
    arithmetic keeps.
    """
    folder, environment, state = os.getcwd(), dict(os.environ), random.getstate()  # noqa: PTH109
    canvas.settle()
    numbers = np.random.get_state()  # noqa: NPY002  (a page may use the old generator)
    double = _jax_has_double_precision()
    try:
        with np.printoptions(), np.errstate(), decimal.localcontext():
            yield
    finally:
        os.chdir(folder)
        for name in set(os.environ) - set(environment):
            del os.environ[name]
        os.environ.update(environment)
        random.setstate(state)
        np.random.set_state(numbers)  # noqa: NPY002
        if _jax_has_double_precision() != double:
            sys.modules["jax"].config.update("jax_enable_x64", double)


def _jax_has_double_precision() -> bool:
    """Return JAX's setting, which is off at first; a page that does not need JAX never loads it."""
    jax = sys.modules.get("jax")
    return bool(jax and jax.config.jax_enable_x64)

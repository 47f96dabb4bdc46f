"""The independent oracle, the student's data, and the array libraries."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.support.libraries import NAMES, Jax, Library, load, opened
from tests.support.oracle import Oracle


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    return Oracle()


@pytest.fixture
def student() -> dict[str, Any]:
    return {"w": [0.1, -0.2], "b": 0.0, "x": [3.0, 5.0], "y": 1, "learning_rate": 0.1}


@pytest.fixture(params=NAMES)
def library(request: pytest.FixtureRequest) -> Iterator[Library]:
    """Each array library beside NumPy; the absence of one is a skip, or a failure (REQUIRE)."""
    with opened(request.param) as found:
        yield found


@pytest.fixture
def jax() -> Iterator[ModuleType]:
    """JAX itself, with double precision."""
    with opened("jax") as found:
        assert isinstance(found, Jax)
        yield found.jax


@pytest.fixture(scope="session")
def torch() -> ModuleType:
    """PyTorch itself."""
    return load("torch")

"""The scripts as modules: imported as `python scripts/....py` would import them."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
NAMES = (
    "console",
    "failures",
    "locking",
    "environment",
    "javascript",
    "build",
    "release",
    "serve",
    "test",
)


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    """Import every script afresh, for the time of one test."""
    monkeypatch.syspath_prepend(SCRIPTS)
    for name in NAMES:
        monkeypatch.delitem(sys.modules, name, raising=False)
    modules = {name: importlib.import_module(name) for name in NAMES}
    for name in NAMES:
        monkeypatch.delitem(sys.modules, name)  # `test` is the standard library's for all others
    return modules


@pytest.fixture
def console(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["console"]


@pytest.fixture
def environment(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["environment"]


@pytest.fixture
def failures(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["failures"]


@pytest.fixture
def javascript(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["javascript"]


@pytest.fixture
def build(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["build"]


@pytest.fixture
def release(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["release"]


@pytest.fixture
def serve(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["serve"]


@pytest.fixture
def test_script(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["test"]

"""What the tests of the mutants share: the modules of `mutation/`, which are no package."""

import importlib
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.support.requirements import missing


@pytest.fixture
def mutation(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Import a module, which is forgotten after the test; it needs the extra `mutation`."""
    if find_spec("mutmut") is None:
        missing("the extra `mutation` is not installed")
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "mutation")
    for name in ("mutants", "typed"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module

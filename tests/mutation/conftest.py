"""What the tests of the mutants share: the modules of `mutation/`, which are no package."""

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.requirements import missing


@pytest.fixture
def mutation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test import the modules, and forget them after it; it needs the extra `mutation`."""
    if find_spec("mutmut") is None:
        missing("the extra `mutation` is not installed")
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "mutation")
    for name in ("mutants", "typed"):
        monkeypatch.delitem(sys.modules, name, raising=False)

"""The package says which version it is, also where nobody installed it."""

import importlib
import importlib.metadata
import tomllib
from pathlib import Path

import pytest

import logistic_gradient

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_version_is_that_of_the_project() -> None:
    assert logistic_gradient.__version__ == tomllib.loads(PROJECT.read_text())["project"]["version"]


def test_a_folder_of_sources_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    known = logistic_gradient.__version__

    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    assert importlib.reload(logistic_gradient).__version__ == "0+unknown"
    monkeypatch.undo()
    assert importlib.reload(logistic_gradient).__version__ == known

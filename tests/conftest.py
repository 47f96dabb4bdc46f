"""Gives the whole test run one place for the site, should the tests have to build it themselves."""

import os
import shutil
import tempfile
import uuid
from pathlib import Path

import pytest

from tests.support.built_site import FOLDER


def pytest_configure(config: pytest.Config) -> None:
    """Name a temporary folder, which the processes of a parallel run inherit; remove it at the end.

    Nothing is built here: only the tests that need the site do that, once.
    """
    if "SITE_DIR" in os.environ or FOLDER in os.environ:
        return
    folder = Path(tempfile.gettempdir(), f"logistic-gradient-tests-{uuid.uuid4().hex}")
    os.environ[FOLDER] = str(folder)

    def forget() -> None:
        del os.environ[FOLDER]
        shutil.rmtree(folder, ignore_errors=True)

    config.add_cleanup(forget)

"""What concerns all tests: where the site is built, should they have to, and who runs with whom."""

import os
import shutil
import tempfile
import uuid
from collections import Counter
from pathlib import Path

import pytest

from tests.support.built_site import FOLDER

ROOT = Path(__file__).parent
# Folders whose tests stay in one process: they load the same large libraries, or read verdicts that
# are kept. The largest groups start first, so the long trial of the slips does not come last.
TOGETHER = ("docs", "logistic_gradient")
# Tests that start a program each: whoever has time takes the next one, so that all end together.
APART = ("scripts", "site_build")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whoever has read a new message record it: see tests/proofread/conftest.py."""
    parser.addoption(
        "--refresh", action="store_true", help="record what the checker says, in place of before"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say which tests a process of a parallel run takes at once; many small parcels cost time."""
    for item in items:
        folder, *_ = item.path.relative_to(ROOT).parts if item.path.is_relative_to(ROOT) else ("",)
        if folder not in APART and item.get_closest_marker("xdist_group") is None:
            group = folder if folder in TOGETHER else item.path.as_posix()
            item.add_marker(pytest.mark.xdist_group(group))


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


SLOWEST = 8


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Beside the slowest tests, where they are asked for, name the slowest files."""
    if not config.getoption("durations"):
        return
    seconds: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                seconds[report.nodeid.partition("::")[0]] += report.duration
    terminalreporter.section("slowest files: seconds, over all processes")
    for file, duration in seconds.most_common(SLOWEST):
        terminalreporter.write_line(f"{duration:7.1f}  {file}")

"""Records what the checker says in tests, and compares it with what it said before.

A test that asks for `recorded` hands over what was said; a file in the folder `reports` beside it
keeps that. In a module that uses `recorded_answers` this is done for it, for the functions of
`tests.support.answers.ANSWERS` that it imports. `pytest tests/proofread --refresh` writes the files
again; then read what git shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from tests.support.answers import ANSWERS, answering, commanding
from tests.support.records import one_line, read, write
from tests.support.sayings import same_everywhere

Recorder = Callable[[str], None]
_ORDER = pytest.StashKey[dict[Path, list[str]]]()
_SKIPPED = pytest.StashKey[bool]()


def _name(item: pytest.Item) -> str:
    """Return the name of a test with its parameters as they were written."""
    return one_line(item.name.encode("ascii").decode("unicode_escape"))


@pytest.hookimpl(tryfirst=True)  # before some are taken out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Note which tests a record may have, where whole files were asked for."""
    order: dict[Path, list[str]] = defaultdict(list)
    if not any("::" in argument for argument in config.args):
        for item in items:
            if "recorded" in getattr(item, "fixturenames", ()):
                order[item.path].append(_name(item))
    config.stash[_ORDER] = order


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note which tests were skipped, for want of a package."""
    report = yield
    if report.skipped:
        item.stash[_SKIPPED] = True
    return report


@pytest.fixture
def recorded(request: pytest.FixtureRequest) -> Iterator[Recorder]:
    """Take what is said in a test; at its end all of it must be what the record says."""
    said: list[str] = []
    yield said.append
    if request.node.stash.get(_SKIPPED, False):
        return  # nothing was asked
    path, name = request.path, _name(request.node)
    file = path.parent / "reports" / f"{path.stem.removeprefix('test_')}.txt"
    before = read(file)
    lines = (line.rstrip() for text in said for line in text.split("\n"))
    now = "\n".join(map(same_everywhere, lines)).rstrip("\n")
    order = request.config.stash[_ORDER].get(path) or list({**before, name: now})
    if request.config.getoption("refresh"):
        entries = {**before, name: now}
        write(file, {known: text for known, text in entries.items() if text}, order)
        return
    assert before.get(name, "") == now, f"{file.name} says something else; see CONTRIBUTING.md"
    gone = sorted(before.keys() - {*order})
    assert not gone, f"{file.name} is of tests that are gone; see CONTRIBUTING.md"


@pytest.fixture
def recorded_answers(
    request: pytest.FixtureRequest, recorded: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Record what the functions answer that a test calls, the errors that they raise included."""
    folder = str(request.getfixturevalue("tmp_path_factory").getbasetemp())

    def say(text: str) -> None:
        recorded(text.replace(folder, ""))

    for name, words in ANSWERS.items():
        if function := getattr(request.module, name, None):
            monkeypatch.setattr(request.module, name, answering(function, words, say))
    if command := getattr(request.module, "main", None):
        monkeypatch.setenv("COLUMNS", "80")  # of the help
        monkeypatch.setattr(request.module, "main", commanding(command, say))

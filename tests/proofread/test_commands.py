"""Commands with their output: they are run, and print what the page shows, to the letter."""

from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.code import run_command
from proofread.page import Page

pytestmark = pytest.mark.usefixtures("recorded_answers")

CONSOLE = (
    "```console\n$ python -m hello\nhello 7 times\n$ python -m hello you\nhello 7 times\nyou\n```\n"
)
SHELL = '```shell\npython -m hello\npython -m hello you\n```\n\n```text title="Output"\n{}```\n'
ALL = "hello 7 times\nhello 7 times\nyou\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "src").mkdir()
    text = 'import sys\n\nprint("hello 7 times", *sys.argv[1:], sep="\\n")\n'
    (tmp_path / "src" / "hello.py").write_text(text, "utf-8")
    (tmp_path / "src" / "silent.py").write_text("", "utf-8")
    return tmp_path


def failed(text: str, root: Path) -> list[str]:
    return [each.computed for each in check_page(Page.parse(text), root) if not each.holds]


@pytest.mark.parametrize("text", [CONSOLE, CONSOLE * 2, SHELL.format(ALL)])
def test_what_is_printed_is_shown(root: Path, text: str) -> None:
    verdicts = check_page(Page.parse(f"{text}\nIt says `hello 7 times`.\n"), root)
    assert [verdict.computed for verdict in verdicts if not verdict.holds] == []
    assert {verdict.value for verdict in verdicts if "printed" in verdict.evidence} == {ALL}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CONSOLE.replace("7", "8", 1), "$ python -m hello prints\nhello 7 times\n"),
        (CONSOLE.replace("7 times\nyou", "8 times\nyou"),
         "$ python -m hello you prints\nhello 7 times\nyou\n"),
        (CONSOLE.replace("hello 7 times\n$", "$"), "$ python -m hello prints\nhello 7 times\n"),
        (CONSOLE.replace("-m hello\n", "-m silent\n"), "$ python -m silent prints\nnothing"),
        (CONSOLE.replace("```console\n", "```console\nhello\n"), "no command stands above"),
        (CONSOLE.replace("python -m hello y", "rm y"), "rm you: only python -m ... can be run"),
        (CONSOLE.replace("hello you", "hello 'you"), "hello 'you: No closing quotation"),
        (CONSOLE.replace("-m hello\n", "-m nobody\n"), "exit code 1: "),
        (SHELL.format(ALL).replace("7", "8", 1), ALL),
        (SHELL.format(ALL + "more\n"), ALL),
        (SHELL.format("a\n").replace("hello you", "silent").replace("hello", "silent"),
         "nothing was printed"),
        (SHELL.format(ALL).replace("hello you", "nobody"), "exit code 1: "),
    ],
)  # fmt: skip
def test_what_is_not_is_told(root: Path, text: str, words: str) -> None:
    assert text not in {CONSOLE, SHELL.format(ALL)}
    (computed,) = failed(text, root)
    assert words in computed


def test_a_command_is_run_in_the_folder_of_the_project(root: Path) -> None:
    (root / "src" / "where.py").write_text("import os\n\nprint(os.listdir())\n", "utf-8")
    assert run_command(("python", "-m", "where"), root).printed == "['src']\n"


def test_no_command_stands_in_an_empty_fence(root: Path) -> None:
    assert failed('```shell\n\n```\n\n```text title="Output"\na\n```\n', root) == [
        "nothing was printed"
    ]


def test_a_command_that_never_ends_is_stopped(tmp_path: Path) -> None:
    outcome = run_command(("python", "-c", "import time; time.sleep(60)"), tmp_path, 0.2)
    assert outcome.problem == "it was not done after 0.2 s"


def test_what_it_prints_is_read_in_any_language(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "src" / "hello.py").write_text('print("é − ℓ")\n', "utf-8")
    for name, setting in (("LC_ALL", "C"), ("PYTHONUTF8", "0"), ("PYTHONCOERCECLOCALE", "0")):
        monkeypatch.setenv(name, setting)
    outcome = run_command(("python", "-m", "hello"), root)
    assert (outcome.printed, outcome.problem) == ("é − ℓ\n", "")

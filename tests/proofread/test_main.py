"""The command: its exit codes and what it prints."""

import json
from pathlib import Path

import pytest

from proofread.__main__ import main

pytestmark = pytest.mark.usefixtures("recorded_answers")

GOOD = '```python\nprint(0.5)\n```\n\n```text title="Output"\n0.5\n```\n'


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "docs" / "page.md"
    path.parent.mkdir()
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.usefixtures("page")
def test_all_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert (
        capsys.readouterr().out.strip().endswith("2 claims on 1 page (1 code, 1 output); all hold")
    )


def test_a_failure_names_place_values_and_mend(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text(GOOD.replace("0.5\n```\n", "0.6\n```\n"), encoding="utf-8")
    assert main(["docs"]) == 1
    printed = capsys.readouterr().out
    for words in (
        "docs/page.md:5:1: output",
        "the page says: 0.6",
        "computed:      0.5",
        "to mend:",
    ):
        assert words in printed


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "there is no nowhere"),
        (["--sideways"], "unrecognized arguments: --sideways"),
        (["-k", "no such claim"], "no claim has 'no such claim' in its name; --list prints all"),
    ],
)
def test_usage_errors(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2
    assert words in capsys.readouterr().err


def test_no_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main([str(tmp_path)])
    assert raised.value.code == 2
    assert "there is no Markdown page to check" in capsys.readouterr().err


@pytest.mark.usefixtures("page")
def test_list_and_select(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list", "-k", "output"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("holds     docs/page.md:5:1 output 0.5")
    assert len(lines) == 2


@pytest.mark.usefixtures("page")
def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json"]) == 0
    verdicts = json.loads(capsys.readouterr().out)
    assert [verdict["claim"]["kind"] for verdict in verdicts] == ["code", "output"]


def test_slips_are_not_made_on_a_page_that_fails(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text("There are 3, 4, 5, 6 and 7.\n", encoding="utf-8")
    assert main(["--mutate", "docs"]) == 1
    printed = capsys.readouterr().out
    assert printed.endswith("the pages must hold before slips are made on them\n")
    assert printed.count("to mend:") == 3
    assert [part[:14] for part in printed.split("\n\n")] == [
        "docs/page.md:1", "docs/page.md:1", "docs/page.md:1", "docs/page.md: ", "the pages must",
    ]  # fmt: skip
    assert "docs/page.md: the same at 2 more places: 1:20, 1:26" in printed


@pytest.mark.usefixtures("page")
def test_progress_is_shown_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docs"]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["docs"]) == 0
    assert capsys.readouterr().err == "\r\x1b[K[1/1] docs/page.md\r\x1b[K"


def test_a_claim_that_fails_is_listed_so(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.write_text("There are 3.\n", encoding="utf-8")
    assert main(["--list", "docs"]) == 1
    listed = capsys.readouterr().out.splitlines()[0]
    assert listed == "fails     docs/page.md:1:11 number 3  [nothing: no expression is bound to it]"


def test_the_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["--help"])
    assert raised.value.code == 0
    printed = capsys.readouterr().out
    for option in ("-k TEXT", "--list", "--json", "--mutate", "--site DIR", "--sample N", "--seed"):
        assert option in printed

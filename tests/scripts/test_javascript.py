"""The tools for the site's scripts: installed once, missed aloud, and asked about every script."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "package-lock.json").write_text("{}")
    return tmp_path


@pytest.fixture
def npm(console, monkeypatch, root):
    """Stand in for npm and the tools: note what is run, fail when told to."""

    class Tools:
        ran, installs, code, found = [], [], 0, 0

    def capture(command, _env=None, keep_open=()):
        assert keep_open, "an installer that outlives us must go on holding the lock"
        Tools.installs.append(command)
        (root / "node_modules").mkdir(exist_ok=True)
        return Tools.code, "line\n" * 9 + "network unreachable"

    def run(command, _env=None):
        Tools.ran.append(command)
        return Tools.found

    monkeypatch.setattr(console, "capture", capture)
    monkeypatch.setattr(console, "run", run)
    monkeypatch.delenv("LOGISTIC_GRADIENT_REQUIRE", raising=False)
    return Tools


def test_the_tools_are_installed_once_for_each_lock_file(javascript, npm, root):
    for _ in range(2):
        assert javascript.run(Path("python"), "tsc", root=root)
    assert len(npm.installs) == 1
    assert "ci" in npm.installs[0]
    (root / "package-lock.json").write_text('{"changed": true}')
    assert javascript.run(Path("python"), "eslint", ".", root=root)
    assert len(npm.installs) == 2
    assert [command[4:] for command in npm.ran] == [
        [str(root / "node_modules/typescript/bin/tsc")],
        [str(root / "node_modules/typescript/bin/tsc")],
        [str(root / "node_modules/eslint/bin/eslint.js"), "."],
    ]


def test_what_a_tool_finds_fails(javascript, npm, root):
    npm.found = 1
    assert not javascript.run(Path("python"), "tsc", root=root)


@pytest.mark.parametrize(("required", "passes"), [("", True), ("all", False)])
def test_without_the_tools_that_is_said_and_fails_where_they_are_required(
    javascript, npm, root, monkeypatch, capsys, required, passes
):
    monkeypatch.setenv("LOGISTIC_GRADIENT_REQUIRE", required)
    npm.code = 1
    assert javascript.run(Path("python"), "tsc", root=root) is passes
    said = capsys.readouterr().out
    assert "network unreachable" in said
    assert "tsc: left out" in said
    assert npm.ran == []
    npm.code = 0
    assert javascript.run(Path("python"), "tsc", root=root), "a failed install is tried again"


def test_every_script_of_the_site_is_checked_for_types():
    """Where the first line does not ask for it, tsc only reads the file."""
    own = [path for path in Path(ROOT, "docs").rglob("*.mjs") if "vendor" not in path.parts]
    assert own
    first = {path.name: path.read_text("utf-8").splitlines()[0] for path in own}
    assert {name: line for name, line in first.items() if line != "// @ts-check"} == {}


def test_the_lock_file_names_no_address():
    lock = (ROOT / "package-lock.json").read_text("utf-8")
    assert re.findall(r'"resolved"|https?://[^"]*\.tgz', lock) == []
    assert lock.count('"integrity"') > 20

"""The set-up of `.venv`, with the installer replaced by one that only pretends."""

import contextlib
import errno
import json
import os
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).parents[2]


class Installer:
    """Stands in for venv and pip: leaves files behind, fails or is interrupted when told to."""

    def __init__(self, root: Path) -> None:
        self.venv = root / ".venv"
        self.commands: list[str] = []
        self.fail_at: str | None = None
        self.failure: BaseException | tuple[int, str] = (1, "")

    def __call__(self, command, _env=None, keep_open=()):
        assert keep_open, "an installer that outlives us must go on holding the lock"
        text = " ".join(command)
        self.commands.append(text)
        (self.venv / "half-made").touch()
        if self.fail_at is not None and self.fail_at in text:
            if isinstance(self.failure, BaseException):
                raise self.failure
            return self.failure
        python = self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        python.parent.mkdir(exist_ok=True)
        python.touch()
        return 0, ""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "requirements.lock").write_text("numpy==2.4.6\n")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    return tmp_path


@pytest.fixture
def installer(root: Path, console: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Installer:
    fake = Installer(root)
    monkeypatch.setattr(console, "capture", fake)
    return fake


def record(root: Path) -> dict[str, str]:
    return json.loads((root / ".venv" / "prepared-by-scripts.json").read_text())


def test_a_first_start_installs_and_a_second_does_nothing(environment, root, installer, capsys):
    python = environment.prepare(root)
    assert python.is_file()
    venv, ensurepip, lock, project = installer.commands
    assert "-m venv" in venv
    assert "ensurepip" in ensurepip
    assert "--require-hashes" in lock
    assert "requirements.lock" in lock
    assert "-e ." in project
    assert capsys.readouterr().out.count(" s\n") == 3  # one line a phase, each with its time

    assert environment.prepare(root) == python
    assert len(installer.commands) == 4
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("step", ["-m venv", "ensurepip", "requirements.lock", "-e ."])
def test_an_interrupted_set_up_is_done_again_from_scratch(
    environment, root, installer, capsys, step
):
    installer.fail_at, installer.failure = step, KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        environment.prepare(root)
    assert record(root) == {"state": "unfinished"}

    (root / ".venv" / "left-over").mkdir()
    installer.fail_at = None
    installer.commands.clear()
    environment.prepare(root)
    assert len(installer.commands) == 4
    assert not (root / ".venv" / "left-over").exists()
    assert "was not finished: starting from scratch" in capsys.readouterr().out


def test_a_failed_set_up_leaves_nothing_but_the_record(environment, console, root, installer):
    installer.fail_at, installer.failure = "requirements.lock", (1, "something odd\nthe last line")
    with pytest.raises(console.ScriptError, match=r"(?s)The set-up failed.*the last line"):
        environment.prepare(root)
    assert [item.name for item in (root / ".venv").iterdir()] == [environment.RECORD]
    assert record(root) == {"state": "unfinished"}


@pytest.mark.parametrize("spoiled", ["", "{", "[]", "{}", '{"lock": "0"}'])
def test_a_spoiled_record_is_no_record(environment, root, installer, spoiled):
    environment.prepare(root)
    (root / ".venv" / environment.RECORD).write_text(spoiled)
    environment.prepare(root)
    assert len(installer.commands) == 8


def test_a_changed_lock_means_starting_from_scratch(environment, root, installer, capsys):
    environment.prepare(root)
    (root / ".venv" / "old-package").touch()
    (root / "requirements.lock").write_text("numpy==2.5.5\n")
    environment.prepare(root)
    assert len(installer.commands) == 8
    assert not (root / ".venv" / "old-package").exists()
    assert "out of date (lock): starting from scratch" in capsys.readouterr().out


def test_another_python_means_starting_from_scratch(environment, root, installer, monkeypatch):
    environment.prepare(root)
    monkeypatch.setattr(environment, "_base_python", lambda: "/another/python")
    environment.prepare(root)
    assert len(installer.commands) == 8


def test_a_moved_folder_means_starting_from_scratch(environment, root, installer):
    environment.prepare(root)
    moved = root.with_name("moved")
    root.rename(moved)
    installer.venv = moved / ".venv"
    environment.prepare(moved)
    assert len(installer.commands) == 8


def test_changed_packaging_keeps_the_packages(environment, root, installer):
    environment.prepare(root)
    (root / ".venv" / "added-by-the-user").touch()
    settings = root / "pyproject.toml"
    settings.write_text(settings.read_text().replace('version = "0.1.0"', 'version = "0.1.1"'))
    environment.prepare(root)
    assert len(installer.commands) == 5
    assert "-e ." in installer.commands[-1]
    assert (root / ".venv" / "added-by-the-user").exists()


def test_a_tools_settings_change_nothing(environment, root, installer):
    environment.prepare(root)
    with (root / "pyproject.toml").open("a") as settings:
        settings.write("\n[tool.unrelated]\nwidth = 1\n")
    environment.prepare(root)
    assert len(installer.commands) == 4


def test_somebody_elses_environment_is_left_alone(environment, console, root, installer):
    theirs = root / ".venv" / "pyvenv.cfg"
    theirs.parent.mkdir()
    theirs.touch()
    with pytest.raises(console.ScriptError, match="not made by these scripts"):
        environment.prepare(root)
    assert theirs.exists()
    assert installer.commands == []


def test_an_empty_folder_is_nobodys(environment, root, installer):
    (root / ".venv").mkdir()
    environment.prepare(root)
    assert len(installer.commands) == 4


def test_a_full_disk_of_our_own(environment, console, root, installer):
    installer.fail_at = "-m venv"
    installer.failure = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(console.ScriptError, match="disk is full"):
        environment.prepare(root)


@pytest.mark.usefixtures("installer")
def test_a_python_without_venv(environment, console, root, monkeypatch):
    nothing = SimpleNamespace(util=SimpleNamespace(find_spec=lambda _name: None))
    monkeypatch.setattr(environment, "importlib", nothing)
    with pytest.raises(console.ScriptError, match=r"apt install python3\.\d+-venv"):
        environment.prepare(root)


def test_two_at_once_take_turns(environment, root, installer, capsys, monkeypatch):
    """Whoever waits for the lock finds the work done, and does not do it again."""
    other = contextlib.ExitStack()
    other.enter_context(environment.locking.lock("environment", root))

    def the_other_finishes(_seconds: float) -> None:
        (root / ".venv").mkdir()
        installer(["the other's"], keep_open=[0])
        environment._write(root / ".venv", environment._wanted(root))
        other.close()

    waiting = SimpleNamespace(sleep=the_other_finishes)
    monkeypatch.setattr(environment.locking, "time", waiting)
    environment.prepare(root)
    assert installer.commands == ["the other's"]
    assert "at work on the environment: waiting" in capsys.readouterr().out

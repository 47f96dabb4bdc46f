"""What every script has in common: its arguments, old Pythons, and how it ends."""

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
COMMANDS = ("serve", "test", "build", "environment")


def python(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=cwd, timeout=60
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_what_it_does(name, tmp_path):
    answer = python(str(SCRIPTS / f"{name}.py"), "--help", cwd=tmp_path)
    assert answer.returncode == 0
    assert answer.stdout.startswith(f"usage: {name}.py")
    assert len(answer.stdout.splitlines()) >= 6


@pytest.mark.parametrize("name", COMMANDS)
def test_an_unknown_argument_gets_one_line(name, tmp_path):
    answer = python(str(SCRIPTS / f"{name}.py"), "--nonsense", cwd=tmp_path)
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1
    assert "--nonsense" in answer.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_an_old_python_gets_one_line(name):
    pretend = "import runpy, sys; sys.version_info = (3, 8, 18); sys.path.insert(0, sys.argv[1])"
    script = f"{pretend}; runpy.run_path(sys.argv[1] + '/{name}.py', run_name='__main__')"
    answer = python("-c", script, str(SCRIPTS))
    assert answer.returncode == 1
    assert answer.stderr.startswith("This needs Python 3.11 or newer; this is Python 3.8.18")
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("name", [*COMMANDS, "console", "locking"])
def test_an_old_python_can_read_the_script(name):
    ast.parse((SCRIPTS / f"{name}.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_a_problem_is_told_without_a_traceback(console: ModuleType, monkeypatch):
    monkeypatch.setattr(console.sys, "argv", ["/somewhere/serve.py"])

    def script() -> int:
        raise console.ScriptError("the reason")

    with pytest.raises(SystemExit, match=r"^serve\.py: the reason$"):
        console.main(script)


def test_output_and_exit_code_of_a_child(console: ModuleType):
    code, printed = console.capture([sys.executable, "-c", "print('here'); raise SystemExit(3)"])
    assert (code, printed) == (3, "here\n")


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_children_too(number):
    """A script starts a child, which starts one of its own; the signal goes to the script alone."""
    grandchild = "import time; print('up', flush=True); time.sleep(60)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {grandchild!r}])"
    script = (
        # Tests that run in the background, or after nohup, inherit that these are ignored.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
        "import sys; sys.path.insert(0, sys.argv[1]); import console\n"
        f"console.main(lambda: console.run([sys.executable, '-c', {child!r}]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(SCRIPTS)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "up\n"
        running.send_signal(number)
        running.stdout.read()  # ends when the last process that holds the pipe has ended
        assert running.wait(timeout=30) == 128 + number


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_signal_ends_what_goes_on_beside_too():
    """A thread has started a child and would start another: neither outlives the script."""
    child = "import time; print('up', flush=True); time.sleep(60)"
    script = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); import console\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        f"command = [sys.executable, '-c', {child!r}]\n"
        "def script():\n"
        "    with ThreadPoolExecutor(1) as beside:\n"
        "        try:\n"
        "            beside.submit(lambda: [console.run(command), console.run(command)])\n"
        "            time.sleep(60)\n"
        "        except BaseException:\n"
        "            console.end_all()\n"
        "            raise\n"
        "console.main(script)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(SCRIPTS)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "up\n"
        running.send_signal(signal.SIGTERM)
        assert running.stdout.read() == ""
        assert running.wait(timeout=30) == 128 + signal.SIGTERM

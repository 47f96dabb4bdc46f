"""Prepare `.venv`: exactly what requirements.lock names, and this project in editable form.

`.venv` holds a record of itself. From before the first file is installed until after the last
one it says "unfinished"; only then does it say what was installed, for which Python, and where.
Anything but an exact match means that the set-up is done again from scratch. (If pyproject.toml
alone differs, only the project is installed again, so that packages you have added stay.)
A `.venv` without a record is somebody else's and is left alone.

Run as a script, this only prepares.
"""

import contextlib
import errno
import hashlib
import importlib.util
import json
import os
import shutil
import sys
from pathlib import Path

import console
import locking
from failures import DISK_FULL, explain

RECORD = "prepared-by-scripts.json"
Record = dict[str, str]

NO_VENV = (
    "This Python comes without its venv module. On Debian or Ubuntu, run\n"
    "    apt install python{}.{}-venv\n"
    "and start again; elsewhere, install Python with venv and ensurepip."
)
FOREIGN = (
    "{} exists and was not made by these scripts, so it is left alone.\n"
    "To keep it, use its own mkdocs and pytest, or give it another name; otherwise delete it.\n"
    "Then start again."
)


def prepare(root: Path = console.ROOT) -> Path:
    """Make sure that `.venv` is complete; return its interpreter."""
    venv = root / ".venv"
    wanted = _wanted(root)
    try:
        if not _complete(venv, wanted):
            with locking.lock("environment", root) as held:
                if not _complete(venv, wanted):  # else the script we waited for has done it
                    _set_up(venv, wanted, held)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise console.ScriptError(DISK_FULL if full else f"The set-up failed: {error}") from error
    return _python(venv)


def _set_up(venv: Path, wanted: Record, held: int) -> None:
    """Install what differs from the record, by way of "unfinished"; a failure leaves nothing."""
    recorded = _recorded(venv)
    changed = sorted(part for part in wanted if recorded.get(part) != wanted[part])
    from_scratch = changed != ["project"] or not _python(venv).is_file()
    if from_scratch:
        _claim(venv, changed if recorded.keys() == wanted.keys() else [])
    _write(venv, {"state": "unfinished"})
    try:
        if from_scratch:
            _clear(venv)
            with console.phase(f"Creating .venv with Python {sys.version.split()[0]}"):
                _create(venv, held)
            with console.phase("Installing the packages of requirements.lock"):
                lock = ["--require-hashes", "--only-binary", ":all:", "-r", "requirements.lock"]
                _pip_install(venv, held, *lock)
        with console.phase("Installing this project, editable"):
            _pip_install(venv, held, "--no-deps", "--no-build-isolation", "-e", ".")
    except (console.ScriptError, OSError):
        with contextlib.suppress(OSError):
            _clear(venv)
        raise
    _write(venv, wanted)


def _claim(venv: Path, changed: list[str]) -> None:
    """Make sure that `.venv` may be emptied, and say why if there is something in it."""
    venv.mkdir(exist_ok=True)
    if not any(venv.iterdir()):
        return
    if not any(venv.glob(f"{RECORD}*")):
        raise console.ScriptError(FOREIGN.format(venv))
    why = f"is out of date ({', '.join(changed)})" if changed else "was not finished"
    console.say(f"The set-up in .venv {why}: starting from scratch.")


def _clear(venv: Path) -> None:
    """Empty `.venv` but for the record, which must stay for as long as anything else is there."""
    for item in venv.iterdir():
        if item.name == RECORD:
            continue
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item)
        else:
            item.unlink()


def _create(venv: Path, held: int) -> None:
    """Create the bare environment, with pip."""
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise console.ScriptError(NO_VENV.format(*sys.version_info))
    bare = [_base_python(), "-I", "-m", "venv", "--without-pip", str(venv)]
    _check(*console.capture(bare, keep_open=[held]))
    # venv would install pip too, but keeps to itself why that failed.
    pip = [str(_python(venv)), "-I", "-m", "ensurepip", "--default-pip"]
    _check(*console.capture(pip, keep_open=[held]))


def _pip_install(venv: Path, held: int, *arguments: str) -> None:
    """Install with the environment's own pip, whose patience with a dead network is cut short."""
    patience = {"PIP_RETRIES": "2", "PIP_DEFAULT_TIMEOUT": "15"}  # the user's own settings win
    fixed = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
    command = [str(_python(venv)), "-I", "-m", "pip", "install", "--progress-bar=off", *arguments]
    env = {**patience, **os.environ, **fixed}
    _check(*console.capture(command, env, keep_open=[held]))


def _check(code: int, printed: str) -> None:
    """Turn a failed step into plain words, followed by the end of what it printed."""
    if code:
        detail = "\n".join(f"    {line}" for line in printed.splitlines()[-6:])
        raise console.ScriptError(f"{explain(printed)}\n\nThe output ended with:\n{detail}")


def _complete(venv: Path, wanted: Record) -> bool:
    """Say whether `.venv` is exactly what is wanted."""
    return _recorded(venv) == wanted and _python(venv).is_file()


def _wanted(root: Path) -> Record:
    """Return the record of a complete set-up: what, for which Python, where."""
    import tomllib  # not at the top: an old Python must get as far as its message

    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    packaging = [settings["build-system"], settings["project"], settings["tool"]["hatch"]]
    return {
        "lock": hashlib.sha256((root / "requirements.lock").read_bytes()).hexdigest(),
        "project": hashlib.sha256(json.dumps(packaging).encode()).hexdigest(),
        "Python": f"{os.path.realpath(_base_python())} {sys.version}",
        "folder": str(root),
    }


def _recorded(venv: Path) -> Record:
    """Return the record in a `.venv`; empty where there is none that can be read."""
    with contextlib.suppress(OSError, ValueError):
        record = json.loads((venv / RECORD).read_text(encoding="utf-8"))
        if isinstance(record, dict):
            return record
    return {}


def _write(venv: Path, record: Record) -> None:
    """Replace the record in one move, so that it is never read half-written."""
    draft = venv / f"{RECORD}.new"
    draft.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    draft.replace(venv / RECORD)


def _base_python() -> str:
    """Return the interpreter that `.venv` is made from, also when we run inside `.venv` itself."""
    return str(getattr(sys, "_base_executable", sys.executable))


def _python(venv: Path) -> Path:
    """Return the environment's interpreter."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _main() -> int:
    """Prepare, and say where."""
    options = console.Parser(description="Prepare .venv from requirements.lock, and nothing else.")
    options.parse_args()
    console.say(f"Ready: {prepare()}")
    return 0


if __name__ == "__main__":
    console.main(_main)

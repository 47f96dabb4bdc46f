"""Make what a release consists of, in the folder dist, from the commit that is checked out.

  logistic_gradient-VERSION-*.whl and .tar.gz   the package: no checker, no site
  logistic-gradient-VERSION-site.zip            the site, to be read from disk
  logistic-gradient-VERSION.pdf                 the site, on paper
  SHA256SUMS                                    their checksums

All of it is dated by the commit. Packages made twice from one commit are the same, byte for byte.
It publishes nothing.
"""

import argparse
import hashlib
import os
import tomllib
from pathlib import Path

import build
import console
import environment

NAME = "logistic-gradient"
SITE = console.ROOT / ".cache" / "release" / "site"
SUMS = "SHA256SUMS"


def main() -> int:
    """Read the arguments, prepare, make everything; return the exit code."""
    parser = console.Parser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--draft", action="store_true", help="also where files differ from the commit"
    )
    draft: bool = parser.parse_args().draft
    if not draft:
        _require_committed()
    dated = {**os.environ, "SOURCE_DATE_EPOCH": _commit_time()}
    python = environment.prepare()
    SITE.parent.mkdir(parents=True, exist_ok=True)
    if not build.build(python, SITE):
        return 1
    dist = console.ROOT / "dist"
    new = dist.with_name("dist.new")
    build.remove(new)
    new.mkdir()
    try:
        make(python, SITE, new, dated)
        build.replace(dist, new)
    finally:
        build.remove(new)
    for file in sorted(dist.iterdir()):
        console.say(f"{file.stat().st_size / 1e6:8.2f} MB  {file.relative_to(console.ROOT)}")
    return 0


def make(python: Path, site: Path, folder: Path, env: "dict[str, str]") -> None:
    """Make the files of a release in an empty folder, from a built site."""
    stem = str(folder / f"{NAME}-{version()}")
    for text, command in (
        ("Building the package", ["hatchling", "build", "-d", str(folder)]),
        ("Packing the site", ["site_build.editions.disk", str(site), f"{stem}-site.zip"]),
        ("Printing the site", ["site_build.editions.paper", str(site), f"{stem}.pdf"]),
    ):
        with console.phase(text):
            code, printed = console.capture([str(python), "-P", "-m", *command], env)
            if code:
                raise console.ScriptError(f"{text} failed:\n{printed}")
    sums = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted(folder.iterdir())
    ]
    (folder / SUMS).write_text("".join(sums), encoding="utf-8")


def version() -> str:
    """Return the version that pyproject.toml states."""
    text = (console.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    stated: str = tomllib.loads(text)["project"]["version"]
    return stated


def _require_committed() -> None:
    """Refuse to release what no commit has."""
    changed = _git("status", "--porcelain")
    if changed:
        raise console.ScriptError(
            f"These files differ from the commit:\n{changed}\n"
            "Commit them, or say --draft for a release that is not published."
        )


def _commit_time() -> str:
    """Return when the commit was made, in seconds since 1970."""
    return _git("log", "-1", "--format=%ct")


def _git(*arguments: str) -> str:
    """Ask git about this repository."""
    code, printed = console.capture(["git", *arguments])
    if code:
        raise console.ScriptError(f"A release is made in a clone of the repository:\n{printed}")
    return printed.strip()


if __name__ == "__main__":
    console.main(main)

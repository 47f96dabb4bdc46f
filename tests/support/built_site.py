"""The built site: where it is, and which pages it has."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import urlsplit

import bs4
import pytest

from tests.support.programs import asked, started

ROOT = Path(__file__).parents[2]
FOLDER = "LOGISTIC_GRADIENT_TEST_SITE"  # the variable that names where to build; see conftest.py
NOT_FOUND = "404.html"
PATIENCE = 120.0  # seconds that one process waits for another to build


@dataclass(frozen=True)
class Site:
    """A folder with the built site."""

    folder: Path

    @cached_property
    def addresses(self) -> list[str]:
        """Every page, as its address below the home page; the home page itself is ""."""
        files = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return sorted(file.removesuffix("index.html") for file in files)

    def addresses_with(self, selector: str) -> list[str]:
        """The pages that hold an element of a kind, which is none inside of a formula."""
        return [address for address in self.addresses if holds(self.file(address), selector)]

    def file(self, address: str) -> Path:
        """Return the HTML file of a page."""
        path = self.folder / address
        return path if path.suffix == ".html" else path / "index.html"

    def soup(self, address: str) -> bs4.BeautifulSoup:
        """Return the parsed HTML of a page."""
        return parsed(self.file(address))

    @cached_property
    def base(self) -> str:
        """The path below which the site is meant to lie: the error page knows no other."""
        home = self.soup(NOT_FOUND).select_one("a.md-logo[href]")
        assert home is not None, "the error page has no link to the home page"
        return urlsplit(str(home["href"])).path.removesuffix(".")


@cache
def parsed(file: Path) -> bs4.BeautifulSoup:
    """Parse an HTML file, once: pages full of formulas are large."""
    return bs4.BeautifulSoup(file.read_text("utf-8"), "html.parser")


FORMULA = re.compile(r"(<mjx-container[^>]*>).*?(</mjx-container>)", re.DOTALL)


@cache
def holds(file: Path, selector: str) -> bool:
    """Say whether an HTML file has an element of a kind, outside of what formulas are made of."""
    return outlined(file).select_one(selector) is not None


@cache
def outlined(file: Path) -> bs4.BeautifulSoup:
    """Parse an HTML file without what formulas are made of, which is most of it."""
    return bs4.BeautifulSoup(FORMULA.sub(r"\1\2", file.read_text("utf-8")), "html.parser")


@cache
def built_site() -> Site:
    """Return the site in SITE_DIR, or one built for this test run."""
    if given := os.environ.get("SITE_DIR"):
        if not Path(given, "index.html").is_file():
            raise pytest.UsageError(f"SITE_DIR names {given}, which holds no built site")
        return Site(Path(given).resolve())
    return Site(_built_once(Path(os.environ[FOLDER])))


def _built_once(folder: Path) -> Path:
    """Build below a folder, or wait for the process that made the folder first."""
    site, outcome = folder / "site", folder / "outcome.json"
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + PATIENCE
        while not outcome.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
    else:
        built = mkdocs_build(ROOT, site)
        draft = folder / "outcome.new"
        draft.write_text(json.dumps([built.returncode, built.stdout]), "utf-8")
        draft.replace(outcome)
    code, printed = json.loads(outcome.read_text("utf-8"))
    if code:
        raise pytest.UsageError(f"the site cannot be built:\n{printed}")
    return site


def mkdocs_build(project: Path, site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a strict build; messages of all kinds are in its standard output."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "mkdocs", "build", *_strictly(site, options)],
        cwd=project,
        env=_variables(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def small_build(project: Path, site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Do the same in a fork of a process that has loaded all that a build needs, if there can be.

    For a small project, loading takes longer than building.
    """
    if not hasattr(os, "fork"):
        return mkdocs_build(project, site, *options)
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder, "printed")
        request = {
            "options": _strictly(site, options),
            "project": str(project),
            "variables": _variables(),
            "printed": str(printed),
        }
        code = int(asked(_build_server(), request))
        return subprocess.CompletedProcess(["mkdocs"], code, printed.read_text("utf-8"))


def _strictly(site: Path, options: Sequence[str]) -> list[str]:
    return ["--strict", *options, "--site-dir", str(site)]


def _variables() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


@cache
def _build_server() -> subprocess.Popen[str]:
    """Start one server for all tests of this process."""
    script = Path(__file__).with_name("build_server.py")
    return started([sys.executable, "-P", script], _variables())

"""Run every check there is. A failure does not keep the later ones from running.

  lint     ruff, eslint for the site's scripts, zizmor for the workflows: mistakes and style
  format   ruff: the layout of the code
  pages    proofread: every number, equation, example and figure of the pages
  build    the site; a warning fails it
  types    mypy, and tsc for the site's scripts, both strict
  tests    pytest: units, doctests, the pages' code, the site in a browser

The types are checked beside the steps before them. The exit code is 0 if all of them passed.
"""

import argparse
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import build
import console
import environment
import javascript

NAMES = ("lint", "format", "pages", "build", "types", "tests")
BESIDE = "types"
SITE = console.ROOT / ".cache" / "site"


def main() -> int:
    """Prepare, run the chosen steps, sum up."""
    parser = console.Parser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "steps", nargs="*", type=_name, metavar="STEP", help="only these steps (default: all)"
    )
    parser.add_argument(
        "-k",
        metavar="EXPRESSION",
        default="",
        help="only the tests whose names match, as in pytest",
    )
    options = parser.parse_args()

    steps = Steps(environment.prepare(), options.k)
    chosen = [name for name in NAMES if name in (options.steps or NAMES)]
    with ThreadPoolExecutor(1) as beside:
        try:
            return _sum_up(_run(steps, chosen, beside))
        except BaseException:
            console.end_all()  # or we would wait for what goes on beside
            raise


Result = tuple[str, bool, float]  # a step's name, whether it passed, and its seconds


def _run(steps: "Steps", chosen: list[str], beside: ThreadPoolExecutor) -> list[Result]:
    """Run steps one after the other, but for the types: they begin at once, on another core."""
    types = beside.submit(console.held, lambda: _timed(steps, BESIDE)) if BESIDE in chosen else None
    results = []
    for name in chosen:
        console.say(f"\n== {name}")
        if name == BESIDE and types:
            result, said = types.result()
            console.say(said, end="")
        else:
            result = _timed(steps, name)
        results.append(result)
    return results


def _timed(steps: "Steps", name: str) -> Result:
    """Run one step."""
    started = time.perf_counter()
    step: Callable[[], bool] = getattr(steps, name)
    passed = step()
    return name, passed, time.perf_counter() - started


class Steps:
    """One method a step; each prints what it finds and says whether all is well."""

    def __init__(self, python: Path, expression: str) -> None:
        self.python = str(python)
        self.expression = expression
        self.env = dict(os.environ)

    def lint(self) -> bool:
        """Look for mistakes, also in the tests, in these scripts and in the workflows."""
        passed = [self._module("ruff", "check"), self._workflows()]
        return javascript.run(Path(self.python), "eslint", "--max-warnings=0", ".") and all(passed)

    def format(self) -> bool:
        """Compare the layout of the code with ruff's."""
        return self._module("ruff", "format", "--check")

    def types(self) -> bool:
        """Check the types of the packages, of these scripts, and of those of the site."""
        passed = [self._module("mypy"), self._module("mypy", "scripts")]
        return javascript.run(Path(self.python), "tsc") and all(passed)

    def pages(self) -> bool:
        """Judge every claim of every page; the build and the tests read the same verdicts."""
        return self._module("proofread")

    def build(self) -> bool:
        """Build the site afresh; the tests then read this build."""
        built = build.build(Path(self.python), SITE)
        if built:
            self.env["SITE_DIR"] = str(SITE)
        return built

    def tests(self) -> bool:
        """Run pytest on a few processes; more would only mean more browsers side by side."""
        chosen = ["-k", self.expression] if self.expression else []
        spread = ("--numprocesses=auto", "--maxprocesses=4", "--dist=loadgroup")
        return self._module("pytest", *spread, "--durations=10", *chosen)

    def _workflows(self) -> bool:
        """Run zizmor, which is a program and no module, on what runs where the code is hosted."""
        zizmor = str(Path(self.python).with_name("zizmor"))
        options = ("--offline", "--quiet", "--pedantic", "--strict-collection")
        return console.run([zizmor, *options, ".github"], self.env) == 0

    def _module(self, *command: str) -> bool:
        """Run a tool of the environment."""
        return console.run([self.python, "-P", "-m", *command], self.env) == 0


def _name(text: str) -> str:
    """Read a step's name."""
    if text not in NAMES:
        raise argparse.ArgumentTypeError(
            f"no step is called {text!r}; there are {', '.join(NAMES)}"
        )
    return text


def _sum_up(results: list[Result]) -> int:
    """Print the table of results; return the exit code."""
    console.say(f"\n{'step':8} {'result':8} {'time':>7}")
    for name, passed, seconds in results:
        console.say(f"{name:8} {'passed' if passed else 'FAILED':8} {seconds:5.1f} s")
    failed = [name for name, passed, _ in results if not passed]
    console.say(f"\nFAILED: {', '.join(failed)}" if failed else "\nAll is well.")
    return 1 if failed else 0


if __name__ == "__main__":
    console.main(main)

"""Builds projects on request: a program that loads what a build needs once, and forks for each.

A request is a line of JSON with the options of `mkdocs build`, the project's folder, the variables
of the environment, and the file for what is printed. The answer is a line with the exit code.
"""

import json
import os
import sys

import material.plugins.search.plugin  # noqa: F401 (MkDocs loads it by its name)
from mkdocs.__main__ import cli

import site_build.hooks  # noqa: F401 (MkDocs runs the file, and that loads the same)
from site_build.figures import FIGURES, standalone


def main() -> None:
    """Answer until nobody asks any more."""
    for name in FIGURES:
        standalone(name)
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if not child:
            build(**request)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def build(options: list[str], project: str, variables: dict[str, str], printed: str) -> None:
    """Build as the command does, and exit as it does."""
    with open(printed, "wb") as file:  # noqa: PTH123 (for its descriptor)
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    os.chdir(project)
    os.environ.clear()
    os.environ.update(variables)
    cli.main(["build", *options], prog_name="mkdocs")


if __name__ == "__main__":
    main()

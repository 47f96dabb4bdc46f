"""Brings the numbers of docs/at-scale.md up to date, where it says that they are measured.

Each number there stands before the expression that it is bound to. The page's hidden code reads the
file of results and computes the costs, so that the formulas are written once, on the page; the
site's checker evaluates the same expressions again.
"""

import contextlib
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = "docs/at-scale.md"
HIDDEN = re.compile(r"<!-- python:\n(.*?)-->", re.DOTALL)
MEASURED = re.compile(
    r"<!-- note: from here on, .* benchmarks/scale.py -->.*?<!-- note: to here -->", re.DOTALL
)
BOUND = re.compile(r"(?P<number>-?\d[\d.]*(?:e[+-]\d+)?)<!-- = (?P<expression>.*?) -->")


def write(root: Path = ROOT) -> None:
    """Write the measured numbers of the page anew, each with the decimals that it has."""
    page = root / PAGE
    text = page.read_text("utf-8")
    names: dict[str, Any] = {}
    with contextlib.chdir(root):
        exec("\n".join(HIDDEN.findall(text)), names)  # noqa: S102 (the checker runs it, too)

    def anew(found: re.Match[str]) -> str:
        value = eval(found["expression"], names)  # noqa: S307 (as above)
        return f"{value:{_form(found['number'])}}<!-- = {found['expression']} -->"

    page.write_text(MEASURED.sub(lambda part: BOUND.sub(anew, part[0]), text), "utf-8")


def _form(number: str) -> str:
    mantissa, mark, _ = number.partition("e")
    return f".{len(mantissa.partition('.')[2])}{mark or 'f'}"

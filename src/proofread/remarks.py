"""Judges the comments and docstrings of code that runs: what they say, running cannot reach.

A comment behind the assignment of a name speaks of its value, as it is right after that statement:
``z = w @ x + b  # -0.7``. Its numbers must be the correct roundings of that value, or of all its
entries in order, or of its shape where the comment says *shape*. Any other comment and a docstring
may hold no number but the names of `listed.KNOWN`. No remark may hold a formula.
"""

from __future__ import annotations

from collections.abc import Iterator

from proofread.claim import Claim, Kind
from proofread.context import Context
from proofread.literal import Numeral
from proofread.numbers import ABOUT, check_number
from proofread.piece import Fence
from proofread.plain_formulas import formulas_in
from proofread.slips import TRANSPOSE
from proofread.stops import assigned, numerals_in, remarks
from proofread.value import UnreadableError

MEND = "say it in words, print it, or put it behind the assignment of the name that holds it"


def check_values(context: Context, fence: Fence, row: int) -> None:
    """Judge the numbers of the remark on a row, right after that row has run."""
    target = assigned(fence, row)
    for at, text in _places(fence, row):
        numerals = numerals_in(text)
        shape = "shape" in text
        whole = f"flat({target}{'.shape' if shape else ''})"
        single = len(numerals) == 1 and not shape
        if not single and (problem := _miscounted(context, whole, len(numerals))):
            _refuse(context, context.claim(Kind.NUMBER, *_span(at, numerals[0])), problem)
            continue
        for n, numeral in enumerate(numerals):
            claim = context.claim(Kind.NUMBER, *_span(at, numeral))
            about = ABOUT.search(text[: numeral.start]) is not None
            entry = target if single else f"{whole}[{n}]"
            check_number(context, claim, numeral, entry, about=about)


def check_remarks(context: Context, fence: Fence) -> None:
    """Judge what no value stands for: numbers elsewhere in remarks, and formulas."""
    for row in sorted({row for row, _ in remarks(fence)}):
        for at, text in _places(fence, row):
            for place, sign in [*formulas_in(text), *_transposes(text)]:
                claim = context.claim(Kind.EQUATION, at + place, at + place + len(sign))
                _refuse(context, claim, "a formula in words, which nothing computes")
            for numeral in numerals_in(text) if not assigned(fence, row) else ():
                claim = context.claim(Kind.NUMBER, *_span(at, numeral))
                _refuse(context, claim, "nothing: running it does not check this number")


def _transposes(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in TRANSPOSE.finditer(text)]


def _miscounted(context: Context, whole: str, shown: int) -> str:
    try:
        number = context.engine.value(f"len({whole})")
    except UnreadableError as error:
        return str(error)
    return "" if number == shown else f"{number} numbers, and {shown} in the comment"


def _refuse(context: Context, claim: Claim, problem: str) -> None:
    says = f"{claim.text}, in a comment or docstring"
    context.fail(claim, says=says, computed=problem, mend=MEND)


def _span(start: int, numeral: Numeral) -> tuple[int, int]:
    return start + numeral.start, start + numeral.end


def _places(fence: Fence, row: int) -> Iterator[tuple[int, str]]:
    """Yield the remarks on a row, with the place of each on the page."""
    lines = fence.text.split("\n")
    start = fence.start + sum(len(line) + 1 for line in lines[: row + 1])
    for other, text in remarks(fence):
        if other == row:
            yield start + max(lines[row + 1].find(text), 0), text

"""The closed list of numerals that are no quantities, each with a check of its own.

- ``Step 2`` in a heading: the steps (exercises, parts, sections) of a page count up from 1.
  Elsewhere it must be the text of a link whose target ends in ``step-2`` and so on: then the strict
  build of the site proves that it leads somewhere.
- ``1.`` at the start of a line: the items of a list count up from 1.
- ``[^2]``: a footnote is defined once and referred to.
- ``UTF-8`` and the like: names from a list of which none is a slip of another (listed.py).
- ``Python 3.11``, ``NumPy 2.0``: versions as the project's own settings or its lock file have them.
- ``© 2026``: the year that the licence names.
- ``(2006), section 4.3<!-- cited: ... -->``: the citation of a docstring, word for word.
- ``(12)`` beside an equation with a name: nobody writes it; see `proofread.named`.
- The symbol table itself (docs/notation.md): what stands in its columns from the third on is what
  all formulas of all pages are evaluated with, so that a slip there fails elsewhere.

Everything else is bound to an expression, or fails.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from proofread.context import Context
from proofread.listed import KNOWN
from proofread.literal import Numeral
from proofread.page import Page
from proofread.piece import Part, Piece
from proofread.reference import is_reference

#: The classes, in words, for the page that lists what is exempt.
CLASSES = (
    "Step, Exercise, Part or Section and its number: in headings they count up; elsewhere the "
    "words are a link that leads there.",
    "The number of a list item: the items count up.",
    "A footnote's mark: it is defined once and referred to.",
    "A name with a digit in it, such as UTF-8, from a list in which none is a slip of another.",
    "A version: the project's settings or its lock file name it.",
    "The year beside ©: the licence names it.",
    "A number in a citation: the docstring that names the source and the page have the same words.",
    "The number of an equation with a name: they count up through the pages in the order of the "
    "navigation, and each stands beside its own formula.",
    "Code in a line that names an option, a setting, a file, a package or a command: the project, "
    "its lock file or a command on the page has it.",
    "The shape and the Python of a row in the symbol table: every formula is evaluated with them.",
)

CITATION = "a citation, as the docstring and the page have it"
LIST_ITEM = "an item of a list"
SYMBOL_TABLE = "| Symbol | Meaning | Shape | In Python | How it is computed |"
LABEL = re.compile(r"\b(Step|Exercise|Part|Section)[ \u00a0]$", re.IGNORECASE)
MARKER = re.compile(r"[ \t>]*$")
PRODUCT = re.compile(r"\b([A-Za-z][\w-]*)[ \u00a0]$")
#: Behind the least version that will do, which is meant in full.
OR_NEWER = re.compile(r"\s+(?:or|and)\s+(?:newer|later|higher|above|up|greater)\b", re.IGNORECASE)
FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\](:?)")


def class_of(context: Context, piece: Piece, numeral: Numeral) -> str:
    """Return why a numeral needs no binding, or nothing where it needs one."""
    start = piece.start + numeral.start
    text = context.page.text
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start]
    if is_cited(context, piece, numeral.start):
        return CITATION
    if numeral.text in KNOWN:
        return f"the name {numeral.text}"
    whole = re.fullmatch(r"[0-9]+", numeral.text)
    if whole and MARKER.fullmatch(before) and re.match(r"\.\s", text[piece.start + numeral.end :]):
        return LIST_ITEM if _counts_up(text, line_start, numeral.text) else ""
    if whole and (label := LABEL.search(before)):
        return _step(context, piece, before, label[1], numeral.text)
    if in_symbol_table(context.page, start):
        return "a declaration that formulas are evaluated with"
    if re.search(r"©[ \u00a0]$", before):
        return "the year of the licence" if numeral.text in _licence(context.root) else ""
    if product := PRODUCT.search(before):
        known = versions(context.root).get(product[1].lower(), set())
        if OR_NEWER.match(text[piece.start + numeral.end :]):
            known = {version for version in known if version == numeral.text}
        if any(f"{version}.".startswith(f"{numeral.text}.") for version in known):
            return f"a version of {product[1]} that the project names"
    return ""


def in_symbol_table(page: Page, start: int, *, symbols: bool = False) -> bool:
    """Whether a place lies in a column of the symbol table that formulas are evaluated with.

    These are the third and those after it, or the first, where the ``symbols`` themselves stand.
    """
    head = page.text.find("\n" + SYMBOL_TABLE)
    if head < 0 or head > start or not f"/{page.path}".endswith("/docs/notation.md"):
        return False
    rows = page.text[head + 1 : start]
    column = rows.rpartition("\n")[2].count("|")
    return "\n\n" not in rows and (column == 1 if symbols else column > 2)


def _step(context: Context, piece: Piece, before: str, word: str, number: str) -> str:
    if re.match(r"#+\s", before):
        heading = re.compile(rf"^#+ .*?\b{word}[ \u00a0]([0-9]+)\b", re.MULTILINE | re.IGNORECASE)
        numbers = heading.findall(context.page.text)
        ordered = numbers == [str(n) for n in range(1, len(numbers) + 1)]
        return f"{word} {number} of {len(numbers)}, which count up" if ordered else ""
    target = context.neighbour(piece, 1)
    if target is None or target.part is not Part.TARGET:
        return ""
    slug = re.compile(rf"#(?:[\w-]*-)?{word}-{number}(?:-[^\s)]*)?[)\s]", re.IGNORECASE)
    return f"a link to {word} {number}" if slug.search(target.text) else ""


def _counts_up(text: str, line_start: int, number: str) -> bool:
    """Whether the marker before this one in its list, if any, is one less."""
    rest = text[line_start:]
    prefix = rest[: len(rest) - len(rest.lstrip(" \t>"))]
    for line in reversed(text[:line_start].split("\n")[:-1]):
        if item := re.match(rf"{re.escape(prefix)}([0-9]+)\.\s", line):
            return int(number) == int(item[1]) + 1
        if line.strip() and not line.startswith((f"{prefix} ", f"{prefix}\t")):
            break
    return int(number) == 1


def is_cited(context: Context, piece: Piece, offset: int) -> bool:
    """Whether a place is in a citation that the comment behind it repeats word for word.

    Only a docstring cites so: an author who wrote both would vouch for any number.
    """
    behind = context.remark_after(piece)
    if behind is None or behind[1].word != "cited" or not _of_docstring(context.page, behind[0]):
        return False
    citation = behind[1].body
    return piece.text.endswith(citation) and offset >= len(piece.text) - len(citation)


def _of_docstring(page: Page, comment: Piece) -> bool:
    """Whether a comment was written with a docstring into a page that names its module."""
    written = not page.origins or page.origin(comment.line)[0] != page.path
    return written and is_reference(page.path)


def footnote_problem(context: Context, piece: Piece) -> str:
    """Return what is wrong with a footnote mark, or nothing."""
    marks = [
        FOOTNOTE.findall(other.text)[0]
        for other in context.page.pieces
        if other.part is Part.FOOTNOTE
    ]
    name = FOOTNOTE.findall(piece.text)[0][0]
    defined, used = marks.count((name, ":")), marks.count((name, ""))
    if defined != 1:
        return f"footnote {name} is defined {defined} times"
    return "" if used else f"nothing refers to footnote {name}"


@cache
def versions(root: Path) -> dict[str, set[str]]:
    """Return the versions that the project asks for and those that its lock file pins."""
    found: dict[str, set[str]] = {}
    for name in ("pyproject.toml", "requirements.lock"):
        path = root / name
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        for package, version in re.findall(
            r"^[\s\"']*([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*(?:==|>=)\s*([0-9][0-9.]*)", text, re.M
        ):
            found.setdefault(package.lower(), set()).add(version)
        if python := re.search(r'^requires-python\s*=\s*">=([0-9.]+)', text, re.MULTILINE):
            found.setdefault("python", set()).add(python[1])
    return found


@cache
def _licence(root: Path) -> frozenset[str]:
    path = root / "LICENSE"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return frozenset(re.findall(r"Copyright \(c\) ([0-9]{4})", text))

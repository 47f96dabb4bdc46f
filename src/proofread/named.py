r"""Counts the equations that have a name, through all pages, in the order of the navigation.

``$$ ... $$<!-- equation: sigmoid | The sigmoid -->`` names the display before it. The built page
shows its number, the anchor ``eq-sigmoid`` is there to link to, and the list of results has it.
An author writes no numbers: only names, of which each is given once, and links to them.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from proofread.claim import Claim, Kind, Verdict
from proofread.comment import ANNOTATIONS, read_comment
from proofread.page import Page
from proofread.piece import Part, Piece

BODY = re.compile(
    r"(?P<name>[a-z]+(?:-[a-z]+)*)\s*\|\s*(?P<title>[A-Z][^\W\d_]*(?:[ ,'’-]+[^\W\d_]+)*)"
)
LINK = re.compile(r"(?P<page>[^\s()\[\]\"'<>:]*)#eq-(?P<name>[\w-]*)")
NAVIGATION = re.compile(r"^nav:\n(?P<lines>(?:[ \t#].*\n|\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Label:
    """The name that a comment gives to the display before it."""

    name: str
    title: str
    comment: Piece
    formula: Piece


@dataclass(frozen=True)
class Named:
    """An equation with a name, and its number; ``page`` is the title of the page it is on."""

    number: int
    name: str
    title: str
    tex: str
    path: str
    page: str

    @property
    def anchor(self) -> str:
        """The anchor to link to, which stays when the numbers change."""
        return f"eq-{self.name}"

    @property
    def shown(self) -> str:
        """The number as readers see it."""
        return f"({self.number})"


def named_formula(page: Page, comment: Piece) -> Piece | None:
    """Return the display that stands before a comment, with at most one other comment between."""
    n = page.pieces.index(comment)
    before = [piece for piece in page.pieces[max(n - 4, 0) : n] if piece.text.strip()]
    if before and before[-1].part is Part.COMMENT:
        remark = read_comment(before[-1].content)
        if remark is not None and remark.word in ANNOTATIONS:
            before.pop()
    found = before[-1] if before else None
    return found if found is not None and found.part is Part.FORMULA and found.display else None


def label_problem(page: Page, comment: Piece, body: str) -> str:
    """Return what is wrong with a comment that names an equation, or nothing."""
    match = BODY.fullmatch(body)
    if match is None:
        return "a name and a title are wanted, `some-name | Some title`, in letters alone"
    formula = named_formula(page, comment)
    if formula is None:
        return "it names no equation: put it right behind a display formula"
    if formula.column != 1:
        return "an equation with a name starts at the left margin"
    return ""


def labels(page: Page) -> tuple[Label, ...]:
    """Return the equations with a name on a page, in order."""
    found = []
    for piece in page.pieces if "<!-- equation:" in page.text else ():
        remark = read_comment(piece.content) if piece.part is Part.COMMENT else None
        if remark is None or remark.word != "equation":
            continue
        if label_problem(page, piece, remark.body):
            continue
        match, formula = BODY.fullmatch(remark.body), named_formula(page, piece)
        assert match is not None  # noqa: S101 (nothing is wrong with it)
        assert formula is not None  # noqa: S101
        found.append(Label(match["name"], match["title"], piece, formula))
    return tuple(found)


def title_of(page: Page) -> str:
    """Return the first heading of a page."""
    heading = re.search(r"^# (.+)$", page.text, re.MULTILINE)
    return re.sub(r"<!--.*?-->", "", heading[1]).strip() if heading else page.path


@lru_cache(maxsize=256)
def _parsed(text: str, path: str) -> Page:
    return Page.parse(text, path)


@dataclass(frozen=True)
class Numbering:
    """The equations with a name of a whole project, in the order of its navigation."""

    named: tuple[Named, ...] = ()
    pages: tuple[str, ...] = ()

    @classmethod
    def of(cls, root: Path) -> Numbering:
        """Read the pages that the navigation names."""
        settings = root / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
        navigation = NAVIGATION.search(text)
        lines = navigation["lines"].splitlines() if navigation else []
        entries = [re.search(r"([^\s:\"']+\.md)[\"']?\s*(?:#.*)?$", line) for line in lines]
        pages = [f"docs/{entry[1]}" for entry in entries if entry]
        named: list[Named] = []
        for path in pages:
            file = root / path
            if file.is_file():
                page = _parsed(file.read_text(encoding="utf-8"), path)
                for label in labels(page):
                    number, tex = len(named) + 1, label.formula.content
                    named.append(Named(number, label.name, label.title, tex, path, title_of(page)))
        return cls(tuple(named), tuple(pages))

    @cached_property
    def by_name(self) -> dict[str, list[Named]]:
        """The equations by their names; a name that is given twice has two."""
        found: dict[str, list[Named]] = {}
        for each in self.named:
            found.setdefault(each.name, []).append(each)
        return found

    def on(self, path: str) -> list[Named]:
        """Return the equations of one page."""
        return [each for each in self.named if each.path == path]

    def verdicts(self, page: Page) -> list[Verdict]:
        """Judge the names on a page, and the links to names; only a whole project can tell."""
        return [
            *(self._name(page, label) for label in labels(page)),
            *(verdict for piece in page.pieces for verdict in self._links(page, piece)),
        ]

    def _name(self, page: Page, label: Label) -> Verdict:
        piece, same = label.comment, self.by_name.get(label.name, [])
        claim = _claim(page, piece, Kind.NUMBER, piece.text, piece.start)
        if page.path not in self.pages:
            return _fails(claim, "the navigation does not lead to this page", "add it to `nav`")
        if len(same) > 1:
            places = ", ".join(each.path for each in same)
            return _fails(claim, f"the name {label.name} is given twice: {places}", "rename one")
        number = replace(claim, text=same[0].shown)
        return Verdict(number, True, evidence=f"the number of the equation: {label.title}")

    def _links(self, page: Page, piece: Piece) -> list[Verdict]:
        if piece.part is not Part.TARGET:
            return []
        found = []
        for link in LINK.finditer(piece.text):
            claim = _claim(page, piece, Kind.EQUATION, link[0], piece.start + link.start())
            target = page.path
            if link["page"]:
                folder = posixpath.dirname(page.path)
                target = posixpath.normpath(posixpath.join(folder, link["page"]))
            same = [each for each in self.by_name.get(link["name"], []) if each.path == target]
            if not same:
                why = f"no equation of {target} has the name {link['name']}"
                found.append(_fails(claim, why, "mend the link, or name the equation"))
        return found


def _claim(page: Page, piece: Piece, kind: Kind, text: str, start: int) -> Claim:
    """Make a claim of a text in a piece, at the place where the piece was written."""
    place = page.origin(piece.line, piece.column)
    return Claim(*place, kind, text, start, start + len(text))


def _fails(claim: Claim, computed: str, mend: str) -> Verdict:
    return Verdict(claim, False, claim.text, computed, mend)

r"""Renames the formulas of a page, and says where that cannot be done.

Where two symbols of a page would look alike, the page gives its own one another name, in a comment
that counts on this page alone:

    <!-- notation: Statistics: d -> c -->
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from proofread.bare import is_function, operation
from proofread.comment import DECLARATIONS, read_comment
from proofread.conventions import foreign
from proofread.derivations import left_out
from proofread.equations import EquationError, Scope, SymbolTable
from proofread.equations.parser import parse
from proofread.equations.tokens import significant
from proofread.notations.convention import Convention, Entry, Key, read_convention
from proofread.notations.folding import parse_renamed
from proofread.notations.meaning import meaning
from proofread.notations.renaming import rename
from proofread.notations.tables import clashes, renamed_table
from proofread.page import Page
from proofread.piece import Part, Piece
from proofread.scoping import read_table
from proofread.traces import squeeze


class ClashError(EquationError):
    """Two symbols of a page would look alike; no formula of it can be read then."""


@dataclass
class Renamed:
    """The formulas of a page in one convention, by ours, and what is wrong with them."""

    formulas: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, ours: str, theirs: str) -> None:
        """Take in how a formula is written there.

        Raises:
            EquationError: it is written in another way elsewhere.

        """
        if self.formulas.setdefault(ours, theirs) != theirs:
            raise EquationError(f"${ours}$ has two forms: ${theirs}$, too")


def renamed_page(page: Page, notation: str, convention: Convention) -> Renamed:
    """Return all formulas of a page as the convention writes them.

    ``notation`` is the text of the page that declares the symbols of all pages.
    """
    result = Renamed()
    writer = Writer(page, read_table(notation), convention)
    theirs_already = []
    for piece in page.pieces:
        try:
            if piece.part is Part.COMMENT:
                writer.declare(piece)
            elif piece.part is Part.FORMULA and foreign(page, piece) is not None:
                theirs_already.append(squeeze(piece.content))
            elif piece.part is Part.FORMULA:
                tex = squeeze(piece.content)
                result.add(tex, writer.write(tex, squeeze(left_out(page, piece))))
        except (EquationError, ValueError) as error:
            path, line, _ = page.origin(piece.line)
            result.problems.append(f"{path}:{line}: in the notation {convention.name}: {error}")
            if isinstance(error, ClashError):
                break
    for tex in theirs_already:  # in the table that compares conventions, where nothing changes
        result.formulas.setdefault(tex, tex)
    return result


class Writer:
    """Renames one formula after another, under the declarations so far."""

    def __init__(self, page: Page, table: SymbolTable, convention: Convention) -> None:
        self._page = page
        self._scope = Scope(table)
        self._shared = {
            sign for row in table.definitions.values() for sign in _bases(row.name, table)
        }
        self._convention = convention
        self._used = frozenset(_signs(page))
        self._tables: dict[SymbolTable, SymbolTable] = {}  # by ours

    def declare(self, comment: Piece) -> None:
        """Take in what a comment declares."""
        remark = read_comment(comment.content)
        if remark is not None and remark.word in DECLARATIONS:
            self._scope.declare(comment.content)
        elif remark is not None and remark.word == "notation":
            own = read_convention(remark.body)
            if own.name == self._convention.name:
                self._convention = self._convention.with_entries(self._own(own.entries))
                self._tables.clear()

    def _own(self, entries: Mapping[Key, Entry]) -> Mapping[Key, Entry]:
        for base, _ in entries:
            if base in self._shared or not self._scope.table.is_base(base):
                raise EquationError("a page renames the symbols that it declares itself", 0, base)
        return entries

    def write(self, tex: str, before: str = "") -> str:
        """Return a formula in the convention, which says the same as ours.

        ``before`` is what a formula goes on from that starts with a relation.

        Raises:
            EquationError: it says something else, or cannot be read.

        """
        ours, theirs = self._scope.table, self._table()
        text = self.rename(tex)
        if text == tex and not self._taken & {token.name for token in significant(tex)}:
            return text  # it has no sign that means something else there
        if operation(tex):
            same = text == tex
        elif is_function(self._scope, tex):
            same = theirs.functions.get(text) == ours.functions[significant(tex)[0].name]
        else:
            there = f"{self.rename(before)} {text}"
            same = meaning(parse(f"{before} {tex}", ours), ours) == meaning(
                parse_renamed(there, theirs, self._convention), theirs
            )
        if not same:
            raise EquationError(f"${tex}$ becomes ${text}$, which says something else")
        return text

    def declares(self, sign: str) -> bool:
        """Whether a sign is that of a symbol."""
        return self._scope.table.is_base(sign)

    def rename(self, tex: str) -> str:
        """Return a formula, or a part of one, with the convention's names on this page."""
        return rename(tex, self._convention)

    @property
    def _taken(self) -> set[str]:
        return {entry.theirs[0] for entry in self._convention.entries.values()}

    def _table(self) -> SymbolTable:
        """Return our table in the convention."""
        ours = self._scope.table
        if ours not in self._tables:
            found = list(clashes(ours, self._convention, self._used))
            if found:
                pairs = "; ".join(f"{_named(a, ours)} and {_named(b, ours)}" for a, b in found)
                raise ClashError(
                    f"{pairs} would look alike; rename what this page declares: "
                    f"<!-- notation: {self._convention.name}: ours -> theirs -->"
                )
            self._tables[ours] = renamed_table(ours, self._convention, self._used)
        return self._tables[ours]


def _bases(name: str, table: SymbolTable) -> Iterator[str]:
    yield from (spelling.base for spelling in table.definitions[name].spellings)


def _named(base: str, table: SymbolTable) -> str:
    """Return a symbol with its meaning."""
    row = next(row for row in table.definitions.values() if base in _bases(row.name, table))
    return f"${base}$ ({row.meaning})"


def _signs(page: Page) -> Iterator[str]:
    """Yield the signs that occur in the formulas of a page."""
    for piece in page.pieces:
        if piece.part is Part.FORMULA:
            try:
                yield from (token.name for token in significant(piece.content.strip()))
            except EquationError:
                continue  # which fails on the page itself

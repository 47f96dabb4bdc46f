"""The table of symbols as another convention writes it, and what it would call by one name."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from proofread.equations.rows import Definition
from proofread.equations.spelling import Spelling
from proofread.equations.symbols import SymbolTable
from proofread.notations.convention import Convention


def renamed_table(table: SymbolTable, convention: Convention, used: Set[str]) -> SymbolTable:
    """Return the same definitions under other names.

    A symbol that a page does not use gives way where another one takes its name.
    """
    renamed = [(row, _renamed(row, convention)) for row in table.definitions.values()]
    alike: dict[str, set[str]] = {}  # ours, by how they are written there
    for old, new in renamed:
        for ours, theirs in zip(old.spellings, new.spellings, strict=True):
            alike.setdefault(theirs.base, set()).add(ours.base)
    kept = []
    for old, new in renamed:
        pairs = zip(old.spellings, new.spellings, strict=True)
        spellings = tuple(
            theirs
            for ours, theirs in pairs
            if _plain(ours.base) in used or len(alike[theirs.base]) == 1
        )
        kept.append(replace(new, spellings=spellings))
    indices = {each.base for row in kept if row.kind == "index" for each in row.spellings}
    return SymbolTable((_without_lost(row, indices) for row in kept), table.laws)


def _without_lost(row: Definition, indices: Set[str]) -> Definition:
    """Return a row without the spellings whose index gave way."""
    spellings = tuple(each for each in row.spellings if indices >= set(each.subscript))
    return replace(row, spellings=spellings)


def clashes(
    table: SymbolTable, convention: Convention, used: Set[str]
) -> Iterator[tuple[str, str]]:
    """Yield two symbols of which a page uses both, and which the convention would call alike.

    An entry and its vector are one symbol, as the letters of both are declared in one row.
    """
    called: dict[str, dict[str, set[str]]] = {}  # the rows by their sign and by ours
    for row in table.definitions.values():
        for spelling in row.spellings:
            if _plain(spelling.base) in used:
                sign = _sign(spelling, convention)
                called.setdefault(sign, {}).setdefault(spelling.base, set()).add(row.name)
    for ours in called.values():
        first, *others = ours
        for other in others:
            if not ours[first] & ours[other]:
                yield first, other


def _sign(spelling: Spelling, convention: Convention) -> str:
    """Return the sign with which a symbol starts in a convention."""
    entry = convention.entry(_plain(spelling.base), len(spelling.subscript))
    return entry.theirs[0] + _star(spelling.base) if entry else spelling.base


def _renamed(row: Definition, convention: Convention) -> Definition:
    spellings = tuple(_respelt(spelling, convention) for spelling in row.spellings)
    return replace(row, spellings=spellings)


def _respelt(spelling: Spelling, convention: Convention) -> Spelling:
    entry = convention.entry(_plain(spelling.base), len(spelling.subscript))
    base = entry.base + _star(spelling.base) if entry else spelling.base
    subscript = tuple(_letter(letter, convention) for letter in spelling.subscript)
    return replace(spelling, base=base, subscript=subscript)


def _letter(letter: str, convention: Convention) -> str:
    entry = convention.entries.get((letter, 0))
    return entry.theirs[0] if entry and entry.single else letter


def _plain(base: str) -> str:
    """Return a sign without the star of what is best, which the table counts as a part of it."""
    return base.removesuffix("^*")


def _star(base: str) -> str:
    return base[len(_plain(base)) :]

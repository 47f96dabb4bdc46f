"""Slips of formulas, to try the checker with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proofread.bare import is_word
from proofread.conventions import foreign, slips_of_foreign
from proofread.derivations import left_out
from proofread.equations import EquationError, Scope, SymbolTable
from proofread.equations.mutations import mutations
from proofread.equations.namesakes import others
from proofread.page import Page
from proofread.piece import Piece
from proofread.scoping import scope_of_page
from proofread.tables import beside_number, is_bound


def slips_of_formula(page: Page, piece: Piece, table: SymbolTable) -> Iterator[tuple[str, str]]:
    """Yield the slips of a formula: their kind, and the whole formula with one of them.

    A declared symbol is a word; another one in its place makes another sentence, not a lie. Where
    it is bound, or stands beside a number in a table, every other symbol in its place is a slip.
    """
    if foreign(page, piece) is not None:
        yield from (("convention", slip) for slip in slips_of_foreign(page, piece))
        return
    scope = Scope(table)
    names_a_value = is_bound(page, piece) or beside_number(page, piece)
    word = is_word(scope, piece.content) and not names_a_value
    seen = set()
    try:
        if names_a_value and scope.is_symbol(piece.content):
            for other in others(piece.content, table):
                seen.add(other)
                yield "name", other
        before = left_out(page, piece)
        before = f"{before} " if before else ""
        for kind, slip in mutations(before + piece.content, table):
            # A slip in what stands before the relation is one of another line.
            own = slip.removeprefix(before) if slip.startswith(before) else ""
            if own and own not in seen and not (word and is_word(scope, own)):
                yield kind, own
    except EquationError:
        return  # it cannot be read, so that the page fails as it is


def table_of(page: Page, root: Path) -> SymbolTable:
    """Return the symbols that a page may use, its own included."""
    return scope_of_page(page, root).table

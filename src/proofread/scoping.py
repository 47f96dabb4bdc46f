"""The scope of a page: its symbols, its declarations, and what was checked under them."""

from __future__ import annotations

import contextlib
import re
from functools import lru_cache
from pathlib import Path

from proofread.comment import DECLARATIONS, read_comment
from proofread.context import Context
from proofread.equations import EquationError, Scope, SymbolTable
from proofread.equations.parser import parse
from proofread.equations.results import FormulaResult
from proofread.page import Page
from proofread.piece import Part, Piece

NOTATION = Path("docs", "notation.md")


def declare(context: Context, piece: Piece) -> str:
    """Take in a declaration, and return what is wrong with it, or nothing."""
    context.declared += piece.content
    try:
        scope_of(context).declare(piece.content)
    except EquationError as error:
        return str(error)
    if point := re.match(r"\s*let\s+([\w-]+)\s*:", piece.content):
        context.points[point[1]] = piece
    return ""


def notation_of(root: Path) -> str:
    """Return the page with the symbol table, or nothing where there is none."""
    path = root / NOTATION
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def checked(context: Context, tex: str, annotation: str) -> FormulaResult | str:
    """Check a formula, or find what came of it under the same declarations."""
    scope = scope_of(context)
    key = (context.notation + context.declared, annotation, tex)
    known = context.engine.tape.results.get(key)
    if known is not None:
        result, formulas = known
        scope._checked.extend(formulas)  # as if it had been checked here
        found: FormulaResult | str = result
        return found
    before = len(scope._checked)
    try:
        outcome: FormulaResult | str = scope.check(tex, annotation)
    except EquationError as error:
        outcome = str(error)
    context.engine.tape.results[key] = (outcome, scope._checked[before:])
    return outcome


def note_checked(context: Context, piece: Piece, count: int) -> None:
    """Keep on the tape what was checked at a formula: all that follows the first ``count``."""
    found = context.scope._checked[count:] if context.scope else []  # a table may be unreadable
    context.engine.tape.results["", "checked", str(piece.start)] = found


def recall_checked(context: Context, piece: Piece) -> None:
    """Take what is on the tape for a formula as checked."""
    if known := context.engine.tape.results.get(("", "checked", str(piece.start))):
        scope_of(context).learn(known)


def scope_of(context: Context) -> Scope:
    """Return the scope of the page, made when it is first asked for."""
    if context.scope is None:
        try:
            context.scope = Scope(read_table(context.notation))
        except EquationError as error:
            error.args = (f"{NOTATION.as_posix()}: {error.args[0]}", *error.args[1:])
            raise
    return context.scope


def scope_of_page(page: Page, root: Path) -> Scope:
    """Return the symbols and the points that a page declares, all at once."""
    scope = Scope(read_table(notation_of(root)))
    for piece in page.pieces:
        remark = read_comment(piece.content) if piece.part is Part.COMMENT else None
        if remark is not None and remark.word in DECLARATIONS:
            scope.declare(piece.content)
    return scope


def scope_with_formulas(page: Page, root: Path) -> Scope:
    """Return the same, for a page that holds: with its formulas as equations that are known."""
    scope = scope_of_page(page, root)
    for piece in page.pieces:
        if piece.part is Part.FORMULA:
            with contextlib.suppress(
                EquationError
            ):  # a bare part, or one that goes on from another
                scope.learn([parse(piece.content, scope.table)])
    return scope


@lru_cache(maxsize=4)
def read_table(text: str) -> SymbolTable:
    """Read the page with the symbol table; nothing where there is none."""
    return SymbolTable.from_markdown(text) if text else SymbolTable([])

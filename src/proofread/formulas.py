"""Hands each formula of a page to the equations side, and turns what that finds into verdicts.

A formula with a relation is evaluated where it stands. One without waits until the page is over,
since it leans on the others. A bare number (``$0.1$``) is bound as any number is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from proofread.bare import check_bare, check_bound, is_function, is_word, operation
from proofread.claim import Claim, Kind
from proofread.comment import ANNOTATIONS, DECLARATIONS, Remark, read_comment
from proofread.conditions import unseen
from proofread.context import Context
from proofread.conventions import foreign, slips_of_foreign
from proofread.derivations import left_out
from proofread.equations import EquationError, Scope, SymbolTable
from proofread.equations.annotation import read_annotation
from proofread.equations.mutations import mutations
from proofread.equations.namesakes import others
from proofread.equations.results import FormulaResult
from proofread.literal import read_literal
from proofread.numbers import check_number
from proofread.page import Page
from proofread.piece import Part, Piece
from proofread.rendered import around, neighbours
from proofread.structural import in_symbol_table
from proofread.tables import beside_number, is_bound

NOTATION = Path("docs", "notation.md")


def declare(context: Context, piece: Piece) -> str:
    """Take in a declaration, and return what is wrong with it, or nothing."""
    context.declared += piece.content
    if point := re.match(r"\s*let\s+([\w-]+)\s*:", piece.content):
        context.points.append(point[1])
    try:
        _scope(context).declare(piece.content)
    except EquationError as error:
        return str(error)
    return ""


def check_formula(context: Context, piece: Piece) -> None:
    """Judge one formula, with the comment that follows it."""
    claim = context.claim(Kind.EQUATION, piece.start, piece.end)
    try:
        _judge(context, piece, claim)
    except EquationError as error:
        _fail(context, claim, str(error))


def _judge(context: Context, piece: Piece, claim: Claim) -> None:
    if touching := neighbours(*around(context, piece, 0, len(piece.text))):
        context.fail(claim, says=claim.text, computed=touching, mend="write it all as one formula")
        return
    problem = foreign(context.page, piece)
    if problem is not None:
        if problem:
            _fail(context, claim, problem)
        else:
            context.hold(claim, "what the declared convention writes for ours")
        return
    comment, remark = context.remark_after(piece) or (None, Remark("", ""))
    if comment is not None and remark.word in {"=", "unchecked", *ANNOTATIONS}:
        context.taken.add(comment.start)
    if remark.word == "unchecked":
        context.hold(claim, f"unchecked: {remark.body}", unchecked=remark.body)
        return
    if name := operation(piece.content):
        if remark.word == "=" and remark.body.strip() == name:
            context.hold(claim, f"a sign, for {name}")
        else:
            context.fail(claim, says=claim.text, computed="an operation that is bound to no name",
                         mend=f"bind it to its name, <!-- = {name} -->")  # fmt: skip
        return
    if remark.word == "=":
        literal = read_literal(re.sub(r"\\[,;!:] ?|\{,\}", "", piece.content.strip()))
        if literal is None:
            check_bound(context, _scope(context), claim, piece.content, remark.body)
        else:
            check_number(context, claim, literal, remark.body)
        return
    if in_symbol_table(context.page, piece.start, symbols=True):
        context.hold(claim, "declared here")
        return
    annotation = comment.content if comment and remark.word in ANNOTATIONS else ""
    if is_function(_scope(context), piece.content):
        context.hold(claim, "a name")
        return
    unsaid, mend = unseen(context, _scope(context), piece, read_annotation(annotation))
    if unsaid:
        context.fail(claim, says=claim.text, computed=unsaid, mend=mend)
        return
    tex = f"{left_out(context.page, piece)} {piece.content}".strip()
    result = _checked(context, tex, annotation)
    if isinstance(result, str):
        _fail(context, claim, result)
    elif not result.claims:
        context.bare.append(piece)
    elif result.holds:
        context.hold(claim, evidence(result))
    else:
        _fail(context, claim, result.message)


def check_bare_formulas(context: Context) -> None:
    """Judge the formulas that claim nothing by themselves, now that all others are known."""
    for piece in context.bare:
        check_bare(context, _scope(context), piece)


def evidence(result: FormulaResult) -> str:
    """Say what was evaluated, and how far apart the sides were at most."""
    points = list(dict.fromkeys(point for item in result.relations for point in item.points))
    places = [point for point in points if not point.startswith("random")]
    if count := len(points) - len(places):
        places.append(f"{count} random points")
    gap = max(item.difference for item in result.relations)
    count = len(result.relations)
    what = "one relation" if count == 1 else f"{count} relations"
    return f"{what} evaluated at {', '.join(places) or 'no point'}; largest difference {gap:.1e}"


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


def notation_of(root: Path) -> str:
    """Return the page with the symbol table, or nothing where there is none."""
    path = root / NOTATION
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def table_of(page: Page, root: Path) -> SymbolTable:
    """Return the symbols that a page may use, its own included."""
    scope = Scope(_read_table(notation_of(root)))
    for piece in page.pieces:
        remark = read_comment(piece.content) if piece.part is Part.COMMENT else None
        if remark is not None and remark.word in DECLARATIONS:
            scope.declare(piece.content)
    return scope.table


def _checked(context: Context, tex: str, annotation: str) -> FormulaResult | str:
    """Check a formula, or find what came of it under the same declarations."""
    scope = _scope(context)
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


def _scope(context: Context) -> Scope:
    if context.scope is None:
        try:
            context.scope = Scope(_read_table(context.notation))
        except EquationError as error:
            error.args = (f"{NOTATION.as_posix()}: {error.args[0]}", *error.args[1:])
            raise
    return context.scope


@lru_cache(maxsize=4)
def _read_table(text: str) -> SymbolTable:
    return SymbolTable.from_markdown(text) if text else SymbolTable([])


def _fail(context: Context, claim: Claim, computed: str) -> None:
    context.fail(
        claim,
        says=claim.text,
        computed=computed,
        mend="mend the formula, or the comment that says where it holds",
    )

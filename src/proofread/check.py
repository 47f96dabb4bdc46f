"""Evaluates a page once, in page order, and returns a verdict on every claim."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sybil import Document, Example, Region

from proofread.alone import reach, run_alone
from proofread.attributes import check_attributes
from proofread.cache import Cache
from proofread.claim import Kind, Verdict
from proofread.comment import ANNOTATIONS, DECLARATIONS, read_comment
from proofread.context import Context
from proofread.engine import Engine, Tape
from proofread.fence_checks import check_fence
from proofread.formulas import check_bare_formulas, check_formula
from proofread.front import check_front
from proofread.isolation import isolated
from proofread.named import Numbering, label_problem
from proofread.notations.convention import declaration_problem
from proofread.notations.project import own_problem
from proofread.numbers import check_prose
from proofread.page import Page
from proofread.pictures import check_left_over, check_picture
from proofread.piece import Fence, Part, Piece
from proofread.plain_formulas import raised
from proofread.scoping import declare, notation_of, recall_checked
from proofread.sources import pages_in
from proofread.spans import check_span, check_verbatim_spans
from proofread.structural import footnote_problem

#: Comments that say nothing by themselves.
BINDING = {"=", "unchecked", "alt", "needs"} | ANNOTATIONS


def check_page(
    page: Page,
    root: Path,
    tape: Tape | None = None,
    *,
    first_failure: bool = False,
    notation: str | None = None,
    since: int = 0,
) -> list[Verdict]:
    """Judge a page: its pieces become the regions of a Sybil document, and are tried in order.

    With ``first_failure`` the first claim that fails ends it: enough to know that a page is wrong.
    ``notation`` takes the place of the project's page with the symbol table. What stands before
    the place ``since`` is not judged, and neither is what only the whole page can tell, nor what
    examples do alone: a page that fails so fails as a whole, too. The tape must be of a page that
    is the same up to there.
    """
    document = Document(page.text, page.path)
    symbols = notation_of(root) if notation is None else notation
    engine = Engine(page.path, document.namespace, tape)
    context = Context(
        page, engine, root, symbols, lambda shown: check_page(shown, root, notation=symbols)
    )

    def evaluate(example: Example) -> None:
        if example.parsed.start >= since:
            _check_piece(context, example.parsed)
        else:
            _pass_over(context, example.parsed)

    for piece in page.pieces:
        document.add(Region(piece.start, piece.end, piece, evaluate))
    if not since:
        with isolated():
            context.alone = run_alone(context)
    with isolated():
        for example in document.examples():
            example.evaluate()
            if first_failure and context.failed:
                return context.verdicts
        if not since:
            _finish(context)
    return sorted(context.verdicts, key=lambda verdict: verdict.claim)


def check_paths(paths: Iterable[Path], root: Path) -> list[Verdict]:
    """Judge every page among some files and folders, unless its verdicts are known."""
    cache = Cache(root)
    return [verdict for path in pages_in(paths) for verdict in check_file(path, root, cache)]


def check_file(path: Path, root: Path, cache: Cache | None = None) -> list[Verdict]:
    """Judge the page in a file, unless its verdicts are known."""
    return judged(Page.read(path, root), root, cache, Numbering.of(root))


def judged(page: Page, root: Path, cache: Cache | None, numbering: Numbering) -> list[Verdict]:
    """Judge a page, unless its verdicts are known, and its place among the other pages."""
    verdicts = cache.load(page) if cache is not None else None
    if verdicts is None:
        verdicts = check_page(page, root)
        if cache is not None:
            cache.save(page, verdicts)
    # What depends on other pages is not kept: they change without this one.
    return sorted([*verdicts, *numbering.verdicts(page)], key=lambda verdict: verdict.claim)


def _check_piece(context: Context, piece: Piece) -> None:
    if isinstance(piece, Fence):
        check_fence(context, piece)
    elif piece.part is Part.COMMENT:
        _check_comment(context, piece)
    elif piece.part is Part.PROSE:
        check_prose(context, piece)
    elif piece.part is Part.SPAN:
        check_span(context, piece)
    elif piece.part is Part.FORMULA:
        check_formula(context, piece)
    elif piece.part in {Part.IMAGE, Part.TAG, Part.TARGET, Part.ATTRIBUTES}:
        check_attributes(context, piece)
        if raised(piece):
            context.fail(
                context.claim(Kind.EQUATION, piece.start, piece.end),
                says=piece.text,
                computed="an index or an exponent in words, which nothing computes",
                mend="write a formula, $...$",
            )
    elif piece.part is Part.FRONT:
        check_front(context, piece)
    elif piece.part is Part.FOOTNOTE:
        if problem := footnote_problem(context, piece):
            context.fail(
                context.claim(Kind.NUMBER, piece.start, piece.end),
                says=piece.text,
                computed=problem,
                mend="define each footnote once, and refer to it",
            )
    elif piece.part is Part.BROKEN:
        context.fail(
            context.claim(Kind.CODE, piece.start, piece.end),
            says=piece.text,
            computed=piece.content,
            mend="write it in a form that the site and the checker both read",
        )


def _pass_over(context: Context, piece: Piece) -> None:
    """Take in what the rest of the page builds on: code, declarations, checked formulas."""
    if isinstance(piece, Fence) or piece.part is Part.COMMENT:
        _check_piece(context, piece)
        context.verdicts.clear()
        context.failed = False
    elif piece.part is Part.FORMULA:
        recall_checked(context, piece)


def _check_comment(context: Context, piece: Piece) -> None:
    remark = read_comment(piece.content)
    problem = ""
    if remark is None:
        problem = "its first word is not one that the checker knows; a remark starts with note:"
    elif remark.word == "python":
        context.usage.code(remark.body, piece.line, visible=False)
        if reached := reach(remark.body, context.usage.shown):  # which is not run: it would last
            problem = f"hidden code may not change {reached}"
        else:
            outcome = context.engine.run(remark.body, piece.line)
            problem = outcome.problem or (outcome.printed and "hidden code may not print")
    elif remark.word == "drawn":
        check_picture(context, piece, remark.body)
    elif remark.word in DECLARATIONS:
        problem = declare(context, piece)
    elif remark.word == "convention":
        problem = declaration_problem(remark.body)
    elif remark.word == "notation":
        problem = own_problem(remark.body, context.notation)
    elif remark.word == "equation":
        problem = label_problem(context.page, piece, remark.body)
    if problem:
        context.fail(
            context.claim(Kind.CODE, piece.start, piece.end),
            says=piece.text,
            computed=problem,
            mend="mend the comment",
        )


def _finish(context: Context) -> None:
    """Judge what only the whole page can tell."""
    check_verbatim_spans(context)
    check_bare_formulas(context)
    check_left_over(context)
    for piece in context.page.pieces:
        remark = read_comment(piece.content) if piece.part is Part.COMMENT else None
        if remark is not None and remark.word in BINDING and piece.start not in context.taken:
            context.fail(
                context.claim(Kind.CODE, piece.start, piece.end),
                says=piece.text,
                computed="nothing: it stands beside nothing that it could bind",
                mend="put it right after the number, span, image or formula; needs: above a fence",
            )
    lines = context.page.text.split("\n")
    for dead in context.usage.finish():
        start = sum(len(line) + 1 for line in lines[: dead.line - 1])
        text = lines[dead.line - 1]
        context.fail(
            context.claim(Kind.CODE, start + len(text) - len(text.lstrip()), start + len(text)),
            says=text.strip(),
            computed=dead.why,
            mend="print it, use it further down, or remove it",
        )

"""Evaluates a page once, in page order, and returns a verdict on every claim."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sybil import Document, Example, Region

from proofread.alone import run_alone
from proofread.cache import Cache
from proofread.claim import Verdict
from proofread.context import Context
from proofread.engine import Engine, Tape
from proofread.isolation import isolated
from proofread.named import Numbering
from proofread.page import Page
from proofread.parts import check_piece, pass_over
from proofread.scoping import notation_of
from proofread.sources import pages_in
from proofread.whole import finish


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
            check_piece(context, example.parsed)
        else:
            pass_over(context, example.parsed)

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
            finish(context)
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

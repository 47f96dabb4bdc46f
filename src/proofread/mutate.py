"""Tries the checker on the real pages: every slip that is made on purpose must be caught."""

from __future__ import annotations

import random
from collections import ChainMap, Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from proofread.check import check_page
from proofread.claim import Verdict
from proofread.engine import Tape
from proofread.formula_slips import table_of
from proofread.mutants import Mutant, mutants
from proofread.page import Page
from proofread.piece import Places
from proofread.scoping import NOTATION

Tapes = Mapping[str, Tape]
CHUNK = 20  # slips that a process takes at a time


@dataclass
class Trial:
    """How many slips were made of each kind, and which of them nobody noticed."""

    made: Counter[str] = field(default_factory=Counter)
    survivors: list[Mutant] = field(default_factory=list)
    baseline: list[Verdict] = field(default_factory=list)  # what fails before any slip

    @property
    def passed(self) -> bool:
        """Whether there was something to catch, and all of it was caught."""
        return not self.baseline and not self.survivors and bool(self.made)

    def __str__(self) -> str:
        lost = Counter(mutant.kind for mutant in self.survivors)
        lines = [f"survived  {mutant}" for mutant in self.survivors]
        lines.append(f"{'kind':<14} {'slips':>6} {'caught':>7} {'share':>8}")
        for kind, number in [*sorted(self.made.items()), ("all", self.made.total())]:
            caught = number - (lost.total() if kind == "all" else lost[kind])
            share = f"{100 * caught / number:.2f} %" if number else "-"
            lines.append(f"{kind:<14} {number:>6} {caught:>7} {share:>8}")
        return "\n".join(lines)


def trial(
    pages: Iterable[Page],
    root: Path,
    *,
    sample: int | None = None,
    seed: int = 0,
    jobs: int = 1,
    progress: Callable[[str], None] = lambda _: None,
) -> Trial:
    """Make the slips of some pages, or a seeded sample of them, and judge each page again.

    What a slip does not touch is not computed again: a page's results are on its tape. With several
    ``jobs`` as many processes share the slips, and what comes out is the same.
    """
    result = Trial()
    pages = list(pages)
    tapes = {page.path: Tape() for page in pages}
    judged = {page.path: check_page(page, root, tapes[page.path]) for page in pages}
    result.baseline = [each for verdicts in judged.values() for each in verdicts if not each.holds]
    if result.baseline:
        return result
    candidates = [slip for page in pages for slip in _slips(page, root, judged[page.path])]
    if sample is not None and sample < len(candidates):
        candidates = random.Random(seed).sample(candidates, sample)  # noqa: S311
        candidates.sort(key=lambda mutant: (mutant.path, mutant.line, mutant.column))
    verdicts = _caught_by(candidates, root, tapes, pages, jobs)
    for number, (mutant, noticed) in enumerate(zip(candidates, verdicts, strict=True), 1):
        progress(f"[{number}/{len(candidates)}] {len(result.survivors)} survive")
        result.made[mutant.kind] += 1
        if not noticed:
            result.survivors.append(mutant)
    return result


def _slips(page: Page, root: Path, judged: Sequence[Verdict]) -> Iterator[Mutant]:
    """Yield the slips of a page, but for those where nothing is judged for want of a package."""
    starts = Places(page.text).starts
    skipped = [verdict.claim for verdict in judged if verdict.skipped]
    for mutant in mutants(page, table_of(page, root)):
        place = starts[mutant.line - 1] + mutant.column - 1
        if not any(claim.start <= place < claim.end for claim in skipped):
            yield mutant


def _caught_by(
    slips: Sequence[Mutant], root: Path, tapes: Tapes, pages: Sequence[Page], jobs: int
) -> Iterator[bool]:
    """Yield whether each slip is caught, in order."""
    if jobs == 1:
        yield from (caught(mutant, root, tapes, pages) for mutant in slips)
        return
    # A fresh interpreter for each process: a fork would copy the threads of the libraries.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, (root, pages)) as pool:
        yield from pool.map(_caught, slips, chunksize=CHUNK)


_shared: tuple[Path, Tapes, Sequence[Page]]  # of one process: what it needs for every slip


def _prepare(root: Path, pages: Sequence[Page]) -> None:
    """Judge the pages once in this process, since a tape may hold what cannot be sent to it."""
    global _shared
    tapes = {page.path: Tape() for page in pages}
    for page in pages:
        check_page(page, root, tapes[page.path])
    _shared = root, tapes, pages


def _caught(mutant: Mutant) -> bool:
    return caught(mutant, *_shared)


def caught(mutant: Mutant, root: Path, tapes: Tapes, others: Sequence[Page] = ()) -> bool:
    """Whether a page with a slip fails; its tape is read, and not written to.

    A slip on the page with the symbol table may show on any other page: there, too. Elsewhere most
    slips show beside their place, which is looked at first; none survives but on the whole page.
    """
    page = Page.parse(mutant.text, mutant.path)
    notation = None
    candidates = [page]
    if page.path == NOTATION.as_posix():
        notation = page.text
        candidates += [other for other in others if other.path != page.path]
    tape = {path: Tape(ChainMap({}, known.results)) for path, known in tapes.items()}

    def fails(candidate: Page, since: int = 0) -> bool:
        verdicts = check_page(
            candidate, root, tape[candidate.path],
            first_failure=True, notation=notation, since=since,
        )  # fmt: skip
        return not all(verdict.holds for verdict in verdicts)

    if notation is None and (since := _beside(page, mutant)) and fails(page, since):
        return True
    return any(fails(candidate) for candidate in candidates)


def _beside(page: Page, mutant: Mutant) -> int:
    """Return where the block before the one with a slip begins: an output follows its code."""
    lines = page.text.split("\n")[: mutant.line - 1]
    place = sum(len(line) + 1 for line in lines) + mutant.column - 1
    for _ in range(2):  # a fence may have empty lines, and is one block all the same
        start = next(piece.start for piece in reversed(page.pieces) if piece.start <= place)
        place = max(page.text.rfind("\n\n", 0, start), 0)
    return place

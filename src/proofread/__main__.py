"""``python -m proofread [paths]``: judge every claim of some pages.

The exit code is 0 when every claim holds, 1 when one fails, 2 when the command itself is wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from proofread.ahead import dismiss, judge_ahead
from proofread.cache import Cache
from proofread.check import check_file
from proofread.claim import Verdict
from proofread.mutate import trial
from proofread.page import Page
from proofread.project import default_paths, find_root
from proofread.report import listing, reports, summary
from proofread.site import Proof
from proofread.sources import pages_in


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    root = find_root(Path.cwd())
    if options.site is not None:
        return _judge_site(options.site, root, parser)
    paths = options.paths or default_paths(root)
    for path in paths:
        if not path.exists():
            parser.error(f"there is no {path}")
    pages = pages_in(paths)
    if not pages:
        parser.error("there is no Markdown page to check")

    if options.mutate:
        return _mutate([Page.read(page, root) for page in pages], root, options)

    verdicts: list[Verdict] = []
    cache = Cache(root)
    dismiss(judge_ahead(pages, root, cache, _progress))
    for number, page in enumerate(pages, 1):
        _progress(f"[{number}/{len(pages)}] {page}")
        verdicts += check_file(page, root, cache)
    _progress("")

    if options.k:
        verdicts = [verdict for verdict in verdicts if options.k in verdict.claim.id]
        if not verdicts:
            parser.error(f"no claim has {options.k!r} in its name; --list prints all of them")
    _print(verdicts, options, len(pages))
    return 0 if all(verdict.holds for verdict in verdicts) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m proofread", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="pages or folders (docs and README.md)")
    parser.add_argument("-k", metavar="TEXT", help="only claims with this in their name")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--list", action="store_true", help="print every claim with its verdict")
    how.add_argument("--json", action="store_true", help="print every verdict for machines")
    how.add_argument("--mutate", action="store_true", help="try the checks: make slips, catch all")
    how.add_argument("--site", type=Path, metavar="DIR", help="judge totality on the built site")
    parser.add_argument("--sample", type=int, metavar="N", help="with --mutate: so many slips only")
    parser.add_argument("--seed", type=int, default=0, help="with --sample: which ones (0)")
    parser.add_argument(
        "--jobs",
        type=int,
        default=os.cpu_count() or 1,
        metavar="N",
        help="with --mutate: so many processes (as many as there are processors)",
    )
    return parser


def _mutate(pages: list[Page], root: Path, options: argparse.Namespace) -> int:
    result = trial(
        pages, root, sample=options.sample, seed=options.seed, jobs=options.jobs, progress=_progress
    )
    _progress("")
    for text in reports(result.baseline):
        print(text, end="\n\n")
    if result.baseline:
        print("the pages must hold before slips are made on them")
    else:
        print(result)
    return 0 if result.passed else 1


def _judge_site(site: Path, root: Path, parser: argparse.ArgumentParser) -> int:
    if not any(site.rglob("*.html")):
        parser.error(f"there is no built site in {site}")
    found = list(Proof(root).judge(site))
    for leftover in found:
        print(leftover)
    print(f"{len(found)} left over" if found else "every digit and formula has a verdict")
    return 1 if found else 0


def _print(verdicts: list[Verdict], options: argparse.Namespace, pages: int) -> None:
    if options.json:
        json.dump([verdict.to_json() for verdict in verdicts], sys.stdout, indent=1)
        print()
        return
    if options.list:
        for verdict in verdicts:
            print(listing(verdict))
    for text in reports(verdicts):
        print(text, end="\n\n")
    print(summary(verdicts, pages))


def _progress(text: str) -> None:
    """Show where the work is, on a terminal only, on a line that the next one replaces."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text[:100]}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # whoever reads the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)

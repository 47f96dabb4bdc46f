"""Measure every page of the site with Lighthouse, beside the same text in a common make-up.

Prints a table and the targets that are missed; a full run writes benchmarks/results/pages.json and
the table of docs/page-weight.md. The pages are served compressed, with a cache of ten minutes, as
GitHub Pages does; scores are medians, with Lighthouse's simulated phone and desktop. Run it while
nothing else is at work. Exits with 1 where a target is missed.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import machine
import page_peer
import page_table
import page_views
import site_server
import weight_page

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results" / "pages.json"


def main() -> int:
    """Build, serve, visit; print and write what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, help="a built site; default: build it")
    parser.add_argument(
        "--page", type=_address, action="append", help="such as descent, home; repeatable"
    )
    parser.add_argument("--runs", type=int, default=3, help="views for each median; default: 3")
    parser.add_argument("--no-peer", action="store_true", help="leave the comparison out")
    parser.add_argument("--output", type=Path, help="default: results/pages.json for a full run")
    options = parser.parse_args()

    results: dict[str, object] = {"machine": machine.describe(), "runs": options.runs}
    results["targets"] = {**page_table.LEAST, **page_table.MOST}
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or page_peer.ours(Path(folder, "ours"))
        unknown = set(options.page or []) - set(page_views.pages_of(site))
        if unknown:
            parser.error(f"--page: the site has no page {min(unknown).rstrip('/')!r}")
        pages = options.page or page_views.pages_of(site)
        results["pages"] = measured = _measured(site, pages, options.runs)
        if not options.no_peer:
            print("\nThe same text with Material's own settings and MathJax in the browser:\n")
            common = [page for page in page_peer.COMPARED if page in pages]
            peer = page_peer.peer(Path(folder), common, site / "figures")
            results["peer"] = _measured(peer, common, options.runs)
    whole = not (options.page or options.no_peer)
    if output := options.output or (RESULTS if whole else None):
        output.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
        if output.resolve() == RESULTS:
            weight_page.write(results)
    missed = list(page_table.missed(measured))
    print("\nMissed:" if missed else "\nEvery target is met.", *missed, sep="\n  ")
    return 1 if missed else 0


def _address(name: str) -> str:
    """Return the address of a page, relative to the home page's."""
    return "" if name == "home" else f"{name.rstrip('/')}/"


def _measured(site: Path, pages: list[str], runs: int) -> list[page_views.Results]:
    """Measure pages of one site, and print them."""
    measured = []
    with site_server.serving(site) as base:
        for result in page_views.measure(base, pages, runs):
            measured.append(result)
            print(f"{result['page'] or 'home'} ...", file=sys.stderr, flush=True)
    print(page_table.table(measured), flush=True)
    return measured


if __name__ == "__main__":
    sys.exit(main())

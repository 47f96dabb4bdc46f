"""Time loss and gradient, and `newton`, beside the libraries that people would use instead.

Prints a table with ratios; a full run writes benchmarks/results/kernels.json and the tables of
docs/performance.md. Each shape, and each number of cores, gets a process of its own; in it the
peers take turns. A peer that is not installed is left out. `pip install -e .[bench]` installs what
the full comparison needs.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kernel_page
import kernel_tables
import machine
import processes
from kernel_cases import SHAPES
from kernel_peers import missing
from newton_fits import fits

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "kernels.json"
FEWEST_ROUNDS = 11


def main() -> int:
    """Run the processes one after another; print and write what they measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shape", type=_shape, action="append", help="such as 100x5; repeatable")
    parser.add_argument("--threads", type=int, action="append", help="default: 1 and 2")
    parser.add_argument("--rounds", type=int, default=FEWEST_ROUNDS, help="default: 11")
    parser.add_argument("--only", choices=["loss", "newton"], help="default: both")
    parser.add_argument("--output", type=Path, help="default: results/kernels.json for a full run")
    options = parser.parse_args()

    threads = options.threads or [1, 2]
    results: dict[str, Any] = {"machine": machine.describe(), "rounds": options.rounds}
    results["missing"] = missing()
    if results["missing"]:
        print("Not installed, so left out:", ", ".join(results["missing"]))
    if options.only != "newton":
        tasks = [{"shape": shape} for shape in options.shape or SHAPES]
        results["kernels"] = list(_measured(tasks, threads, options.rounds))
        print(kernel_tables.kernel_table(results["kernels"]), flush=True)
    if options.only != "loss":
        tasks = [{"fit": f} for f in fits() if not options.shape or f["shape"] in options.shape]
        results["newton"] = list(_measured(tasks, threads, options.rounds))
        print(kernel_tables.fit_table(results["newton"]))
    whole = not (options.shape or options.threads or options.only)
    if whole:
        kernel_page.write(results)
    if output := options.output or (RESULTS if whole else None):
        output.parent.mkdir(exist_ok=True)
        output.write_text(json.dumps(results, indent=1) + "\n")
    return 0


def _measured(tasks: list[Any], threads: list[int], rounds: int) -> Iterator[dict[str, Any]]:
    for count in threads:
        for task in tasks:
            whole = {**task, "threads": count, "rounds": rounds}
            print(f"{whole} ...", file=sys.stderr, flush=True)
            yield from processes.answers("kernel_worker.py", whole, count)


def _shape(text: str) -> tuple[int, int]:
    try:
        m, n = map(int, text.split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no shape such as 100x5") from None
    return m, n


if __name__ == "__main__":
    sys.exit(main())

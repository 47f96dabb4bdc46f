"""Run one function over shards of the data: in a loop, in threads, in processes, from files.

Prints tables; a full run writes benchmarks/results/scale.json and the tables of docs/at-scale.md.
Each engine gets a process of its own and makes the same fit: what it finds is compared with one
call over all rows. Then a worker process is killed in the middle of a fit, and a file is fitted
that is never in memory. What is not installed is left out. `pip install -e .[bench]` installs it.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import machine
import numpy as np
import processes
import scale_page
import scale_tables
from scale_engines import ENGINES, FILES, GPU, LOOP, PROCESSES, THREADS, WHOLE
from shards import Shards

HERE = Path(__file__).parent
RESULTS = HERE / "results" / "scale.json"
TOLERANCE = 1e-12
COLUMNS = 20
FEWEST_ROWS = 100  # as many tasks of one row each are timed
OUT_OF_CORE = {"shards": 100, "steps": 3}
SIZE = ("rows", "shards", "steps")


def main() -> int:
    """Run the engines one after another; compare, print and write what they found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=10**6, help="in memory; default: a million")
    parser.add_argument(
        "--out-of-core", type=int, default=10**7, help="rows; default: ten million, 0: none"
    )
    parser.add_argument("--shards", type=int, default=16, help="of the rows in memory; default: 16")
    parser.add_argument("--steps", type=int, default=20, help="of the fit in memory; default: 20")
    parser.add_argument("--engine", choices=ENGINES, action="append", help="repeatable")
    parser.add_argument("--output", type=Path, help="default: results/scale.json for a full run")
    options = parser.parse_args()
    if mistake := _mistake(options):
        parser.error(mistake)

    chosen = options.engine or list(ENGINES)
    results: dict[str, Any] = {"machine": machine.describe(), "columns": COLUMNS, "missing": []}
    size = {"rows": options.rows, "shards": options.shards, "steps": options.steps}
    with samples(size) as given:
        results["fits"] = fits(given, [LOOP, *chosen], results["missing"])
        results |= losing(given, results["fits"])
        print(scale_tables.fit_table(results["fits"]), flush=True)
    if options.out_of_core:
        with samples({**OUT_OF_CORE, "rows": options.out_of_core}) as given:
            results["out_of_core"] = fits(given, [FILES, THREADS], results["missing"])
        print(scale_tables.fit_table(results["out_of_core"]), flush=True)
    if results["missing"]:
        print("Not here, so left out:", ", ".join(results["missing"]))
    if "lost" in results:
        print(scale_tables.lost_table(results["lost"], results["overhead"]))

    whole = len(sys.argv) == 1 and not set(results["missing"]) - {GPU}
    if output := options.output or (RESULTS if whole else None):
        output.parent.mkdir(exist_ok=True)
        output.write_text(json.dumps(results, indent=1) + "\n")
    if whole:
        scale_page.write()
    return 0


def _mistake(options: argparse.Namespace) -> str:
    """Return what is wrong with the options, or nothing."""
    if options.rows < FEWEST_ROWS:
        return f"--rows is {options.rows}: it must be at least {FEWEST_ROWS}"
    if options.steps < 1:
        return f"--steps is {options.steps}: it must be at least 1"
    try:
        Shards(Path(), options.rows, COLUMNS, options.shards)
        if options.out_of_core:
            Shards(Path(), options.out_of_core, COLUMNS, OUT_OF_CORE["shards"])
    except ValueError as error:
        return str(error)
    return ""


@contextmanager
def samples(size: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Write the files of samples; yield the task that names them; remove them at the end."""
    with tempfile.TemporaryDirectory() as folder:
        Shards(Path(folder), size["rows"], COLUMNS, size["shards"]).write()
        yield {"folder": folder, "columns": COLUMNS, **size}


def fits(task: dict[str, Any], engines: list[str], missing: list[str]) -> list[dict[str, Any]]:
    """Return each engine's fit, compared with one call over all rows; name those not there.

    The first engine takes shards in a loop: the others are to give its very digits.
    """
    found = []
    for name in dict.fromkeys([WHOLE, *engines]):
        answer = ask("fit", {**task, "engine": name})
        if "missing" in answer:
            missing.append(name)
            continue
        found.append({"engine": name, **{key: task[key] for key in SIZE}, **answer})
    return [compared(fit, found[0]["w"], found[1]["w"]) for fit in found]


def losing(task: dict[str, Any], found: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the fit that loses a worker, and what a task costs, where there are workers."""
    if PROCESSES not in (fit["engine"] for fit in found):
        return {}
    answer = ask("workers", {**task, "lost_in": (task["steps"] + 1) // 2})
    return {**answer, "lost": compared(answer["lost"], found[0]["w"], found[1]["w"])}


def compared(fit: dict[str, Any], whole: list[float], loop: list[float]) -> dict[str, Any]:
    """Add how far w and b are from those of one call, and whether they are the loop's digits."""
    off = float(np.linalg.norm(np.subtract(fit["w"], whole)) / np.linalg.norm(whole))
    if not off <= TOLERANCE:
        raise SystemExit(f"{fit.get('engine', 'the fit that lost a worker')} is off by {off:.2g}")
    return {**fit, "off": off, "same_digits": fit["w"] == loop}


def ask(question: str, task: dict[str, Any]) -> dict[str, Any]:
    """Put a question to a new process, whose linear algebra keeps to one thread."""
    print(question, task.get("engine", ""), "...", file=sys.stderr, flush=True)
    named = {"ask": question, **task}
    folder = task["folder"]  # is removed when all is done
    (answer,) = processes.answers("scale_worker.py", named, 1, DASK_TEMPORARY_DIRECTORY=folder)
    return answer


if __name__ == "__main__":
    sys.exit(main())

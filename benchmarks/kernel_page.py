"""The tables of docs/performance.md: each number beside the expression that finds it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bound_page import bound, load, processor, table, write_between
from kernel_peers import OURS
from newton_fits import LBFGS, PEER

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
BEGIN = "<!-- note: from here on, written by benchmarks/kernels.py -->\n"
KERNEL_HEAD = ("Rows", "Columns", "Precision", "Order", "Ratio", "Ours, ms", "Fastest peer")
KERNEL_REST = ("Peer, ms", "In reads of X", "Extra, MiB", "Peer's extra, MiB")
FIT_HEAD = ("Rows", "Columns", "Units", "Ratio", "Ours, ms", "Norm", "Peer, ms", "Norm")
FIT_REST = ("Lbfgs, ms", "Norm")
WORDS = {1: "One core", 2: "Two cores", 3: "Three cores", 4: "Four cores"}
PRECISIONS = {"float64": "double", "float32": "single"}
ORDERS = {"C": "rows", "F": "columns"}


def write(results: dict[str, Any], page: Path = PAGE) -> None:
    """Put the results between the two marks of the page."""
    write_between(page, BEGIN, tables(results))


def tables(results: dict[str, Any]) -> str:
    """Return what the machine is, the worst ratios, and two tables for each number of cores."""
    cores = sorted({r["threads"] for r in results["kernels"]})
    titles = [f"{WORDS.get(threads, 'Many cores')}: worst ratio" for threads in cores]
    parts = [_machine(results), "### In short: loss and gradient\n"]
    parts.append(table(["Rows", "Columns", *titles], _worst(results["kernels"], cores)))
    for threads in cores:
        title = WORDS.get(threads, "Many cores")
        parts.append(f"### {title}: loss and gradient\n")
        parts.append(table([*KERNEL_HEAD, *KERNEL_REST], _kernels(results["kernels"], threads)))
        if fits := list(_fits(results["newton"], threads)):
            parts.append(f"### {title}: newton\n")
            parts.append(table([*FIT_HEAD, *FIT_REST], fits))
    return "\n".join(parts)


def _machine(results: dict[str, Any]) -> str:
    machine = results["machine"]
    text = processor(machine, "machine")
    if machine["memory"]:
        memory = bound(machine["memory"] / 2**30, 'machine["memory"] / 2**30', ".1f")
        text += f", {memory} GiB of memory"
    text += f"; the system: {machine['system'].partition(' ')[0]}.\n"
    rounds = bound(results["rounds"], 'measured["rounds"]', "d")
    return f"{text}Each time is the median of {rounds} rounds.\n{load(machine, 'machine')}"


def _worst(runs: Sequence[dict[str, Any]], cores: Sequence[int]) -> Iterator[list[str]]:
    """Yield for each shape the largest ratio over precisions and orders, by number of cores."""
    shapes = {(r["rows"], r["columns"]): k for k, r in reversed(list(enumerate(runs)))}
    for (rows, columns), first in reversed(shapes.items()):
        row = [bound(rows, f'runs[{first}]["rows"]', "d")]
        row.append(bound(columns, f'runs[{first}]["columns"]', "d"))
        for threads in cores:
            those = (rows, columns, threads)
            of_shape = tuple(
                k for k, r in enumerate(runs) if (r["rows"], r["columns"], r["threads"]) == those
            )
            worst = max(runs[k]["ratio"] for k in of_shape)
            row.append(bound(worst, f'max(runs[k]["ratio"] for k in {of_shape})', ".2f"))
        yield row


def _kernels(runs: Sequence[dict[str, Any]], threads: int) -> Iterator[list[str]]:
    for k, run in enumerate(runs):
        if run["threads"] != threads:
            continue
        at, peer = f"runs[{k}]", run["fastest"]
        yield [
            bound(run["rows"], f'{at}["rows"]', "d"),
            bound(run["columns"], f'{at}["columns"]', "d"),
            PRECISIONS[run["dtype"]],
            "file" if run["mapped"] else ORDERS[run["order"]],
            bound(run["ratio"], f'{at}["ratio"]', ".2f"),
            _milliseconds(run, at, OURS),
            peer,
            _milliseconds(run, at, peer),
            bound(run["reads"], f'{at}["reads"]', ".1f"),
            _mebibytes(run, at, OURS),
            _mebibytes(run, at, peer),
        ]


def _fits(fits: Sequence[dict[str, Any]], threads: int) -> Iterator[list[str]]:
    for k, fit in enumerate(fits):
        if fit["threads"] != threads:
            continue
        at = f"fits[{k}]"
        row = [
            bound(fit["rows"], f'{at}["rows"]', "d"),
            bound(fit["columns"], f'{at}["columns"]', "d"),
            "mixed" if fit["badly_scaled"] else "alike",
            "" if fit["ratio"] is None else bound(fit["ratio"], f'{at}["ratio"]', ".2f"),
        ]
        for name in (OURS, PEER, LBFGS):
            there = name in fit["seconds"]
            row.append(_milliseconds(fit, at, name) if there else "")
            norm = f'{at}["norms"]["{name}"]'
            row.append(bound(fit["norms"][name], norm, ".1e") if there else "")
        yield row


def _milliseconds(result: dict[str, Any], at: str, name: str) -> str:
    return bound(1e3 * result["seconds"][name], f'1e3 * {at}["seconds"]["{name}"]', ".3f")


def _mebibytes(result: dict[str, Any], at: str, name: str) -> str:
    size = result["memory"][name]
    return "" if size is None else bound(size / 2**20, f'{at}["memory"]["{name}"] / 2**20', ".1f")

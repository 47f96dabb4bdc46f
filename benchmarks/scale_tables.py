"""The results of the benchmark of scale as tables of text."""

from collections.abc import Iterable
from typing import Any

from kernel_tables import aligned, mebibytes


def fit_table(fits: Iterable[dict[str, Any]]) -> str:
    """Return for each engine the time of a step, its memory, and how its fit compares."""
    rows = [["engine", "rows", "shards", "ms a step", "MiB", "off", "same digits"]]
    for fit in fits:
        row = [fit["engine"], str(fit["rows"]), str(fit["shards"]), f"{1e3 * fit['seconds']:.4g}"]
        rows.append(
            [*row, mebibytes(fit["memory"]), f"{fit['off']:.1e}", yes_or_no(fit["same_digits"])]
        )
    return aligned(rows)


def lost_table(lost: dict[str, Any], overhead: dict[str, Any]) -> str:
    """Return what became of the fit that lost a worker, and what Dask's messages cost."""
    usual = sorted(lost["seconds"])[len(lost["seconds"]) // 2]
    rows = [
        ["workers", str(lost["workers"])],
        ["of these still there at the end", str(lost["left"])],
        ["shards whose rows were lost", str(lost["shards_lost"])],
        ["ms of the step that lost them", f"{1e3 * lost['seconds'][lost['lost_in'] - 1]:.4g}"],
        ["ms of a step as a rule", f"{1e3 * usual:.4g}"],
        ["off", f"{lost['off']:.1e}"],
        ["same digits", yes_or_no(lost["same_digits"])],
        ["ms a task beside the arithmetic", f"{1e3 * overhead['task_seconds']:.3g}"],
        ["ms a step beside its tasks", f"{1e3 * overhead['step_seconds']:.3g}"],
        ["bytes sent for a task", str(overhead["sent"])],
        ["bytes returned by it", str(overhead["returned"])],
    ]
    return aligned(rows)


def yes_or_no(value: bool) -> str:
    """Return a word for a truth."""
    return "yes" if value else "no"

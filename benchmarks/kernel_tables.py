"""The results of the kernels' benchmark as two tables of text."""

from collections.abc import Iterable, Sequence
from typing import Any

from kernel_peers import OURS
from newton_fits import LBFGS, PEER

MEBIBYTE = 2**20


def kernel_table(results: Iterable[dict[str, Any]]) -> str:
    """Return our time, the fastest peer's, and the ratios; extra memory in MiB."""
    head = ["threads", "shape", "dtype", "order", "ours ms", "fastest peer", "ms", "ratio"]
    rows = [[*head, "/ read", "extra", "peer's"]]
    for r in results:
        fastest = r["fastest"]
        rows.append(
            [
                str(r["threads"]),
                shape(r),
                r["dtype"],
                "mapped" if r["mapped"] else r["order"],
                f"{1e3 * r['seconds'][OURS]:.3g}",
                fastest,
                f"{1e3 * r['seconds'][fastest]:.3g}",
                f"{r['ratio']:.2f}",
                f"{r['reads']:.2f}",
                mebibytes(r["memory"][OURS]),
                mebibytes(r["memory"][fastest]),
            ]
        )
    return aligned(rows)


def fit_table(results: Iterable[dict[str, Any]]) -> str:
    """Return the time of `newton` and of its peers, and the standardised gradient norms."""
    head = ["threads", "shape", "newton ms", "norm", f"{PEER} ms", "norm", "ratio"]
    rows = [[*head, f"{LBFGS} ms", "norm"]]
    for r in results:
        row = [str(r["threads"]), shape(r) + (" badly scaled" if r["badly_scaled"] else "")]
        for name in (OURS, PEER, LBFGS):
            there = name in r["seconds"]
            row.append(f"{1e3 * r['seconds'][name]:.3g}" if there else "-")
            row.append(f"{r['norms'][name]:.1e}" if there else "-")
            if name == PEER:
                row.append(f"{r['ratio']:.2f}" if there else "-")
        rows.append(row)
    return aligned(rows)


def shape(result: dict[str, Any]) -> str:
    """Return rows and columns, as `1000000 x 20`."""
    return f"{result['rows']} x {result['columns']}"


def mebibytes(size: int | None) -> str:
    """Return a size in MiB; a dash where it could not be measured."""
    return "-" if size is None else f"{size / MEBIBYTE:.1f}"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as lines, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )

"""Judges many pages on all processors, a page at a time on each."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from proofread.cache import Cache
from proofread.check import check_file
from proofread.page import Page

FEW = 4  # pages are judged sooner than other processes have loaded the checker
MOST = 8  # processes: each may load every library of the pages


def judge_file(path: Path, root: Path) -> None:
    """Judge the page in a file, and keep the verdicts."""
    check_file(path, root, _cache(root))


def judge_ahead(
    paths: Sequence[Path],
    root: Path,
    cache: Cache,
    progress: Callable[[str], None] = lambda _: None,
    read: Callable[[Path, Path], Page] = Page.read,
    judge: Callable[[Path, Path], None] = judge_file,
) -> ProcessPoolExecutor | None:
    """Judge those pages whose verdicts the cache does not have, for whoever asks it next.

    Where there are few such pages, or one processor, whoever asks next judges them. Otherwise the
    processes that did it are returned. They have loaded what they need, for more of the kind;
    ``dismiss`` ends them.
    """
    notebooks = [path for path in paths if path.suffix == ".py"]
    rest = [path for path in paths if path not in notebooks]
    new = [path for path in rest if not cache.has(read(path, root))]
    processes = min(os.cpu_count() or 1, MOST)
    if len(new) <= FEW or processes == 1:
        return None
    # To read a notebook may be to run it. The longest first, or the last one may be long.
    new = notebooks + sorted(new, key=lambda path: path.stat().st_size, reverse=True)
    # A fresh interpreter for each process: a fork would copy the threads of the libraries.
    pool = ProcessPoolExecutor(processes, get_context("spawn"))
    try:
        pages = {pool.submit(judge, path, root): path for path in new}
        for number, done in enumerate(as_completed(pages), 1):
            done.result()
            progress(f"[{number}/{len(new)}] {pages[done]}")
    except BaseException:
        dismiss(pool)
        raise
    return pool


def dismiss(pool: ProcessPoolExecutor | None) -> None:
    """End the processes, if any, without waiting: their libraries take a second to end."""
    if pool:
        pool.shutdown(wait=False, cancel_futures=True)


@lru_cache
def _cache(root: Path) -> Cache:
    """Return the cache of a process; to tell the state of the project takes longer than a page."""
    return Cache(root)

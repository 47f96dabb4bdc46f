"""One process of the benchmark of scale: it runs one engine, or one question to Dask's workers.

Linear algebra keeps to one thread, which the environment says before NumPy starts: then a shard
gives the same digits wherever it runs, and what runs at the same time is for the engine to say.
"""

import json
import pickle
import statistics
import sys
from functools import partial
from pathlib import Path
from typing import Any

import lost_worker
import measuring
import numpy as np
import scale_engines
from scale_engines import ENGINES, PROCESSES, Engine
from shard_sums import descend, sums
from shards import Shards

RATE = 1.0
ROUNDS = 11  # the steps of which the median tells what an engine takes beside the arithmetic
FEW, MANY = 1, 100  # tasks in such a step


def main() -> int:
    """Do the task; print its answer as a line of JSON."""
    task = json.loads(sys.argv[1])
    shards = Shards(Path(task["folder"]), task["rows"], task["columns"], task["shards"])
    if task["ask"] == "workers":
        with scale_engines.cluster() as client:
            answer: dict[str, Any] = {"overhead": overhead(client, shards)}
            answer["lost"] = lost_worker.fit(client, shards, task["steps"], RATE, task["lost_in"])
    else:
        answer = measure(task["engine"], shards, task["steps"])
    print(json.dumps(answer))
    return 0


def measure(name: str, shards: Shards, steps: int) -> dict[str, Any]:
    """Fit with an engine; return w, the median seconds of a step, and the memory of its process.

    The memory is all that the engine adds: what it holds, and its worst moment in a step. Worker
    processes are not counted, so that theirs is unknown.
    """
    engine, there = ENGINES[name]
    if not there():
        return {"missing": True}
    memory = None
    if name != PROCESSES:
        memory = measuring.extra_memory(lambda: _fit(engine, shards, 1))
    w, seconds = _fit(engine, shards, steps)
    return {"w": w.tolist(), "seconds": statistics.median(seconds), "memory": memory}


def overhead(client: Any, shards: Shards) -> dict[str, Any]:
    """Return the seconds of steps with next to no arithmetic, and the bytes of a task's messages.

    The shards have a row each, so that what is measured is the engine.
    """
    w, b = np.zeros(shards.columns), np.float64(0)
    calls = {}
    for tasks in (FEW, MANY):
        rows = Shards(shards.folder, tasks, shards.columns, tasks)
        step = scale_engines.step_over(client, scale_engines.load(client, rows))
        calls[str(tasks)] = partial(step, w, b)
    few, many = measuring.medians(calls, ROUNDS).values()
    each = (many - few) / (MANY - FEW)
    return {
        "task_seconds": each,
        "step_seconds": max(0.0, few - each * FEW),  # on a busy machine, noise may exceed it
        "sent": len(pickle.dumps((w, b))),
        "returned": len(pickle.dumps(sums(w, b, *shards.read(0)))),
    }


def _fit(engine: Engine, shards: Shards, steps: int) -> tuple[Any, list[float]]:
    with engine(shards) as step:
        return descend(step, shards.columns, steps, RATE)


if __name__ == "__main__":
    sys.exit(main())

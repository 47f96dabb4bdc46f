"""A fit that loses a worker process in the middle, and what Dask's scheduler then does.

The process is killed when the first of a step's shards has answered: others are at work, and the
rows that it held are gone. The scheduler knows how each was made, and has it made again.
"""

import itertools
import os
import signal
from collections.abc import Sequence
from typing import Any

import scale_engines
from scale_engines import Held
from shard_sums import descend
from shards import Shards

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows ends a process at once by either


def fit(client: Any, shards: Shards, steps: int, rate: float, lost_in: int) -> dict[str, Any]:
    """Return w and b, the seconds of each step, and what was lost in which step."""
    from distributed import wait

    before = client.run(os.getpid)
    held = scale_engines.load(client, shards)
    turns = itertools.count(1)
    lost: dict[str, Any] = {"lost_in": lost_in}

    def during(parts: Any) -> None:
        if next(turns) == lost_in:
            wait(parts, return_when="FIRST_COMPLETED")
            lost.update(_kill_one(client, before, held))

    step = scale_engines.step_over(client, held, during)
    w, seconds = descend(step, shards.columns, steps, rate)
    left = sum(pid in before.values() for pid in client.run(os.getpid).values())
    return {"w": w.tolist(), "seconds": seconds, **lost, "left": left}


def _kill_one(client: Any, pids: dict[str, int], held: Sequence[Held]) -> dict[str, Any]:
    """Kill the worker of the first shard; return how many shards nobody else held."""
    places = client.who_has([one.rows for one in held])
    lost = held[0].worker
    only_there = sum(list(found) == [lost] for found in places.values())
    os.kill(pids[lost], KILL)
    return {"workers": len(pids), "shards_lost": only_there}

"""What can run the shards of a step: each engine gives a function of w and b to its caller.

All call `sums` once for each shard and add its answers in the order of the shards, so that the
digits do not depend on who was ready first. An engine whose library or device is not there is
left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from typing import Any, NamedTuple

import numpy as np
from shard_sums import Means, Step, mean, sums
from shards import Shards

Engine = Callable[[Shards], AbstractContextManager[Step]]
WORKERS = 2


@contextmanager
def whole(shards: Shards) -> Iterator[Step]:
    """Hand all rows to the package in one call: what the shards are compared with."""
    X, y = shards.whole()
    yield lambda w, b: mean([sums(w, b, X, y)])


@contextmanager
def in_memory(shards: Shards) -> Iterator[Step]:
    """Hold all shards, and take one after the other."""
    held = [shards.read(k) for k in range(shards.count)]
    yield lambda w, b: mean(sums(w, b, X, y) for X, y in held)


@contextmanager
def from_files(shards: Shards) -> Iterator[Step]:
    """Map one shard after the other from its file."""
    yield lambda w, b: mean(sums(w, b, *shards.mapped(k)) for k in range(shards.count))


@contextmanager
def dask_arrays(shards: Shards) -> Iterator[Step]:
    """Hand the package one Dask array whose chunks are the shards: a single call of `sums`."""
    import dask
    import dask.array as da

    X, y = shards.whole()
    X = da.from_array(X, chunks=(shards.height, shards.columns))
    y = da.from_array(y, chunks=shards.height)

    def step(w: Any, b: Any) -> Means:
        m, *totals = sums(w, b, X, y)
        return mean([(m, *dask.compute(*totals))])

    with dask.config.set(scheduler="threads", num_workers=WORKERS):
        yield step


@contextmanager
def dask_threads(shards: Shards) -> Iterator[Step]:
    """Map the shards from their files, in threads of one process."""
    import dask

    def part(w: Any, b: Any, shard: int) -> Any:
        return sums(w, b, *shards.mapped(shard))

    def step(w: Any, b: Any) -> Means:
        tasks = [dask.delayed(part)(w, b, k) for k in range(shards.count)]
        return mean(dask.compute(*tasks))

    with dask.config.set(scheduler="threads", num_workers=WORKERS):
        yield step


@contextmanager
def dask_processes(shards: Shards) -> Iterator[Step]:
    """Let worker processes hold the shards: w and b travel to them, sums come back."""
    with cluster() as client:
        yield step_over(client, load(client, shards))


@contextmanager
def cluster() -> Iterator[Any]:
    """Start workers on this machine, processes of one thread each, and give their client.

    No worker takes a task over from another that has more to do: the rows would have to travel.
    """
    import dask
    from distributed import Client, LocalCluster

    with (
        dask.config.set({"distributed.scheduler.work-stealing": False}),
        LocalCluster(
            n_workers=WORKERS,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            silence_logs=50,
        ) as workers,
        Client(workers) as client,
    ):
        yield client


class Held(NamedTuple):
    """A shard in a worker's memory: Dask's handle on X and y, and the worker's address."""

    rows: Any
    worker: str

    def call(self, client: Any, function: Callable[..., Any], *arguments: Any) -> Any:
        """Call a function where the rows are, or elsewhere if that worker is lost."""
        return client.submit(
            function, *arguments, pure=False, workers=self.worker, allow_other_workers=True
        )


def load(client: Any, shards: Shards) -> list[Held]:
    """Have each worker read and hold its share of the shards."""
    from distributed import wait

    workers = sorted(client.scheduler_info(n_workers=-1)["workers"])
    homes = [Held(None, workers[k * len(workers) // shards.count]) for k in range(shards.count)]
    held = [home._replace(rows=home.call(client, shards.read, k)) for k, home in enumerate(homes)]
    wait([one.rows for one in held])
    return held


def step_over(
    client: Any, held: Sequence[Held], during: Callable[[Any], object] | None = None
) -> Step:
    """Return the step over shards that workers hold.

    `during` is called in each step with its tasks, when they have been sent.
    """

    def step(w: Any, b: Any) -> Means:
        parts = [one.call(client, _sums_of_held, w, b, one.rows) for one in held]
        if during:
            during(parts)
        return mean(client.gather(parts))

    return step


def _sums_of_held(w: Any, b: Any, held: tuple[Any, Any]) -> Any:
    return sums(w, b, *held)


def torch_on(device: str) -> Engine:
    """Return the engine that holds the shards as PyTorch's tensors on a device."""

    @contextmanager
    def engine(shards: Shards) -> Iterator[Step]:
        import torch

        held = [
            tuple(torch.from_numpy(part).to(device) for part in shards.read(k))
            for k in range(shards.count)
        ]

        def step(w: Any, b: Any) -> Means:
            J, dw, db = mean(sums(w, b, X, y) for X, y in held)
            return float(J), dw.cpu().numpy(), np.float64(float(db))

        yield step

    return engine


def _imported(*names: str) -> Callable[[], bool]:
    """Return whether libraries are there, and import them: their memory is not the engine's."""

    def there() -> bool:
        try:
            for name in names:
                import_module(name)
        except ImportError:
            return False
        return True

    return there


def _has_gpu() -> bool:
    return _imported("torch")() and bool(import_module("torch").cuda.is_available())


WHOLE, LOOP, FILES, THREADS = "one call", "NumPy, in memory", "NumPy, from files", "Dask threads"
PROCESSES, GPU = "Dask processes", "PyTorch on a GPU"
ENGINES: Mapping[str, tuple[Engine, Callable[[], bool]]] = {
    WHOLE: (whole, lambda: True),
    LOOP: (in_memory, lambda: True),
    FILES: (from_files, lambda: True),
    "Dask arrays": (dask_arrays, _imported("dask.array")),
    THREADS: (dask_threads, _imported("dask")),
    PROCESSES: (dask_processes, _imported("distributed")),
    GPU: (torch_on("cuda"), _has_gpu),
}

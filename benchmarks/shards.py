"""Files of samples, written and read in parts, so that no process need hold all of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

BLOCK = 100_000  # rows that are made at once


@dataclass(frozen=True)
class Shards:
    """Features and labels as float64 in two files of a folder, cut into shards of equal height."""

    folder: Path
    rows: int
    columns: int
    count: int

    def __post_init__(self) -> None:
        """Refuse a cut that leaves rows over: they would be lost in silence."""
        if not 1 <= self.count <= self.rows or self.rows % self.count:
            raise ValueError(f"{self.rows} rows cannot be cut into {self.count} equal shards")

    @property
    def height(self) -> int:
        """The rows of a shard."""
        return self.rows // self.count

    def write(self) -> None:
        """Make standard normal features, and labels that a model draws from them.

        They are always the same for the same size, whatever the shards.
        """
        rng = np.random.default_rng(self.columns)
        weights = rng.standard_normal(self.columns) / np.sqrt(self.columns)
        with (self.folder / "X").open("wb") as features, (self.folder / "y").open("wb") as labels:
            for start in range(0, self.rows, BLOCK):
                X = rng.standard_normal((min(BLOCK, self.rows - start), self.columns))
                y = rng.random(len(X)) < 1 / (1 + np.exp(-(X @ weights)))
                features.write(X.data)
                labels.write(y.astype(np.float64).data)

    def mapped(self, shard: int) -> tuple[Any, Any]:
        """Return X and y of a shard; the system reads them from the files when they are used."""
        return self._mapped(shard * self.height, self.height)

    def read(self, shard: int) -> tuple[Any, Any]:
        """Return X and y of a shard in memory."""
        X, y = self.mapped(shard)
        return np.array(X), np.array(y)

    def whole(self) -> tuple[Any, Any]:
        """Return X and y of all shards; the system reads them from the files when they are used."""
        return self._mapped(0, self.rows)

    def _mapped(self, start: int, height: int) -> tuple[Any, Any]:
        at, n = 8 * start, self.columns
        X = np.memmap(self.folder / "X", np.float64, "r", at * n, (height, n))
        return X, np.memmap(self.folder / "y", np.float64, "r", at, (height,))

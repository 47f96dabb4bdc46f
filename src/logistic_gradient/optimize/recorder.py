"""The history of a fit while it is being made."""

from dataclasses import dataclass, field

import numpy as np

from .._arrays import Array
from .fit import Fit, History


@dataclass
class Recorder:
    """The history in the making, with the last state that was recorded."""

    path: bool
    losses: list[float] = field(default_factory=list)
    norms: list[float] = field(default_factory=list)
    weights: list[Array] = field(default_factory=list)
    biases: list[float] = field(default_factory=list)

    def visit(self, w: Array, b: Array) -> None:
        """Note a place on the path, if a path was asked for."""
        if self.path:
            self.weights.append(np.array(w.tolist()))
            self.biases.append(float(b))

    def record(self, w: Array, b: Array, loss: float, gradient_norm: float, updates: int) -> None:
        """Note a state with its loss, as the last one so far."""
        self.losses.append(loss)
        self.norms.append(gradient_norm)
        self._last = w, b, updates

    def fit(self) -> Fit:
        """Return the last state that was recorded, with the way to it."""
        w, b, updates = self._last
        return Fit(
            w=w,
            b=b,
            loss=self.losses[-1],
            gradient_norm=self.norms[-1],
            iterations=updates,
            history=History(
                loss=np.array(self.losses),
                gradient_norm=np.array(self.norms),
                w=np.array(self.weights) if self.path else None,
                b=np.array(self.biases) if self.path else None,
            ),
        )

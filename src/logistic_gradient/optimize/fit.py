"""What a fit returns, and what it raises when there is nothing to return."""

from dataclasses import dataclass, field

import numpy as np

from .._arrays import Array


@dataclass(frozen=True, kw_only=True, eq=False)  # == of arrays is an array, not a truth value
class History:
    """What an optimiser passed on its way: element 0 belongs to the start, the last to the end.

    The arrays are NumPy's, in float64, whatever the library of the data.
    """

    loss: Array
    """The mean loss with its penalty, after each iteration, or each epoch of mini-batches."""
    gradient_norm: Array
    """The Euclidean norm of its gradient in all weights and the bias, at the same places."""
    w: Array | None = None
    """The weights before the first update and after each, (updates + 1, n), if a path was asked."""
    b: Array | None = None
    """The bias at the same places, (updates + 1,), if a path was asked for."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Fit:
    """The parameters that an optimiser reached, and how."""

    w: Array
    """The weights, (n,), in the units of the columns of X."""
    b: Array
    """The bias."""
    loss: float
    """The mean loss at w and b, with its penalty."""
    gradient_norm: float
    """The Euclidean norm of its gradient in all weights and the bias."""
    iterations: int
    """How many times w and b were updated."""
    history: History
    """The loss and the norm on the way."""


class ConvergenceError(ValueError):
    """An optimiser did not arrive; `fit` is the last state with a finite loss."""

    def __init__(self, message: str, fit: Fit) -> None:
        super().__init__(message)
        self.fit = fit


class SeparationError(ValueError):
    """The loss has no minimum, because a hyperplane separates the two labels.

    `w` and `b` are a direction of recession: along it the score of no sample moves towards the
    wrong side, and that of some moves towards the right one, so that the loss falls for ever.
    `complete` tells whether all samples can be moved at once (complete separation) or only some
    (quasi-complete: the others stay on the hyperplane). `fit` is the last state of the optimiser.
    """

    def __init__(self, message: str, fit: Fit, *, w: Array, b: Array, complete: bool) -> None:
        super().__init__(message)
        self.fit = fit
        self.w = w
        self.b = b
        self.complete = complete


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
            self.weights.append(np.array(w.tolist(), np.float64))
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

"""What a fit returns, and what it raises when there is nothing to return."""

from dataclasses import dataclass

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

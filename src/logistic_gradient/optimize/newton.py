"""Newton's method, which finds the minimum or says why there is none."""

import numpy as np
from array_api_compat import is_numpy_namespace

from .._arrays import Array, ArrayLike
from .design_matrix import DesignMatrix
from .fit import ConvergenceError, Fit, SeparationError
from .newton_state import NewtonState
from .objective import Objective
from .recorder import Recorder
from .separation import direction_of_recession

GRADIENT_TOLERANCE = 1e-14  # of a mean of numbers of size 1 or so: it leaves rounding alone
MOVE_TOLERANCE = 1e-8  # the next move would be about its square
SUSPICIOUS = 12  # iterations after which separation is looked for; most fits end before
MOST_ITERATIONS = 100


def newton(
    X: ArrayLike,
    y: ArrayLike,
    *,
    penalty: float = 0.0,
    start: tuple[ArrayLike, ArrayLike] | None = None,
    path: bool = False,
) -> Fit:
    """Minimise the mean loss by (w, b) <- (w, b) - H^-1 @ (dw, db), to the end.

    It minimises J(w, b) + penalty/2 times the sum of w_j^2, where J is the mean loss over the m
    samples; the penalty leaves the bias out, and scikit-learn's C is 1 / (m penalty). H, dw and db
    are the derivatives of that. Without a penalty this is iteratively reweighted least squares, and
    the result the maximum-likelihood estimate.

    X has shape (m, n), y (m,) of 0 and 1, NumPy arrays or lists; start is a pair (w, b), zeros by
    default. The arithmetic is float64. The history holds the loss and the norm of the gradient at
    the start and after each iteration; path=True keeps w and b there, too.

    Columns are centred and scaled inside, so that the units of X do not matter. A step that raises
    the loss is halved until it does not. It has converged when the derivatives in the scaled
    parameters are at most 1e-14 *and* no score moved by more than 1e-8 of its size (or 1e-8, if it
    is below 1). The first alone would pass on separated data, where the gradient fades while the
    scores still move by 1 in each step.

    Raises ValueError: shapes that do not fit; NaN, infinity or complex numbers; arrays of another
    library; labels other than 0 and 1, or one of them only (the bias, which has no penalty, would
    grow for ever); a negative penalty; a constant column or linearly dependent ones, without a
    penalty or with one so small that it is lost in rounding. SeparationError, without a penalty: a
    hyperplane separates the labels, completely or with some samples on it, and there is no minimum
    (samples beyond it by 1e-14 of the others' distance count as on it). ConvergenceError: it did
    not converge in 100 iterations. Both carry the last state.

    Source: Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.3; Albert and
    Anderson, On the existence of maximum likelihood estimates in logistic regression models,
    Biometrika 71 (1984), 1-10.

    >>> fit = newton([[1.0], [2.0], [3.0], [4.0]], [0, 1, 0, 1])
    >>> print(fit.w.round(9).tolist(), round(fit.b, 9), round(fit.loss, 10))
    [0.908184263] -2.270460656 0.5868716338
    """
    objective = Objective.of(X, y, penalty)
    if not is_numpy_namespace(objective.xp):
        raise ValueError("X belongs to another library: newton takes NumPy arrays and lists")
    w, b = objective.start(start)
    y = objective.y.astype(np.float64)
    if y.min() == y.max():
        raise ValueError(f"y holds only the label {y[0]:.0f}: both labels are needed")
    design = DesignMatrix.of(objective.X, objective.penalty)

    state = NewtonState(design, y, objective.penalty, w, b)
    recorder = Recorder(path)
    state.record(recorder, 0)
    for iteration in range(1, MOST_ITERATIONS + 1):
        move = state.advance()
        state.record(recorder, iteration)
        if state.steepness() <= GRADIENT_TOLERANCE and move <= MOVE_TOLERANCE:
            return recorder.fit()
        if iteration == SUSPICIOUS and not objective.penalty:
            _require_overlap(design, y, recorder)
    raise ConvergenceError(
        f"newton did not converge in {MOST_ITERATIONS} iterations: the norm of the gradient is "
        f"{recorder.norms[-1]:.3g}, and a score moved by {move:.3g} of its size; a start at zeros, "
        "or a penalty, may help",
        recorder.fit(),
    )


def _require_overlap(design: DesignMatrix, y: Array, recorder: Recorder) -> None:
    """Raise SeparationError if the loss has no minimum."""
    found = direction_of_recession(design.A, y)
    if found is None:
        return
    direction, complete = found
    w, b = design.outward(direction)
    length = np.linalg.norm(w)
    raise SeparationError(
        f"a hyperplane separates the labels in y {'completely' if complete else 'up to ties on it'}"
        ": the loss has no minimum, and the weights would grow for ever; give a penalty",
        recorder.fit(),
        w=w / length,
        b=b / length,
        complete=complete,
    )

"""Newton's method, which finds the minimum or says why there is none."""

import math

import numpy as np
from array_api_compat import is_numpy_namespace

from .. import _kernels
from .._arrays import Array, ArrayLike
from .design_matrix import EPSILON, DesignMatrix
from .fit import ConvergenceError, Fit, Recorder, SeparationError
from .objective import Objective, norm
from .separation import direction_of_recession

GRADIENT_TOLERANCE = 1e-14  # of a mean of numbers of size 1 or so: it leaves rounding alone
MOVE_TOLERANCE = 1e-8  # the next move would be about its square
SMALL_MOVE = 1e-3  # of a score
SUSPICIOUS = 12  # iterations after which separation is looked for; most fits end before
MOST_ITERATIONS = 100
MOST_HALVINGS = 30


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
    grow for ever); a negative penalty; without a penalty, a constant column or linearly dependent
    ones. SeparationError, without a penalty: a hyperplane separates the labels, completely or
    nearly so, and there is no minimum. ConvergenceError: it did not converge in 100 iterations.
    Both carry the last state.

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

    state = _State(design, y, objective.penalty, w, b)
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


class _State:
    """The scaled parameters, the scores, and what follows from them.

    Near the minimum the scores are moved along with the parameters instead of computed from them
    anew: a small step then changes them by so little, while rounding A @ parameters, where those
    are large, would hide it.
    """

    def __init__(self, design: DesignMatrix, y: Array, penalty: float, w: Array, b: Array) -> None:
        self.design = design
        self.sign = 1 - 2 * y
        self.root_penalty = np.append(np.sqrt(penalty) / design.scale, 0.0)
        with np.errstate(over="ignore", invalid="ignore"):  # an exception says it better
            parameters = design.inward(w, b)
            self._arrive(parameters, design.A @ parameters)
        if not np.isfinite(self.loss):
            raise ValueError(f"start: the loss is {self.loss}: it must be finite")

    def record(self, recorder: Recorder, iteration: int) -> None:
        """Add the state to the history, in the units of X."""
        w, b = self.design.outward(self.parameters)
        dw, db = self.design.gradient_outward(self.gradient)
        recorder.visit(w, b)
        recorder.record(w, b, self.loss, norm(np, dw, db), iteration)

    def steepness(self) -> float:
        """Return the largest derivative in the scaled parameters."""
        return float(np.abs(self.gradient).max())

    def advance(self) -> float:
        """Make one step; return the largest move of a score, relative to a score above 1.

        Far from the minimum p (1 - p) may vanish in all rows, so that there is no step, or one that
        is no use. With its bound 1/4 instead, a step always lowers the loss (Boehning and Lindsay,
        1988), and is doubled while it does. It may be small anywhere, and counts as infinite.
        """
        weights = _kernels.sigmoid_derivative(np, self.scores)
        if (step := self._step(weights)) is not None:
            move = self.design.A @ step
            for size in 0.5 ** np.arange(MOST_HALVINGS):
                if self._loss_after(size, step, move) <= self.loss * (1 + 4 * EPSILON):
                    self._go(size * step, size * move)
                    return float(np.max(np.abs(size * move) / np.maximum(1, np.abs(self.scores))))
        if (step := self._step(np.full_like(weights, 0.25))) is not None:
            move = self.design.A @ step
            size = 1.0
            while self._loss_after(2 * size, step, move) < self._loss_after(size, step, move):
                size *= 2
            self._go(size * step, size * move)
        return math.inf

    def _step(self, weights: Array) -> Array | None:
        """Return -H^-1 @ gradient with these weights for p (1 - p); None where H is singular.

        H = R.T @ R, where R comes from the rows of A times sqrt(weights / m). Forming H itself
        would square the condition number before anything is solved.
        """
        rows = np.sqrt(weights / len(weights))[:, None] * self.design.A
        R: Array = np.linalg.qr(np.vstack([rows, np.diag(self.root_penalty)]), mode="r")
        diagonal = np.abs(np.diag(R))
        if diagonal.min() <= len(R) * EPSILON * diagonal.max():
            return None
        return -np.linalg.solve(R, np.linalg.solve(R.T, self.gradient))

    def _go(self, step: Array, move: Array) -> None:
        parameters = self.parameters + step
        near = np.abs(move).max() < SMALL_MOVE
        self._arrive(parameters, self.scores + move if near else self.design.A @ parameters)

    def _arrive(self, parameters: Array, scores: Array) -> None:
        self.parameters, self.scores = parameters, scores
        self.loss = self._loss(parameters, scores)
        residual = self.sign * _kernels.sigmoid(_kernels.capped_exp(np, self.sign * scores))
        of_data = self.design.A.T @ residual / len(residual)
        self.gradient = of_data + self.root_penalty**2 * parameters

    def _loss_after(self, size: float, step: Array, move: Array) -> float:
        return self._loss(self.parameters + size * step, self.scores + size * move)

    def _loss(self, parameters: Array, scores: Array) -> float:
        u = self.sign * scores
        data = np.mean(_kernels.softplus(np, u, _kernels.capped_exp(np, u)))
        return float(data + 0.5 * np.sum((self.root_penalty * parameters) ** 2))

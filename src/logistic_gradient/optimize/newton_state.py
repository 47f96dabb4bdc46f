"""One step of Newton's method, and where it leads."""

import math

import numpy as np

from .. import _kernels
from .._arrays import Array
from .design_matrix import DesignMatrix
from .independence import EPSILON
from .newton_pass import derivatives, product
from .objective import norm
from .recorder import Recorder

SMALL_MOVE = 1e-3  # of a score
MOST_HALVINGS = 30
VANISHING = 1e-200  # of the entries of H: their squares might underflow
WELL_CONDITIONED = 50.0  # a step then keeps all digits but two


class NewtonState:
    """The scaled parameters, the scores, and what follows from them.

    Near the minimum the scores are moved along with the parameters instead of computed from them
    anew: a small step then changes them by so little, while rounding A @ parameters, where those
    are large, would hide it.
    """

    parameters: Array
    scores: Array
    loss: float
    gradient: Array
    hessian: Array

    def __init__(self, design: DesignMatrix, y: Array, penalty: float, w: Array, b: Array) -> None:
        self.design = design
        self.sign = 1 - 2 * y
        self.root_penalty = np.append(np.sqrt(penalty) / design.scale, 0.0)
        with np.errstate(over="ignore", invalid="ignore"):  # an exception says it better
            parameters = design.inward(w, b)
            self._arrive(parameters, product(design.A, parameters))
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
        if (step := self._step()) is not None:
            move = product(self.design.A, step)
            loss, scores = self.loss, self.scores
            before = self.parameters, scores, loss, self.gradient, self.hessian
            for size in 0.5 ** np.arange(MOST_HALVINGS):
                self._go(size * step, size * move)
                if self.loss <= loss * (1 + 4 * EPSILON):
                    return float(np.max(np.abs(size * move) / np.maximum(1, np.abs(scores))))
                self.parameters, self.scores, self.loss, self.gradient, self.hessian = before
        step = self._solve(self._factor(np.full_like(self.scores, 0.25)))
        move = product(self.design.A, step)
        size = 1.0
        while self._loss_after(2 * size, step, move) < self._loss_after(size, step, move):
            size *= 2
        self._go(size * step, size * move)
        return math.inf

    def _step(self) -> Array | None:
        """Return -H^-1 @ gradient; None where H is singular.

        H = L @ L.T, by Cholesky, takes a fraction of the time that the rows take, and loses twice
        as many digits. Where that leaves few, the rows decide.
        """
        H = self.hessian
        if H.diagonal().max() > VANISHING:
            try:
                inverse = np.linalg.inv(np.linalg.cholesky(H))
            except np.linalg.LinAlgError:
                pass
            else:
                # Frobenius norms: each is up to sqrt(k) times the spectral one.
                condition = np.linalg.norm(H) * np.linalg.norm(inverse) ** 2
                if condition <= WELL_CONDITIONED * len(H) ** 1.5:
                    step: Array = -inverse.T @ (inverse @ self.gradient)
                    return step
        R = self._factor(_kernels.sigmoid_derivative(np, self.scores))
        diagonal = np.abs(np.diag(R))
        if diagonal.min() <= len(R) * EPSILON * diagonal.max():
            return None
        return self._solve(R)

    def _factor(self, weights: Array) -> Array:
        """Return R, triangular, with H = R.T @ R for these weights in the place of p (1 - p).

        R comes from the rows of A times sqrt(weights / m). Forming H itself would square the
        condition number before anything is solved. With weights of 1/4 R has an inverse, because
        the columns are independent.
        """
        rows = np.sqrt(weights / len(weights))[:, None] * self.design.A
        R: Array = np.linalg.qr(np.vstack([rows, np.diag(self.root_penalty)]), mode="r")
        return R

    def _solve(self, R: Array) -> Array:
        return -np.linalg.solve(R, np.linalg.solve(R.T, self.gradient))

    def _go(self, step: Array, move: Array) -> None:
        parameters = self.parameters + step
        near = np.abs(move).max() < SMALL_MOVE
        self._arrive(parameters, self.scores + move if near else product(self.design.A, parameters))

    def _arrive(self, parameters: Array, scores: Array) -> None:
        self.parameters, self.scores = parameters, scores
        of_data, slopes, bends = derivatives(self.design.A, self.sign, scores)
        self.loss = of_data + self._penalty(parameters)
        self.gradient = slopes + self.root_penalty**2 * parameters
        self.hessian = bends + np.diag(self.root_penalty**2)

    def _loss_after(self, size: float, step: Array, move: Array) -> float:
        return self._loss(self.parameters + size * step, self.scores + size * move)

    def _loss(self, parameters: Array, scores: Array) -> float:
        u = self.sign * scores
        data = np.mean(_kernels.softplus(np, u, _kernels.capped_exp(np, u)))
        return float(data) + self._penalty(parameters)

    def _penalty(self, parameters: Array) -> float:
        return float(0.5 * np.sum((self.root_penalty * parameters) ** 2))

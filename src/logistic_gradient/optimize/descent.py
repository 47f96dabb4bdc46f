"""Gradient descent, with all samples or with mini-batches, for any array library."""

import contextlib
import importlib
import math
from collections.abc import Iterable
from typing import cast

import numpy as np
from array_api_compat import device

from .._arrays import Array, ArrayLike
from .._checks import positive, whole_number
from .fit import ConvergenceError, Fit, Recorder
from .objective import Objective, lipschitz_constant, norm


def gradient_descent(
    X: ArrayLike,
    y: ArrayLike,
    *,
    learning_rate: float | None = None,
    iterations: int,
    start: tuple[ArrayLike, ArrayLike] | None = None,
    penalty: float = 0.0,
    path: bool = False,
    progress: bool = False,
) -> Fit:
    """Repeat w <- w - learning_rate dw, b <- b - learning_rate db, so many times.

    It minimises J(w, b) + penalty/2 times the sum of w_j^2, where J is the mean loss over the m
    samples; the penalty leaves the bias out, and scikit-learn's C is 1 / (m penalty). dw and db are
    the derivatives of that at the old w and b.

    X has shape (m, n), y (m,) of 0 and 1; start is a pair (w, b), zeros by default. The default
    rate is 1/L with L = `lipschitz_constant(X, penalty)`, at which the loss never rises. The
    history holds the loss and the norm of the gradient at the start and after each iteration:
    iterations + 1 numbers. path=True keeps w and b there, too; progress=True shows a bar where
    tqdm is installed.

    The arithmetic has the library and the precision of X. A single sample and dependent columns
    are fine. It makes the iterations asked for and does not judge whether they were enough: look
    at gradient_norm. On separated data the loss has no minimum, and w grows for ever.

    Raises ValueError: shapes that do not fit; NaN, infinity or complex numbers; labels other than
    0 and 1; a rate that is not positive; negative iterations or penalty. ConvergenceError, which
    carries the last state whose loss was finite: the loss or its gradient overflowed. This happens
    at rates far too large; a rate a little too large swings to and fro with a finite loss.

    Source: Boyd and Vandenberghe, Convex Optimization (2004), section 9.3.

    >>> fit = gradient_descent([[1.0], [2.0], [3.0]], [0, 1, 1], iterations=2, learning_rate=0.5)
    >>> fit.history.loss.round(6).tolist()
    [0.693147, 0.533807, 0.506026]
    """
    objective = Objective.of(X, y, penalty)
    w, b = objective.start(start)
    iterations = whole_number("iterations", iterations, least=0)
    if learning_rate is None:
        rate = 1 / lipschitz_constant(objective.X, objective.penalty)
    else:
        rate = positive("learning_rate", learning_rate)

    recorder = Recorder(path)
    dw, db = _record(recorder, objective, w, b, rate, 0)
    for update in _shown(range(1, iterations + 1), progress):
        with np.errstate(over="ignore", invalid="ignore"):  # an exception says it better
            w, b = w - rate * dw, b - rate * db
        dw, db = _record(recorder, objective, w, b, rate, update)
    return recorder.fit()


def stochastic_gradient_descent(
    X: ArrayLike,
    y: ArrayLike,
    *,
    batch_size: int,
    learning_rate: float,
    epochs: int,
    seed: int,
    start: tuple[ArrayLike, ArrayLike] | None = None,
    penalty: float = 0.0,
    path: bool = False,
    progress: bool = False,
) -> Fit:
    """Gradient descent in which each update looks at one batch of samples.

    Each epoch puts the m samples into a new random order and goes through it once, batch_size
    samples at a time; the last batch may be smaller. An update is that of `gradient_descent` for
    the mean loss over the batch, with the whole penalty: penalty/2 times the sum of w_j^2, the
    bias left out; scikit-learn's C is 1 / (m penalty).

    X has shape (m, n), y (m,) of 0 and 1; start is a pair (w, b), zeros by default. The history
    holds the loss over all samples, and the norm of its gradient, at the start and after each
    epoch: epochs + 1 numbers. path=True keeps w and b after each *update*; progress=True shows a
    bar where tqdm is installed. fit.iterations counts updates.

    The arithmetic has the library and the precision of X; the order comes from
    numpy.random.default_rng(seed), so that the same seed gives the same fit. At a constant rate the
    parameters do not settle: they keep moving about the minimum, at a distance that falls with the
    rate.

    Raises ValueError: as `gradient_descent`; batch_size is not between 1 and m; seed is not a whole
    number from 0 on. ConvergenceError, which carries the last recorded state, as there.

    Source: Bottou, Curtis and Nocedal, Optimization methods for large-scale machine learning, SIAM
    Review 60 (2018), section 4.

    >>> X, y = [[1.0], [2.0], [3.0]], [0, 1, 1]
    >>> options = {"batch_size": 2, "learning_rate": 0.5, "epochs": 50, "seed": 0}
    >>> fit = stochastic_gradient_descent(X, y, **options)
    >>> print(fit.iterations, len(fit.history.loss), round(fit.loss, 6))
    100 51 0.189461
    """
    objective = Objective.of(X, y, penalty)
    xp, m = objective.xp, objective.X.shape[0]
    w, b = objective.start(start)
    rate = positive("learning_rate", learning_rate)
    epochs = whole_number("epochs", epochs, least=0)
    batch_size = whole_number("batch_size", batch_size, least=1)
    if batch_size > m:
        raise ValueError(f"batch_size is {batch_size}: it must be at most m = {m}")
    rng = np.random.default_rng(whole_number("seed", seed, least=0))

    recorder = Recorder(path)
    _record(recorder, objective, w, b, rate, 0)
    update = 0
    for _ in _shown(range(epochs), progress):
        order = xp.asarray(rng.permutation(m), device=device(objective.X))
        for first in range(0, m, batch_size):
            batch = objective.batch(order[first : first + batch_size])
            dw, db, _, _ = _evaluate(recorder, batch, w, b, rate, update)
            with np.errstate(over="ignore", invalid="ignore"):
                w, b = w - rate * dw, b - rate * db
            update += 1
            if first + batch_size < m:  # the last of the epoch is visited by _record
                recorder.visit(w, b)
        _record(recorder, objective, w, b, rate, update)
    return recorder.fit()


def _record(
    recorder: Recorder, objective: Objective, w: Array, b: Array, rate: float, update: int
) -> tuple[Array, Array]:
    """Add a state to the history and return the gradient there."""
    dw, db, J, length = _evaluate(recorder, objective, w, b, rate, update)
    recorder.visit(w, b)
    recorder.record(w, b, J, length, update)
    return dw, db


def _evaluate(
    recorder: Recorder, objective: Objective, w: Array, b: Array, rate: float, update: int
) -> tuple[Array, Array, float, float]:
    """Return (dw, db, loss, norm of the gradient), all finite; or say what became of them."""
    try:
        with np.errstate(over="ignore", invalid="ignore"):
            J, dw, db = objective(w, b)
            length = norm(objective.xp, dw, db)
    except ValueError as error:  # the data have been checked: only the scores can overflow
        cause = str(error)
    else:
        if math.isfinite(J) and math.isfinite(length):
            return dw, db, float(J), length
        cause = f"the loss is {float(J)} and the norm of its gradient {length}: both must be finite"
    if update == 0:
        raise ValueError(f"start: {cause}")
    raise ConvergenceError(
        f"after update {update}: {cause}; the learning rate {rate:.6g} is too large", recorder.fit()
    )


def _shown(updates: Iterable[int], progress: bool) -> Iterable[int]:
    """Return the updates, behind a bar if one is wanted and tqdm is installed."""
    if progress:
        with contextlib.suppress(ImportError):
            return cast("Iterable[int]", importlib.import_module("tqdm.auto").tqdm(updates))
    return updates

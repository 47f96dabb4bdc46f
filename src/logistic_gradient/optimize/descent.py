"""Gradient descent over all samples, for any array library."""

import numpy as np

from .._arrays import ArrayLike
from .._numbers import positive, whole_number
from .fit import Fit
from .objective import Objective, lipschitz_constant
from .recorder import Recorder
from .updates import record, shown


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
    dw, db = record(recorder, objective, w, b, rate, 0)
    for update in shown(range(1, iterations + 1), progress):
        with np.errstate(over="ignore"):  # an exception says it better
            w, b = w - rate * dw, b - rate * db
        dw, db = record(recorder, objective, w, b, rate, update)
    return recorder.fit()

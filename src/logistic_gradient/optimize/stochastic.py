"""Gradient descent in mini-batches, for any array library."""

import numpy as np
from array_api_compat import device

from .._arrays import ArrayLike
from .._numbers import positive, whole_number
from .fit import Fit
from .objective import Objective
from .recorder import Recorder
from .updates import evaluate, record, shown


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
    record(recorder, objective, w, b, rate, 0)
    update = 0
    for _ in shown(range(epochs), progress):
        order = xp.asarray(rng.permutation(m), device=device(objective.X))
        for first in range(0, m, batch_size):
            batch = objective.batch(order[first : first + batch_size])
            dw, db, _, _ = evaluate(recorder, batch, w, b, rate, update)
            with np.errstate(over="ignore"):
                w, b = w - rate * dw, b - rate * db
            update += 1
            if first + batch_size < m:  # the last of the epoch is visited by _record
                recorder.visit(w, b)
        record(recorder, objective, w, b, rate, update)
    return recorder.fit()

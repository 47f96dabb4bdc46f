"""What gradient descent and its mini-batches share: checked states, and the bar."""

import contextlib
import importlib
import math
from collections.abc import Iterable
from typing import cast

import numpy as np

from .._arrays import Array
from .fit import ConvergenceError
from .objective import Objective, norm
from .recorder import Recorder


def record(
    recorder: Recorder, objective: Objective, w: Array, b: Array, rate: float, update: int
) -> tuple[Array, Array]:
    """Add a state to the history and return the gradient there."""
    dw, db, J, length = evaluate(recorder, objective, w, b, rate, update)
    recorder.visit(w, b)
    recorder.record(w, b, J, length, update)
    return dw, db


def evaluate(
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


def shown(updates: Iterable[int], progress: bool) -> Iterable[int]:
    """Return the updates, behind a bar if one is wanted and tqdm is installed."""
    if progress:
        with contextlib.suppress(ImportError):
            return cast("Iterable[int]", importlib.import_module("tqdm.auto").tqdm(updates))
    return updates

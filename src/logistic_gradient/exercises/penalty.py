"""The exercise on the penalty: what it adds to the gradient."""

from typing import Any

from .._arrays import Array
from ..gradient import gradient
from ._cases import data_sets
from ._compare import Mistake
from ._functions import Function, Stage, judge_function
from .verdict import Exercise, Verdict

PENALTY = 0.3


def check_penalty_gradient(function: Function) -> Verdict:
    """Judge a function(w, b, X, y, penalty) that returns the gradient of the penalised mean loss.

    The loss is J + penalty / 2 times the squared length of w; the bias is not penalised. The
    gradient is returned as (dw, db), of shape (n,) and a number.

    Raises TypeError: it cannot be called. What the function raises comes through.

    Source: programs with the sign of the penalty wrong, or with the bias penalised.

    >>> from logistic_gradient import gradient
    >>> check_penalty_gradient(lambda w, b, X, y, penalty: gradient(w, b, X, y))
    Not yet: missing penalty. That is the gradient of the loss alone.
    """
    exercise = Exercise(
        praise="The penalty pulls each weight towards zero, in proportion to the weight.",
        solution="dw + penalty * w and db, with dw and db of the loss alone.",
    )

    def with_penalty(weights: Any, bias: Any = 0) -> Function:
        """Return the gradient plus penalty times factors, which depend on m, times w and b."""

        def result(w: Array, b: Array, X: Array, y: Array, penalty: float) -> Any:
            dw, db = gradient(w, b, X, y)
            scale = weights(len(y)) if callable(weights) else weights
            return dw + scale * penalty * w, db + bias * penalty * b

        return result

    def of_the_sum(w: Array, b: Array, X: Array, y: Array, penalty: float) -> Any:
        dw, db = gradient(w, b, X, y)
        return len(y) * dw + penalty * w, len(y) * db

    mistakes = [
        Mistake("missing penalty", "That is the gradient of the loss alone.", with_penalty(0)),
        Mistake("wrong sign", "The penalty grows away from zero: add it.", with_penalty(-1)),
        Mistake("bias penalised", "The bias is not in the penalty.", with_penalty(1, 1)),
        Mistake("factor 2", "The square gives a 2, and the half takes it.", with_penalty(2)),
        Mistake("factor 1/2", "The square gives a 2.", with_penalty(0.5)),
        Mistake("penalty over m", "The penalty is no mean.", with_penalty(lambda m: 1 / m)),
        Mistake("penalty times m", "The penalty is no sum.", with_penalty(lambda m: m)),
        Mistake("missing 1/m", "The loss is a mean.", of_the_sum),
    ]
    cases = [(*case, PENALTY) for case in data_sets()]
    return judge_function(
        exercise, function, [Stage(cases=cases, right=with_penalty(1), mistakes=mistakes)]
    )

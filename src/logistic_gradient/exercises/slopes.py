"""Exercises on one sample: slopes as functions of the score."""

from .._arrays import Array
from ..sigmoid import sigmoid, sigmoid_derivative, softplus
from ._cases import HUGE, LARGE
from ._compare import Mistake
from ._functions import Function, Stage, judge_function
from .verdict import Exercise, Verdict

OVERFLOW = (
    "overflow",
    "For large scores an exponential overflows and the quotient is not a number. Use e^-|z|.",
)
CANCELLATION = (
    "cancellation",
    "At score 40 the probability rounds to 1, and one minus it to 0. The digits of 1 - p are there "
    "if you compute it from the exponential.",
)


def check_sigmoid_derivative(function: Function) -> Verdict:
    """Judge a function(z) that returns the slope of the sigmoid at the score z, both numbers.

    It must hold for all scores: at 40 to five digits, and at 1000 without overflow.

    Raises TypeError: it cannot be called. What the function raises comes through.

    Source: the derivative that every derivation starts from.

    >>> check_sigmoid_derivative(lambda z: z * (1 - z))
    Not yet: score as probability. You put the score into p (1 - p), where the
    probability belongs.
    """
    exercise = Exercise(
        praise="It holds in the tails, too, where one minus the probability has no digits left.",
        solution="With t = e^-|z| it is t / (1 + t)^2.",
    )
    mistakes = [
        Mistake(
            "score as probability",
            "You put the score into p (1 - p), where the probability belongs.",
            lambda z: z * (1 - z),
        ),
        Mistake("no derivative", "That is the sigmoid itself.", sigmoid),
        Mistake("wrong sign", "The sigmoid rises everywhere.", lambda z: -sigmoid_derivative(z)),
        Mistake(
            "missing square",
            "The denominator is squared when you differentiate.",
            lambda z: sigmoid(-z),
        ),
        Mistake(
            "second derivative",
            "That is the slope of the slope.",
            lambda z: sigmoid_derivative(z) * (1 - 2 * sigmoid(z)),
        ),
    ]
    ordinary = [(-2.5,), (-0.7,), (0.3,), (1.9,)]
    return judge_function(
        exercise,
        function,
        [
            Stage(cases=ordinary, right=sigmoid_derivative, mistakes=mistakes),
            *_tails(sigmoid_derivative),
        ],
    )


def check_gradient_size(function: Function) -> Verdict:
    """Judge a function(u) that returns the size of the derivative of the loss in the score.

    u is the margin, the score counted towards the label: z for label 1, -z for label 0. It is
    positive where the model is right. Both are numbers.

    Raises TypeError: it cannot be called. What the function raises comes through.

    Source: after the exercise to find how the gradient changes as predictions become confident.

    >>> from logistic_gradient import sigmoid
    >>> check_gradient_size(sigmoid)
    Not yet: turned around. A confident and right prediction must give a small
    gradient, a confident and wrong one a gradient near 1.
    """
    exercise = Exercise(
        praise="Confident and right: it falls by a factor of e with each unit of margin. Confident "
        "and wrong: it grows to 1 and no further.",
        solution="It is sigmoid(-u), the probability that the model gives to the wrong label.",
    )
    mistakes = [
        Mistake(
            "turned around",
            "A confident and right prediction must give a small gradient, a confident and wrong "
            "one a gradient near 1.",
            sigmoid,
        ),
        Mistake(
            "slope of the sigmoid",
            "That is p (1 - p), small on both sides. In the gradient of this loss it cancels.",
            sigmoid_derivative,
        ),
        Mistake("sign kept", "The size has no sign.", lambda u: -sigmoid(-u)),
        Mistake("loss", "That is the loss itself.", lambda u: softplus(-u)),
    ]

    def right(u: float) -> Array:
        return sigmoid(-u)

    ordinary = [(u,) for u in (-2.5, -0.7, 0.3, 1.9)]
    return judge_function(
        exercise,
        function,
        [
            Stage(cases=ordinary, right=right, mistakes=mistakes),
            *_tails(right),
        ],
    )


def check_squared_error_slope(function: Function) -> Verdict:
    """Judge a function(z, y) that returns the derivative in z of half the squared error.

    The loss is (p - y)^2 / 2 with p = sigmoid(z); z is a number, y is 0 or 1.

    Raises TypeError: it cannot be called. What the function raises comes through.

    Source: the comparison of losses; for this one nothing cancels.

    >>> from logistic_gradient import sigmoid
    >>> check_squared_error_slope(lambda z, y: sigmoid(z) - y)
    Not yet: cross-entropy. That is the slope of the cross-entropy. Here the
    slope of the sigmoid stays.
    """
    exercise = Exercise(
        praise="The factor p (1 - p) stays: a confident and wrong prediction hardly learns.",
        solution="It is (p - y) p (1 - p).",
    )

    def right(z: float, y: int) -> Array:
        return (sigmoid(z) - y) * sigmoid_derivative(z)

    mistakes = [
        Mistake(
            "cross-entropy",
            "That is the slope of the cross-entropy. Here the slope of the sigmoid stays.",
            lambda z, y: sigmoid(z) - y,
        ),
        Mistake("factor 2", "The loss has a half that takes the 2.", lambda z, y: 2 * right(z, y)),
        Mistake("factor 1/2", "The square gives a factor of 2.", lambda z, y: right(z, y) / 2),
        Mistake("wrong sign", "It is prediction minus label.", lambda z, y: -right(z, y)),
        Mistake("missing error", "The error is a factor, too.", lambda z, _: sigmoid_derivative(z)),
    ]
    cases = [(z, y) for z in (-2.5, -0.7, 1.9) for y in (0, 1)]
    return judge_function(exercise, function, [Stage(cases=cases, right=right, mistakes=mistakes)])


def _tails(right: Function) -> list[Stage]:
    """Return the cases at which digits are lost, and those at which exponentials overflow."""
    return [
        Stage(cases=[(z,), (-z,)], right=right, mistakes=[], otherwise=otherwise)
        for z, otherwise in ((LARGE, CANCELLATION), (HUGE, OVERFLOW))
    ]

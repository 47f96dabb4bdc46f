"""Exercises on odds: what weights and biases mean."""

from math import exp, log

from .._arrays import ArrayLike
from ..sigmoid import logit
from ._compare import Mistake, judge_number
from ._functions import Function, Stage, judge_function
from .verdict import Exercise, Verdict

INTERCEPT, PER_HOUR = -4.0777, 1.5046  # the published fit of the twenty students


def check_odds_factor(answer: ArrayLike) -> Verdict:
    """Judge the factor by which half an hour of study multiplies the odds of passing.

    The weight of an hour is 1.5046. The answer is a number, to six digits.

    Raises ValueError: it is not one finite real number.

    Source: after texts that read weights as log-odds; the fit of the twenty students.

    >>> check_odds_factor(0.75)
    Not yet: log-odds. That is what half an hour adds to the log-odds. Turn it
    into a factor of the odds.
    """
    step = PER_HOUR / 2
    right = exp(step)
    exercise = Exercise(
        praise="Half an hour adds to the log-odds, so it multiplies the odds, from any start.",
        solution=f"The factor is e^(1.5046 / 2) = {right:.12f}.",
    )
    mistakes = [
        Mistake(
            "log-odds",
            "That is what half an hour adds to the log-odds. Turn it into a factor of the odds.",
            step,
        ),
        Mistake("whole hour", "That is the factor of a whole hour.", exp(PER_HOUR)),
        Mistake(
            "half of the factor",
            "Half an hour is half of the exponent, not half of the factor.",
            exp(PER_HOUR) / 2,
        ),
        Mistake("one plus", "Log-odds are not percentages: take the exponential.", 1 + step),
        Mistake("upside down", "More study means better odds here.", 1 / right),
        Mistake("wrong base", "The logarithm of the odds is the natural one.", 10**step),
        Mistake("wrong base", "The logarithm of the odds is the natural one.", 2**step),
    ]
    return judge_number(exercise, answer, right, mistakes)


def check_hours_for_chance(answer: ArrayLike) -> Verdict:
    """Judge the hours of study after which the chance of passing is 90 percent.

    The model has weight 1.5046 per hour and bias -4.0777. The answer is a number of hours, to six
    digits.

    Raises ValueError: it is not one finite real number.

    Source: after texts that solve the log-odds for p; the fit of the twenty students.

    >>> check_hours_for_chance(3.3)
    Not yet: probability as score. You set the score to the probability itself.
    Which score has the sigmoid 0.9?
    """
    score = log(0.9 / 0.1)

    def hours(z: float, bias: float = INTERCEPT) -> float:
        return (z - bias) / PER_HOUR

    exercise = Exercise(
        praise="The log-odds of the chance, less the bias, over the weight.",
        solution=f"The score must be ln 9 = {score:.12f}; then the hours are {hours(score):.12f}.",
    )
    mistakes = [
        Mistake(
            "probability as score",
            "You set the score to the probability itself. Which score has the sigmoid 0.9?",
            hours(0.9),
        ),
        Mistake("even odds", "That is where the chance is one half.", hours(0.0)),
        Mistake(
            "other chance", "That is where the chance of failing is 90 percent.", hours(-score)
        ),
        Mistake(
            "sign of the bias",
            "The bias is negative: subtracting it adds hours.",
            hours(score, -INTERCEPT),
        ),
        Mistake("missing bias", "You left out the bias.", hours(score, 0.0)),
        Mistake("wrong logarithm", "Take the natural one, not that to base 10.", hours(log(9, 10))),
        Mistake("logarithm of p", "The log-odds, not the logarithm of p.", hours(log(0.9))),
        Mistake(
            "odds as score", "You set the score to the odds: take their logarithm.", hours(9.0)
        ),
    ]
    return judge_number(exercise, answer, hours(score), mistakes)


def check_base_rate(function: Function) -> Verdict:
    """Judge a function(k, m) that returns the best bias of a model without features.

    Of m samples, k have label 1, with 0 < k < m. The bias is to make the mean loss smallest; it is
    a number.

    Raises TypeError: it cannot be called. What the function raises comes through.

    Source: the condition that the gradient be zero, for the bias alone.

    >>> check_base_rate(lambda k, m: k / m)
    Not yet: probability as score. That is the probability. The bias is the
    score that has it.
    """
    exercise = Exercise(
        praise="The gradient is zero where the mean probability is the share of ones.",
        solution="sigmoid(b) = k / m, so b = ln(k / (m - k)).",
    )
    mistakes = [
        Mistake(
            "probability as score",
            "That is the probability. The bias is the score that has it.",
            lambda k, m: k / m,
        ),
        Mistake("wrong sign", "More ones, a higher bias.", lambda k, m: log((m - k) / k)),
        Mistake("logarithm of p", "The log-odds, not the logarithm.", lambda k, m: log(k / m)),
        Mistake("odds", "Those are the odds: take their logarithm.", lambda k, m: k / (m - k)),
        Mistake("wrong logarithm", "Take the natural one.", lambda k, m: log(k / (m - k), 10)),
    ]
    cases = [(3, 10), (1, 20), (15, 16)]
    stage = Stage(cases=cases, right=lambda k, m: logit(k / m), mistakes=mistakes)
    return judge_function(exercise, function, [stage])

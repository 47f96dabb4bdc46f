"""Exercises with a calculator, on the student of the worked example."""

import numpy as np

from .._arrays import ArrayLike
from ..sigmoid import sigmoid
from ._compare import Mistake, judge_number
from .verdict import Exercise, Verdict

X_STUDENT, Z_STUDENT, RATE_STUDENT = np.array([3.0, 5.0]), -0.7, 0.1
P_STUDENT = float(sigmoid(Z_STUDENT))


def check_sample_loss(answer: ArrayLike) -> Verdict:
    """Judge the loss of one sample: score z = -0.7, label y = 0.

    The answer is a number, the binary cross-entropy in natural logarithms, to six digits.

    Raises ValueError: it is not one finite real number.

    Source: after the forward pass of the worked example, with the other label.

    >>> check_sample_loss(1.1)
    Not yet: other label. That is the loss if the student had passed.
    """
    p = P_STUDENT
    right = -np.log(1 - p)
    exercise = Exercise(
        praise="The model leaned towards failing, so failing costs little.",
        solution=f"The loss is -ln(1 - p) with p = {p:.12f}, which is {right:.12f}.",
    )
    mistakes = [
        Mistake("other label", "That is the loss if the student had passed.", -np.log(p)),
        Mistake("wrong sign", "A probability below one has a negative logarithm.", -right),
        Mistake("wrong logarithm", "Take the natural one, not base 10.", right / np.log(10)),
        Mistake("wrong logarithm", "Take the natural one, not base 2.", right / np.log(2)),
        Mistake("no logarithm", "That is the probability of what happened.", 1 - p),
        Mistake("error", "That is the error, the slope of the loss in the score.", p),
        Mistake("score", "That is minus the score, as if the loss were linear.", 0.7),
    ]
    return judge_number(exercise, answer, right, mistakes)


def check_double_bias(answer: ArrayLike) -> Verdict:
    """Judge by how much the score rises when a model has a bias and a column of ones.

    The student of the worked example (x = (3, 5), passed, z = -0.7, learning rate 0.1) gets a third
    feature that is always 1, with weight 0, and the model keeps its bias. One step is taken. The
    answer is the new score minus the old one, a number to six digits.

    Raises ValueError: it is not one finite real number.

    Source: after texts that add a feature of ones beside a bias.

    >>> from logistic_gradient import sigmoid
    >>> check_double_bias(0.1 * (1 - sigmoid(-0.7)) * (3 * 3 + 5 * 5 + 1))
    Not yet: one bias. That is the rise with one bias. Here two parameters have
    an input that is one, and each gets its own step.
    """
    error, squares = 1 - P_STUDENT, float(X_STUDENT @ X_STUDENT)
    scale = RATE_STUDENT * error
    right = scale * (squares + 2)
    hand = RATE_STUDENT * (1 - round(P_STUDENT, 2)) * (squares + 2)
    exercise = Exercise(
        praise="The two biases always move alike, and no data can tell them apart.",
        solution="The rise is the learning rate times 1 - p times the sum of all squared inputs, "
        f"3 * 3 + 5 * 5 + 1 + 1 = 36: {right:.12f}.",
    )
    mistakes = [
        Mistake(
            "one bias",
            "That is the rise with one bias. Here two parameters have an input that is one, and "
            "each gets its own step.",
            scale * (squares + 1),
        ),
        Mistake("no bias", "That is the rise from the two features alone.", scale * squares),
        Mistake(
            "rounding on the way",
            "You went on with a probability of two digits. Carry all digits.",
            hand,
        ),
        Mistake("wrong sign", "The student passed, so the score goes up.", -right),
        Mistake("new score", "That is the new score. Subtract the old one.", Z_STUDENT + right),
        Mistake("missing learning rate", "Multiply by the learning rate.", right / RATE_STUDENT),
        Mistake("move of a bias", "That is how far the biases move together.", 2 * scale),
    ]
    return judge_number(exercise, answer, right, mistakes)

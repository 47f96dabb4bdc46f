"""Checkers for the exercises: each takes your answer and says whether it is right, and why not.

An answer is a number, an array, or a function that you wrote. Numbers and arrays may be plain
Python, NumPy, PyTorch or JAX. A function is called with numbers and NumPy arrays and may return any
of those. A checker returns a `Verdict`, which prints as a sentence or two, and never tells the
answer before you call its `reveal`.

>>> from logistic_gradient.exercises import check_update
>>> verdict = check_update([-0.33, -0.065], -0.465)
>>> verdict
Not yet: rounding on the way. You went on with a probability of two digits.
Carry all digits.
>>> verdict.right
False
"""

from .by_hand import check_double_bias, check_sample_loss
from .descent import check_newton_step, check_safe_rate
from .differences import check_central_difference
from .directions import check_flat_direction, check_separating_direction
from .gradient import check_gradient
from .hessian import check_hessian, check_hessian_root
from .loss import check_loss
from .odds import check_base_rate, check_hours_for_chance, check_odds_factor
from .penalty import check_penalty_gradient
from .slopes import check_gradient_size, check_sigmoid_derivative, check_squared_error_slope
from .update import check_update
from .verdict import Verdict

__all__ = [
    "Verdict",
    "check_base_rate",
    "check_central_difference",
    "check_double_bias",
    "check_flat_direction",
    "check_gradient",
    "check_gradient_size",
    "check_hessian",
    "check_hessian_root",
    "check_hours_for_chance",
    "check_loss",
    "check_newton_step",
    "check_odds_factor",
    "check_penalty_gradient",
    "check_safe_rate",
    "check_sample_loss",
    "check_separating_direction",
    "check_sigmoid_derivative",
    "check_squared_error_slope",
    "check_update",
]

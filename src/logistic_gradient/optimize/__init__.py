"""Fit a logistic regression: gradient descent, mini-batches of it, and Newton's method.

All minimise the same function of the weights and the bias,

    J(w, b) + penalty/2 * sum of w_j^2,

where J is `loss`, the mean binary cross-entropy. The penalty leaves the bias out. scikit-learn
minimises C times the sum of the losses plus half the sum of w_j^2: its C is 1 / (m penalty).
"""

from .descent import gradient_descent
from .fit import ConvergenceError, Fit, History, SeparationError
from .newton import newton
from .objective import lipschitz_constant
from .standard_errors import standard_errors
from .stochastic import stochastic_gradient_descent

__all__ = [
    "ConvergenceError",
    "Fit",
    "History",
    "SeparationError",
    "gradient_descent",
    "lipschitz_constant",
    "newton",
    "standard_errors",
    "stochastic_gradient_descent",
]

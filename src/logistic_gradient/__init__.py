"""The gradient of logistic regression with binary cross-entropy.

The whole subject in four lines, for X (m, n), labels y of 0 and 1, weights w and a bias b::

    z = X @ w + b                  # scores
    p = 1 / (1 + exp(-z))          # probabilities
    dw = X.T @ (p - y) / m         # gradient of the mean loss with respect to w
    db = mean(p - y)               # ... and with respect to b

Read `gradient` first. The functions take NumPy, PyTorch, JAX and Dask arrays, or plain lists.
"""

from importlib.metadata import PackageNotFoundError, version

from .check import central_difference, complex_step, forward_difference
from .gradient import gradient, loss_and_gradient
from .hessian import hessian
from .loss import binary_cross_entropy, loss
from .optimize import (
    ConvergenceError,
    Fit,
    History,
    SeparationError,
    gradient_descent,
    lipschitz_constant,
    newton,
    standard_errors,
    stochastic_gradient_descent,
)
from .sigmoid import logit, sigmoid, sigmoid_derivative, softplus
from .step import TrainingStep, training_step

try:
    __version__ = version("logistic-gradient")
except PackageNotFoundError:  # imported from a folder of sources that nobody installed
    __version__ = "0+unknown"

__all__ = [
    "ConvergenceError",
    "Fit",
    "History",
    "SeparationError",
    "TrainingStep",
    "__version__",
    "binary_cross_entropy",
    "central_difference",
    "complex_step",
    "forward_difference",
    "gradient",
    "gradient_descent",
    "hessian",
    "lipschitz_constant",
    "logit",
    "loss",
    "loss_and_gradient",
    "newton",
    "sigmoid",
    "sigmoid_derivative",
    "softplus",
    "standard_errors",
    "stochastic_gradient_descent",
    "training_step",
]

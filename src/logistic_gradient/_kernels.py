"""The formulas in the form that floating point keeps exact: pure, unchecked, for any array library.

On paper: p = 1/(1 + e^-z), loss = -y ln p - (1 - y) ln(1 - p), residual = p - y.
Computed like that, e^-z overflows at z = -710, so that ln p is ln 0, and p - y is exactly 0
for y = 1 from z = 37 on, where the true residual is e^-37.

With s = 1 - 2y (+1 for label 0, -1 for label 1) and u = s z, *minus* the margin, both labels become
one case: the loss is ln(1 + e^u), the residual s e^u / (1 + e^u). Nothing cancels in either.

Each formula is a single expression, without branches or masked assignment, so that it passes
unchanged through NumPy, PyTorch, JAX and Dask, through autograd, and with complex arguments through
the complex step. The usual remedies (a clamp on u, relu(u) + log1p(exp(-abs(u))), where) are exact
in value, but some autograd libraries then give 0 or 1 at u = 0 for the derivative 1/2.
"""

import math
from typing import Any

from ._arrays import Array


def capped_exp(xp: Any, u: Array) -> Array:
    """E = exp(min(u, c)) with c = ln(max float)/2 - 1: about 354 in float64, 43 in float32.

    The cap never shows: 1 + e^c is e^c in floating point, and ln(1 + e^u) takes its value from u
    there. Half the logarithm, because the derivatives that autograd forms square E.
    """
    cap = math.log(float(xp.finfo(u.dtype).max)) / 2 - 1
    return xp.exp(xp.minimum(u, cap))


def softplus(xp: Any, u: Array, exp_u: Array) -> Array:
    """ln(1 + e^u), given exp_u = capped_exp(u)."""
    return xp.maximum(u, xp.log1p(exp_u))


def sigmoid(exp_u: Array) -> Array:
    """1/(1 + e^-u), given exp_u = capped_exp(u)."""
    return exp_u / (1 + exp_u)


def sigmoid_derivative(xp: Any, z: Array) -> Array:
    """t/(1 + t)^2 with t = e^-|z|, an even function of z, so that t <= 1.

    min(z, -z) stands for -|z|: the absolute value of a complex number has no complex derivative,
    whereas min, which orders complex numbers by their real part, picks one of two that have.
    """
    t = xp.exp(xp.minimum(z, -z))
    return t / (1 + t) ** 2

"""One step of gradient descent on one sample, with every quantity on the way."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from . import _kernels
from ._arrays import Array, ArrayLike, follow
from ._checks import finite_floating, labels, require, scalar, weights_and_bias
from ._numbers import positive


@dataclass(frozen=True, kw_only=True, eq=False)  # == of arrays is an array, not a truth value
class TrainingStep:
    """Every quantity of one training step on one sample, in the order in which it is computed.

    x, w, dw and w_new have shape (n,); all others are scalars. The loss is that of the one sample.
    """

    x: Array
    """The features."""
    y: Array
    """The label, 0 or 1."""
    w: Array
    """The weights before the step."""
    b: Array
    """The bias before the step."""
    learning_rate: float
    """How far the step goes against the gradient."""

    z: Array
    """Score: w . x + b."""
    p: Array
    """Probability of label 1: sigmoid(z)."""
    loss: Array
    """Binary cross-entropy: -y ln p - (1 - y) ln(1 - p)."""

    residual: Array
    """Prediction minus label: p - y."""
    dl_dp: Array
    """Derivative of the loss in p: (p - y) / (p (1 - p)); -1/p for y = 1, 1/(1 - p) for y = 0."""
    dp_dz: Array
    """Derivative of p in z: p (1 - p)."""
    dl_dz: Array
    """Their product, which is the residual; stored as that, as the factors may overflow."""
    dw: Array
    """Derivatives of the loss in the weights: (p - y) x."""
    db: Array
    """Derivative of the loss in the bias: p - y."""

    w_new: Array
    """The weights after the step: w - learning_rate dw."""
    b_new: Array
    """The bias after the step: b - learning_rate db, with the db of the old weights."""
    z_new: Array
    """Score with the new weights and the new bias."""
    p_new: Array
    """Probability with the new weights and the new bias."""
    loss_new: Array
    """Loss with the new weights and the new bias."""


def training_step(
    w: ArrayLike, b: ArrayLike, x: ArrayLike, y: ArrayLike, learning_rate: float
) -> TrainingStep:
    """One step of gradient descent on one sample: w - learning_rate dw and b - learning_rate db.

    w and x have shape (n,); b, y (0 or 1) and learning_rate are scalars. The loss and its
    derivatives are those of this sample. The precision is that of x.

    Raises ValueError: shapes that do not fit; NaN or infinity; a label other than 0 and 1; a
    learning rate that is not positive; a score that overflows, before the step or after it.

    Source: Jurafsky and Martin, Speech and Language Processing (3rd edition draft), chapter on
    logistic regression, section on stochastic gradient descent.

    >>> step = training_step([0.1, -0.2], 0.0, x=[3.0, 5.0], y=1, learning_rate=0.1)
    >>> print(round(step.p, 12), round(step.loss, 11), round(step.residual, 12))
    0.331812227832 1.10318604889 -0.668187772168
    >>> step.w_new.round(12).tolist()
    [0.30045633165, 0.134093886084]
    >>> print(round(step.p_new, 12), round(step.loss_new, 12))
    0.837352139929 0.177510580208
    """
    xp, x = finite_floating("x", x)
    if x.ndim != 1 or x.shape[0] == 0:
        raise ValueError(f"x has shape {tuple(x.shape)}: it must be (n,), the features of a sample")
    w, b = weights_and_bias(w, b, xp, x, f"a weight for each of the {x.shape[0]} features in x")
    y = follow("y", scalar("y", labels("y", y)), xp, x)
    y, b = y[()], b[()]  # for NumPy: scalars, as z, p and db are, not arrays without axes
    x, w = (xp.astype(a, a.dtype, copy=True) for a in (x, w))  # a caller may change them in place
    rate = positive("learning_rate", learning_rate)

    s = 1 - 2 * y
    z, p, loss = _forward(xp, w, b, x, s, "x @ w + b", "x and w are too large")
    with np.errstate(divide="ignore", over="ignore"):  # 1/p leaves the range where p is about 0
        dl_dp = s / _kernels.sigmoid(_kernels.capped_exp(xp, -s * z))
    residual = s * _kernels.sigmoid(_kernels.capped_exp(xp, s * z))
    dw, db = residual * x, residual

    with np.errstate(over="ignore"):
        w_new, b_new = w - rate * dw, b - rate * db
    z_new, p_new, loss_new = _forward(
        xp, w_new, b_new, x, s, "x @ w_new + b_new", "the learning rate is too large"
    )
    return TrainingStep(
        x=x,
        y=y,
        w=w,
        b=b,
        learning_rate=rate,
        z=z,
        p=p,
        loss=loss,
        residual=residual,
        dl_dp=dl_dp,
        dp_dz=_kernels.sigmoid_derivative(xp, z),
        dl_dz=residual,
        dw=dw,
        db=db,
        w_new=w_new,
        b_new=b_new,
        z_new=z_new,
        p_new=p_new,
        loss_new=loss_new,
    )


def _forward(
    xp: Any, w: Array, b: Array, x: Array, s: Array, name: str, cause: str
) -> tuple[Array, Array, Array]:
    """Return (z, p, loss); s is 1 - 2y."""
    with np.errstate(over="ignore", invalid="ignore"):
        z = x @ w + b
    require(name, z, xp.isfinite(z), f"it must be finite; {cause}")
    u = s * z
    p = _kernels.sigmoid(_kernels.capped_exp(xp, z))
    return z, p, _kernels.softplus(xp, u, _kernels.capped_exp(xp, u))

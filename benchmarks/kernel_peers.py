"""Loss and gradient, written the way that users of each library write it.

A peer takes the arguments over in its own types, before the clock starts, and returns a function
that computes loss, dw and db. It is left out where its library is not installed.
"""

import os
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np
from kernel_cases import Problem

Answer = tuple[Any, Any, Any]  # loss, dw, db
Peer = Callable[[Problem], Callable[[], Answer]]
THREADS = int(os.environ.get("OMP_NUM_THREADS", "1"))
OURS = "logistic_gradient"


def ours(problem: Problem) -> Callable[[], Answer]:
    """Our package, with all its checks."""
    from logistic_gradient import loss_and_gradient

    X, y, w, b = problem.X, problem.y, problem.w, problem.b

    def call() -> Answer:
        J, (dw, db) = loss_and_gradient(w, b, X, y)
        return J, dw, db

    return call


def plain_numpy(problem: Problem) -> Callable[[], Answer]:
    """NumPy in one line for each formula, in a form that does not overflow."""
    X, y, w, b = problem.X, problem.y, problem.w, problem.b

    def call() -> Answer:
        z = X @ w + b
        J = np.mean(np.logaddexp(0, z) - y * z)
        residual = 1 / (1 + np.exp(-z)) - y
        return J, X.T @ residual / len(y), residual.mean()

    return call


def scikit_learn(problem: Problem) -> Callable[[], Answer]:
    """Call what scikit-learn's own LogisticRegression minimises."""
    from sklearn._loss import HalfBinomialLoss
    from sklearn.linear_model._linear_loss import LinearModelLoss

    X, y = problem.X, problem.y
    loss = LinearModelLoss(base_loss=HalfBinomialLoss(), fit_intercept=True)
    coefficients = np.append(problem.w, problem.b)

    def call() -> Answer:
        J, slopes = loss.loss_gradient(coefficients, X, y, n_threads=THREADS)
        return J, slopes[:-1], slopes[-1]

    return call


def torch_by_hand(problem: Problem) -> Callable[[], Answer]:
    """PyTorch, with the formula of the gradient."""
    import torch

    X, y, w, b = _tensors(problem)
    cross_entropy = torch.nn.functional.binary_cross_entropy_with_logits

    def call() -> Answer:
        with torch.no_grad():
            z = X @ w + b
            residual = torch.sigmoid(z) - y
            return cross_entropy(z, y), X.T @ residual / len(y), residual.mean()

    return call


def torch_autograd(problem: Problem) -> Callable[[], Answer]:
    """PyTorch, which finds the gradient itself."""
    import torch

    X, y, w, b = _tensors(problem)
    w.requires_grad_()
    b.requires_grad_()

    def call() -> Answer:
        J = torch.nn.functional.binary_cross_entropy_with_logits(X @ w + b, y)
        return J.detach(), *torch.autograd.grad(J, (w, b))

    return call


def jax_jit(problem: Problem) -> Callable[[], Answer]:
    """JAX, which finds the gradient itself and compiles it. Its arrays know no Fortran order."""
    import jax

    jax.config.update("jax_enable_x64", True)
    X, y, w, b = map(jax.numpy.asarray, (problem.X, problem.y, problem.w, problem.b))

    def loss(w: Any, b: Any, X: Any, y: Any) -> Any:
        z = X @ w + b
        return jax.numpy.mean(jax.nn.softplus(z) - y * z)

    both = jax.jit(jax.value_and_grad(loss, argnums=(0, 1)))

    def call() -> Answer:
        J, (dw, db) = jax.block_until_ready(both(w, b, X, y))
        return J, dw, db

    return call


def numba_loops(problem: Problem) -> Callable[[], Answer]:
    """Compiled loops: each row is read once, in both directions of the formula."""
    from numba_kernel import loss_and_gradient

    X, y, w, b = np.asarray(problem.X), problem.y, problem.w, problem.b
    return lambda: loss_and_gradient(w, b, X, y, THREADS)


def _tensors(problem: Problem) -> list[Any]:
    import torch

    given = (problem.X, problem.y, problem.w, problem.b)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a file may be read only; nobody writes
        return [torch.from_numpy(np.asarray(a)) for a in given]


PEERS: dict[str, tuple[str, Peer]] = {  # name: the module that must be there, and the peer
    OURS: ("logistic_gradient", ours),
    "NumPy": ("numpy", plain_numpy),
    "scikit-learn": ("sklearn", scikit_learn),
    "PyTorch": ("torch", torch_by_hand),
    "PyTorch autograd": ("torch", torch_autograd),
    "JAX": ("jax", jax_jit),
    "numba": ("numba", numba_loops),
}


def installed() -> dict[str, Peer]:
    """Return the peers whose libraries are there."""
    return {name: peer for name, (module, peer) in PEERS.items() if find_spec(module)}


def missing() -> list[str]:
    """Return the names of the others."""
    return [n for n, (module, _) in PEERS.items() if n != OURS and not find_spec(module)]

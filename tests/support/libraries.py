"""The array libraries beside NumPy, spoken to in one way: arrays in and out, and their autograd."""

import importlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Protocol

import numpy as np

from tests.support.requirements import missing

NAMES = ("torch", "jax")


class Library(Protocol):
    """What the tests ask of an array library."""

    kind: type
    """The type of its arrays."""
    rounding: float
    """How many gaps between floats its elementary functions may be off."""

    def array(self, values: Any, dtype: Any = None) -> Any:
        """Return an array of this library; without a dtype, of that which NumPy gives."""
        ...

    def gradients(self, f: Callable[..., Any], at: Sequence[Any]) -> list[np.ndarray]:
        """Return by autograd the derivatives of f, which gives one number, in all arguments."""
        ...

    def hessian(self, f: Callable[[Any], Any], at: Any) -> np.ndarray:
        """Return by autograd the second derivatives of f, which gives one number."""
        ...

    def batched(self, f: Callable[[Any], Any], at: Any) -> Any:
        """Return f of each row of an array, where f sees no values, only shapes."""
        ...


class Torch:
    """PyTorch."""

    def __init__(self, torch: ModuleType) -> None:
        self.torch = torch
        self.kind = torch.Tensor
        self.rounding = 8

    def array(self, values: Any, dtype: Any = None) -> Any:
        return self.torch.tensor(np.asarray(values, dtype))

    def gradients(self, f: Callable[..., Any], at: Sequence[Any]) -> list[np.ndarray]:
        leaves = [argument.detach().clone().requires_grad_() for argument in at]
        f(*leaves).backward()
        return [leaf.grad.numpy() for leaf in leaves]

    def hessian(self, f: Callable[[Any], Any], at: Any) -> np.ndarray:
        return self.torch.autograd.functional.hessian(f, at).numpy()

    def batched(self, f: Callable[[Any], Any], at: Any) -> Any:
        return self.torch.vmap(f)(at)


class Jax:
    """JAX, with the double precision that it leaves out unless asked."""

    def __init__(self, jax: ModuleType) -> None:
        self.jax = jax
        self.kind = jax.Array
        self.rounding = 128  # its log1p was measured to be off by 111 in float64, near -0.413

    def array(self, values: Any, dtype: Any = None) -> Any:
        return self.jax.numpy.asarray(np.asarray(values, dtype))

    def gradients(self, f: Callable[..., Any], at: Sequence[Any]) -> list[np.ndarray]:
        every = tuple(range(len(at)))
        return [np.asarray(one) for one in self.jax.grad(f, argnums=every)(*at)]

    def hessian(self, f: Callable[[Any], Any], at: Any) -> np.ndarray:
        return np.asarray(self.jax.hessian(f)(at))

    def batched(self, f: Callable[[Any], Any], at: Any) -> Any:
        return self.jax.vmap(f)(at)


def load(name: str) -> ModuleType:
    """Import a library that a machine may lack; its absence is a skip, or a failure (REQUIRE)."""
    try:
        return importlib.import_module(name)
    except ImportError:
        missing(f"{name} is not installed")


@contextmanager
def opened(name: str) -> Iterator[Library]:
    """Give a library for one test, and leave its settings as they were."""
    module = load(name)
    if name == "torch":
        yield Torch(module)
        return
    before = module.config.jax_enable_x64
    module.config.update("jax_enable_x64", True)
    try:
        yield Jax(module)
    finally:
        module.config.update("jax_enable_x64", before)

"""Every public function with good arguments, the class of each, and the right answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

import logistic_gradient as lg
from tests.support.bad_input import exact
from tests.support.bad_input.exact import number, vector

X = np.array([[3, 5], [1, 2], [0, 1.5], [2, -1], [1, 1], [4, 0], [0, 0], [3, 3]])
DATA = {"X": X, "y": np.array([1.0, 0, 1, 1, 0, 1, 0, 1])}
W, B = np.array([0.25, -0.5]), np.array(0.75)
CLASSES = {  # which columns of the page hold an argument: by its name, or by another one
    **{name: name for name in ("X", "y", "p", "z", "x", "w", "b", "learning_rate", "penalty", "h")},
    **dict.fromkeys(("iterations", "epochs", "batch_size", "seed"), "count"),
    **dict.fromkeys(("f", "function"), "f"),
}


@dataclass(frozen=True)
class Function:
    """A public function, called with arguments by name."""

    call: Callable[..., Any]
    good: dict[str, Any]
    right: Callable[..., list[Any]]
    """The right answer in 120 digits, all its numbers in one list, given the result, too."""
    classes: dict[str, str] = field(default_factory=dict)
    tolerance: float = 1e-13
    """Relative to each number of the answer, or else to the largest."""
    each: bool = False

    def sizes(self, given: dict[str, Any], right: list[Any]) -> list[Any]:
        """Return the size of each number of the right answer, which an error is relative to.

        Of weights and a bias, each counts by what it adds to the scores, and one that adds less
        than a millionth of the largest counts as that.
        """
        sizes = [abs(one) for one in right]
        if self.right is _descent:  # rounding comes in with the gradient
            units = [*vector(np.abs(np.asarray(given["X"], float)).max(axis=0)), number(1)]
            rate = 4 / max(units) ** 2 if given["learning_rate"] is None else number(0.5)
            return [max(size, rate * unit) for size, unit in zip(sizes, units, strict=True)]
        if not self.each:
            return [max(filter(exact.mp.isfinite, sizes), default=0)] * len(sizes)
        if "X" not in given:
            return sizes
        units = [*vector(np.abs(np.asarray(given["X"], float)).max(axis=0)), number(1)]
        least = max(size * unit for size, unit in zip(sizes, units, strict=True)) / 10**6
        return [max(size, least / unit) for size, unit in zip(sizes, units, strict=True)]

    def class_of(self, argument: str) -> str:
        return {**CLASSES, **self.classes}[argument]


def flat(result: Any) -> list[Any]:
    """Return all numbers of a result, as floats of the precision that it has."""
    if isinstance(result, lg.Fit):
        return [*np.ravel(result.w), result.b]
    if isinstance(result, lg.TrainingStep):
        return [result.z, result.p, result.loss, *result.dw, result.db, *result.w_new, result.b_new]
    if isinstance(result, tuple):
        return [one for part in result for one in flat(part)]
    return list(np.ravel(result))


def _elementwise(f: Callable[[Any], Any], name: str) -> Callable[..., list[Any]]:
    return lambda _, **given: [f(one) for one in vector(given[name])]


def _theta(w: Any, b: Any) -> list[Any]:
    return [*vector(w), number(b)]


def _loss_and_gradient(_: Any, *, w: Any, b: Any, X: Any, y: Any) -> list[Any]:
    theta = _theta(w, b)
    return [exact.loss(theta, X, y), *exact.gradient(theta, X, y)]


def _step(_: Any, *, w: Any, b: Any, x: Any, y: Any, learning_rate: Any) -> list[Any]:
    theta = _theta(w, b)
    (_,), (z,) = exact.rows_and_scores(theta, [x])
    slopes = exact.gradient(theta, [x], [y])
    new = exact.updates(theta, [x], [y], learning_rate, 0.0, 1)
    return [z, exact.sigmoid(z), exact.loss(theta, [x], [y]), *slopes, *new]


def _descent(_: Any, **given: Any) -> list[Any]:
    times = int(given.get("iterations", given.get("epochs", 0)))
    theta = _theta(given["w"], given["b"])
    rate = given.get("learning_rate")
    return exact.updates(theta, given["X"], given["y"], rate, given["penalty"], times)


def _newton(result: Any, *, X: Any, y: Any, penalty: Any, **_start: Any) -> list[Any]:
    return exact.minimum(_theta(result.w, result.b), X, y, penalty)


def _started(fit: Callable[..., Any]) -> Callable[..., Any]:
    return lambda w, b, **given: fit(start=(w, b), **given)


def _line(x: Any) -> Any:
    """Return a sum with slopes that differ, whose differences are exact to rounding."""
    return (x * (1.0 + np.arange(np.size(x)).reshape(np.shape(x))) / 8).sum()


def _slopes(_: Any, *, x: Any, **_others: Any) -> list[Any]:
    return [number((1 + j) / 8) for j in range(np.size(x))]


PROBLEM = {"w": W, "b": B, **DATA}
START = {**PROBLEM, "penalty": np.array(0.25)}
Z = {"z": np.array([-2.5, 0.75, 3.0])}
P = {"p": np.array([0.25, 0.5, 0.875])}
DIFFERENCE = {"f": _line, "x": np.array([3.0, -2.5]), "h": np.array(0.5)}
BATCHES = {"batch_size": 8, "learning_rate": np.array(0.5), "epochs": 2, "seed": 0}

FUNCTIONS = {
    "sigmoid": Function(lg.sigmoid, Z, _elementwise(exact.sigmoid, "z"), each=True),
    "sigmoid_derivative": Function(
        lg.sigmoid_derivative, Z, _elementwise(exact.slope, "z"), each=True
    ),
    "softplus": Function(lg.softplus, Z, _elementwise(exact.softplus, "z"), each=True),
    "logit": Function(
        lg.logit, P, _elementwise(lambda p: exact.log(p) - exact.log(1 - p), "p"), each=True
    ),
    "binary_cross_entropy": Function(
        lg.binary_cross_entropy,
        {"y": np.array([1.0, 0, 1]), **P},
        lambda _, y, p: [
            -exact.log(q if int(t) else 1 - q) for t, q in zip(y, vector(p), strict=True)
        ],
    ),
    "loss": Function(lg.loss, PROBLEM, lambda _, w, b, X, y: [exact.loss(_theta(w, b), X, y)]),
    "gradient": Function(
        lg.gradient, PROBLEM, lambda _, w, b, X, y: exact.gradient(_theta(w, b), X, y)
    ),
    "loss_and_gradient": Function(lg.loss_and_gradient, PROBLEM, _loss_and_gradient),
    "hessian": Function(
        lg.hessian,
        {"w": W, "b": B, "X": X},
        lambda _, w, b, X: list(exact.hessian(_theta(w, b), X)),
    ),
    "training_step": Function(
        lg.training_step,
        {"w": W, "b": B, "x": X[0], "y": np.array(1.0), "learning_rate": np.array(0.5)},
        _step,
        {"x": "w", "y": "one label"},
    ),
    "gradient_descent": Function(
        _started(lg.gradient_descent), {**START, "iterations": 2, "learning_rate": 0.5}, _descent
    ),
    "stochastic_gradient_descent": Function(
        _started(lg.stochastic_gradient_descent), {**START, **BATCHES}, _descent
    ),
    "newton": Function(_started(lg.newton), START, _newton, tolerance=1e-9, each=True),
    "standard_errors": Function(
        lg.standard_errors,
        {"w": W, "b": B, "X": X},
        lambda _, w, b, X: exact.standard_errors(_theta(w, b), X),
        tolerance=1e-9,
        each=True,
    ),
    "lipschitz_constant": Function(
        lg.lipschitz_constant,
        {"X": X, "penalty": np.array(0.25)},
        lambda _, X, penalty: [exact.lipschitz_constant(X, penalty)],
    ),
    "forward_difference": Function(lg.forward_difference, DIFFERENCE, _slopes, tolerance=1e-11),
    "central_difference": Function(lg.central_difference, DIFFERENCE, _slopes, tolerance=1e-11),
    "complex_step": Function(lg.complex_step, DIFFERENCE, _slopes),
}

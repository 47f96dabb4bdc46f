"""The functions and operators that the Python of the symbol table may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from proofread.equations import numeric
from proofread.equations.dual import Array, Value, divide, primal
from proofread.equations.linear import diagonal, identity, inverse, ones
from proofread.equations.precise import PI, E


def _total(x: Array) -> Value:
    return sum(x.ravel().tolist())


def _mean(x: Array) -> Value:
    return divide(_total(x), x.size)


def _largest(*items: Value) -> Value:
    values = items[0].ravel().tolist() if len(items) == 1 else list(items)
    return max(values, key=primal)


def _smallest(*items: Value) -> Value:
    values = items[0].ravel().tolist() if len(items) == 1 else list(items)
    return min(values, key=primal)


def _product(x: Array) -> Value:
    result: Value = 1
    for item in x.ravel().tolist():
        result = result * item
    return result


def _softmax(x: Array) -> Array:
    powers = numeric.exp(x)
    total = _total(powers)
    return numeric.each(lambda item: item / total, powers)


FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "exp": numeric.exp, "log": numeric.log, "log1p": numeric.log1p, "sqrt": numeric.sqrt,
    "abs": numeric.absolute, "sign": numeric.sign,
    "sum": _total, "mean": _mean, "max": _largest, "min": _smallest, "prod": _product,
    "dot": lambda a, b: a @ b, "outer": np.multiply.outer, "transpose": np.transpose,
    "diag": diagonal, "inv": inverse, "ones": ones, "eye": identity, "softmax": _softmax,
    "len": len, "norm": lambda x: numeric.sqrt(_total(x * x)),
    "stack": lambda *rows: np.array([list(row) for row in rows], dtype=object),
    "column_stack": lambda *parts: np.concatenate([
        part.reshape(-1, 1) if part.ndim == 1 else part for part in parts], axis=1),
    "concatenate": lambda *parts: np.concatenate([np.atleast_1d(np.array(p, dtype=object))
                                                  for p in parts]),
}  # fmt: skip
CONSTANTS: Mapping[str, Value] = {"pi": PI, "e": E}

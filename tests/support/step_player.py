"""What the step player has to show: by the package, and by decimal arithmetic."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np

import logistic_gradient as lg
from tests.support.shown import value_of

EXAMPLE: dict[str, Any] = {
    "x1": 3, "x2": 5, "y": 1, "w1": 0.1, "w2": -0.2, "b": 0, "rate": 0.1,
}  # fmt: skip
Pass = tuple[dict[str, Any], dict[str, Any]]


def examples(count: int, *, seed: int) -> list[dict[str, Any]]:
    """Return states of few decimals, as someone would type them."""
    rng = np.random.default_rng(seed)
    return [
        {
            **{name: float(value) for name, value in zip(("x1", "x2"), features, strict=True)},
            "y": int(rng.integers(2)),
            **{name: float(value) for name, value in zip(("w1", "w2", "b"), weights, strict=True)},
            "rate": float(rng.choice([0.001, 0.01, 0.05, 0.1, 0.2, 0.5])),
        }
        for features, weights in zip(
            rng.uniform(-6, 6, (count, 2)).round(1),
            rng.normal(size=(count, 3)).round(2),
            strict=True,
        )
    ]


def passes(example: dict[str, Any], steps: int) -> list[Pass]:
    """Take the steps with the package; return what flows along the edges before each, and after."""
    w, b = [example["w1"], example["w2"]], example["b"]
    x, y = [example["x1"], example["x2"]], example["y"]
    found = []
    for _ in range(steps + 1):
        step = lg.training_step(w, b, x=np.array(x, float), y=y, learning_rate=example["rate"])
        z = float(step.dl_dz)
        forward = {
            "w1": w[0], "x1": x[0], "u1": w[0] * x[0], "w2": w[1], "x2": x[1], "u2": w[1] * x[1],
            "b": b, "z": float(step.z), "p": float(step.p), "y": y, "l": float(step.loss),
        }  # fmt: skip
        backward = {
            "l": 1.0, "p": float(step.dl_dp), "z": z, "u1": z, "u2": z, "b": float(step.db),
            "w1": float(step.dw[0]), "x1": z * w[0], "w2": float(step.dw[1]), "x2": z * w[1],
        }  # fmt: skip
        found.append((forward, backward))
        w, b = step.w_new.tolist(), float(step.b_new)
    return found


def half_up(value: Decimal, decimals: int) -> Decimal:
    """Round a decimal fraction, halves away from zero."""
    if not value.is_finite():
        return value
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def by_hand(example: dict[str, Any], steps: int, decimals: int) -> list[Pass]:
    """Take the steps in decimal arithmetic, each number rounded as soon as it is written down."""
    x1, x2, y, w1, w2, b, rate = (Decimal(str(example[name])) for name in EXAMPLE)
    found = []
    for _ in range(steps + 1):
        u1, u2 = half_up(w1 * x1, decimals), half_up(w2 * x2, decimals)
        z = half_up(u1 + u2 + b, decimals)
        p = half_up(1 / (1 + (-z).exp()), decimals)
        right = p if y == 1 else 1 - p
        loss = half_up(-right.ln(), decimals) if right else Decimal("inf")
        dp = half_up((1 - 2 * y) / right, decimals) if right else (1 - 2 * y) * Decimal("inf")
        dz = p - y
        forward = {
            "w1": w1, "x1": x1, "u1": u1, "w2": w2, "x2": x2, "u2": u2,
            "b": b, "z": z, "p": p, "y": y, "l": loss,
        }  # fmt: skip
        backward = {
            "l": Decimal(1), "p": dp, "z": dz, "u1": dz, "u2": dz, "b": dz,
            **{name: half_up(dz * value, decimals)
               for name, value in (("w1", x1), ("x1", w1), ("w2", x2), ("x2", w2))},
        }  # fmt: skip
        found.append((forward, backward))
        w1, w2, b = (
            half_up(old - rate * backward[name], decimals)
            for name, old in (("w1", w1), ("w2", w2), ("b", b))
        )
    return found


def agrees(text: str, value: float, digits: int) -> bool:
    """Whether a text shows a number to so many digits; to fewer where it has a power of ten."""
    spaced = re.sub(r"\s*·\s*", " · ", text)
    mantissa, power, _ = spaced.partition(" · ")
    if power:
        digits = min(digits, max(3, sum(map(str.isdigit, mantissa))))
    unit = 10.0 ** (math.floor(math.log10(abs(value))) - digits + 1) if value else 0
    return abs(value_of(spaced) - value) <= 0.5000001 * unit

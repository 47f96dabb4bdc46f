"""The checkers of the exercises: an answer in odd form is judged as the number that it is."""

from collections.abc import Callable
from typing import Any

import numpy as np

from logistic_gradient import exercises
from logistic_gradient.data import students
from tests.support.bad_input import exact
from tests.support.bad_input.exact import mp, number, vector
from tests.support.bad_input.functions import Function

DIGITS = mp.mpf(10) ** -6  # an answer is right to six digits
ANSWER = {"answer": "answer", "w": "answer w", "b": "answer"}
LINE = [(1, 2, -1), (3, 1, -1), (2, 2, -1), (4, 2, 1), (2, 4, 1), (5, 5, 1)]


def _verdict(checker: Callable[..., Any]) -> Callable[..., Any]:
    """Return the checker with a number for its verdict, 1 if the answer is right."""
    return lambda **given: np.float64(checker(**given).right)


def _near(answer: Any, right: list[Any]) -> bool:
    size = max(abs(one) for one in right)
    pairs = zip(vector(answer), right, strict=True)
    return all(abs(a - one) <= DIGITS * size for a, one in pairs)


def _number(name: str, right: Any) -> Function:
    """Return a checker of one number, with the right one as good argument."""
    return Function(
        _verdict(getattr(exercises, name)),
        {"answer": np.array(float(right))},
        lambda _, answer: [mp.mpf(_near(answer, [right]))],
        ANSWER,
    )


def _direction(name: str, good: dict[str, Any], right: Callable[[list[Any], Any], Any]) -> Function:
    return Function(
        _verdict(getattr(exercises, name)),
        good,
        lambda _, w, b: [mp.mpf(bool(right(vector(w), number(b))))],
        ANSWER,
    )


def _flat(w: list[Any], b: Any) -> bool:
    largest = max(map(abs, [*w, b]))
    moves = [x * w[0] + (x + 1) * w[1] + b for x in (1, 3, 5)]
    return largest > 0 and all(abs(move) <= DIGITS * largest for move in moves)


def _separating(w: list[Any], b: Any) -> bool:
    return all(sign * (x * w[0] + t * w[1] + b) > 0 for x, t, sign in LINE)


_updated = exact.updates(vector([0.4, 0.3, -0.1]), [[2.0, 1.0]], [0], 0.5, 0.0, 1)
_loss, _slope = exact.softplus(number(-0.7)), exact.sigmoid(number(0.7))
CHECKERS = {
    "check_sample_loss": _number("check_sample_loss", _loss),
    "check_double_bias": _number("check_double_bias", number(0.1) * _slope * (9 + 25 + 1 + 1)),
    "check_odds_factor": _number("check_odds_factor", mp.exp(number(1.5046) / 2)),
    "check_hours_for_chance": _number(
        "check_hours_for_chance", (mp.log(9) + number(4.0777)) / number(1.5046)
    ),
    "check_safe_rate": _number("check_safe_rate", 1 / exact.lipschitz_constant(students().X)),
    "check_update": _direction(
        "check_update",
        {"w": np.array(_updated[:2], float), "b": np.array(float(_updated[2]))},
        lambda w, b: _near(w, _updated[:2]) and _near([b], _updated[2:]),
    ),
    "check_flat_direction": _direction(
        "check_flat_direction", {"w": np.array([1.0, -1.0]), "b": np.array(1.0)}, _flat
    ),
    "check_separating_direction": _direction(
        "check_separating_direction", {"w": np.array([1.0, 1.0]), "b": np.array(-5.0)}, _separating
    ),
    **{
        name: Function(getattr(exercises, name), {"function": len}, lambda _, **_given: [])
        for name in (
            "check_base_rate", "check_central_difference", "check_gradient", "check_gradient_size",
            "check_hessian", "check_hessian_root", "check_loss", "check_newton_step",
            "check_penalty_gradient", "check_sigmoid_derivative", "check_squared_error_slope",
        )
    },
}  # fmt: skip

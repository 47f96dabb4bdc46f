"""Answers computed with a calculator: right ones in all forms, and each slip by its name."""

import textwrap
from math import exp, log
from typing import Any

import numpy as np
import pytest

from logistic_gradient import sigmoid
from logistic_gradient.exercises import (
    check_double_bias,
    check_hours_for_chance,
    check_odds_factor,
    check_safe_rate,
    check_sample_loss,
    check_update,
)

P = 0.331812227831834  # of the worked example's student
# of [X 1].T @ [X 1] for the twenty students: entries 198.5625, 55.75, 20
LARGEST = (218.5625 + (178.5625**2 + 4 * 55.75**2) ** 0.5) / 2
RIGHT = {
    check_sample_loss: 0.403186048885,
    check_double_bias: 0.1 * (1 - P) * 36,
    check_odds_factor: exp(0.7523),
    check_hours_for_chance: (log(9) + 4.0777) / 1.5046,
    check_safe_rate: 80 / LARGEST,
}


@pytest.mark.parametrize("check", RIGHT)
def test_right_in_jax(check: Any, jax: Any) -> None:
    assert check(jax.numpy.asarray(RIGHT[check]))


@pytest.mark.parametrize("check", RIGHT)
def test_right_in_every_form(check: Any, torch: Any) -> None:
    right = RIGHT[check]
    forms = [right, np.float32(right), np.array(right), torch.tensor(right, requires_grad=True)]
    for answer in forms:
        verdict = check(answer)
        assert verdict, verdict
        assert repr(verdict).startswith("Right. ")
        assert verdict.reason.endswith((".", "?"))
        assert verdict.reveal().endswith(".")


@pytest.mark.parametrize("check", RIGHT)
def test_six_digits_are_asked_for(check: Any) -> None:
    assert check(RIGHT[check] * (1 + 2e-7))
    assert check(RIGHT[check] * (1 + 1e-4)).mistake == "rounded"
    assert check(RIGHT[check] * 1.3).mistake == "no known mistake"


@pytest.mark.parametrize("check", RIGHT)
@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("0.4", "answer is '0.4': every value must be a number"),
        (None, "answer is None: every value must be a number"),
        (True, "answer has dtype bool: it must hold real numbers"),
        (1j, "answer has dtype complex128: it must hold real numbers"),
        (float("nan"), "answer is nan: every value must be finite"),
        ([1.0, 2.0], r"answer has shape \(2,\): it must be a single number"),
    ],
)
def test_what_is_no_number_raises(check: Any, answer: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check(answer)


@pytest.mark.skipif(
    np.finfo(np.longdouble).max == np.finfo(np.float64).max, reason="there are no longer floats"
)
def test_a_number_beyond_float64_is_named() -> None:
    with pytest.raises(ValueError, match=r"^answer is 1e\+400: it must be at most 1\.8e\+308, the"):
        check_sample_loss(np.longdouble("1e400"))


@pytest.mark.parametrize("check", RIGHT)
def test_a_wrong_try_does_not_tell_the_answer(check: Any) -> None:
    digits = str(RIGHT[check])[:6]
    for answer in (7.0, -RIGHT[check], 2 * RIGHT[check], RIGHT[check] * (1 + 1e-4)):
        verdict = check(answer)
        assert not verdict
        assert digits not in repr(verdict)
    assert digits in check(7.0).reveal()


@pytest.mark.parametrize(
    ("check", "answer", "mistake"),
    [
        (check_sample_loss, -log(P), "other label"),
        (check_sample_loss, log(1 - P), "wrong sign"),
        (check_sample_loss, -log(1 - P, 10), "wrong logarithm"),
        (check_sample_loss, -log(1 - P, 2), "wrong logarithm"),
        (check_sample_loss, 1 - P, "no logarithm"),
        (check_sample_loss, P, "error"),
        (check_sample_loss, 0.7, "score"),
        (check_double_bias, 2.33865720259, "one bias"),
        (check_double_bias, 2.34, "one bias"),  # and rounded
        (check_double_bias, 0.1 * (1 - P) * 34, "no bias"),
        (check_double_bias, 0.1 * 0.67 * 36, "rounding on the way"),
        (check_double_bias, -0.1 * (1 - P) * 36, "wrong sign"),
        (check_double_bias, 0.1 * (1 - P) * 36 - 0.7, "new score"),
        (check_double_bias, (1 - P) * 36, "missing learning rate"),
        (check_double_bias, 0.133637554434, "move of a bias"),
        (check_odds_factor, 0.7523, "log-odds"),
        (check_odds_factor, exp(1.5046), "whole hour"),
        (check_odds_factor, exp(1.5046) / 2, "half of the factor"),
        (check_odds_factor, 1.7523, "one plus"),
        (check_odds_factor, exp(-0.7523), "upside down"),
        (check_odds_factor, 10**0.7523, "wrong base"),
        (check_odds_factor, 2**0.7523, "wrong base"),
        (check_hours_for_chance, 4.9777 / 1.5046, "probability as score"),
        (check_hours_for_chance, 4.0777 / 1.5046, "even odds"),
        (check_hours_for_chance, (4.0777 - log(9)) / 1.5046, "other chance"),
        (check_hours_for_chance, (log(9) - 4.0777) / 1.5046, "sign of the bias"),
        (check_hours_for_chance, log(9) / 1.5046, "missing bias"),
        (check_hours_for_chance, (log(9, 10) + 4.0777) / 1.5046, "wrong logarithm"),
        (check_hours_for_chance, (log(0.9) + 4.0777) / 1.5046, "logarithm of p"),
        (check_hours_for_chance, 13.0777 / 1.5046, "odds as score"),
        (check_safe_rate, 80 / 198.5625, "missing column of ones"),
        (check_safe_rate, LARGEST / 80, "upside down"),
        (check_safe_rate, 20 / LARGEST, "missing 1/4"),
        (check_safe_rate, 4 / LARGEST, "missing 1/m"),
        (check_safe_rate, 80 / LARGEST**0.5, "norm not squared"),
        (check_safe_rate, 80 / 218.5625, "sum of squares"),
        (check_safe_rate, 160 / LARGEST, "factor 2"),
    ],
)
def test_each_slip_has_its_name(check: Any, answer: float, mistake: str) -> None:
    verdict = check(answer)
    assert not verdict
    assert verdict.mistake == mistake
    assert repr(verdict).startswith(f"Not yet: {mistake}. ")
    assert verdict.reason.endswith((".", "?"))


NEW_W, NEW_B = [-0.331058578630, -0.065529289315], -0.465529289315
ERROR = 0.731058578630


def test_the_update_is_right_in_every_form(torch: Any) -> None:
    assert check_update(NEW_W, NEW_B)
    assert check_update(tuple(NEW_W), np.float64(NEW_B))
    assert check_update(np.array(NEW_W), np.array(NEW_B))
    w = torch.tensor(NEW_W, requires_grad=True)
    verdict = check_update(w, torch.tensor(NEW_B, dtype=torch.float64))
    assert verdict
    assert verdict.reason.endswith(".")
    assert verdict.reveal().endswith(".")


@pytest.mark.parametrize(
    ("w", "b", "mistake"),
    [
        ([0.4 + ERROR, 0.3 + ERROR / 2], -0.1 + ERROR / 2, "wrong sign"),
        (NEW_W, -0.1, "missing bias"),
        (NEW_W, -0.1 - ERROR, "double bias"),
        ([0.4 - 0.73, 0.3 - 0.365], -0.465, "rounding on the way"),
        ([0.4 - 2 * ERROR, 0.3 - ERROR], -0.1 - ERROR, "missing learning rate"),
        ([2 * ERROR, ERROR], ERROR, "gradient instead of update"),
        ([0.4 - ERROR + 1, 0.3 - (ERROR - 1) / 2], -0.1 - (ERROR - 1) / 2, "other label"),
        ([0.4 - 0.750260105595, 0.3 - 0.3751300527977], -0.4751300527977, "score without bias"),
        (NEW_W, -0.1 - 0.5 * sigmoid(2 * NEW_W[0] + NEW_W[1] - 0.1), "one after another"),
        ([round(w, 3) for w in NEW_W], round(NEW_B, 3), "rounded"),
        ([0.4 + ERROR, 0.3 + ERROR / 2], -0.1, "wrong sign, missing bias"),
        ([1.0, 2.0], 3.0, "no known mistake"),
    ],
)
def test_each_slip_in_the_update_has_its_name(w: Any, b: float, mistake: str) -> None:
    verdict = check_update(w, b)
    assert not verdict
    assert verdict.mistake == mistake
    assert verdict.reason.endswith((".", "?"))
    assert "331058" not in repr(verdict)


def test_parameters_updated_one_after_another() -> None:
    w, b = [0.4, 0.3], -0.1
    for j, x in enumerate((2.0, 1.0)):
        w[j] -= 0.5 * x / (1 + exp(-(2 * w[0] + w[1] + b)))
    b -= 0.5 / (1 + exp(-(2 * w[0] + w[1] + b)))
    verdict = check_update(w, b)
    assert verdict.mistake == "one after another"
    assert verdict.reason.startswith("You used each new parameter for the next. ")


def test_the_slope_of_the_sigmoid_left_in() -> None:
    slope = 0.5 * ERROR**2 * (1 - ERROR)
    verdict = check_update([0.4 - 2 * slope, 0.3 - slope], -0.1 - slope)
    assert verdict.mistake == "slope of the sigmoid left in"
    assert verdict.reason.endswith(".")
    assert verdict.reveal().replace("\n", " ") == (
        "The error is 0.731058578630; w = (-0.331058578630, -0.065529289315) and "
        "b = -0.465529289315."
    )


@pytest.mark.parametrize(
    ("w", "b", "message"),
    [
        ([1.0, 2.0, 3.0], 0.0, r"w has shape \(3,\): it must have shape \(2,\)"),
        ([[1.0], [2.0]], 0.0, r"w has shape \(2, 1\)"),
        ([1.0, 2.0], [0.0], r"b has shape \(1,\): it must be a single number"),
        ([1.0, float("inf")], 0.0, r"w\[1\] is inf: every value must be finite"),
        ([[1.0], [2.0, 3.0]], 0.0, "w is ragged"),
        ("w", 0.0, "w is 'w': every value must be a number"),
    ],
)
def test_an_update_of_another_shape_raises(w: Any, b: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_update(w, b)


def test_a_verdict_prints_in_lines_that_fit() -> None:
    for verdict in (check_update([1.0, 2.0], 3.0), check_double_bias(2.34), check_odds_factor(1)):
        for text in (repr(verdict), str(verdict), verdict.reveal()):
            assert max(map(len, text.splitlines())) <= 76
        assert verdict.reveal() == textwrap.fill(verdict.solution, 76)
        assert not verdict.right

"""Answers that are directions: every multiple of the right one, and each slip by its name."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient.exercises import check_flat_direction, check_separating_direction


@pytest.mark.parametrize("off", [0, 1e-7])
@pytest.mark.parametrize("scale", [1, -1, 1e-9, 1e9, -0.1])
def test_every_multiple_of_the_flat_direction_is_right(scale: float, off: float) -> None:
    verdict = check_flat_direction([scale, -scale], scale * (1 + off))
    assert verdict
    assert verdict.reason.endswith(".")
    assert verdict.reveal().endswith(".")


def test_directions_whose_scores_would_overflow_are_judged() -> None:
    assert check_flat_direction([1.7e308, -1.7e308], 1.7e308)
    assert check_separating_direction([3e307, 3e307], -1.5e308)


def test_flat_directions_in_every_form(torch: Any) -> None:
    assert check_flat_direction(np.array([1.0, -1.0], dtype=np.float32), np.float64(1))
    assert check_flat_direction(torch.tensor([0.1, -0.1], requires_grad=True), torch.tensor(0.1))


@pytest.mark.parametrize(
    ("w", "b", "mistake"),
    [
        ([0, 0], 0, "zero"),
        ([1, -1], 0, "bias left out"),
        ([1, -1], -1, "wrong bias"),
        ([1, 1], 1, "not flat"),
        ([0, 0], 1, "wrong bias"),
        ([1, -1.001], 1, "not flat"),
        ([1e9, -1e9 - 1], 0, "bias left out"),
        ([1e9, -1e9 - 1], 5e8, "wrong bias"),
    ],
)
def test_each_slip_has_its_name(w: Any, b: float, mistake: str) -> None:
    verdict = check_flat_direction(w, b)
    assert not verdict
    assert verdict.mistake == mistake
    assert verdict.reason.endswith((".", "?"))


def test_it_says_which_score_moves() -> None:
    verdict = check_flat_direction([2, -1], 0)  # no score of the first sample: 2 - 2 = 0
    assert "The score of sample 2 changes by 2, not by 0." in verdict.reason
    verdict = check_flat_direction([2e9, -1e9], 1e-3)
    assert "The score of sample 2 changes by 2e+09, not by 0." in verdict.reason


@pytest.mark.parametrize(("b", "sample"), [(-2.4, 2), (-2.6, 5)])
def test_it_says_which_sample_is_farthest_on_the_wrong_side(b: float, sample: int) -> None:
    assert check_separating_direction([1, 0], b).reason.startswith(f"Sample {sample} is on the")


@pytest.mark.parametrize(("w", "b"), [([1, 1], -5), ([2, 2.2], -10), ([1e-9, 1e-9], -5e-9)])
def test_every_separating_direction_is_right(w: Any, b: float) -> None:
    verdict = check_separating_direction(w, b)
    assert verdict
    assert verdict.reason.endswith(".")
    assert verdict.reveal().endswith(".")


@pytest.mark.parametrize(
    ("w", "b", "mistake"),
    [
        ([0, 0], 0, "zero"),
        ([-1, -1], 5, "wrong sign"),
        ([1, 1], -4, "on the border"),
        ([0.1, 0.1], -0.4, "on the border"),
        ([-1, -1], 4, "wrong side"),
        ([1, 0], -2.5, "wrong side"),
        ([0, 0], 1, "wrong side"),
    ],
)
def test_each_slip_in_separating_has_its_name(w: Any, b: float, mistake: str) -> None:
    verdict = check_separating_direction(w, b)
    assert not verdict
    assert verdict.mistake == mistake
    assert verdict.reason.endswith((".", "?"))


@pytest.mark.parametrize("check", [check_flat_direction, check_separating_direction])
@pytest.mark.parametrize(
    ("w", "b", "message"),
    [
        ([1, 2, 3], 0, r"w has shape \(3,\): it must have shape \(2,\)"),
        ([1, 2], [0], r"b has shape \(1,\): it must be a single number"),
        ([1, float("nan")], 0, r"w\[1\] is nan: every value must be finite"),
    ],
)
def test_other_shapes_raise(check: Any, w: Any, b: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check(w, b)

"""One training step: every quantity to 4 units in the last place, and what it refuses."""

import dataclasses
from typing import Any

import numpy as np
import pytest

from logistic_gradient import TrainingStep, training_step
from tests.support.libraries import Library


def exact_step(oracle: Any, w: Any, b: Any, x: Any, y: int, learning_rate: float) -> dict[str, Any]:
    """The step as on paper, in 50 digits; nothing in it is the stable form."""
    mp = oracle.mp
    w, x = [oracle.number(v) for v in w], [oracle.number(v) for v in x]
    b, rate = oracle.number(b), oracle.number(learning_rate)

    def forward(w: Any, b: Any) -> tuple[Any, Any, Any]:
        z = mp.fdot(w, x) + b
        p = 1 / (1 + mp.exp(-z))
        return z, p, -mp.log(p) if y else -mp.log(1 - p)

    z, p, loss = forward(w, b)
    dl_dp, dp_dz = -y / p + (1 - y) / (1 - p), p * (1 - p)
    dl_dz = dl_dp * dp_dz
    dw = [dl_dz * v for v in x]
    w_new, b_new = [v - rate * d for v, d in zip(w, dw, strict=True)], b - rate * dl_dz
    z_new, p_new, loss_new = forward(w_new, b_new)
    return {
        "z": z,
        "p": p,
        "loss": loss,
        "residual": p - y,
        "dl_dp": dl_dp,
        "dp_dz": dp_dz,
        "dl_dz": dl_dz,
        "dw": dw,
        "db": dl_dz,
        "w_new": w_new,
        "b_new": b_new,
        "z_new": z_new,
        "p_new": p_new,
        "loss_new": loss_new,
    }


def test_every_quantity_of_the_student_s_step(oracle: Any, student: Any) -> None:
    step = training_step(**student)
    exact = exact_step(oracle, **student)
    inputs = {"x", "y", "w", "b", "learning_rate"}
    assert {field.name for field in dataclasses.fields(TrainingStep)} == inputs | exact.keys()
    for name, value in exact.items():
        actual = np.atleast_1d(getattr(step, name))
        expected = value if isinstance(value, list) else [value]
        assert oracle.worst_ulps(actual, expected) <= 4, name


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("z", [-300.0, -20.0, -1.5, 0.0, 1.5, 20.0, 300.0])
def test_other_scores_and_both_labels(oracle: Any, z: float, y: int) -> None:
    given = {"w": [z], "b": 0.0, "x": [1.0], "y": y, "learning_rate": 0.5}
    step = training_step(**given)
    with oracle.mp.workdps(400):  # 1 - p cancels on paper, too
        exact = exact_step(oracle, **given)
    for name in ("z", "p", "loss", "residual", "dl_dp", "dp_dz", "dl_dz", "db"):
        assert oracle.ulps(getattr(step, name), exact[name]) <= 4, name


def test_the_figures_of_the_worked_example(student: Any) -> None:
    step = training_step(**student)
    figures = {
        "z": "-0.7",
        "p": "0.331812227832",
        "loss": "1.10318604889",
        "residual": "-0.668187772168",
        "db": "-0.668187772168",
        "b_new": "0.0668187772168",
        "z_new": "1.63865720259",
        "p_new": "0.837352139929",
        "loss_new": "0.177510580208",
    }
    assert {name: f"{getattr(step, name):.12g}" for name in figures} == figures
    assert [f"{v:.11f}" for v in step.dw] == ["-2.00456331650", "-3.34093886084"]
    assert [f"{v:.12f}" for v in step.w_new] == ["0.300456331650", "0.134093886084"]


def test_the_chain_rule_shows_in_the_factors(student: Any) -> None:
    step = training_step(**student)
    assert np.isclose(step.dl_dp * step.dp_dz, step.dl_dz, rtol=1e-15)
    assert step.dl_dz == step.residual == step.db


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("z", [715.0, 800.0])  # p is below the normal range, or 0
def test_beyond_the_range_of_1_over_p_the_product_survives(z: float, y: int) -> None:
    wrong_side = z if y == 0 else -z
    step = training_step([wrong_side], 0.0, [1.0], y, 0.1)
    assert step.dl_dp == (np.inf if y == 0 else -np.inf)
    assert step.dl_dz == (1 if y == 0 else -1)
    assert step.loss == z


def test_the_step_is_a_record_that_later_changes_do_not_reach() -> None:
    w, x = np.array([0.1, -0.2]), np.array([3.0, 5.0])
    step = training_step(w, 0.0, x, 1, 0.1)
    w -= 1
    x *= 2
    assert step.w.tolist() == [0.1, -0.2]
    assert step.x.tolist() == [3.0, 5.0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        step.p = 0.5  # type: ignore[misc]


def test_numbers_are_numbers(student: Any) -> None:
    step = training_step(**student)
    assert step.learning_rate == 0.1
    for name in ("y", "b", "z", "p", "loss", "residual", "dl_dp", "dp_dz", "b_new", "loss_new"):
        assert isinstance(getattr(step, name), float), name


def test_float32_stays_float32(student: Any) -> None:
    step = training_step(**{**student, "x": np.array([3, 5], np.float32)})
    for name in ("w", "z", "p", "loss", "dl_dp", "dw", "w_new", "b_new", "loss_new"):
        assert getattr(step, name).dtype == np.float32, name
    assert np.isclose(step.loss_new, 0.177510580208, rtol=1e-6)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_every_library_runs_the_same_body(library: Library, student: Any, dtype: str) -> None:
    x = library.array([3.0, 5.0], dtype)
    step = training_step(**{**student, "x": x, "learning_rate": np.float64(0.1)})
    reference = training_step(**student)
    for field in dataclasses.fields(TrainingStep):
        value = np.asarray(getattr(step, field.name))
        np.testing.assert_allclose(
            value, getattr(reference, field.name), rtol=8 * float(np.finfo(dtype).eps)
        )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"x": [3.0]},
            r"^w has shape \(2,\): it must be \(1,\), a weight for each of the 1 features in x$",
        ),
        ({"x": 3.0}, r"^x has shape \(\)"),
        ({"x": []}, r"^x has shape \(0,\)"),
        ({"x": [[3.0, 5.0]]}, r"^x has shape \(1, 2\)"),
        ({"x": [3.0, np.nan]}, r"^x\[1\] is nan: every value must be finite$"),
        ({"w": [np.inf, 0.0]}, r"^w\[0\] is inf"),
        ({"b": [0.0]}, r"^b has shape \(1,\): it must be a single number$"),
        ({"b": -np.inf}, r"^b is -inf"),
        ({"y": 0.3}, r"^y is 0.3: every label must be 0 or 1$"),
        ({"y": [1]}, r"^y has shape \(1,\)"),
        ({"learning_rate": 0.0}, r"^learning_rate is 0.0: it must be above 0$"),
        ({"learning_rate": -0.1}, r"^learning_rate is -0.1"),
        ({"learning_rate": np.nan}, r"^learning_rate is nan"),
        ({"learning_rate": [0.1]}, r"^learning_rate has shape \(1,\)"),
        ({"x": [1e308, 1e308], "w": [9.0, 9.0]}, r"^x @ w \+ b is inf: .* x and w are too large$"),
        (
            {"x": [1e308] * 64, "w": [9.0] * 32 + [-9.0] * 32},
            r"^x @ w \+ b is (nan|-?inf): .* x and w are too large$",
        ),
        (
            {"learning_rate": 1e308},
            r"^x @ w_new \+ b_new is .*: .* the learning rate is too large$",
        ),
    ],
)
def test_bad_arguments(student: Any, change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        training_step(**{**student, **change})


def test_a_label_of_another_library_than_the_features_is_refused(
    library: Library, student: Any
) -> None:
    with pytest.raises(ValueError, match=r"^y belongs to \w+, but the data to numpy"):
        training_step(**{**student, "y": library.array(1.0)})

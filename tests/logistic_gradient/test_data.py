"""The data sets: their digits, that nobody can change them, and what is known about them."""

import zipfile
from typing import Any

import numpy as np
import pytest
from hatchling.builders.wheel import WheelBuilder

from logistic_gradient import hessian, loss, loss_and_gradient, training_step
from logistic_gradient.data import DataSet, one_student, students, synthetic, three_samples

SETS = {
    "one student": one_student,
    "three samples": three_samples,
    "twenty students": students,
    "synthetic, training": lambda: synthetic().train,
    "synthetic, test": lambda: synthetic().test,
    "synthetic, raw": lambda: synthetic(standardized=False).train,
}


@pytest.fixture(params=SETS.values(), ids=SETS.keys())
def data(request: pytest.FixtureRequest) -> DataSet:
    return request.param()


def test_shapes_types_and_names_fit(data: DataSet) -> None:
    m, n = data.X.shape
    assert data.y.shape == (m,)
    assert len(data.features) == n
    assert data.X.dtype == np.float64
    assert data.y.dtype == np.int64
    assert set(data.y.tolist()) <= {0, 1}
    assert data.source
    assert data.label


@pytest.mark.parametrize(
    ("make", "features", "label"),
    [
        (one_student, ("hours studied", "hours slept"), "passed"),
        (three_samples, ("first", "second"), "one"),
        (students, ("hours studied",), "passed"),
        (lambda: synthetic().test, tuple(f"x{j}" for j in range(1, 11)), "class one"),
    ],
)
def test_columns_and_labels_have_their_names(make: Any, features: Any, label: str) -> None:
    assert (make().features, make().label) == (features, label)


def test_arrays_cannot_be_changed(data: DataSet) -> None:
    with pytest.raises(ValueError, match="read-only"):
        data.X[0, 0] = 7.0
    with pytest.raises(ValueError, match="read-only"):
        data.y[0] = 7


def test_the_student_is_that_of_the_worked_example() -> None:
    data = one_student()
    step = training_step([0.1, -0.2], 0.0, data.X[0], data.y[0], 0.1)
    np.testing.assert_allclose(step.w_new, [0.300456331650, 0.134093886084], atol=5e-13)
    np.testing.assert_allclose(step.b_new, 0.0668187772168, atol=5e-14)


def test_the_three_samples_have_the_published_gradient() -> None:
    data = three_samples()
    _, (dw, _) = loss_and_gradient([0.5, -0.3], 0.0, data.X, data.y)
    np.testing.assert_allclose(dw, [-0.153570925401, -0.247687224901], atol=5e-13)
    assert np.linalg.matrix_rank(with_ones(data.X)) == 2


def test_the_twenty_students_have_the_published_fit() -> None:
    data = students()
    w, b = minimum(data)
    errors = np.sqrt(np.diag(np.linalg.inv(20 * hessian(w, b, data.X))))
    assert round(b, 4) == -4.0777
    assert w.round(4).tolist() == [1.5046]
    assert errors.round(4).tolist() == [0.6287, 1.7610]
    assert round(-20 * loss(w, b, data.X, data.y), 5) == -8.02988
    assert round(-20 * loss([0.0], 0.0, data.X, data.y), 5) == -13.86294


def test_training_on_the_synthetic_data_gives_the_published_table() -> None:
    split = synthetic()
    X, y = split.train.X, split.train.y
    w, b, rows = np.zeros(10), 0.0, []
    for epoch in range(1, 101):
        J, (dw, db) = loss_and_gradient(w, b, X, y)
        accuracy, norm = np.mean((X @ w + b >= 0) == y), np.hypot(np.linalg.norm(dw), db)
        w, b = w - 0.5 * dw, b - 0.5 * db
        if epoch % 20 == 0:
            rows.append((epoch, f"{J:.4f}", f"{accuracy:.4f}", f"{norm:.4f}"))
    assert rows == [
        (20, "0.3070", "0.8900", "0.0697"),
        (40, "0.2827", "0.8950", "0.0333"),
        (60, "0.2758", "0.8975", "0.0200"),
        (80, "0.2731", "0.8950", "0.0132"),
        (100, "0.2719", "0.8950", "0.0091"),
    ]
    assert np.mean((split.test.X @ w + b >= 0) == split.test.y) == 0.88


def test_the_synthetic_data_have_no_unique_minimum_but_a_smallest_loss() -> None:
    train = synthetic().train
    assert np.linalg.matrix_rank(with_ones(train.X)) == 9
    w, b = minimum(train)
    np.testing.assert_allclose(loss(w, b, train.X, train.y), 0.270594892538, atol=5e-13)


def test_standardising_uses_the_training_samples_alone() -> None:
    raw, standardized = synthetic(standardized=False), synthetic()
    np.testing.assert_allclose(standardized.train.X.mean(axis=0), np.zeros(10), atol=1e-15)
    np.testing.assert_allclose(standardized.train.X.std(axis=0), np.ones(10), rtol=1e-14)
    mean, deviation = raw.train.X.mean(axis=0), raw.train.X.std(axis=0)
    np.testing.assert_array_equal(standardized.test.X, (raw.test.X - mean) / deviation)
    assert np.abs(standardized.test.X.mean(axis=0)).max() > 0.01


def test_pytorch_takes_the_read_only_arrays(torch: Any) -> None:
    X = torch.tensor(one_student().X)
    X[0, 0] = 7.0
    assert one_student().X[0, 0] == 3.0


def test_the_wheel_holds_the_numbers(pytestconfig: pytest.Config, tmp_path: Any) -> None:
    builder = WheelBuilder(str(pytestconfig.rootpath))
    (wheel,) = builder.build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        assert "logistic_gradient/synthetic.csv" in archive.namelist()


def with_ones(X: Any) -> Any:
    return np.column_stack([X, np.ones(len(X))])


def minimum(data: DataSet) -> tuple[Any, float]:
    """Newton's method with a pseudoinverse, as the Hessian may be singular."""
    theta = np.zeros(data.X.shape[1] + 1)
    for _ in range(30):
        _, (dw, db) = loss_and_gradient(theta[:-1], theta[-1], data.X, data.y)
        inverse = np.linalg.pinv(hessian(theta[:-1], theta[-1], data.X), rcond=1e-10)
        theta = theta - inverse @ np.append(dw, db)
    assert np.abs(dw).max() < 1e-15
    return theta[:-1], theta[-1]

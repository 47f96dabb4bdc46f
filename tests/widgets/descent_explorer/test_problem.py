"""What the descent explorer knows of its data: separation, the smallest loss, the columns."""

from typing import Any

import numpy as np
import pytest

from logistic_gradient.optimize import SeparationError, newton
from tests.support.descent_explorer import BORDER, FOLDER, POINT_LABELS, POINTS, walk
from tests.support.node import evaluate


def separated(points: Any) -> Any:
    found = evaluate(
        f"{FOLDER}/problem.mjs",
        """data.map((points) => {
            const { separated, dependent, best } = m.problemOf("points", points);
            return [separated, dependent, best !== undefined];
        })""",
        points,
    )
    return [tuple(each) for each in found]


def kind_of(X: Any) -> str:
    """Return what the package finds."""
    try:
        newton(X, POINT_LABELS)
    except SeparationError as error:
        return "completely" if error.complete else "partly"
    except ValueError as error:
        return next(word for word in ("constant", "dependent") if word in str(error))
    return ""


def test_separation_is_told_as_the_package_tells_it() -> None:
    rng = np.random.default_rng(20260201)
    apart = np.linspace(0, 4, 40)[:, np.newaxis, np.newaxis]
    shifts = apart * np.array(POINT_LABELS)[:, np.newaxis]
    places = (rng.integers(0, 50, (40, 8, 2)) / 10 + shifts).clip(0, 8)
    coarse = rng.integers(0, 4, (60, 8, 2)).astype(float)  # many lie on the border
    coarse[30:, 4:, 0] += 2.0
    sets = [*places.tolist(), *coarse.tolist()]
    expected = [kind_of(X) for X in sets]
    found = separated(sets)
    dependent = [kind in {"constant", "dependent"} for kind in expected]
    assert [each for _, each, _ in found] == dependent
    kinds = ["" if each else kind for each, kind in zip(dependent, expected, strict=True)]
    assert [kind for kind, _, _ in found] == kinds
    assert min(expected.count(kind) for kind in ("", "completely", "partly")) > 2
    assert [best for _, _, best in found] == [kind == "" for kind in expected]


def test_points_on_a_line_have_no_newton_step() -> None:
    line = [[k / 2, k] for k in range(8)]
    assert separated([line, [[2, k] for k in range(8)]]) == [("", True, False)] * 2
    found = walk(line, data="points", method="newton", steps=5)
    assert (found["made"], found["end"]) == (0, "singular")
    assert walk(line, data="points", steps=5)["made"] == 5  # descent does not mind


def test_what_the_loss_cannot_fall_below_is_known_or_not() -> None:
    least = evaluate(
        f"{FOLDER}/problem.mjs",
        """data.map(([name, points]) => m.problemOf(name, points).least ?? "unknown")""",
        [["separable", POINTS], ["points", POINTS], ["points", BORDER]],
    )
    assert least == [0, pytest.approx(newton(POINTS, POINT_LABELS).loss, rel=1e-12), "unknown"]


def test_columns_are_centred_and_scaled() -> None:
    """Then a step of Newton's method has its digits in any units."""
    X = [[1e6 + x, 1e-6 * up] for x, up in POINTS]
    design = evaluate(f"{FOLDER}/design.mjs", "m.designOf(data)", X)
    exact = (np.array(POINTS) - np.mean(POINTS, axis=0)) / np.std(POINTS, axis=0)
    np.testing.assert_allclose(np.array(design["A"])[:, :2], exact, rtol=0, atol=1e-9)
    np.testing.assert_allclose(design["scale"], np.std(X, axis=0), rtol=1e-9)

"""Updates that a page declares again: a step against a gradient, or refused."""

from __future__ import annotations

import pytest

from proofread.equations import EquationError, Scope

WEIGHTS = r"symbol: \mathbf{w}', w_j' | weights after an update | (n,) | w_new | "
BIAS = "symbol: b' | bias after an update | scalar | b_new | "


@pytest.mark.parametrize(
    "comment",
    [
        WEIGHTS + "w - alpha * (p - y) * x",
        WEIGHTS + "w - alpha * transpose(X) @ (ps - ys) / m",
        WEIGHTS + "w - alpha * transpose(X[stack(batch)[0] - 1]) "
        "@ (ps - ys)[stack(batch)[0] - 1] / len(batch)",
        BIAS + "b + alpha * (y - p)",
        BIAS + "b - alpha * mean(ps - ys)",
    ],
)
def test_a_gradient_step_is_taken_over(scope: Scope, comment: str) -> None:
    assert scope.declare(comment)


@pytest.mark.parametrize(
    "comment",
    [
        WEIGHTS + "w + alpha * (p - y) * x",
        WEIGHTS + "w - alpha * (p + y) * x",
        WEIGHTS + "w - 2 * alpha * (p - y) * x",
        WEIGHTS + "w - alpha * transpose(X) @ (ps - ys)",
        WEIGHTS + "w - alpha * transpose(X) @ (ps - ys) / n",
        WEIGHTS + "w - alpha * x",
        WEIGHTS + "w",
        WEIGHTS + "w - alpha * (ps - ys)",
        WEIGHTS + "given: real",
        WEIGHTS + "w - alpha * transpose(X[stack(batch)[0] - 1]) "
        "@ (ps - ys)[stack(batch)[0] - 1] / m",
        BIAS + "b - alpha * (y - p)",
        BIAS + "b - alpha * sum(ps - ys)",
        BIAS + "b",
    ],
)
def test_any_other_update_is_refused(scope: Scope, comment: str) -> None:
    with pytest.raises(EquationError, match="declared for all pages"):
        scope.declare(comment)

"""Code in the words of a page, and the value that it is bound to."""

from typing import Any

import numpy as np
import pytest

from proofread.spans import _difference


@pytest.mark.parametrize("scale", [1e-9, 1.0, 1e9])
@pytest.mark.parametrize("bound", [1.0, np.array([0.5, 1.0])], ids=["number", "array"])
def test_values_agree_to_twelve_digits_of_the_largest(bound: Any, scale: float) -> None:
    value = bound * scale
    assert _difference(value * (1 + 5e-13), value) == ""
    assert "the expression gives" in _difference(value * (1 + 2e-12), value)
    assert _difference(value + 5e-13 * scale, value) == ""


def test_shapes_agree_and_what_is_no_number_is_equal() -> None:
    assert "an array of shape (2,)" in _difference(np.ones(2), 1.0)
    assert _difference("one", "one") == ""
    assert _difference("one", "two")

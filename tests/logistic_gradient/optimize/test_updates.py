"""The bar, with and without tqdm."""

import sys
from types import ModuleType
from typing import Any

import pytest

from logistic_gradient import (
    gradient_descent,
    stochastic_gradient_descent,
)

BATCHES = {"batch_size": 8, "learning_rate": 0.3, "epochs": 5, "seed": 1}


def test_progress_shows_a_bar_where_tqdm_is_installed(
    overlapping: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Any] = []

    def tqdm(updates: Any) -> Any:
        shown.append(updates)
        return updates

    fake = ModuleType("tqdm.auto")
    fake.tqdm = tqdm  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tqdm", ModuleType("tqdm"))
    monkeypatch.setitem(sys.modules, "tqdm.auto", fake)
    quiet = gradient_descent(*overlapping, iterations=3)
    stochastic_gradient_descent(*overlapping, **BATCHES)
    assert shown == []
    fit = gradient_descent(*overlapping, iterations=3, progress=True)
    stochastic_gradient_descent(*overlapping, **BATCHES, progress=True)
    assert shown == [range(1, 4), range(5)]
    assert fit.w.tolist() == quiet.w.tolist()


def test_progress_without_tqdm_is_quiet(
    overlapping: Any, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)  # importing it fails
    assert gradient_descent(*overlapping, iterations=3, progress=True).iterations == 3
    assert capsys.readouterr() == ("", "")

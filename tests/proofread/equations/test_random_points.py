"""Random points: what they must be like, so that no lie is true at all of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from proofread.equations import SymbolTable
from proofread.equations.dual import exact
from proofread.equations.model import Point
from proofread.equations.precise import Precise
from proofread.equations.random_points import random_point
from proofread.equations.rows import read_row

NUMBERS = range(24)
DOMAINS = {"real": (-1.4, 1.4), "positive": (0.3, 1.7), "small": (0.05, 0.2), "unit": (0.15, 0.85)}


def entries(value: Any) -> list[Any]:
    return value.ravel().tolist() if isinstance(value, np.ndarray) else [value]


def drawn(point: Point, domain: str) -> Iterator[Any]:
    for name, row in point.table.definitions.items():
        if row.domain == domain and not row.code and row.kind == "value":
            yield from entries(point.given[name])


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("single", [False, True])
def test_values_are_of_their_domain_and_all_different(
    table: SymbolTable, number: int, single: bool
) -> None:
    point = random_point(table, number, {}, single=single)
    found = []
    for domain, (low, high) in DOMAINS.items():
        values = list(drawn(point, domain))
        assert all(low <= float(value) <= high for value in values)
        found += values
    assert all(abs(float(value)) >= 0.3 for value in drawn(point, "real"))
    assert len({float(value) for value in found}) == len(found)
    assert all(type(value) is (float if number else Precise) for value in found)
    assert set(drawn(point, "label")) <= {0, 1}


STRETCHED = {"real": (36, 168), "positive": (36, 204), "small": (0, 0.0017), "unit": (0, 0.0071)}
INVERSE = {"positive": (0.0025, 0.0142), "unit": (0.9929, 1)}


@pytest.mark.parametrize("number", NUMBERS)
def test_stretched_values_are_large_or_near_an_end(number: int) -> None:
    given = {
        "a": "real",
        "b": "positive",
        "c": "small",
        "d": "between 0 and 1",
        "k": "whole number",
    }
    rows = [f"${name}$|a value|scalar|`{name}`|given: {what}" for name, what in given.items()]
    table = SymbolTable(
        [read_row(row.split("|")) for row in [*rows, "$y$|a label|scalar|`y`|given: 0 or 1"]]
    )
    point = random_point(table, number, {}, stretch=120)
    assert point.label == f"random point {number + 1}, values times 120"
    for domain, (low, high) in (STRETCHED if number % 2 else STRETCHED | INVERSE).items():
        (value,) = drawn(point, domain)
        assert low < abs(float(value)) < high, domain
        assert type(value) is Precise
    ordinary = random_point(table, number, {})
    assert all(point.value(name) == ordinary.value(name) for name in "ky")


@pytest.mark.parametrize("number", NUMBERS)
def test_axes_are_told_apart(table: SymbolTable, number: int) -> None:
    point = random_point(table, number, {})
    m, n = point.value("m"), point.value("n")
    assert m != n
    assert {m, n} <= {5, 3, 4, 11}
    assert point.label == f"random point {number + 1}"
    assert point.value("X").shape == (m, n)
    alone = random_point(table, number, {}, single=True)
    assert {alone.value("m"), alone.value("n")} == {1, 6}
    assert alone.label == f"random point {number + 1}, an axis of length 1"


def test_each_axis_takes_each_length(table: SymbolTable) -> None:
    points = [random_point(table, number, {}) for number in range(4)]
    assert {point.value("m") for point in points} == {5, 3, 4, 11}
    assert {point.value("n") for point in points} == {5, 3, 4, 11}


def test_a_label_takes_turns_and_labels_are_of_both_kinds(table: SymbolTable) -> None:
    points = [random_point(table, number, {}) for number in NUMBERS]
    assert [point.value("y") for point in points] == [(number + 1) % 2 for number in NUMBERS]
    for point in points:
        labels = point.value("ys").tolist()
        assert 2 * min(labels.count(0), labels.count(1)) + 1 >= len(labels)
    assert len({tuple(point.value("ys")[:3]) for point in points}) > 4  # in no fixed order


@pytest.mark.parametrize(
    ("number", "size", "batch"),
    [
        (0, 5, {1, 2, 5}), (1, 5, {3, 4}), (2, 3, {1, 2, 3}), (3, 3, {2, 3}), (0, 2, {1, 2}),
        (1, 2, {1}), (1, 1, {1}), (0, 1, {1}), (1, 4, {3}), (3, 11, {3, 10}),
    ],
)  # fmt: skip
def test_a_batch_is_some_of_the_samples(
    table: SymbolTable, number: int, size: int, batch: set[int]
) -> None:
    point = random_point(table, number, {"m": size})
    assert point.value("batch") == batch
    assert point.value("B") == len(batch)


def test_what_is_fixed_is_as_it_is_given(table: SymbolTable) -> None:
    x = np.array([Fraction(1), Fraction(2)], dtype=object)
    point = random_point(table, 1, {"n": 2, "x": x, "y": 1, "z": 7})
    assert point.value("n") == 2
    assert point.value("x") is x
    assert (point.value("y"), point.value("z")) == (1, 7)
    assert point.value("w").shape == (2,)
    assert point.value("X").shape == (point.value("m"), 2)


def test_points_are_the_same_in_every_run_and_differ_by_seed(table: SymbolTable) -> None:
    one, again = random_point(table, 2, {}), random_point(table, 2, {})
    other = random_point(table, 2, {}, seed=1)
    assert one.value("b") == again.value("b") != other.value("b")
    assert one.value("b") != random_point(table, 3, {}).value("b")
    assert one.value("m") == other.value("m")


def test_whole_numbers_and_computed_sizes() -> None:
    rows = (
        "$k$|a count|scalar|`k`|given: whole number",
        "$r$|rows|scalar|`r`|`2 * k`",
        "$m$|samples|scalar|`m`|given: whole number",
        "$u$|a vector|(r,)|`u`|given: real",
        "$v$|one longer|(m+1,)|`v`|given: real",
    )
    table = SymbolTable([read_row(row.split("|")) for row in rows])
    for number in NUMBERS:
        point = random_point(table, number, {})
        assert point.value("k") in {2, 3, 4, 5}
        assert exact(point.value("k"))
        assert point.value("u").shape == (2 * point.value("k"),)
        assert point.value("v").shape == (point.value("m") + 1,)

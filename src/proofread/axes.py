"""Judges the numbers of an axis: they go in even steps, and so do their places."""

from __future__ import annotations

from bs4 import Tag

from proofread.literal import Literal, find_numerals


def even(group: Tag) -> bool:
    """Whether at least three numbers and their places go in even steps, in the same direction."""
    axis = str(group["data-ticks"])
    values, places = [], []
    for label in group.select("text"):
        text = label.get_text().strip()
        numerals = find_numerals(text)
        if len(numerals) != 1 or not isinstance(numerals[0], Literal) or axis not in label.attrs:
            return False
        if numerals[0].text != text:
            return False
        values.append(float(numerals[0].value))
        places.append(float(str(label[axis])))
    if len(values) < 3 or values != sorted(set(values)):
        return False
    # Upwards is against the direction in which SVG counts.
    forwards = places[-1] > places[0]
    return forwards == (axis == "x") and _steps(values) and _steps(places)


def _steps(numbers: list[float]) -> bool:
    step = (numbers[-1] - numbers[0]) / (len(numbers) - 1)
    slack = abs(step) * 1e-3  # places are written with few decimals
    return all(abs(number - numbers[0] - k * step) <= slack for k, number in enumerate(numbers))

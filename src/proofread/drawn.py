"""Judges the numbers that a figure shows, against what the page computed and where they are drawn.

A figure is an inline ``<svg>``. A ``<text>`` in it with a digit is traced in one of three ways.

- ``data-value="0.331812227831834"``: its one number is the correct rounding of that value, and the
  value is one that a number bound on the same page has. So the page must state what it draws.
- ``data-tex="w_1"``: it spells a symbol, w₁.
- It belongs to a group ``data-ticks="x"`` (or ``y``) of at least three: the numbers of an axis.
  They are evenly spaced, and so are their places in that direction.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from fractions import Fraction

from bs4 import Tag

from proofread.attributes import spelt
from proofread.literal import Literal, find_numerals, is_numeric
from proofread.rounding import correct

TOLERANCE = 1e-9  # relative: values pass through decimal text


def trace_figures(main: Tag, values: Iterable[float]) -> None:
    """Take away the labels of figures that can be traced."""
    known = list(values)
    for group in main.select("svg [data-ticks]"):
        if _even(group):
            group.decompose()
    for label in main.select("svg text"):
        text = label.get_text().strip()
        if "data-tex" in label.attrs:
            if unicodedata.normalize("NFKC", text) == spelt(str(label["data-tex"])):
                label.decompose()
        elif any(map(is_numeric, text)) and _shows(text, str(label.get("data-value", "")), known):
            label.decompose()


def _shows(text: str, value: str, known: list[float]) -> bool:
    numerals = find_numerals(text)
    try:
        number = float(value)
    except ValueError:
        return False
    if len(numerals) != 1 or not isinstance(numerals[0], Literal) or not math.isfinite(number):
        return False
    if correct(numerals[0], Fraction(number), about=True):
        return False
    return any(math.isclose(number, other, rel_tol=TOLERANCE) for other in known)


def _even(group: Tag) -> bool:
    """Whether the numbers of an axis and their places go in even steps, in the same direction."""
    axis = str(group["data-ticks"])
    values, places = [], []
    for label in group.select("text"):
        numerals = find_numerals(label.get_text().strip())
        if len(numerals) != 1 or not isinstance(numerals[0], Literal) or axis not in label.attrs:
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

r"""Judges what a figure says, against what the page computed and where it is drawn.

A figure is an inline ``<svg>``. What makes a claim in it is traced in one of four ways.

- A number has ``data-value="0.331812227831834"``, of which it is the correct rounding, and which a
  number bound on the same page has. It says what it is the value of: ``data-tex="p"``, evaluated
  at the point ``data-at="student"`` that the page declares, or ``data-python="safe"``, the
  expression to which the page binds it. Before it may stand a word, the spelt TeX, or, where the
  value is a constant, a letter that another label introduces (``score z``). With ``data-beside``
  it stands nearer to that name than to any other name of the drawing.
- A name has ``data-tex="w_1"`` and spells it, w₁.
- A sign or a term has ``data-formula="z = w_1 x_1 + w_2 x_2 + b"``: it is a stretch of that
  formula, which holds, at a point ``data-at`` or else everywhere.
- The numbers of an axis belong to a group ``data-ticks="x"`` (or ``y``): see `even`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from fractions import Fraction

from bs4 import Tag

from proofread.axes import even
from proofread.characters import is_numeric
from proofread.equations import EquationError, Scope
from proofread.literal import Literal, find_numerals
from proofread.plain_formulas import formulas_in
from proofread.rendered import is_operator
from proofread.rounding import correct, written
from proofread.spelling import spelt, without_spaces

TOLERANCE = 1e-9  # relative: values pass through decimal text
WORD = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True)
class Computed:
    """What a page computed: its bound numbers by expression, and its symbols and points."""

    values: Mapping[str, Set[float]] = field(default_factory=dict)
    scope: Scope | None = None

    def holds(self, formula: str, point: str = "") -> bool:
        """Whether a formula can be read, says something, and is true."""
        if self.scope is None:
            return False
        try:
            result = self.scope.check(formula, f"at: {point}" if point else "")
        except EquationError:
            return False
        return result.claims and result.holds

    def names(self, tex: str) -> bool:
        """Whether the page can read some TeX."""
        try:
            return self.scope is not None and bool(self.scope.covers(tex).kind)
        except EquationError:
            return False


def trace_figures(main: Tag, computed: Computed) -> None:
    """Take away the labels of figures that can be traced."""
    for drawing in main.select("svg"):
        groups = drawing.select("[data-ticks]")
        labels = drawing.select(":not([data-ticks]) > :is(text, tspan)")
        held = [group for group in groups if even(group)]
        held += [label for label in labels if _holds(label, drawing, computed)]
        for tag in held:
            tag.decompose()


def makes_claim(text: str) -> bool:
    """Whether a label has a digit or a sign, which may be wrong.

    >>> [makes_claim(text) for text in ("p − y", "Xᵀ", "w₁", "cross-entropy", "score z")]
    [True, True, True, False, False]
    """
    return any(is_numeric(c) or is_operator(c) for c in text) or bool(formulas_in(text))


def _holds(label: Tag, drawing: Tag, computed: Computed) -> bool:
    text = label.get_text().strip()
    if not text:
        return False
    if "data-formula" in label.attrs:
        formula, point = str(label["data-formula"]), str(label.get("data-at", ""))
        return without_spaces(text) in spelt(formula) and computed.holds(formula, point)
    if "data-value" in label.attrs:
        return _is_value(label, text, drawing, computed)
    tex = str(label.get("data-tex", ""))
    return bool(tex) and without_spaces(text) == spelt(tex) and computed.names(tex)


def _is_value(label: Tag, text: str, drawing: Tag, computed: Computed) -> bool:
    numerals = find_numerals(text)
    try:
        number = float(str(label["data-value"]))
    except ValueError:
        return False
    if not numerals or not isinstance(numerals[-1], Literal) or not math.isfinite(number):
        return False
    shown = numerals[-1]
    if shown.end != len(text) or correct(shown, Fraction(number), about=True):
        return False
    return (
        any(_is_among(number, values) for values in computed.values.values())
        and _is_what_it_says(label, number, computed)
        and _is_introduced(text[: shown.start], label, drawing)
        and _is_beside(label, drawing)
    )


def _is_what_it_says(label: Tag, number: float, computed: Computed) -> bool:
    """Whether the TeX or the expression that comes with a number has its value."""
    if "data-python" in label.attrs:
        return _is_among(number, computed.values.get(str(label["data-python"]), set()))
    tex, point = str(label.get("data-tex", "")), str(label.get("data-at", ""))
    value = Fraction(number)
    return bool(tex) and (
        computed.holds(f"{tex} = {written(value)}", point)
        or computed.holds(rf"{tex} \approx {written(value)}", point)
    )


def _is_among(number: float, values: Iterable[float]) -> bool:
    return any(math.isclose(number, other, rel_tol=TOLERANCE) for other in values)


def _is_introduced(before: str, label: Tag, drawing: Tag) -> bool:
    """Whether what stands before a number says no other name than its own."""
    if not before:
        return True
    name = before.removesuffix("= ").strip()
    if name == before.strip():
        return False
    if WORD.fullmatch(name) or without_spaces(name) == spelt(str(label.get("data-tex", ""))):
        return True
    if "data-at" in label.attrs or len(name) != 1:
        return False
    others = (other.get_text() for other in drawing.select("text") if other is not label)
    return any(re.search(rf"[a-z]{{2,}} {name}\b", text) for text in others)


def _is_beside(label: Tag, drawing: Tag) -> bool:
    """Whether a number stands nearest to the name of which it is a value or a derivative."""
    if "data-beside" not in label.attrs:
        return True
    name, tex = str(label["data-beside"]), str(label.get("data-tex", ""))
    if tex not in {name, rf"\partial \ell/\partial {name}"}:
        return False
    names = [other for other in drawing.select("text[data-tex]") if "data-value" not in other.attrs]
    nearest = min(names, key=lambda other: _distance(label, other), default=None)
    return nearest is not None and nearest["data-tex"] == name


def _distance(one: Tag, other: Tag) -> float:
    return math.hypot(*(float(str(one[axis])) - float(str(other[axis])) for axis in "xy"))

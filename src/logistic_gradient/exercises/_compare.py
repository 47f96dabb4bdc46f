"""Says whether an answer is the right one, and if not, which known mistake gives it.

An answer is a tuple of arrays, its parts: one for a number, two for weights and bias. All parts
are compared in float64, each relative to its own largest element.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from .._arrays import Array, ArrayLike, as_array
from .._checks import require
from .._conversion import cast
from .verdict import Exercise, Verdict

Parts: TypeAlias = tuple[Array, ...]

EXACT = 1e-6  # relative: six digits, which float32 can still give
NEAR = 5e-3  # relative: two digits, the least that people round to

ROUNDED = (
    "rounded",
    "Close, but six digits do not agree. Carry all digits, and round once, at the end.",
)
UNKNOWN = (
    "no known mistake",
    "It is none of the common slips. Go through the lines one by one.",
)


class Mistake(NamedTuple):
    """A wrong answer that people give, and what it comes from."""

    name: str
    reason: str
    value: Any  # the answer it leads to; in exercises on functions, a function that gives it


def numbers(name: str, value: ArrayLike) -> Array:
    """Return an answer of any array library, a list or a number as NumPy float64.

    Raises ValueError: it holds something other than real numbers.
    """
    if hasattr(value, "detach"):  # PyTorch refuses to convert what its autograd follows
        value = value.detach()
    _, array = as_array(name, value)
    array = np.asarray(array)
    if array.dtype == bool or np.iscomplexobj(array):
        raise ValueError(f"{name} has dtype {array.dtype}: it must hold real numbers")
    return cast(name, np, array, np.float64)


def finite_numbers(name: str, value: ArrayLike, shape: tuple[int, ...]) -> Array:
    """Return an answer as a finite NumPy float64 array of this shape.

    Raises ValueError: it holds something other than finite real numbers, or has another shape.
    """
    array = numbers(name, value)
    if array.shape != shape:
        rule = f"have shape {shape}" if shape else "be a single number"
        raise ValueError(f"{name} has shape {array.shape}: it must {rule}")
    require(name, array, np.isfinite(array), "every value must be finite")
    return array


def judge(exercise: Exercise, answer: Parts, right: Parts, mistakes: Sequence[Mistake]) -> Verdict:
    """Compare an answer by hand: exact, a known mistake, rounded, or a known mistake rounded."""
    if agree(answer, right, EXACT):
        return exercise.right()
    known = explain(answer, right, mistakes, EXACT)
    if known is None and agree(answer, right, NEAR):
        return exercise.wrong(*ROUNDED)
    return exercise.wrong(*(known or explain(answer, right, mistakes, NEAR) or UNKNOWN))


def judge_number(
    exercise: Exercise, answer: ArrayLike, right: float, mistakes: Sequence[Mistake]
) -> Verdict:
    """Compare an answer that is one number.

    Raises ValueError: it is not one finite real number.
    """
    number = finite_numbers("answer", answer, ())
    known = [mistake._replace(value=(mistake.value,)) for mistake in mistakes]
    return judge(exercise, (number,), (right,), known)


def explain(
    answer: Parts, right: Parts, mistakes: Sequence[Mistake], tolerance: float, size: int = 2
) -> tuple[str, str] | None:
    """Return name and reason of the mistake, or of one mistake for each wrong part.

    Parts come in groups of `size`, such as weights and bias of each case.
    """
    whole = _first_match(answer, mistakes, tolerance)
    if whole or len(right) % size:
        return (whole.name, whole.reason) if whole else None
    found: dict[str, str] = {}
    for k in range(size):
        if agree(answer[k::size], right[k::size], tolerance):
            continue
        of_part = [m._replace(value=m.value[k::size]) for m in mistakes]
        mistake = _first_match(answer[k::size], of_part, tolerance)
        if mistake is None:
            return None
        found.setdefault(mistake.name, mistake.reason)
    return ", ".join(found), " ".join(found.values())


def _first_match(answer: Parts, mistakes: Sequence[Mistake], tolerance: float) -> Mistake | None:
    """Return the first mistake whose value (a tuple of arrays) agrees with the answer."""
    return next((m for m in mistakes if agree(answer, m.value, tolerance)), None)


def agree(answer: Parts, other: Parts, tolerance: float) -> bool:
    """Return whether shapes are equal and each part is, relative to its largest element."""
    return len(answer) == len(other) and all(
        np.shape(a) == np.shape(b) and _near(a, b, tolerance)
        for a, b in zip(answer, other, strict=True)
    )


def _near(a: Array, b: Array, tolerance: float) -> bool:
    """Infinity is near infinity alone, NaN near nothing."""
    with np.errstate(invalid="ignore"):
        distance = np.where(a == b, 0.0, np.abs(a - b))
    size = np.max(np.abs(b), where=np.isfinite(b), initial=0.0)
    return bool(np.all(distance <= tolerance * size))

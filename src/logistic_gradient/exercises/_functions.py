"""Calls a reader's function on cases, and compares what it returns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from .._checks import require_function
from ._compare import Mistake, Parts, agree, explain, numbers
from .verdict import Exercise, Verdict

Function: TypeAlias = Callable[..., Any]
Case: TypeAlias = tuple[Any, ...]

TOLERANCE = 1e-5  # relative: a function may work in float32


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Cases of one kind: ordinary ones first, then those at which careless code breaks."""

    cases: Sequence[Case]
    right: Function
    mistakes: Sequence[Mistake]
    otherwise: tuple[str, str] = (
        "no known mistake",
        "The values are wrong, but by none of the common slips. Compare them with a difference "
        "quotient, or with a case that you can do by hand.",
    )
    """Name and reason of the mistake where no known one fits."""


def judge_function(exercise: Exercise, function: Function, stages: Sequence[Stage]) -> Verdict:
    """Judge the function by the first stage at which it fails.

    Raises TypeError: it cannot be called. What it raises itself comes through, with a note.
    """
    require_function("function", function)
    for stage in stages:
        try:
            answers = [call(function, *case) for case in stage.cases]
        except ArithmeticError as error:  # math.exp raises where NumPy returns infinity
            return exercise.wrong(
                "overflow", f"The function raised {type(error).__name__}: {error}."
            )
        verdict = _judge_stage(exercise, answers, stage)
        if verdict is not None:
            return verdict
    return exercise.right()


def call(function: Function, *arguments: Any) -> Any:
    """Return function(*arguments), with copies of arrays, and without NumPy's warnings."""
    copies = [a.copy() if isinstance(a, np.ndarray) else a for a in arguments]
    try:
        with np.errstate(all="ignore"):
            return function(*copies)
    except Exception as error:
        shapes = ", ".join(map(_shown, arguments))
        error.add_note(f"The checker called your function with {shapes}.")
        raise


def _judge_stage(exercise: Exercise, answers: Sequence[Any], stage: Stage) -> Verdict | None:
    """Return the verdict on what the function returned for the cases, or None where it is right."""
    expected = [_parts(stage.right(*case)) for case in stage.cases]
    got: list[Parts] = []
    for answer, parts in zip(answers, expected, strict=True):
        if answer is None:
            return exercise.wrong("nothing returned", "The function returns None.")
        if len(parts) > 1 and not (isinstance(answer, tuple | list) and len(answer) == len(parts)):
            return exercise.wrong(
                "one part missing", f"The function must return {len(parts)} things, as a tuple."
            )
        got.append(_parts(tuple(answer) if len(parts) > 1 else answer))
    flat, right = _flat(got), _flat(expected)
    if agree(flat, right, TOLERANCE):
        return None
    mistakes = [_evaluated(mistake, stage.cases) for mistake in stage.mistakes]
    known = explain(flat, right, mistakes, TOLERANCE, size=len(expected[0]))
    if known:
        return exercise.wrong(*known)
    for a, b in zip(flat, right, strict=True):
        if a.shape != b.shape:
            return exercise.wrong(
                "wrong shape", f"The function returns shape {a.shape} where {b.shape} belongs."
            )
    return exercise.wrong(*stage.otherwise)


def _evaluated(mistake: Mistake, cases: Sequence[Case]) -> Mistake:
    return mistake._replace(value=_flat([_parts(mistake.value(*case)) for case in cases]))


def _parts(value: Any) -> Parts:
    parts = value if isinstance(value, tuple) else (value,)
    return tuple(numbers("the returned value", part) for part in parts)


def _flat(cases: Sequence[Parts]) -> Parts:
    return tuple(part for parts in cases for part in parts)


def _shown(argument: Any) -> str:
    return (
        f"an array of shape {argument.shape}"
        if isinstance(argument, np.ndarray)
        else repr(argument)
    )

"""Every public function with every kind of input: the right answer, or one clear error.

What is expected stands on the page docs/bad-input.md, in its tables. A cell says `right`, and then
the answer is compared with 120-digit arithmetic, or names the rule of an error.
"""

import re
from typing import Any

import numpy as np
import pytest

from logistic_gradient import SeparationError
from tests.support.bad_input import exact
from tests.support.bad_input.checkers import CHECKERS
from tests.support.bad_input.data_kinds import DATA_KINDS, arguments
from tests.support.bad_input.functions import FUNCTIONS, Function, flat
from tests.support.bad_input.kinds import KINDS, fits, snapshot
from tests.support.bad_input.page import table

ALL = FUNCTIONS | CHECKERS
ARRIVALS = table("How arrays arrive") | table("How numbers arrive") | table("How answers arrive")
DATA = table("What the data are like") | table("What the data of a fit are like")
RULES = table("The rules, and what the errors say")
NOT_THERE = "—"
PLACE = r"{name}(\[[\d, ]+\])?"
MESSAGES: dict[str, str] = {
    "number": rf"{PLACE} (is .*: every value must be a number|has dtype object: it must hold .*)",
    "whole": r"{name} is .*: it must be a whole number",
    "finite": rf"{PLACE} is (nan|inf|-inf): every value must be finite",
    "real": r"{name} is (complex|\(.*j\)): it must be real"
    r"|{name} has dtype \w+: it must hold real numbers",
    "present": rf"{PLACE} is masked: every value must be present",
    "dense": r"{name} is a sparse matrix: it must be dense, as {name}\.toarray\(\) is",
    "ragged": r"{name} is ragged: its rows must have the same length",
    "shape": r"({name}|w|y) has shape .*: (it|they) must (be|have) .*",
    "fit": rf"{PLACE} is [-+.\de]+: it must be at most [-+.\de]+, the largest float\d\d",
    "label": r"{name}(\[\d\])? is ([-+.\de]+|nan|inf|-inf|complex): every label must be 0 or 1",
    "probability": r"{name}\[\d\] is [-\w.+]+: every probability must be between 0 and 1",
    "sign": r"{name} is -?[\d.]+: it must (be above 0|not be negative|be at least \d)",
    "function": r"{name} is a (NoneType|float|str): it must be a function, named without \(\)",
    "range": r".*overflows(:|,| in row \d+:).* rescale X|.* too large: .* overflows, rescale X.*"
    r"|the loss is .* and the norm of its gradient inf: both must be finite",
    "both labels": r"y holds only the label [01]: both labels are needed",
    "independent": r"(X\[:, \d\] is constant|columns [\d, ]+ of X are linearly dependent).*",
    "overlap": r"a hyperplane separates the labels in y (completely|up to ties on it): .*",
    "step": r"h is (lost beside x = .*: it must be large enough .*|.*: it must be at least .*)",
    "learning rate": r".*(inf|overflows).*; the learning rate( \S+)? is too large",
    "near": r"\(1 - 2y\) \* \(X @ w \+ b\)\[\d\] is .*: the imaginary part of a score must be .*",
    "singular": r"the Hessian at w and b is singular: .*",
}
TYPES: dict[str, type[Exception]] = {
    "function": TypeError,
    "overlap": SeparationError,
}
PAIRS = [(name, argument) for name, f in ALL.items() for argument in f.good]
BY_DEFAULT = {("gradient_descent", "learning_rate")} | {
    (name, "h") for name in ("forward_difference", "central_difference")
}  # nothing at all means the default there
SHAPES = {  # which p may have, but not beside y; y itself is tried with them
    "a NumPy matrix", "an empty list", "no rows", "one axis too many", "one axis too few",
    "one element too few",
}  # fmt: skip
CASES = [
    (name, argument, kind)
    for name, argument in PAIRS
    for kind in KINDS
    if fits(kind, ALL[name].class_of(argument))
    and (kind != "nothing at all" or (name, argument) not in BY_DEFAULT)
    and (kind not in SHAPES or (name, argument) != ("binary_cross_entropy", "p"))
]


def judge(function: Function, given: dict[str, Any], name: str, cell: str, loose: float) -> None:
    """Call the function, and compare what it says and does with the cell of the table."""
    before = {argument: snapshot(value) for argument, value in given.items()}
    try:
        result = function.call(**given)
    except (ValueError, TypeError) as error:
        assert cell != "right", f"refused: {error}"  # noqa: PT017
        assert isinstance(error, TYPES.get(cell, ValueError)), repr(error)  # noqa: PT017
        pattern = MESSAGES[cell].format(name=re.escape(name))
        assert re.fullmatch(rf"(start: )?({pattern})", str(error), re.DOTALL), str(error)  # noqa: PT017
    else:
        assert cell == "right", f"not refused: {result}"
        of_numbers = {
            argument: value if callable(value) or value is None else np.asarray(value)
            for argument, value in given.items()
        }
        compare(flat(result), function, of_numbers, function.right(result, **of_numbers), loose)
    assert {argument: snapshot(value) for argument, value in given.items()} == before


def compare(
    actual: list[Any], function: Function, given: dict[str, Any], right: list[Any], loose: float
) -> None:
    for one, answer, size in zip(actual, right, function.sizes(given, right), strict=True):
        if exact.mp.isinf(answer):
            assert one == float(answer)
        else:
            distance = abs(exact.number(one) - answer)
            assert distance <= function.tolerance * loose * size + 2e-323, (one, answer)


def test_the_page_has_a_cell_for_every_case_and_no_other() -> None:
    expected = {(kind, ALL[name].class_of(argument)) for name, argument, kind in CASES}
    assert {key for key, cell in ARRIVALS.items() if cell != NOT_THERE} == expected
    assert {kind for kind, _ in DATA} == set(DATA_KINDS)
    used = {*ARRIVALS.values(), *DATA.values()} - {"right", NOT_THERE}
    assert used == set(MESSAGES) == {rule for rule, _ in RULES}


@pytest.mark.parametrize(("name", "argument", "kind"), CASES)
def test_how_numbers_arrive(name: str, argument: str, kind: str) -> None:
    function = ALL[name]
    given = {**function.good, argument: KINDS[kind](function.good[argument])}
    judge(function, given, argument, ARRIVALS[kind, function.class_of(argument)], 1.0)


LOOSE = {"an offset of a million": 1e4, "weights beyond the precision of the samples": 1e7}


@pytest.mark.parametrize(("kind", "column"), list(DATA))
def test_what_the_data_are_like(kind: str, column: str) -> None:
    function = FUNCTIONS[column.partition(" ")[0]]
    name = "w" if "weights" in kind else "X"
    judge(function, arguments(kind, column), name, DATA[kind, column], LOOSE.get(kind, 1.0))

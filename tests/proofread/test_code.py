"""Running: what is caught is caught in time, and a name keeps its value where it stands."""

import pytest

from proofread.code import limit, run


def test_code_that_never_ends_is_stopped() -> None:
    with pytest.raises(TimeoutError, match="not done after"):
        _forever()


def _forever() -> None:
    with limit(0.05):
        while True:
            pass


@pytest.mark.parametrize(
    ("source", "problem", "line"),
    [
        ("raise SystemExit(3)", "SystemExit: 3", 7),
        ("def f():\n    return 1 / 0\n\n\nf()", "ZeroDivisionError: division by zero", 8),
        ("a =", "SyntaxError", 7),
        ("import warnings\nwarnings.warn('x', stacklevel=1)", "UserWarning: x", 8),
    ],
)
def test_a_problem_names_the_line_of_the_page(source: str, problem: str, line: int) -> None:
    outcome = run(source, {}, path="page.md", first_line=7)
    assert problem in outcome.problem
    assert outcome.line == line


def test_what_is_printed_before_a_problem_is_kept() -> None:
    assert run("print('a')\n1 / 0", {}, path="page.md").printed == "a\n"

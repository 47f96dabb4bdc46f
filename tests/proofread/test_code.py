"""Running: what is caught is caught in time, and a name keeps its value where it stands."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from proofread.code import limit, run
from proofread.value import evaluate

pytestmark = pytest.mark.usefixtures("recorded_answers")


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


def test_code_runs_in_any_thread() -> None:
    """Where no clock can interrupt it."""
    with ThreadPoolExecutor(1) as pool:
        outcome = pool.submit(run, "print(2)", {}, path="page.md").result()
    assert (outcome.printed, outcome.problem) == ("2\n", "")


def test_who_stops_the_checker_stops_it() -> None:
    with pytest.raises(KeyboardInterrupt):
        run("raise KeyboardInterrupt", {}, path="page.md")

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evaluate("stop()", {"stop": stop})

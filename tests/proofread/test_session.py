"""What each prompt of a session gave, beside what the page shows."""

import pytest

from proofread.session import run_session

TRACE = "Traceback (most recent call last):\n    ...\n"


@pytest.mark.parametrize(
    ("code", "shown", "came"),
    [
        ("1 + 1", "3\n", "2\n"),
        ("1 + 1", f"{TRACE}ValueError: no\n", "2\n"),
        ("int('a')", "1\n", f"{TRACE}ValueError: invalid literal for int() with base 10: 'a'\n"),
        (f"print({TRACE!r})", "1\n", TRACE + "\n"),
        (
            "int('a')",
            f"{TRACE}ValueError: no\n",
            f"{TRACE}ValueError: invalid literal for int() with base 10: 'a'\n",
        ),
    ],
    ids=["a value", "no error", "an error", "the words of one", "another error"],
)
def test_what_came_is_shown_as_a_page_would_show_it(code: str, shown: str, came: str) -> None:
    (prompt,), _ = run_session(f">>> {code}\n{shown}", {}, path="page.md")
    assert (prompt.came, prompt.holds) == (came, False)

"""A page that is judged from a place on: what comes before counts, and is not judged again."""

from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.claim import Verdict
from proofread.engine import Tape
from proofread.formula_slips import table_of
from proofread.mutants import mutants
from proofread.page import Page

ROOT = Path(__file__).parent / "cases"
TEXT = """\
<!-- let student: x = (3, 5), y = 1, w = (0.1, -0.2), b = 0 -->

```python
half, never = 1 / 2, 3
print(half)
```

```text title="Output"
0.5
```

It is 0.4<!-- = half --> of $q$, by

$$
\\frac{\\partial \\ell}{\\partial z} = p - y
$$

## After

The error is $p - y$<!-- = -0.7 + half; at: student -->, the score $z = -0.7$<!-- at: student -->.
It is 0.5<!-- = half --> or 0.6<!-- = half -->.
"""
AFTER = TEXT.index("## After")


def judge(text: str, since: int, tape: Tape, **more: bool) -> list[Verdict]:
    return check_page(Page.parse(text), ROOT, tape, since=since, **more)


@pytest.fixture
def tape() -> Tape:
    tape = Tape()
    judge(TEXT, 0, tape)
    return tape


def failing(verdicts: list[Verdict]) -> list[str]:
    return [verdict.claim.text for verdict in verdicts if not verdict.holds]


def test_only_what_stands_from_there_on_is_judged(tape: Tape) -> None:
    found = judge(TEXT, AFTER, tape)
    assert min(verdict.claim.start for verdict in found) > AFTER
    assert [verdict.claim.text for verdict in found if verdict.holds] == ["$z = -0.7$", "0.5"]
    assert failing(found) == ["$p - y$", "0.6"]


def test_the_whole_page_fails_before_and_at_its_end_too(tape: Tape) -> None:
    assert failing(judge(TEXT, 0, tape)) == [
        "half, never = 1 / 2, 3", "0.4", "$q$", "$p - y$", "0.6",
    ]  # fmt: skip


def test_a_change_behind_the_place_is_seen_with_the_tape_of_the_page_before_it(tape: Tape) -> None:
    changed = TEXT.replace("0.5<!--", "0.7<!--")
    assert failing(judge(changed, AFTER, tape)) == ["$p - y$", "0.7", "0.6"]
    assert failing(judge(changed, AFTER, tape, first_failure=True)) == ["$p - y$"]


def test_formulas_before_the_place_are_known_behind_it(tape: Tape) -> None:
    part = TEXT[:AFTER] + "The error is $p - y$, and not $p + y$.\n"
    whole = judge(part, 0, Tape())
    assert "$p - y$" not in failing(whole)
    assert "$p + y$" in failing(whole)
    # Bare formulas wait for the end of the page, which is not judged here.
    assert failing(judge(part, AFTER, tape)) == []


SOUND = TEXT.replace("half, never = 1 / 2, 3", "half = 1 / 2").replace("0.4<!--", "0.5<!--")
SOUND = SOUND.replace("of $q$", "of $p$").replace("0.6<!--", "0.5<!--")
SOUND = SOUND.replace("$p - y$<!-- = -0.7 + half; at: student -->", "$p - y$")


def test_what_fails_from_a_place_on_fails_as_a_whole() -> None:
    page, tape = Page.parse(SOUND), Tape()
    assert failing(check_page(page, ROOT, tape)) == []
    caught = 0
    for mutant in mutants(page, table_of(page, ROOT)):
        place = SOUND.index("## After")
        if mutant.text[:place] != SOUND[:place]:
            continue
        if failing(judge(mutant.text, place, tape)):
            caught += 1
            assert failing(judge(mutant.text, 0, Tape())), mutant
    assert caught >= 10

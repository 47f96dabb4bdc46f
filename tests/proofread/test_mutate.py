"""Slips made on purpose: each changes the page, all are caught, and one that is not is named."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from proofread import optional
from proofread.__main__ import main
from proofread.formula_slips import table_of
from proofread.mutants import Mutant, mutants
from proofread.mutate import Trial, trial
from proofread.optional import REQUIRE
from proofread.page import Page
from tests.support.sayings import slips_said

Recorder = Callable[[str], None]
ROOT = Path(__file__).parent / "cases"
PAGE = """\
<!-- let student: x = (3, 5), y = 1, w = (0.1, -0.2), b = 0.5, alpha = 0.1 -->
<!-- python: p = 1 / 3 -->

# At 33%<!-- = p -->

A chance of 0.33<!-- = p -->, not −0.3<!-- = -p -->, by `p - 1`<!-- = p - 1 -->.

| chance |
|---|
| 33%<!-- = p --> |

![At 33%](a.svg)<!-- alt: = p -->

```python
w, b = (0.1, -0.2), 0.5  # 0.1, -0.2 and 0.5
print(f"{w[0] * 3 + w[1] * 5 + b:.12g}")
```

```text title="Output"
-0.2
```

```pycon
>>> b - 1
-0.5
```

$$
z = w_1 x_1 + w_2 x_2 + b = -0.2
$$

<!-- at: student -->
"""


@pytest.fixture
def page() -> Page:
    return Page.parse(PAGE, "page.md")


def test_every_kind_of_token_is_tried_and_caught(page: Page, recorded: Recorder) -> None:
    result = trial([page], ROOT)
    assert result.passed, str(result)
    recorded(str(result))
    kinds = {"attribute", "code", "heading", "output", "prose", "prose sign", "span", "span digit",
             "span sign", "table", "table sign", "formula digit", "formula sign",
             "formula subscript"}  # fmt: skip
    assert kinds <= set(result.made)


def test_each_slip_changes_the_page_once(page: Page, recorded: Recorder) -> None:
    made = list(mutants(page, table_of(page, ROOT)))
    recorded(slips_said(made))
    assert all(mutant.text != page.text for mutant in made)
    assert len({mutant.text for mutant in made}) == len(made)
    assert made == list(mutants(page, table_of(page, ROOT)))


def test_format_specifications_are_looks(page: Page) -> None:
    assert not any(
        mutant.text.count(":.12g") == 0 for mutant in mutants(page, table_of(page, ROOT))
    )


def test_a_survivor_is_named() -> None:
    text = '```python\nb = 0\nprint(2 + b)\n```\n\n```text title="Output"\n2\n```\n'
    result = trial([Page.parse(text, "page.md")], ROOT)
    assert not result.passed
    assert "survived  page.md:3:9: code: '+' -> '-' in print(2 - b)" in str(result)


def test_what_needs_a_missing_package_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    here = '```python\nb = 3\nprint(2 + b)\n```\n\n```text title="Output"\n5\n```\n\n'
    needs = "<!-- needs: torch -->\n"
    there = here.replace("b = 3", "import torch\nb = int(torch.tensor(3))")
    monkeypatch.delenv(REQUIRE, raising=False)
    monkeypatch.setattr(optional, "find_spec", lambda _: None)
    alone = trial([Page.parse(here, "page.md")], ROOT)
    both = trial([Page.parse(here.replace("b", "c") + needs + there, "page.md")], ROOT)
    assert both.passed, both
    assert both.made == alone.made


class InThisProcess:
    """Stands for a pool of processes, and does all in this one."""

    def __init__(self, jobs: int, context: object, start: Callable[..., None], given: Any) -> None:
        assert (jobs, type(context).__name__) == (2, "SpawnContext")
        start(*given)

    def __enter__(self) -> "InThisProcess":
        return self

    def __exit__(self, *_: object) -> None: ...

    map = staticmethod(lambda work, slips, chunksize: (work(slip) for slip in slips if chunksize))


def test_a_process_judges_the_pages_before_it_takes_slips(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [Page.parse(f"{PAGE}\n```python\nc = 0\nprint(2 + c)\n```\n", "page.md")]
    pages = [Page.parse(pages[0].text + '\n```text title="Output"\n2\n```\n', "page.md")]
    monkeypatch.setattr("proofread.mutate.ProcessPoolExecutor", None)  # not for one alone
    alone = trial(pages, ROOT, sample=60, seed=3)
    monkeypatch.setattr("proofread.mutate.ProcessPoolExecutor", InThisProcess)
    assert str(trial(pages, ROOT, sample=60, seed=3, jobs=2)) == str(alone)
    assert alone.survivors


def test_several_processes_find_the_same() -> None:
    text = f'{PAGE}\n```python\nc = 0\nprint(2 + c)\n```\n\n```text title="Output"\n2\n```\n'
    pages = [Page.parse(text, "page.md")]
    alone, together = (trial(pages, ROOT, sample=60, seed=3, jobs=jobs) for jobs in (1, 2))
    assert str(alone) == str(together)
    assert alone.made.total() == 60


def test_symbols_are_taken_for_every_other_one() -> None:
    text = (
        "<!-- let a: x = (3, 5), w = (0.1, -0.2), b = 0, alpha = 0.1 -->\n"
        "<!-- python: alpha, w1 = 0.1, 0.1 -->\n\n"
        "| symbol | value |\n|---|---|\n"
        "| $\\alpha$<!-- = alpha --> | 0.1<!-- = alpha --> |\n"
        "| $w_1$<!-- = w1 --> | 0.1<!-- = w1 --> |\n"
    )
    result = trial([Page.parse(text, "page.md")], ROOT)
    assert result.passed, str(result)
    assert result.made["formula name"] > 20


def test_the_result_is_a_table() -> None:
    slip = Mutant("code", "page.md", 1, 2, "+", "-", "1 - 2")
    result = Trial(Counter(prose=3, code=1), [slip])
    assert str(result).split("\n") == [
        "survived  page.md:1:2: code: '+' -> '-' in 1 - 2",
        "kind            slips  caught    share",
        "code                1       0   0.00 %",
        "prose               3       3 100.00 %",
        "all                 4       3  75.00 %",
    ]
    assert not result.passed
    assert str(Trial()).split("\n") == [
        "kind            slips  caught    share",
        "all                 0       0        -",
    ]
    assert not Trial().passed


def test_pages_that_fail_are_not_tried() -> None:
    result = trial([Page.parse("There are 3.\n", "page.md")], ROOT)
    assert not result.passed
    assert len(result.baseline) == 1


def test_a_page_without_anything_to_change_proves_nothing() -> None:
    assert not trial([Page.parse("Words.\n", "page.md")], ROOT).passed


def test_a_sample_is_the_same_for_the_same_seed(page: Page) -> None:
    first, second = (trial([page], ROOT, sample=20, seed=3) for _ in range(2))
    assert first.made == second.made
    assert first.made.total() == 20


def test_a_slip_in_the_symbol_table_shows_on_other_pages(recorded: Recorder) -> None:
    notation = Page.read(ROOT / "docs" / "notation.md", ROOT)
    assert notation.path == "docs/notation.md"
    text = "$$ z = \\mathbf{w}^\\top \\mathbf{x} + b $$\n\n$$ p = \\sigma(z) $$\n"
    other = Page.parse(text, "docs/other.md")
    row = notation.text.split("\n").index("| $z$ | score | scalar | `z` | `w @ x + b` |") + 1
    said: list[str] = []
    result = trial([notation, other], ROOT, progress=said.append)
    recorded(str(result))
    assert not result.baseline
    assert [mutant for mutant in result.survivors if mutant.line == row] == []
    number = result.made.total()
    assert said[0] == f"[1/{number}] 0 survive"
    assert said[-1].startswith(f"[{number}/{number}] ")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.md"
    path.write_text("<!-- python: p = 1 / 3 -->\n\n33%<!-- = p -->\n", encoding="utf-8")
    assert main(["--mutate", str(path)]) == 0
    assert "100.00 %" in capsys.readouterr().out
    assert main(["--mutate", "--sample", "2", "--seed", "5", "--jobs", "1", str(path)]) == 0
    assert "all                 2       2 100.00 %" in capsys.readouterr().out


def test_the_command_takes_the_first_sample_if_not_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    tables = []
    for seed in ([], ["--seed", "0"], ["--seed", "1"]):
        assert main(["--mutate", "--sample", "9", *seed, "--jobs", "1", str(path)]) == 0
        tables.append(capsys.readouterr().out)
    assert tables[0] == tables[1] != tables[2]

"""The slips of a page, by kind: where each stands, and what it becomes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from proofread.equations import SymbolTable
from proofread.formula_slips import table_of
from proofread.mutants import Mutant, mutants
from proofread.page import Page
from tests.support.sayings import slips_said

ROOT = Path(__file__).parent / "cases"
NOTATION = ROOT / "docs" / "notation.md"
Recorder = Callable[[str], None]


def made(text: str, path: str = "page.md") -> list[Mutant]:
    page = Page.parse(text, path)
    return list(mutants(page, table_of(page, ROOT)))


def slips(text: str, path: str = "page.md") -> list[tuple[str, str, str]]:
    return [(each.kind, each.old, each.new) for each in made(text, path)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At −0.5%.",
            {
                ("prose", "0", "1"),
                ("prose", "5", "6"),
                ("prose sign", "−", ""),
                ("prose sign", "−", "+"),
                ("prose sign", "", "− "),
                ("prose", "−0.5%", "−0.5"),
            },
        ),
        ("In **2** ways.", {("prose", "2", "3"), ("prose sign", "", "−"),
                            ("prose sign", "", "− ")}),
        ("The 2nd.", {("prose", "2", "3")}),
        ("A float32.", {("prose", "3", "4"), ("prose", "2", "3"),
                        ("prose name", "float32", "float16"),
                        ("prose name", "float32", "float64")}),
        ("# Step 9", {("heading", "9", "0"), ("heading sign", "", "−"),
                      ("heading sign", "", "− ")}),
        ("> # Step 9", {("heading", "9", "0"), ("heading sign", "", "−"),
                        ("heading sign", "", "− ")}),
        ("| 9 |", {("table", "9", "0"), ("table sign", "", "−"), ("table sign", "", "− ")}),
        ("`(m, n)`", {("span name", "m, n", "n, m")}),
        ("`(m, m)`", set()),
        ("In 12.", {("prose", "1", "2"), ("prose", "2", "3"), ("prose sign", "", "−"),
                    ("prose sign", "", "− ")}),
        ("`X.T - 1`", {("span", ".T", ""), ("span", "-", "+"), ("span", "1", "2"),
                       ("span digit", "1", ""), ("span digit", "", "7"), ("span sign", "", "-")}),
        ("`log1p`", {("span", "1", "2"), ("span digit", "1", ""), ("span digit", "", "7"),
                     ("span name", "log1p", "log"), ("span name", "log1p", "log10"),
                     ("span name", "log1p", "log2")}),
        ("```shell\npip 3\n```", {("command", "3", "4")}),
        ("```console\n$ pip 3\n```", {("command", "3", "4")}),
        ("```markdown\n-3\n```", {("output", "3", "4")}),
        ("```text\n-3\n```", {("output", "3", "4"), ("output", "-", "+")}),
        ("```text\n\n3\n```", {("output", "3", "4")}),
        ("```markdown\n- 3\n```", {("output", "3", "4")}),
        ("```python\nx = f'{y:.3f}' + 1\n```", {("code", "1", "2"), ("code", "+", "-")}),
        ("```python\nx = = 1\n```", {("code", "1", "2")}),
        ("```pycon\n>>> 1\n2\n```", {("code", "1", "2"), ("output", "2", "3")}),
        ("$\\text{if so - no}$", {("formula text", "", "−"), ("formula text", "-", "+")}),
        ("It is $= p$.", set()),
        ("It is $#$.", set()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_each_slip_of_a_line(
    text: str, expected: set[tuple[str, str, str]], recorded: Recorder
) -> None:
    recorded(slips_said(made(text)))
    assert set(slips(text)) == set(slips(f"{text}\n")) == expected


def test_what_another_course_writes_is_exchanged_for_ours(recorded: Recorder) -> None:
    text = "<!-- convention: S: m -> n -->\n\n| Here | S |\n|---|---|\n| $m$ | $n$ |\n"
    recorded(slips_said(made(text)))
    found = [(old, new) for kind, old, new in slips(text) if kind == "formula convention"]
    assert found == [("n", "n'"), ("n", "m")]


def test_slips_of_the_table_of_symbols_are_made_on_its_page_alone(recorded: Recorder) -> None:
    text = NOTATION.read_text("utf-8")
    recorded(slips_said(made(text, "docs/notation.md")))
    kinds = {kind for kind, _, _ in slips(text, "docs/notation.md")}
    assert {"table symbol", "table shape", "table name", "table domain"} <= kinds
    assert all(old != new for _, old, new in slips(text, "docs/notation.md"))


def test_a_slip_says_where_it_stands() -> None:
    page = Page.parse("Words.\n\nThere are 3 of\nthem, or 4.\n", "docs/page.md")
    first, *_, last = mutants(page, SymbolTable([]))
    assert str(first) == "docs/page.md:3:11: prose: '3' -> '4' in There are 4 of"
    assert str(last) == "docs/page.md:4:10: prose sign: '' -> '− ' in them, or − 4."
    assert first.text == page.text.replace("3", "4")
    twice = Page.parse("`p`s: `pp 1`\n", "docs/page.md")
    assert {each.text for each in mutants(twice, SymbolTable([]))} == {
        "`p`s: `pp 2`\n", "`p`s: `pp `\n", "`p`s: `pp 17`\n", "`p`s: `pp -1`\n",
    }  # fmt: skip

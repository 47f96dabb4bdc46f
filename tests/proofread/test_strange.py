"""What nobody would write, and a fuzzer did: each has a verdict that says why, none is a crash."""

from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.equations import EquationError, Scope, SymbolTable, parse
from proofread.equations.linear import LONGEST, identity, length
from proofread.literal import OddWord, find_numerals, read_literal
from proofread.page import Page
from proofread.syntax import DEEPEST, read_code, read_expression
from proofread.value import UnreadableError, reads

pytestmark = pytest.mark.usefixtures("recorded_answers")

ROOT = Path(__file__).parents[2]
LONG = "1" * 5000  # digits: more than Python converts
NAME = "a" * 300  # more than a file system takes
PRIME = "'"


def computed(text: str) -> list[str]:
    page = Page.parse(text, "docs/page.md")
    return [verdict.computed for verdict in check_page(page, ROOT) if not verdict.holds]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"a {LONG}.", "no expression is bound to it"),
        (f"a {LONG}<!-- = 1 + 1 -->.", "no number in a form"),
        (f"${LONG} = 1$", "a number of too many digits"),
        (f"$z_{{{LONG}}}$", "a number of too many digits"),
        (f"```python\nprint(1) # {LONG}\n```\n\n```text title=\"Output\"\n1\n```\n", "running it"),
        (f'```json\n{{"a": {LONG}}}\n```\n', "running it"),
        (f"```console\n$ python {NAME}.py\n```\n", "no such file"),
        ("<!-- python: x\0 = 1 -->", "null bytes"),
        (f"<!-- python: x = {'-' * 9000}1 -->", "SyntaxError: nested too deeply"),
        (f"`{'-' * 3000}1`<!-- = 1 + 1 -->", "nested too deeply"),
        (f"`{'-' * 9000}1`<!-- = 1 + 1 -->", "nested too deeply"),
        ("`1\0`<!-- = 1 + 1 -->", "null"),
        ("1<!-- = x\0 -->", "not a Python expression"),
        (
            "<!-- python: big = [10**400, 1] -->\n"
            "<!-- let a: x = (1, 1), w = (1, 1), b = 0 -->\n\n$\\mathbf{w}$<!-- = big; at: a -->",
            "beyond the range of a double",
        ),
        (
            "<!-- symbol: \\kappa | a | (n, 1000000000) | kappa | given: real -->\n\n"
            "$\\kappa = \\kappa$",
            "an axis has from 0 to 1000 entries",
        ),
        ("<!-- let a: z = 9**9**9**9 -->", "a power too large to evaluate"),
        ("$9^{9^{9^{9}}} = 1$", "a power too large to evaluate"),
        ("# A { #a.b }\n\n```signature\nf(): pass\ndef g()\n```\n", "No module named"),
        (
            "# Sum { #builtins.sum }\n\n```signature\nf(): pass\ndef g()\n```\n",
            "this is no signature of a function",
        ),
    ],
)  # fmt: skip
def test_it_fails_and_says_why(text: str, problem: str) -> None:
    assert any(problem in each for each in computed(text)), computed(text)


def test_a_title_too_long_for_a_file_is_words() -> None:
    assert computed(f'```text title="{NAME}"\na\n```\n') == []


@pytest.mark.parametrize("text", [LONG, f"0.{LONG}", f"{LONG}/7", f"1e{LONG}", f"{LONG}½"])
def test_a_number_of_too_many_digits_is_an_odd_word(text: str) -> None:
    assert [type(numeral) for numeral in find_numerals(text)] == [OddWord]
    assert read_literal("9" * 301 + ".5") is not None


@pytest.mark.parametrize("tex", [LONG, f"0.{LONG}", f"z_{{{LONG}}}", f"z^{{{LONG}}}"])
def test_the_error_of_a_long_number_says_where_it_is(tex: str) -> None:
    with pytest.raises(EquationError, match="too many digits") as error:
        parse(tex, SymbolTable.from_markdown((ROOT / "docs" / "notation.md").read_text("utf-8")))
    assert tex[error.value.offset].isdigit()


@pytest.mark.parametrize(
    "source", ["x\0", "'\ud800'", "(" * 999, "-" * 3000 + "1", "-" * 99_999 + "1"]
)
def test_what_python_cannot_read_is_a_syntax_error(source: str) -> None:
    for read in (read_code, read_expression):
        with pytest.raises(SyntaxError):
            read(source)
    with pytest.raises(UnreadableError):
        reads(source)


def test_how_deep_code_may_be() -> None:
    deepest = DEEPEST - 4  # less the module, the statement, the operator and the number
    assert read_code("-" * deepest + "x").body
    with pytest.raises(SyntaxError, match="nested too deeply"):
        read_code("-" * (DEEPEST + 1) + "x")


@pytest.mark.parametrize("size", [-1, LONGEST + 1, 10**9])
def test_an_axis_has_a_length(size: int) -> None:
    assert (length(0), length(LONGEST)) == (0, LONGEST)
    for make in (length, identity):
        with pytest.raises(EquationError, match=rf"an axis has .*, not {size}$"):
            make(size)


@pytest.mark.parametrize(
    ("tex", "holds"),
    [
        (r"\sum_{i=1}^{m} " * 20 + "y_i = 1", False),
        (r"\frac{\partial}{\partial z} " * 12 + r"(\sigma(z)) = 0", False),
        (rf"\sigma{PRIME * 50}(z) = 1", False),
        (rf"\sigma{PRIME * 6}(z) = 1", False),
        (rf"\sigma{PRIME * 4}(z) = \sigma{PRIME * 4}(z)", True),
        (r"\sum_{j=1}^{n} \sum_{k=1}^{n} 1 = n^2", True),
    ],
)
def test_what_would_take_hours_is_refused(tex: str, *, holds: bool) -> None:
    scope = Scope(SymbolTable.from_markdown((ROOT / "docs" / "notation.md").read_text("utf-8")))
    if holds:
        assert scope.check(tex).relations
    else:
        with pytest.raises(EquationError, match="nested too deeply to evaluate"):
            scope.check(tex)


def test_an_axis_that_a_comment_makes_too_long_is_refused() -> None:
    scope = Scope(SymbolTable.from_markdown((ROOT / "docs" / "notation.md").read_text("utf-8")))
    with pytest.raises(EquationError, match="an axis has from 0 to 1000 entries"):
        scope.check(r"\mathbf{w} = \mathbf{w}", "with: n = 100000000")


def test_a_small_power_of_a_large_number_is_exact_still() -> None:
    scope = Scope(SymbolTable.from_markdown((ROOT / "docs" / "notation.md").read_text("utf-8")))
    assert scope.check(r"10^{12} = 1000000000000").holds
    assert not scope.check(r"10^{12} = 1000000000001").holds

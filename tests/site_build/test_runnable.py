"""An example is marked where MicroPython prints what the page shows, and nowhere else."""

import html

import pytest

from site_build.runnable import few_digits, mark


def page(*examples: tuple[str, str | None]) -> str:
    """Return the HTML of a page with examples, each with its output or None."""
    blocks = []
    for source, output in examples:
        code = "".join(f"<span>{html.escape(line)}</span>\n" for line in source.split("\n"))
        blocks.append(
            '<div class="language-python highlight">'
            f"<pre><span></span><code>{code}</code></pre></div>"
        )
        if output is not None:
            blocks.append(
                '<div class="language-text highlight no-copy"><span class="filename">Output</span>'
                f"<pre><span></span><code>{html.escape(output)}\n</code></pre></div>"
            )
    return "\n".join(blocks)


def marked(*examples: tuple[str, str | None]) -> list[bool]:
    """Say of each example of a page whether it got the mark."""
    (result,) = mark([page(*examples)])
    blocks = result.split('<div class="language-python highlight"')[1:]
    marks = [block.startswith(' data-runnable="">') for block in blocks]
    assert result.replace(' data-runnable=""', "") == page(*examples)
    return marks


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("print(1 + 1)", "2"),
        ("from math import exp\nprint(f'{1 / (1 + exp(0.7)):.12g}')", "0.331812227832"),
        ("print('1 < 2 & \"3\"')", '1 < 2 & "3"'),
        ("print(2**60)", "1152921504606846976"),
        ("x = 1", ""),
    ],
)
def test_what_prints_its_output_is_marked(source: str, output: str) -> None:
    assert marked((source, output)) == [True]


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("print(1 + 1)", "3"),
        ("print(1)", "1\n1"),
        ("print(1)\nraise ValueError", "1"),
        ("import numpy\nprint(1)", "1"),
        ("from math import log1p\nprint(log1p(0))", "0.0"),
        ("print(1", "1"),
        ("print(input())", ""),
        ("print(0.1 + 0.2)", "0.30000000000000004"),  # right in both, and more than they share
        ("print(1)", None),
    ],
)
def test_what_does_not_is_not(source: str, output: str | None) -> None:
    assert marked((source, output)) == [False]


def test_an_example_has_the_names_of_the_marked_ones_above() -> None:
    assert marked(("x = 2\nprint(x)", "2"), ("print(x + 1)", "3")) == [True, True]


@pytest.mark.parametrize(
    "first",
    [
        ("x = 1\nimport numpy", ""),
        ("x = 1\nprint(x)", "2"),
        ("x = 1\nprint(0.1 + 0.2)", "0.30000000000000004"),
        ("x = 1", None),
    ],
)
def test_an_example_has_no_names_of_others(first: tuple[str, str | None]) -> None:
    assert marked(first, ("print(x)", "1")) == [False, False]
    assert marked(("x = 3\nprint(x)", "3"), first, ("print(x)", "3")) == [True, False, True]


def test_each_page_has_a_namespace_of_its_own() -> None:
    first, second = mark([page(("x = 1\nprint(x)", "1")), page(("print(x)", "1"))])
    assert "data-runnable" in first
    assert "data-runnable" not in second


def test_pages_without_examples_stay_as_they_are() -> None:
    assert mark(["<p>print(1)</p>", ""]) == ["<p>print(1)</p>", ""]


@pytest.mark.parametrize(
    ("output", "few"),
    [
        ("", True),
        ("0.123456789012", True),
        ("0.000123456789012e-300", True),
        ("1234567890123", True),
        ("0.1234567890123", False),
        ("12345678901.23", False),
        ("1.234567890123e5", False),
        ("a 1.5, b 12.3456789012345", False),
    ],
)
def test_twelve_digits_are_the_most(output: str, few: bool) -> None:
    assert few_digits(output) is few

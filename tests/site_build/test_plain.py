"""The plain edition: what it does to a page, where its links lead, and what `llms.txt` lists."""

import pytest

from proofread.named import Named
from proofread.page import Page
from proofread.summary import Summary
from site_build.plain.edition import Edition, Entry
from site_build.plain.made import results_markdown, summary_markdown
from site_build.plain.pages import plain_page

PLACES = {
    "index.md": "index.html.md",
    "one.md": "one/index.html.md",
    "api/loss.md": "api/loss/index.html.md",
    "figures/curve.svg": "figures/curve.svg",
}


def plain(text: str) -> str:
    return plain_page(Page.parse(text), [], {}, str.upper)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("---\ntitle: T\n---\n\n# A\n", "# A\n"),
        ("Half is 50%<!-- = p --> of $p$<!-- at: s -->.\n", "Half is 50% of $p$.\n"),
        ("<!-- python:\np = 1\n-->\n\nA\n\n\n\nB\n", "A\n\nB\n"),
        ("A\n{ .lead }\n", "A\n"),
        ("## `f` { #a.f }\n", "## `f`\n"),
        ('<div class="stacked" markdown>\n\n| A |\n|---|\n\n</div>\n', "| A |\n|---|\n"),
        (
            '<figure markdown="span">\n  ![A\n  curve](c.svg)<!-- alt: = p -->\n'
            "  <figcaption>It\n  rises.</figcaption>\n</figure>\n",
            "Figure: A curve\n\nCaption: It\nrises.\n",
        ),
        ('<details class="tip" markdown="1">\n<summary>T</summary>\n\nA\n\n</details>\n',
         "**T**\n\nA\n"),
        ("[a](one.md#b) and `[c](d.md)`\n", "[a](ONE.MD#B) and `[c](d.md)`\n"),
        ('??? question "Why?"\n\n    $$\n    a\n    $$\n\nB\n',
         "**Question: Why?**\n\n$$\na\n$$\n\nB\n"),
        ('!!! warning other "W"\n    A\n\n    - b\n        - c\n',
         "**Warning: W**\nA\n\n- b\n    - c\n"),
        ('??? tip "Hint"\n\n    A\n\n    ??? note "N"\n\n        B\n\n    C\n\nD\n',
         "**Hint**\n\nA\n\n**Note: N**\n\nB\n\nC\n\nD\n"),
        ("!!! note\n    A\n", "**Note**\nA\n"),
        ('??? note "N"\n\n    ```python\n    if a:\n\n\n        b\n    ```\n\nA\n',
         "**Note: N**\n\n```python\nif a:\n\n\n    b\n```\n\nA\n"),
        ('```markdown\n!!! note "N"\n\n    <!-- = p -->\n```\n',
         '```markdown\n!!! note "N"\n\n    <!-- = p -->\n```\n'),
        ("```signature\nf(x)\n```\n", "```python\nf(x)\n```\n"),
    ],
)  # fmt: skip
def test_a_page_keeps_what_a_reader_of_text_needs(source: str, shown: str) -> None:
    assert plain(source) == shown


def test_a_named_equation_says_its_number() -> None:
    text = "A\n\n$$\np\n$$<!-- equation: error | The error -->\n"
    named = Named(7, "error", "The error", "p", "docs/a.md", "A")
    page = plain_page(Page.parse(text, "docs/a.md"), [named], {}, str)
    assert page == "A\n\nEquation (7), The error:\n\n$$\np\n$$\n"
    listed = results_markdown([named], lambda path: f"{path}!")
    assert listed == "(7) **The error**, from [A](docs/a.md!#eq-error):\n\n$$\np\n$$"


def test_what_the_build_makes_stands_in_its_place() -> None:
    summary = Summary(
        "Claims: 2.", ("Page", "all"), (("a", "2"), ("all", "2")), ("a:1: why",), ("C",)
    )
    made = summary_markdown(summary)
    assert "| Page | all |\n| --- | --- |\n| a | 2 |\n| all | 2 |\n" in made
    assert made.endswith("- C\n\n### Unchecked\n\n- a:1: why")
    page = Page.parse('A\n\n<div data-proofread="summary"></div>\n\nB\n')
    text = plain_page(page, [], {'<div data-proofread="summary">': "made"}, str)
    assert text == "A\n\nmade\n\nB\n"


def edition(site: str) -> Edition:
    sections = {
        "Start": [Entry("Home", "index.md", "The home page.")],
        "Reference": [Entry("Loss", "api/loss.md", "The loss.")],
    }
    return Edition("Name", "What it is.", site, sections, PLACES)


@pytest.mark.parametrize(
    ("target", "relative", "absolute"),
    [
        ("../one.md#b", "../../one/index.html.md#b", "https://a.b/c/one/index.html.md#b"),
        ("../index.md", "../../index.html.md", "https://a.b/c/index.html.md"),
        ("../figures/curve.svg", "../../figures/curve.svg", "https://a.b/c/figures/curve.svg"),
        ("#here", "#here", "#here"),
        ("https://x.y/one.md", "https://x.y/one.md", "https://x.y/one.md"),
    ],
)
def test_links_lead_to_the_plain_pages(target: str, relative: str, absolute: str) -> None:
    place = PLACES["api/loss.md"]
    assert edition("").links("api/loss.md", place)(target) == relative
    assert edition("https://a.b/c/").links("api/loss.md", place)(target) == absolute


def test_the_index_has_the_proposed_form() -> None:
    lines = edition("").index().splitlines()
    assert lines[:3] == ["# Name", "", "> What it is."]
    assert lines[5:] == [
        "",
        "## Start",
        "",
        "- [Home](index.html.md): The home page.",
        "",
        "## Reference",
        "",
        "- [Loss](api/loss/index.html.md): The loss.",
    ]
    assert "(https://a.b/c/api/loss/index.html.md)" in edition("https://a.b/c/").index()

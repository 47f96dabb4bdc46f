"""What a page vouches for is marked up, survives the site's Markdown, and is traced there."""

from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
from bs4 import BeautifulSoup

from proofread.annotate import annotate
from proofread.check import check_page
from proofread.claim import Claim, Kind, Verdict
from proofread.closing import closing_list
from proofread.page import Page
from proofread.totality import leftovers

pytestmark = pytest.mark.usefixtures("recorded_answers")

EXTENSIONS = [
    "admonition", "attr_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.arithmatex",
    "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences", "pymdownx.tabbed",
]  # fmt: skip
OPTIONS = {"pymdownx.arithmatex": {"generic": True}, "pymdownx.tabbed": {"alternate_style": True}}

SOURCE = """\
---
title: A page
---

<!-- python:
p = 0.331812
w = (0.1, -0.2)
-->

# At 33%<!-- = p --> chance

## Step 1

A **33%<!-- = p -->** chance, [33%<!-- = p -->](a.md "p is 0.33")<!-- alt: = p -->, see
[step 1](#step-1), `w[0]`<!-- = w[0] --> and `0.1`<!-- = w[0] -->, in base64 text[^1].

[^1]: A note with 33%<!-- = p -->.

| chance | rate |
|---|---|
| 33%<!-- = p --> | 0.1<!-- = w[0] --> |

=== "At 33%<!-- = p -->"

    !!! note "At 33%<!-- = p -->"

        1. One 33%<!-- = p -->
        2. Two

??? tip "At 33%<!-- = p -->"

    <figure markdown>
    ![p is 0.33](a.svg)<!-- alt: = p -->
    <figcaption>33%<!-- = p --></figcaption>
    </figure>

```python
w = (0.1, -0.2)
print(w[0] * 2)
```

```text title="Output"
0.2
```

```text
The same words
```

```text
The same words
```
"""


@pytest.fixture(scope="module")
def page() -> Page:
    return Page.parse(SOURCE, "docs/page.md")


@pytest.fixture(scope="module")
def verdicts(page: Page) -> list[Verdict]:
    verdicts = check_page(page, Path(__file__).parents[2])
    assert [verdict for verdict in verdicts if not verdict.holds] == []
    return verdicts


@pytest.fixture(scope="module")
def html(page: Page, verdicts: list[Verdict]) -> str:
    return build(annotate(page, verdicts, front_matter=False), verdicts)


def build(text: str, verdicts: list[Verdict]) -> str:
    body = markdown.markdown(text, extensions=EXTENSIONS, extension_configs=OPTIONS)
    return f"<article>{body}{closing_list(verdicts)}</article>"


def test_nothing_is_left_over(html: str, page: Page, verdicts: list[Verdict]) -> None:
    assert leftovers(html, page, verdicts) == []


def test_what_mathjax_makes_of_a_formula_is_not_read() -> None:
    page = Page.parse("$$\n1 + 1 = 2\n$$\n", "docs/page.md")
    holds = check_page(page, Path(__file__).parents[2])
    made = "<mjx-container><svg><text>7 + y</text></svg></mjx-container>"
    set_ = f'<div class="arithmatex" data-tex="\\[1 + 1 = 2\\]">{made}</div>'
    assert leftovers(f"<article>{set_}{closing_list(holds)}</article>", page, holds) == []
    wrong = set_.replace("= 2", "= 3")
    assert leftovers(f"<article>{wrong}{closing_list(holds)}</article>", page, holds)


def test_bound_numbers_carry_their_value(html: str) -> None:
    soup = BeautifulSoup(html, "html.parser")
    data = soup.find_all("data")
    assert len(data) == SOURCE.count("<!-- =") - 1  # one span holds an expression
    assert {tag["value"] for tag in data} == {"0.331812", "0.1"}
    assert data[0]["data-evidence"] == "= p"
    assert "<!--" not in html


def test_structure_is_what_it_was_without_marks(html: str) -> None:
    bare = BeautifulSoup(build(SOURCE.partition("---\n\n")[2], []), "html.parser")
    soup = BeautifulSoup(html, "html.parser")
    for name in ("h1", "h2", "td", "summary", "label", "li", "figcaption", "code"):
        marked = [tag.get_text() for tag in soup.select(f"{name}:not([data-proofread] *)")]
        assert marked == [
            tag.get_text() for tag in bare.select(f"{name}:not([data-proofread] *)")
        ], name
    assert [tag["id"] for tag in soup.select("h1, h2")] == ["at-33-chance", "step-1"]


def test_lines_do_not_move(page: Page, verdicts: list[Verdict]) -> None:
    text = annotate(page, verdicts)
    assert text.split("\n").index("| chance | rate |") == SOURCE.split("\n").index(
        "| chance | rate |"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">33%</data>", ">34%</data>"),
        ("<td>", "<td>7 "),
        ("<p>", "<p>x² "),
        ("One ", "Two 2 "),
        ('alt="p is 0.33"', 'alt="p is 0.34"'),
        ("<figcaption>", r"<figcaption>\(x\)"),
        ("</h2>", "</h2><svg><text>5</text></svg>"),
        ("</h2>", '</h2><svg aria-label="5"></svg>'),
        ("</h2>", "</h2><code>1</code>"),
        ("</h2>", "</h2><code>p - y</code>"),
        ("</h2>", '</h2><span class="arithmatex">\\(x\\)</span>'),
        ("</h2>", "</h2><pre><code>print(1)</code></pre>"),
        ("</h2>", '</h2><span data-claim="10:6">8</span>'),
        ("</h2>", '</h2><mjx-container data-tex="x_1">x</mjx-container>'),
        (
            "</h2>",
            '</h2><!-- <span class="arithmatex" data-tex="x"><mjx-container>--> 7 is prime '
            "<!-- </mjx-container></span> -->",
        ),
        ('<span class="mi">2</span>', '<span class="mi">3</span>'),
        ("0.2\n", "0.3\n"),
        ("line 10:", "line 11:"),
        ("</h2>", '</h2><a class="footnote-ref">9</a>'),
        ("</h2>", '</h2><a class="footnote-backref" title="Back to note 9">↩</a>'),
        ("</h2>", '</h2><a class="footnote-backref" title="Back to note 0">↩</a>'),
        ("</h2>", '</h2><span class="filename">9</span>'),
    ],
)
def test_what_has_no_verdict_is_found(
    html: str, page: Page, verdicts: list[Verdict], old: str, new: str
) -> None:
    changed = html.replace(old, new, 1)
    assert changed != html
    assert leftovers(changed, page, verdicts)


def test_what_is_left_over_says_where(page: Page, verdicts: list[Verdict]) -> None:
    html = "<article><p>The 9th\nword.</p></article>"
    (left,) = leftovers(html, page, verdicts)
    assert str(left) == "docs/page.md: 'The 9th word.' has no verdict, in: The 9th word."
    (left,) = leftovers(html, page, verdicts, path="a/index.html")
    assert left.path == "a/index.html"
    for around in ("main", "body", "p"):
        assert len(leftovers(f"<{around}>The 9th</{around}>", page, verdicts)) == 1


def test_a_claim_that_fails_vouches_for_nothing(page: Page) -> None:
    wrong = Page.parse(SOURCE.replace("p = 0.331812", "p = 0.341812"), page.path)
    verdicts = check_page(wrong, Path())
    assert len(leftovers(build(annotate(wrong, verdicts), verdicts), wrong, verdicts)) >= 8


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("</h2>", "</h2><!-- 8 -->", 0),  # which nobody sees
        ("</h2>", '</h2><a href="https://example.org/8">https://example.org/8</a>', 0),
        ("</h2>", '</h2><a href="https://example.org/8">https://example.org/9</a>', 1),
        ("</h2>", '</h2><a href="8">8</a>', 1),
        ("</h2>", '</h2><span class="arithmatex" data-tex="x">8</span>', 1),
    ],
)
def test_what_stands_in_comments_and_addresses(
    html: str, page: Page, verdicts: list[Verdict], old: str, new: str, left: int
) -> None:
    assert len(leftovers(html.replace(old, new, 1), page, verdicts)) == left


def test_what_mathjax_made_of_a_formula_is_not_judged_again() -> None:
    page = Page.parse("<!-- note: none -->\n\nThe $p$ of it.\n", "docs/page.md")
    verdicts = check_page(page, Path(__file__).parent / "cases")
    assert [verdict.holds for verdict in verdicts] == [True]
    for tex, made, left in (
        ("p", "8", 0),
        ("q", "p", 1),
        ("p", "<mjx-container>p</mjx-container>", 0),
    ):
        shown = f'The <span class="arithmatex" data-tex="{tex}">{made}</span> of it.'
        assert len(leftovers(f"<article><p>{shown}</p></article>", page, verdicts)) == left
    nested = '<span class="arithmatex">\\(p\\)<mjx-container data-tex="p"></mjx-container></span>'
    assert leftovers(f"<article><p>The {nested} of it.</p></article>", page, verdicts) == []


def test_a_picture_is_taken_with_its_own_words_alone() -> None:
    page, label = Page.parse("Words.\n", "docs/page.md"), 'class="picture" aria-label="A line."'
    html = f"<article><svg {label}><text>8</text></svg></article>"
    assert [left.text for left in leftovers(html, page, [])] == ["8"]


def test_a_page_whose_symbols_cannot_be_read_knows_no_names() -> None:
    page = Page.parse("<!-- let student: x = -->\n", "docs/page.md")
    html = '<article><svg><text data-tex="w_1">w₁</text></svg></article>'
    root = Path(__file__).parents[2]
    assert [left.text for left in leftovers(html, page, [], root=root)] == ["w₁"]
    assert leftovers(html, Page.parse("Words.\n", "docs/page.md"), [], root=root) == []


def test_what_is_marked_stands_among_its_words() -> None:
    text = "<!-- python: p, q = 0.25, 0.5 -->\n\nAt **0.25**<!-- = p -->, 0.5<!-- = q -->; done.\n"
    page = Page.parse(text, "docs/page.md")
    assert annotate(page, check_page(page, Path())) == (
        "\n\nAt **<data value='0.25' data-claim='3:6' data-evidence='&#61; p'>0.25</data>**, "
        "<data value='0.5' data-claim='3:26' data-evidence='&#61; q'>0.5</data>; done.\n"
    )


def test_the_closing_list_says_what_was_compared() -> None:
    page = Page.parse("<!-- python: p = 1 / 4 -->\n\n`a < b`<!-- = p -->, 0.25<!-- = p -->\n")
    claim = Claim("a.md", 3, 7, Kind.EQUATION, "$p < 1$")
    number = next(each for each in check_page(page, Path()) if each.holds)
    assert closing_list([Verdict(claim, True, evidence="one & all", value="8"), number]) == (
        '<details class="proofread-list" data-proofread="list" data-search-exclude>'
        "<summary>What was checked on this page</summary>"
        "<p>1 × numbers</p><ul><li>line 3: <code>0.25</code> = p: 0.25</li></ul>"
        "<p>1 × equations</p><ul><li>line 3: <code>$p &lt; 1$</code> one &amp; all</li></ul>"
        "</details>"
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (r'<span class="arithmatex">\(q\)</span>', r"\(q\)"),
        ('<mjx-container data-tex="q_1">q</mjx-container>', "q_1"),
        ("<code>q = r</code>", "q = r"),
        ("<pre>q = r</pre>", "q = r"),
        ("<math>q</math>", "q"),
    ],
)
def test_what_nothing_vouches_for_is_quoted(html: str, text: str) -> None:
    page = Page.parse("Words.\n", "docs/page.md")
    (left,) = leftovers(f"<article><p>The {html}.</p></article>", page, [])
    assert left.text == text

"""Titles, navigation, contents, footers and the search say nothing that no page vouches for."""

import json
from pathlib import Path

import pytest

from proofread.check import check_page
from proofread.page import Page
from proofread.search_index import odd_entries
from proofread.totality import leftovers

pytestmark = pytest.mark.usefixtures("recorded_answers")

ROOT = Path(__file__).parents[2]
PAGE = Page.parse("# Weigh\n\n## Step 1: look\n\nA word.\n", "docs/page.md")
HTML = """<!doctype html><html><head><title>Weigh – The site</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="What it weighs.">
<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.1">
<link rel="canonical" href="https://example.org/a/page/">
<meta property="og:url" content="https://example.org/a/page/">
<script>let a = 1;</script></head><body><header aria-label="Header">Weigh</header>
<nav><a href="../next/" title="Next page">Next</a>
<a href="#step-1-look">Step 1: look</a></nav>
<article><h1 id="weigh">Weigh<a class="headerlink" href="#weigh" title="Link">¶</a></h1>
<h2 id="step-1-look">Step <span data-claim="3:9"
data-evidence="Step 1 of 1, which count up">1</span>: look<a class="headerlink" href="#a">¶</a></h2>
<p>A word.</p></article>
<footer>MIT licence</footer></body></html>"""


def judge(html: str) -> list[str]:
    return [str(left) for left in leftovers(html, PAGE, check_page(PAGE, ROOT), root=ROOT)]


def test_what_is_harmless() -> None:
    assert judge(HTML) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<article>", '<article dir="rtl">'),
        ("<body>", '<body dir="rtl">'),
        ("<title>Weigh –", "<title>Weigh 8 –"),
        ("<title>Weigh –", "<title>Weigh -"),
        ("What it weighs", "What 8 weigh"),
        ("mkdocs-1.6.1", "mkdocs-1.6.2"),
        ('content="https://example.org/a/', 'content="https://example.org/b/'),
        ('"og:url"', '"og:title"'),
        (">Next<", ">Next 8<"),
        (">Next<", ">Next = more<"),
        (">Next<", r">\(x\)<"),
        ("Next page", "Page 8"),
        ("Step 1: look</a>", "Step 2: look</a>"),
        ('aria-label="Header"', 'aria-label="Header 8"'),
        ("MIT licence", "MIT licence of 8"),
        ("MIT licence", "MIT\u202elicence"),
        ('id="step-1-look"', 'id="step-2-look"'),
    ],
)
def test_what_is_not(old: str, new: str) -> None:
    assert HTML.count(old) == 1
    assert judge(HTML.replace(old, new))


CONTENT = """<h2 id="a">One <code>p</code></h2><p>At <data>33%</data>, \\(p \\lt 1\\).</p>
<details data-search-exclude>line 8</details>"""
ENTRY = {"location": "page/#a", "title": "One p", "text": "<p>At 33%, \\(p \\lt 1\\).</p>"}


def found(**changes: str) -> list[tuple[str, str]]:
    return list(odd_entries(json.dumps({"docs": [ENTRY | changes]}), {"page/": CONTENT}))


def test_an_entry_of_the_search_that_its_page_has() -> None:
    assert found() == []
    assert found(text="<p>At 33%<!-- 8 --></p>") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "<p>At 34%, \\(p \\lt 1\\).</p>"},
        {"text": "<p>At 33%, \\(p \\gt 1\\).</p>"},
        {"text": "line 8"},
        {"title": "Two p"},
        {"location": "other/"},
    ],
)
def test_an_entry_that_it_has_not(changes: dict[str, str]) -> None:
    assert found(**changes)

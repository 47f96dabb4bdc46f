"""Elements, attributes and characters that could say what no text shows are refused."""

from pathlib import Path

import pytest

from proofread.annotate import annotate
from proofread.characters import is_numeric
from proofread.check import check_page
from proofread.claim import Verdict
from proofread.page import Page
from proofread.totality import leftovers

pytestmark = pytest.mark.usefixtures("recorded_answers")

ROOT = Path(__file__).parents[2]
PAGE = Page.parse(
    "<!-- python: p = 0.331812 -->\n\n33%<!-- = p -->\n"
    '<b title="p is 0.33"><!-- alt: = p -->a</b>\n',
    "docs/page.md",
)


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    found = check_page(PAGE, ROOT)
    assert [verdict for verdict in found if not verdict.holds] == []
    return found


def judge(html: str, verdicts: list[Verdict]) -> list[str]:
    return [str(left) for left in leftovers(f"<article>{html}</article>", PAGE, verdicts)]


@pytest.mark.parametrize(
    "html",
    [
        annotate(PAGE, check_page(PAGE, ROOT)),
        '<h2 id="step-one">Step one</h2>',
        '<a href="../a/#b" rel="next">a</a>',
        '<a href="https://a.b/c?d=1">a</a><a href="mailto:a@b">a</a>',
        '<td style="text-align: right;">a</td>',
        '<div style="--narrow: 12; --wide: 8">a</div>',
        '<div style="--lines: 4">a</div>',
        '<svg viewBox="0 0 9 9"><path d="M 1 2" stroke="none"></path></svg>',
        '<div data-copy="a\n\nb"><pre>&gt;&gt;&gt; a\n...\nc\n&gt;&gt;&gt; b</pre></div>',
        '<div class="widget" data-widget="step-player"><p>a</p></div>',
        '<div class="language-python highlight" data-runnable="">a</div>',
        "<p>naïve: a → b – “c”…</p>",
        '<a href="b/a-step.py" download="a-step.py">a</a>',
    ],
)  # fmt: skip
def test_what_is_harmless(html: str, verdicts: list[Verdict]) -> None:
    # Code that nothing vouches for is another matter.
    assert [left for left in judge(html, verdicts) if "<pre>" not in left] == []


@pytest.mark.parametrize(
    "html",
    [
        "<script>document.write(8)</script>",
        "<style>p::after { content: '8' }</style>",
        "<template><p>8</p></template>",
        '<iframe srcdoc="8"></iframe>',
        '<object data="a.html"></object>',
        '<meter value="8"></meter>',
        "<del>words</del>",
        "<bdo>12</bdo>",
        '<p dir="rtl">a</p>',
        '<p style="direction: rtl">a</p>',
        '<td style="text-align: right; color: transparent">a</td>',
        '<div style="--narrow: 12; --wide: 8; display: none">a</div>',
        '<div style="--wide: calc(0 * 1em)">a</div>',
        '<p style="--lines: 4">a</p>',
        '<p onclick="a()">a</p>',
        '<ol start="8"><li>a</li></ol>',
        '<ol reversed=""><li>a</li></ol>',
        '<ol type="i"><li>a</li></ol>',
        '<li value="8">a</li>',
        '<p data-whatever="a">a</p>',
        '<abbr title="p − y">a</abbr>',
        '<abbr title="p is 0.34">a</abbr>',
        '<p aria-roledescription="the 8th">a</p>',
        '<a href="data:text/html,8">a</a>',
        '<a href="javascript:a()">a</a>',
        '<img src="data:image/png;base64,AAAA" alt="a">',
        '<h2 id="step-2">Step one</h2>',
        '<span id="step-2">a</span>',
        '<data value="8" data-claim="3:1" data-evidence="= p">33%</data>',
        '<data value="0.331812" data-claim="3:1" data-evidence="= q">33%</data>',
        '<data value="8">a</data>',
        '<div data-copy="b"><pre>&gt;&gt;&gt; a</pre></div>',
        '<div class="language-python highlight" data-runnable="8">a</div>',
        '<div data-runnable="">a</div>',
        '<p class="language-python" data-runnable="">a</p>',
        '<div data-widget="step 8">a</div>',
        '<div data-widget="../a">a</div>',
        '<div data-widget="">a</div>',
        '<p data-widget="step-player">a</p>',
        '<a href="b/a-step.py" download="another.py">a</a>',
        '<a download="another.py">a</a>',
        "<p>a\u202eb</p>",
        "<p>a =\u0338 b</p>",
        "<p>a\u200bb</p>",
        "<p>Ⅷ</p>",
        "<p>①</p>",
        "<p>½</p>",
        "<p>٣</p>",
        "<p>🔟</p>",
        "<p>㏠</p>",
        "<p>三</p>",
        "<p>p − y</p>",
        '<a href="8">8</a>',
    ],
)
def test_what_is_not(html: str, verdicts: list[Verdict]) -> None:
    assert [left for left in judge(html, verdicts) if "<pre>" not in left]


@pytest.mark.parametrize("text", ["a", "é", "→", "ℓ", "σ", "∂", "ᵀ", "′", "×", "©", "…"])
def test_letters_and_signs_are_no_numbers(text: str) -> None:
    assert not is_numeric(text)

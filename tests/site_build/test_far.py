"""What stands between headings is put off; headings, code, and the first screens, are not."""

import re

import pytest

from site_build.far import SCREEN, lines, put_off

CODE = (
    '<div class="language-python highlight" data-runnable=""><pre><code>a\nb\n</code></pre></div>'
)
KEPT = CODE.replace('=""', '="" style="--lines: 2"')


def far(text: str, narrow: int = 2, wide: int = 2) -> str:
    return f'\n<div class="far" style="--narrow: {narrow}; --wide: {wide}">\n{text}\n</div>\n'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>a</h1><p>b</p>", f"<h1>a</h1>{far('<p>b</p>')}"),
        (
            '<p>a</p><h2 id="b">b</h2><p>c</p><h3>d</h3><p>e</p>',
            f'{far("<p>a</p>")}<h2 id="b">b</h2>{far("<p>c</p>")}<h3>d</h3>{far("<p>e</p>")}',
        ),
        ("<h2>a</h2>\n<h3>b</h3>c", f"<h2>a</h2>\n<h3>b</h3>{far('c', 1, 1)}"),
        (
            f"<h2>a</h2><div><h2>in a frame</h2>{CODE}</div>",
            f"<h2>a</h2>{far(f'<div><h2>in a frame</h2>{CODE}</div>', 4, 4)}",
        ),
        (
            f"<h2>a</h2><details><summary>b</summary>\n<h3>c</h3><p>d</p>{CODE}</details><p>e</p>",
            f"<h2>a</h2><details><summary>b</summary>\n<h3>c</h3>{far('<p>d</p>')}{KEPT}</details>"
            f"{far('<p>e</p>')}",
        ),
        (
            f"<h2>a</h2><p>b</p>{CODE}<p>c</p>",
            f"<h2>a</h2>{far('<p>b</p>')}{KEPT}{far('<p>c</p>')}",
        ),
        (
            '<h2>a</h2><p>b</p><details class="proofread-list"><p>c</p></details>',
            f'<h2>a</h2>{far("<p>b</p>")}<details class="proofread-list"><p>c</p></details>',
        ),
    ],
    ids=["no headings", "each heading", "no text", "a frame", "a fold", "code", "the list"],
)
def test_the_text_between_headings_is_wrapped(html: str, expected: str) -> None:
    assert put_off(html, first=0) == expected


def test_the_first_lines_are_laid_out_at_once() -> None:
    text = f"<h1>a</h1>{'<p>b</p>' * 5}<h2>c</h2>{CODE}<p>d</p>"
    assert put_off(text) == text
    assert put_off(text, first=3) == text.replace(
        f"{'<p>b</p>' * 3}<h2>", f"{far('<p>b</p>' * 3, 4, 4)}<h2>"
    ).replace(f"{CODE}<p>d</p>", f"{KEPT}{far('<p>d</p>')}")


def test_a_long_text_is_put_off_a_screen_at_a_time() -> None:
    text = "".join(f"<p>{'word ' * 80}</p><table>{number}</table>" for number in range(20))
    wrapped = put_off(f"<h2>a</h2>{text}", first=0)
    assert (
        re.sub(r"\n<div class=\"far\" style=.*>\n|\n</div>\n", "", wrapped) == f"<h2>a</h2>{text}"
    )
    parts = re.findall(r'--narrow: ([0-9]+); --wide: ([0-9]+)">\n(.*)\n</div>', wrapped)
    assert len(parts) > 5
    assert all(int(narrow) <= SCREEN for narrow, _, _ in parts)
    assert all(int(wide) < int(narrow) for narrow, wide, _ in parts)
    assert all(part.startswith("<p>") for _, _, part in parts), "a table lost the text above it"


@pytest.mark.parametrize(
    ("html", "narrow", "wide"),
    [
        ("<pre>a\nb\nc\n</pre>", 5, 5),
        ('<svg class="figure figure-wide"><text>x</text></svg>', 16, 18),
        ('<div class="widget" data-widget="a"></div>', 45, 25),
        (r"\[a = b \\ c\]", 6, 5),
        ("<ul>" + 10 * "<li>a</li>" + "</ul>", 7, 7),
    ],
    ids=["code", "a figure", "a widget", "a formula in two lines", "a list"],
)
def test_how_tall_something_will_be(html: str, narrow: int, wide: int) -> None:
    assert lines(html) == (narrow, wide)

"""What stands between headings is put off; headings, and what stands first, are not."""

import pytest

from site_build.far import put_off


def far(text: str) -> str:
    return f'\n<div class="far">\n{text}\n</div>\n'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>a</h1><p>b</p>", "<h1>a</h1><p>b</p>"),
        (
            '<p>a</p><h2 id="b">b</h2><p>c</p><h3>d</h3><p>e</p>',
            f'<p>a</p><h2 id="b">b</h2>{far("<p>c</p>")}<h3>d</h3>{far("<p>e</p>")}',
        ),
        ("<h2>a</h2>\n<h3>b</h3>c", f"<h2>a</h2>\n<h3>b</h3>{far('c')}"),
        (
            "<h2>a</h2><div><h2>in a frame</h2></div><details><h3>b</h3></details>",
            f"<h2>a</h2>{far('<div><h2>in a frame</h2></div><details><h3>b</h3></details>')}",
        ),
    ],
    ids=["no headings", "each heading", "no text", "nested headings"],
)
def test_the_text_between_headings_is_wrapped(html: str, expected: str) -> None:
    assert put_off(html) == expected

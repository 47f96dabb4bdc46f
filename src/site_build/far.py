"""Lets the browser put off what is far below the screen: it lays out a page's first screens first.

Headings stay outside what is put off: Material's script asks where each of them is.
"""

import re

BLOCKS = "div|details|section|table|ul|ol|dl|figure|blockquote"
EDGE = re.compile(rf"<(?P<close>/?)(?:{BLOCKS})\b|(?P<heading><h[2-6]\b.*?</h[2-6]>)", re.DOTALL)
BEGIN, END = '\n<div class="far">\n', "\n</div>\n"


def put_off(html: str) -> str:
    r"""Wrap what stands between the headings of a page, but not what stands before the first.

    >>> put_off("<p>a</p><h2>b</h2><p>c</p>")
    '<p>a</p><h2>b</h2>\n<div class="far">\n<p>c</p>\n</div>\n'
    """
    cuts = [0]
    depth = 0
    for edge in EDGE.finditer(html):
        if edge["heading"] is None:
            depth += -1 if edge["close"] else 1
        elif depth == 0:
            cuts += edge.span()
    first, *rest = (html[a:b] for a, b in zip(cuts, [*cuts[1:], len(html)], strict=True))
    headings, texts = rest[::2], rest[1::2]
    wrapped = (f"{BEGIN}{text}{END}" if text.strip() else text for text in texts)
    return first + "".join(map("".join, zip(headings, wrapped, strict=True)))

"""Lets the browser put off what is far below the screen: it lays out a page's first screens first.

Some stands outside of what is put off, because Material's script measures it, and would have all
around it laid out: headings, and blocks of code, which put off their own lines. What stands between
these is put off a screen at a time, and says about how tall it will be, so that the scroll bar
tells how long the page is.
"""

import html as entities
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import ceil

BLOCKS = "div|details|section|table|ul|ol|dl|figure|blockquote|p|pre"
EDGE = re.compile(
    r'(?P<code><div class="language-\w+ highlight[^"]*"[^>]*>.*?</pre></div>)'
    rf"|<(?P<close>/?)(?P<tag>h[1-6]|{BLOCKS})\b[^>]*>",
    re.DOTALL,
)
HEADING = re.compile(r"h[1-6]")
CLOSING = '<details class="proofread-list"'  # the end of a page, which is folded
FOLD = re.compile(r"(<details\b.*?</summary>)(.*)(</details>)", re.DOTALL)
DRAWING = re.compile(r"(<svg\b[^>]*>).*?</svg>", re.DOTALL)
CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
FORMULA = re.compile(r"\\[A-Za-z]+|[{}_^&]")  # what takes less room than it has letters
BEFORE = {"p", "ul", "ol"}  # a cut; what else stands there may belong to what stands above

NARROW, WIDE = 42, 84  # characters on a line, on a phone and on a large screen
SCREEN = 30  # lines on a phone
#: These lines are laid out at once: what is seen first would move when it learns its size.
FIRST = 2 * SCREEN
#: How many lines something takes beyond its text, on a phone and on a large screen.
TALL = (
    (re.compile(r"<svg\b(?![^>]*figure-narrow)|<img\b"), 16, 18),
    (re.compile(r"\bdata-widget="), 45, 25),  # beyond the figure whose place it takes
    (re.compile(r"\\\["), 3, 3),  # a formula on a line of its own
    (re.compile(r"\\\\(?!\[\\\]])"), 2, 1.5),  # and each further line of it
    (re.compile(r"<p\b|</pre>|<table\b|<details\b"), 1.2, 1.2),
    (re.compile(r"<li\b|<tr\b"), 0.6, 0.6),
)

Block = tuple[str, str]  # an element with its name; "code"; or a text between two, without a name


@lru_cache(maxsize=256)  # where the site is served, most pages are as they were
def put_off(html: str, first: int = FIRST) -> str:
    r"""Wrap what stands between the headings of a page, but for the first lines.

    >>> put_off("<p>a</p><h2>b</h2><p>c</p>", first=1)
    '<p>a</p><h2>b</h2>\n<div class="far" style="--narrow: 2; --wide: 2">\n<p>c</p>\n</div>\n'
    """
    text, closing, rest = html.partition(CLOSING)
    blocks = list(_blocks(text))
    start = ""
    while blocks and lines(start)[0] < first:
        start += blocks.pop(0)[1]
    return f"{start}{_divided(blocks)}{closing}{rest}"


def _blocks(html: str) -> Iterator[Block]:
    """Yield what stands below each other; the texts together are the whole."""
    start = depth = 0
    name = ""
    for edge in EDGE.finditer(html):
        opens = depth == 0 and not edge["close"]
        if opens:
            yield "", html[start : edge.start()]
            start, name = edge.start(), edge["tag"] or "code"
        if not edge["code"]:
            depth += -1 if edge["close"] else 1
        if depth == 0 and (edge["code"] or edge["close"]):
            yield name, html[start : edge.end()]
            start = edge.end()
    yield "", html[start:]


def _divided(blocks: Iterable[Block]) -> str:
    """Put off blocks, as many together as fill a screen, but those that stand apart."""
    parts: list[str] = []
    together = ""
    for name, text in blocks:
        apart = name in {"code", "details"} or HEADING.fullmatch(name)
        if apart or (name in BEFORE and lines(together + text)[0] > SCREEN):
            parts.append(_wrapped(together))
            together = ""
        if apart:
            parts.append(_within(name, text))
        else:
            together += text
    return "".join([*parts, _wrapped(together)])


def _within(name: str, text: str) -> str:
    """Put off what is in a block that stands apart."""
    if name == "code":
        lines_of_code = text[text.index("<pre") :].count("\n")
        return text.replace(">", f' style="--lines: {lines_of_code}">', 1)
    if fold := FOLD.fullmatch(text):
        return f"{fold[1]}{_divided(_blocks(fold[2]))}{fold[3]}"
    return text


def _wrapped(text: str) -> str:
    if not text.strip():
        return text
    narrow, wide = lines(text)
    return f'\n<div class="far" style="--narrow: {narrow}; --wide: {wide}">\n{text}\n</div>\n'


def lines(html: str) -> tuple[int, int]:
    """Return about how many lines a text takes, on a phone and on a large screen.

    >>> lines("<p>" + 21 * "word " + "</p>")
    (4, 3)
    """
    html = DRAWING.sub(r"\1", html)
    code = sum(block[0].count("\n") for block in CODE.finditer(html))
    text = FORMULA.sub("", re.sub(r"<[^>]+>", "", CODE.sub("", html)))
    characters = len(" ".join(entities.unescape(text).split()))
    found = [(len(thing.findall(html)), narrow, wide) for thing, narrow, wide in TALL]
    narrow = code + characters / NARROW + sum(count * each for count, each, _ in found)
    wide = code + characters / WIDE + sum(count * each for count, _, each in found)
    return ceil(narrow), ceil(wide)

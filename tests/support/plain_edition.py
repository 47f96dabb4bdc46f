"""Compares a page of the plain edition with its HTML: what a reader of one of them lacks."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import zip_longest

from bs4 import Tag

FENCE = re.compile(r"^( *)(`{3,})[^\n]*\n(?P<code>.*?)^\1\2$", re.MULTILINE | re.DOTALL)
FORMULA = re.compile(r"\$\$.+?\$\$|\$[^\s$](?:[^$]*[^\s$])?\$", re.DOTALL)
SPAN = re.compile(r"(`+).+?\1", re.DOTALL)
TARGET = re.compile(r"\]\(([^)\s]*)\)")
NUMERAL = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[¼½¾⅓⅔⅛]")
LEFT_OVER = re.compile(
    r"<!--|-->|</?[a-z]|\{\{|\{%|\{ [.#:]|^ *(?:!!!|\?\?\?|===) |&#", re.MULTILINE
)
#: What only the HTML has: the list of what was checked, and drawings, whose words are compared.
HTML_ALONE = ".proofread-list, svg, pre, .arithmatex, .headerlink"


def words(markdown: str) -> str:
    """Return Markdown without code, formulas and the targets of links."""
    return TARGET.sub("]", FORMULA.sub(" ", _without_code(markdown)))


def targets(markdown: str) -> list[str]:
    """Return where the links of a text lead."""
    return TARGET.findall(FORMULA.sub(" ", _without_code(markdown)))


def _without_code(markdown: str) -> str:
    return SPAN.sub(" ", FENCE.sub(" ", markdown))


def differences(article: Tag, markdown: str) -> Iterator[str]:
    """Yield each formula, block of code and number that the two do not share."""
    shown = [squeeze(str(each["data-tex"])) for each in article.select(".arithmatex[data-tex]")]
    written = [squeeze(each.strip("$")) for each in FORMULA.findall(_without_code(markdown))]
    for place, (tex, other) in enumerate(zip_longest(shown, written, fillvalue="nothing"), 1):
        if tex != other:
            yield f"formula {place}: {tex}, here {other}"
            break  # all behind it may have moved
    code = [match["code"] for match in FENCE.finditer(markdown)]
    for block in article.select("pre"):
        shown = squeeze(block.get_text())
        if not any(shown == squeeze(each) for each in code):
            yield f"code {shown}"
    ours, theirs = _numerals_of(article), Counter(NUMERAL.findall(_marked(markdown)))
    if ours != theirs:
        yield f"numbers {dict(ours - theirs)}, {dict(theirs - ours)}"
    yield from (f"left over {match[0]!r}" for match in LEFT_OVER.finditer(words(markdown)))


def squeeze(text: str) -> str:
    """Return a text with its spaces made one each."""
    return " ".join(unescape(text).split())


def _marked(markdown: str) -> str:
    """Return the words of a page with its code in a line, which HTML shows among them."""
    text = FORMULA.sub(" ", FENCE.sub(" ", markdown))
    return TARGET.sub("]", text)


def _numerals_of(article: Tag) -> Counter[str]:
    alone = {id(tag) for tag in article.select(HTML_ALONE)}
    drawn = article.select("svg[role=img]")  # twice, for wide and narrow screens
    said = list(dict.fromkeys(str(drawing.get("aria-label", "")) for drawing in drawn))
    said += [
        str(node)
        for node in article.find_all(string=True)
        if not any(id(parent) in alone for parent in node.parents)
    ]
    for counted in article.select("ol"):  # whose numbers no text of HTML has
        said += map(str, range(1, len(counted.find_all("li", recursive=False)) + 1))
    return Counter(NUMERAL.findall("\n".join(said)))

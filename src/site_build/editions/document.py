"""Makes one HTML page of the whole site, for print: a title, the contents, a chapter a page.

What the site's style sheets do for one printed page, they do here; ``paper.css`` adds what only a
book has.
"""

import html
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from site_build.editions.chapters import Chapter

STYLE = Path(__file__).with_name("paper.css")
SHEETS = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")
OWN_SHEETS = ("assets/site.css", "assets/mathematics.css")
CONTENTS = "contents"
END = "--end"  # after the name of a chapter: where it ends
PAGE_RULE = '@page {name} {{ @bottom-left {{ content: "{title}" }} }} #{name} {{ page: {name} }}'


def document(
    site: Path,
    chapters: Sequence[Chapter],
    title: str,
    subtitle: str,
    edition: str,
    pages: Mapping[str, int],
    scales: Mapping[str, float],
) -> str:
    """Return the document.

    ``pages`` are the page numbers of the chapters, as far as they are known; ``scales`` says how
    large each chapter is set.
    """
    rules = "\n".join(PAGE_RULE.format(name=each.name, title=_css(each.title)) for each in chapters)
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>',
            *(f'<link rel="stylesheet" href="{sheet}">' for sheet in _sheets(site)),
            f"<style>{STYLE.read_text('utf-8')}\n{rules}</style></head>",
            '<body dir="ltr" data-md-color-scheme="default" data-md-color-primary="custom">',
            '<main class="md-typeset">',
            '<header class="title-page">',
            f"<p>{html.escape(title)}</p><p>{html.escape(subtitle)}</p>",
            f"<p>{html.escape(edition)}</p></header>",
            _contents(chapters, pages),
            *(_body(chapter, scales[chapter.name]) for chapter in chapters),
            "</main></body></html>",
        )
    )


def _sheets(site: Path) -> list[str]:
    found = [path for pattern in SHEETS for path in sorted(site.glob(pattern))]
    return [path.as_uri() for path in (*found, *(site / name for name in OWN_SHEETS))]


def _contents(chapters: Sequence[Chapter], pages: Mapping[str, int]) -> str:
    """Return the contents. A hidden link to the end of each chapter lets the browser note it."""
    lines = [f'<nav class="{CONTENTS}" id="{CONTENTS}"><h1>Contents</h1>']
    for part, members in groupby(chapters, lambda chapter: chapter.part):
        if part:
            lines.append(f"<h2>{html.escape(part)}</h2>")
        lines.append("<ul>")
        lines += (
            f'<li><a href="#{each.name}"><span>{html.escape(each.title)}</span>'
            f'<span class="leader"></span><span class="page">{pages.get(each.name, "")}</span></a>'
            f'<a class="end" href="#{each.name}{END}" aria-hidden="true"></a></li>'
            for each in members
        )
        lines.append("</ul>")
    return "\n".join((*lines, "</nav>"))


def _body(chapter: Chapter, scale: float) -> str:
    return (
        f'<section class="chapter" id="{chapter.name}" style="zoom: {scale}">'
        f'{chapter.article.decode_contents()}<div id="{chapter.name}{END}"></div></section>'
    )


def _css(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')

"""Shows the equations that have a name on the built pages, and judges what is shown there."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from bs4 import BeautifulSoup, Tag

from proofread.named import Named, Numbering
from proofread.traces import squeeze, tex_of


def framed(display: str, named: Named) -> str:
    """Return the Markdown of a display with its number, which links to it.

    The title is for those who hear the page: sighted readers have the text around it.
    """
    return (
        f'<div class="equation" id="{named.anchor}" markdown>\n\n{display}\n\n'
        f"{number_link(named, f'#{named.anchor}')}\n\n</div>"
    )


def number_link(named: Named, address: str) -> str:
    """Return the number as a link."""
    said = f'<span class="heard">Equation: {escape(named.title)}</span>'
    return f'<a class="equation-number" href="{escape(address)}">{said} {named.shown}</a>'


def results_html(numbering: Numbering, address: Callable[[str], str]) -> str:
    """Return the list of all equations with a name; ``address`` says where a page is."""
    rows = []
    for each in numbering.named:
        target = escape(f"{address(each.path)}#{each.anchor}")
        rows.append(
            f'<tr><td><a href="{target}">{each.shown}</a></td>'
            f"<th scope='row'>{escape(each.title)}</th>"
            f'<td><div class="arithmatex">\\[{escape(each.tex)}\\]</div></td>'
            f'<td><a href="{target}">{escape(each.page)}</a></td></tr>'
        )
    head = "".join(f"<th scope='col'>{word}</th>" for word in ("No.", "Result", "Formula", "Page"))
    return (
        '<div class="results" data-proofread="results"><table data-search-exclude>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def trace_named(main: Tag, path: str, numbering: Numbering, results: str) -> list[Named]:
    """Take away the numbers that are right, and return the equations whose number is not shown.

    A number is right beside its own formula, in the frame that has its anchor. The list of results
    is right as a whole: names, numbers, formulas, links, in order.
    """
    for listed in main.select("[data-proofread=results]"):
        if results and _said(listed) == _said(BeautifulSoup(results, "html.parser")):
            listed.decompose()
    missing = []
    for each in numbering.on(path):
        frame = main.find(id=each.anchor)
        formulas = frame.select(".arithmatex") if isinstance(frame, Tag) else []
        links = frame.select("a.equation-number") if isinstance(frame, Tag) else []
        if (
            [tex_of(formula) for formula in formulas] == [squeeze(each.tex)]
            and [link.get("href") for link in links] == [f"#{each.anchor}"]
            and squeeze(links[0].get_text()) == f"Equation: {each.title} {each.shown}"
        ):
            links[0].decompose()
        else:
            missing.append(each)
    return missing


def _said(part: Tag) -> list[str]:
    """Return what a list of results says: the words of its cells, the formulas, the links."""
    said = []
    for cell in part.select("th, td"):
        formula, link = cell.select_one(".arithmatex"), cell.select_one("a")
        said.append(tex_of(formula) if formula else squeeze(cell.get_text()))
        said.append(str(link["href"]) if link else "")
    return said

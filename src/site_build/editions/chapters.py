"""Takes the articles of the built pages, in reading order, so that they can stand in one document.

An id that is unique on its page need not be so among all pages: each gets the name of its page
before it, and so does whatever refers to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import bs4
from bs4.element import NavigableString

HOST = "https://site.invalid/"  # stands for wherever the site is
GONE = "script, .headerlink, .proofread-list, .md-content__button, mjx-assistive-mml, [hidden]"
NAMED = ("aria-labelledby", "aria-describedby", "for", "headers")
UNDERSCORE = re.compile(r"(?<=_)(?=.)")
PAINTED = re.compile(r"url\(#([^)]+)\)")


class ChapterError(ValueError):
    """A page of the site cannot be taken into the document."""


@dataclass(frozen=True)
class Chapter:
    """An article: the part of the book that it belongs to, or "", its title, and its address."""

    part: str
    title: str
    address: str
    article: bs4.Tag

    @property
    def name(self) -> str:
        """What its ids begin with."""
        return named(self.address)


def chapters(site: Path) -> list[Chapter]:
    """Return the pages that the navigation lists, their ids and links made for one document.

    Raises:
        ChapterError: A link leads to a place that no page has.

    """
    home = _read(site, "")
    found = [_chapter(site, *entry) for entry in _navigation(home)]
    canonical = home.select_one("link[rel=canonical]")
    base = str(canonical["href"]) if canonical else None
    known = {chapter.address for chapter in found}
    for chapter in found:
        _rename(chapter)
    places = {str(tag["id"]) for each in found for tag in each.article.select("[id]")}
    for chapter in found:
        for link in chapter.article.select("a[href]"):
            _lead(link, chapter, known, places | {each.name for each in found}, base)
    return found


def named(address: str) -> str:
    """Return the name of a page in the document.

    >>> named("api/loss/"), named("")
    ('api-loss', 'home')
    """
    return address.strip("/").replace("/", "-") or "home"


def _navigation(home: bs4.BeautifulSoup) -> Iterator[tuple[str, str, str]]:
    """Yield the part, the title and the address of each page, in reading order."""
    menu = home.select_one("nav.md-nav--primary")
    for link in menu.select("a.md-nav__link[href]") if menu else ():
        if link.find_parent("nav", class_="md-nav--secondary"):
            continue  # a section of the home page
        nav = link.find_parent("nav")
        heading = nav.select_one(":scope > .md-nav__title") if nav is not menu and nav else None
        address = urlsplit(urljoin(HOST, str(link["href"]))).path.removeprefix("/")
        yield _text(heading) if heading else "", _text(link), address


def _chapter(site: Path, part: str, title: str, address: str) -> Chapter:
    article = _read(site, address).select_one("article")
    if article is None:
        raise ChapterError(f"{address} has no article")
    for tag in article.select(GONE):
        tag.decompose()
    for details in article.select("details"):
        details["open"] = ""
    for name in article.select("th code"):  # a narrow head of a table breaks it after a "_"
        for text in list(name.find_all(string=UNDERSCORE)):
            text.replace_with(*_breakable(text))
    for formula in article.select("[data-tex] > mjx-container"):
        formula["role"] = "img"
        formula["aria-label"] = str(formula.parent["data-tex"]) if formula.parent else ""
    return Chapter(part, title, address, article)


def _breakable(name: str) -> Iterator[NavigableString | bs4.Tag]:
    """Yield the parts of a name, with a place to break the line after each underscore."""
    first, *others = UNDERSCORE.split(name)
    yield NavigableString(first)
    for part in others:
        yield bs4.Tag(name="wbr", can_be_empty_element=True)
        yield NavigableString(part)


def _read(site: Path, address: str) -> bs4.BeautifulSoup:
    path = site / address
    text = (path if path.is_file() else path / "index.html").read_text("utf-8")
    return bs4.BeautifulSoup(text, "html.parser")


def _text(tag: bs4.Tag) -> str:
    return " ".join(tag.get_text().split())


def _rename(chapter: Chapter) -> None:
    """Put the name of the page before each of its ids and before what refers to them."""
    for tag in chapter.article.find_all(True):
        if "id" in tag.attrs:
            tag["id"] = f"{chapter.name}--{tag['id']}"
        for key in NAMED:
            if key in tag.attrs:
                value = tag[key]
                names = value if isinstance(value, list) else value.split()
                tag[key] = " ".join(f"{chapter.name}--{name}" for name in names)
        for key, value in tag.attrs.items():
            if isinstance(value, str):
                tag[key] = PAINTED.sub(rf"url(#{chapter.name}--\1)", value)
        if tag.name == "use" and str(tag.get("href", "")).startswith("#"):
            tag["href"] = f"#{chapter.name}--{str(tag['href'])[1:]}"


def _lead(
    link: bs4.Tag, chapter: Chapter, known: set[str], places: set[str], base: str | None
) -> None:
    """Let a link lead to its place in the document, or to the site; what is nowhere else goes."""
    address = urlsplit(urljoin(HOST + chapter.address, str(link["href"])))
    if not address.geturl().startswith(HOST):
        return
    page = address.path.removeprefix("/").removesuffix("index.html")
    if page in known:
        target = f"{named(page)}--{address.fragment}" if address.fragment else named(page)
        if target not in places:
            raise ChapterError(f"{chapter.address}: {link['href']} leads to no place")
        link["href"] = f"#{target}"
    elif base:
        link["href"] = urljoin(base, page)
    else:
        link.unwrap()  # a file to download, which lies beside the page

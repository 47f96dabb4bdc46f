"""What MkDocs has made of the pages, for the later builds of a site that is served."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

Source = tuple[str, Mapping[str, str]]  # a page's Markdown, and the places of all files


@dataclass(frozen=True)
class Rendered:
    """What MkDocs has made of the Markdown of a page."""

    source: Source
    content: str
    title: str | None
    toc: TableOfContents
    anchors: set[str] | None
    links: Mapping[str, dict[str, str]]  # to anchors, by the files that should have them

    def restore(self, page: Page, files: Files) -> str:
        """Give all this to a page of a later build; return its HTML."""
        page.title, page.toc, page.present_anchor_ids = self.title, self.toc, self.anchors
        page.links_to_anchors = {files.src_uris[path]: link for path, link in self.links.items()}
        return self.content


class Renderings:
    """Pages as earlier builds have rendered them.

    A page that is as it was need not be rendered again, unless MkDocs warned of it: authors are to
    hear that after every build.
    """

    def __init__(self) -> None:
        self._known: dict[str, Rendered] = {}
        self._source: Source = ("", {})
        self._warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self._warnings)

    def begin(self, page: Page, markdown: str, places: Mapping[str, str]) -> str:
        """Return the Markdown that is to be rendered: nothing, if the page is known."""
        self._source = markdown, places
        self._warnings.counts.clear()
        return "" if self._knows(page) else markdown

    def end(self, page: Page, html: str, files: Files) -> str:
        """Return the HTML of a page that was rendered, or is known."""
        name = page.file.src_uri
        if self._knows(page):
            return self._known[name].restore(page, files)
        links = {file.src_uri: link for file, link in (page.links_to_anchors or {}).items()}
        made = (html, page.title, page.toc, page.present_anchor_ids, links)
        if not self._warnings.counts:
            self._known[name] = Rendered(self._source, *made)
        return html

    def _knows(self, page: Page) -> bool:
        known = self._known.get(page.file.src_uri)
        return known is not None and known.source == self._source


renderings = Renderings()

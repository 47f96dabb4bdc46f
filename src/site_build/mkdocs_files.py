"""What the build adds to the files that MkDocs finds in docs/, and what it takes from there.

This and ``hooks`` are all modules that know MkDocs.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from proofread.notebook import FOLDER, is_notebook
from site_build import downloads, figures, notebooks


class NotebookFile(File):
    """A notebook in the form of text; MkDocs makes a page of it."""

    def is_documentation_page(self) -> bool:
        """Say that this is a page, though its name does not end in .md."""
        return True


def add_notebooks(files: Files, config: MkDocsConfig, root: Path) -> dict[str, str]:
    """Make a page of each notebook, and add what it offers; return its pictures by their paths."""
    texts = {}
    for file in [file for file in files if is_notebook(f"{FOLDER.parent}/{file.src_uri}")]:
        text = texts[PurePosixPath(file.src_uri)] = file.content_string
        files.remove(file)
        content = notebooks.with_front_matter(text)
        files.append(NotebookFile.generated(config, file.src_uri, content=content))
    addresses = {file.src_uri: file.url for file in files}
    pictures: dict[str, str] = {}
    for name, text in texts.items():
        rewrite = downloads.links(addresses, str(name.parent), config.site_url)
        offered, drawn = notebooks.taken_away(name, text, root, rewrite)
        pictures |= drawn
        for path, content in (offered | drawn).items():
            files.append(File.generated(config, path, content=content))
    return pictures


def add_figures(files: Files, config: MkDocsConfig) -> None:
    """Add the figures, which no file in docs/ holds: links are checked."""
    for name in figures.FIGURES:
        image = figures.standalone(name)
        files.append(File.generated(config, f"figures/{name}.svg", content=image))


def beside_pages(files: Iterable[File], folder: str) -> list[str]:
    """Return the paths of the files of a folder that are published and are no pages."""
    return [
        file.src_uri
        for file in files
        if file.src_dir == folder
        and file.inclusion is not InclusionLevel.EXCLUDED
        and not file.is_documentation_page()
    ]


def places(files: Files) -> dict[str, str]:
    """Return where each file of docs/ will lie on the site; of a page, its Markdown."""
    return {
        file.src_uri: f"{file.dest_uri}.md" if file.is_documentation_page() else file.dest_uri
        for file in files
    }


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
    """Pages as MkDocs has rendered them, for the later builds of a site that is served.

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

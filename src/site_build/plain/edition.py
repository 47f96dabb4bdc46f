"""Writes the files of the plain edition: one Markdown file a page, `llms.txt`, `llms-full.txt`.

A page's file has the address of its HTML file with ``.md`` behind it, as llmstxt.org proposes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from proofread.generated import RESULTS, SUMMARY
from proofread.site import Proof
from site_build.plain.made import results_markdown, summary_markdown
from site_build.plain.pages import plain_page

INDEX = "llms.txt"
WHOLE = "llms-full.txt"
ABOUT = (
    "Each page is Markdown, with its formulas in TeX. The numbers, formulas and outputs are those "
    "of the HTML pages: the build has computed every one of them again, and says how under "
    "Verification. All pages in one file: [{whole}]({address})."
)
RULE = "\n---\n\n"  # between two pages in one file
#: Pages by their source and place, with what they were written from. Where the site is served, most
#: are as they were in the build before.
_known: dict[tuple[str, str], tuple[object, str]] = {}


@dataclass(frozen=True)
class Entry:
    """A page of the navigation: its title, its source below docs/, and its description."""

    title: str
    source: str
    description: str


@dataclass(frozen=True)
class Edition:
    """A site that is written as plain text.

    ``places`` says where each file of docs/ lies on the site, as Markdown where it is a page.
    ``site`` is the site's own address, or nothing: then links are relative.
    """

    name: str
    description: str
    site: str
    sections: Mapping[str, Iterable[Entry]]  # of the navigation, in its order
    places: Mapping[str, str]

    def write(self, proof: Proof, folder: Path) -> None:
        """Write all files into the folder of the built site."""
        entries = [entry for section in self.sections.values() for entry in section]
        for entry in entries:
            place = self.places[entry.source]
            text = self.page(proof, entry.source, place)
            Path(folder, place).write_text(text, encoding="utf-8")
        whole = RULE.join(self.page(proof, entry.source, WHOLE) for entry in entries)
        Path(folder, WHOLE).write_text(whole, encoding="utf-8")
        Path(folder, INDEX).write_text(self.index(), encoding="utf-8")

    def index(self) -> str:
        """Return `llms.txt`: what the site is, and its pages by section, each with what it says."""
        about = ABOUT.format(whole=WHOLE, address=self._address(WHOLE, INDEX))
        blocks = [f"# {self.name}", f"> {self.description}", about]
        for title, section in self.sections.items():
            lines = [
                f"- [{entry.title}]({self._address(self.places[entry.source], INDEX)}): "
                f"{entry.description}"
                for entry in section
            ]
            blocks += [f"## {title}", "\n".join(lines)]
        return "\n\n".join(blocks) + "\n"

    def page(self, proof: Proof, source: str, place: str) -> str:
        """Return a page for a file of the site: its links are right from there."""
        path = f"docs/{source}"
        page, named = proof.page(path), proof.numbering.on(path)
        made = {}
        if SUMMARY in page.text:
            made[_opening(SUMMARY)] = summary_markdown(proof.counted)
        if RESULTS in page.text:
            link = self.links("", place)
            made[_opening(RESULTS)] = results_markdown(
                proof.numbering.named, lambda path: link(path.removeprefix("docs/"))
            )
        written_from = page.text, named, made, self.site, self.places
        if (source, place) not in _known or _known[source, place][0] != written_from:
            text = plain_page(page, named, made, self.links(source, place))
            _known[source, place] = written_from, text
        return _known[source, place][1]

    def links(self, source: str, place: str) -> Callable[[str], str]:
        """Return what turns a link of a source into one for the file of the site at that place."""
        folder = posixpath.dirname(source)

        def one(target: str) -> str:
            address, mark, anchor = target.partition("#")
            path = address.partition("?")[0]  # the rest is for the scripts of the HTML page
            found = self.places.get(posixpath.normpath(posixpath.join(folder, path)))
            if not path or found is None:  # within the page, or on another site
                return target
            return self._address(found, place) + mark + anchor

        return one

    def _address(self, place: str, start: str) -> str:
        if self.site:
            return urljoin(self.site, place)
        return posixpath.relpath(place, posixpath.dirname(start) or ".")


def _opening(tag: str) -> str:
    return tag.partition(">")[0] + ">"

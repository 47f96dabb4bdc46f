"""What the build of the site needs: marked-up sources, closing lists, and totality.

proof = Proof(root)
proof.judge_ahead(paths)                         # on_config
markdown = proof.markdown("docs/index.md")       # on_page_markdown
html += proof.closing("docs/index.md")           # on_page_content
proof.look_through("docs/index.md", html)        # on_post_page, formulas typeset or not
problems = proof.found()                         # on_post_build
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import cached_property, lru_cache
from pathlib import Path

from proofread.ahead import dismiss, judge_ahead
from proofread.annotate import annotate
from proofread.cache import Cache
from proofread.check import judged
from proofread.claim import Verdict
from proofread.closing import closing_list
from proofread.equations import EquationError
from proofread.generated import RESULTS, kind_of
from proofread.named import Numbering
from proofread.named_site import results_html
from proofread.notations.convention import Convention
from proofread.notations.labels import Label, renamed_labels
from proofread.notations.project import conventions_of
from proofread.notations.renamed import Renamed, renamed_page
from proofread.page import Page
from proofread.project import default_paths
from proofread.scoping import notation_of
from proofread.search_index import odd_entries
from proofread.sources import pages_in
from proofread.summary import Summary, commit_of, summary_html, summary_of
from proofread.totality import Leftover, leftovers
from proofread.traces import squeeze


class Proof:
    """The verdicts on a project's pages as they are when they are first asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._pages: dict[Path, Page] = {}
        self._verdicts: dict[tuple[str, str], list[Verdict]] = {}  # by path and text of a page
        self._in_notations: dict[tuple[str, str], Renamed] = {}  # by page and convention
        self._helpers: ProcessPoolExecutor | None = None
        self._looking: list[Callable[[], list[Leftover]]] = []

    @cached_property
    def _cache(self) -> Cache:
        return Cache(self.root)

    @cached_property
    def numbering(self) -> Numbering:
        """The equations with a name, counted through all pages."""
        return Numbering.of(self.root)

    @cached_property
    def _numbers(self) -> str:
        return repr(self.numbering)

    @cached_property
    def results(self) -> str:
        """The list of these equations, as HTML for the page of results."""
        return results_html(self.numbering, lambda path: self._beside(self.root / path))

    def page(self, path: str) -> Page:
        """Read a page; its path is relative to the root of the project."""
        return self._read(self.root / path)

    def judge_ahead(self, paths: Sequence[Path]) -> None:
        """Judge the pages in some files on all processors, as far as they are not known."""
        self._helpers = judge_ahead(
            paths, self.root, self._cache, read=lambda path, _: self._read(path), judge=_prepare
        )

    def prepare(self, path: str) -> None:
        """Judge a page and write it in all notations, for whoever asks the cache next."""
        page = self.page(path)
        self.verdicts(page)
        for each in self.conventions:
            self._renamed(page, each)

    def verdicts(self, page: Page) -> list[Verdict]:
        """Return the verdicts on a page."""
        key = (page.path, page.text)
        if key not in self._verdicts:
            self._verdicts[key] = judged(page, self.root, self._cache, self.numbering)
        return self._verdicts[key]

    def markdown(self, path: str) -> str:
        """Return the source of a page with its numbers marked, without its front matter."""
        page = self.page(path)
        return annotate(page, self.verdicts(page), self.numbering.on(path), front_matter=False)

    def closing(self, path: str) -> str:
        """Return the list "What was checked" of a page, as HTML."""
        return closing_list(self.verdicts(self.page(path)))

    @cached_property
    def summary(self) -> str:
        """Return the counts of all pages, as HTML for the verification page."""
        return summary_html(self.counted)

    @cached_property
    def counted(self) -> Summary:
        """The counts of all pages."""
        pages = pages_in(default_paths(self.root))
        verdicts = {page.path: self.verdicts(page) for page in map(self._read, pages)}
        return summary_of(verdicts, commit_of(self.root))

    @cached_property
    def conventions(self) -> tuple[Convention, ...]:
        """The notations of other courses that a reader may choose."""
        return conventions_of(self.root)

    def renamed(self, path: str, convention: Convention) -> Renamed:
        """Return the formulas of a page in another notation; the list of results has those of all.

        What the convention leaves as it is stands there, too.
        """
        page = self.page(path)
        found = self._renamed(page, convention)
        if RESULTS in page.text:
            found = Renamed(dict(found.formulas), list(found.problems))  # which is kept as it is
            for each in self.numbering.named:
                tex = squeeze(each.tex)
                theirs = self._renamed(self.page(each.path), convention).formulas.get(tex, tex)
                try:
                    found.add(tex, theirs)
                except EquationError as error:
                    found.problems.append(f"{path}: in the notation {convention.name}: {error}")
        return found

    def labels(self, path: str, convention: Convention, labels: Sequence[Label]) -> Renamed:
        """Return the labels of the figures of a page in another notation."""
        page = self.page(path)
        name = f"{convention.slug} labels {path}"
        return self._known(
            name,
            "\0".join([page.text, *map(repr, labels)]),
            lambda: renamed_labels(page, notation_of(self.root), convention, labels),
        )

    def _renamed(self, page: Page, convention: Convention) -> Renamed:
        """Return the formulas of a page alone; each is looked up for many pages."""
        key = (page.path, convention.slug)
        if key not in self._in_notations:
            self._in_notations[key] = self._known(
                f"{convention.slug} {page.path}",
                page.text,
                lambda: renamed_page(page, notation_of(self.root), convention),
            )
        return self._in_notations[key]

    def _known(self, name: str, text: str, rename: Callable[[], Renamed]) -> Renamed:
        """Return what an earlier build has renamed in a text, or rename it."""
        return Renamed(**self._cache.known(name, text, lambda: asdict(rename())))

    def look_through(self, path: str, html: str) -> None:
        """Look for what no verdict stands for on a built page, in another process if there is one.

        ``found`` returns it.
        """
        if self._helpers:
            self._looking.append(self._helpers.submit(_leftovers, path, self.root, html).result)
        else:
            leftovers = self.leftovers(path, html)
            self._looking.append(lambda: leftovers)

    def found(self) -> list[Leftover]:
        """Return what was looked for, once all of it has been."""
        try:
            return [leftover for wait in self._looking for leftover in wait()]
        finally:
            self._looking.clear()
            dismiss(self._helpers)
            self._helpers = None

    def leftovers(self, path: str, html: str) -> list[Leftover]:
        """Return what no verdict stands for on a built page."""
        page = self.page(path)
        # Judging takes longer than all the rest of a build; most pages are as they were.
        summary = self.summary if kind_of(page) == "summary" else ""
        others = [summary, self.results, self._numbers]
        return self._found(
            f"built {path}",
            "\0".join([html, page.text, *others]),
            lambda: leftovers(
                html,
                page,
                self.verdicts(page),
                path=path,
                summary=summary,
                numbering=self.numbering,
                results=self.results,
                root=self.root,
            ),
        )

    def template(self, name: str, html: str) -> list[Leftover]:
        """Return what no verdict stands for in HTML that has no source, such as the error page."""
        page = Page.parse("")
        return self._found(name, html, lambda: leftovers(html, page, [], path=name, root=self.root))

    def _found(self, name: str, text: str, find: Callable[[], list[Leftover]]) -> list[Leftover]:
        """Return what an earlier build has found in a text, or find it."""
        known = self._cache.known(name, text, lambda: [asdict(each) for each in find()])
        return [Leftover(**each) for each in known]

    def search(self, index: str, contents: Mapping[str, str]) -> list[Leftover]:
        """Return the texts of the search index that the contents of the pages do not have."""
        return [Leftover("search", text, address) for address, text in odd_entries(index, contents)]

    def _read(self, path: Path) -> Page:
        if path not in self._pages:
            self._pages[path] = Page.read(path, self.root)
        return self._pages[path]

    def judge(self, site: Path) -> Iterator[Leftover]:
        """Judge every page of a built site; one that has no source vouches for nothing."""
        sources = {self._address(path): path for path in pages_in([self.root / "docs"])}
        for built in sorted(site.rglob("*.html")):
            address = built.relative_to(site).as_posix()
            html = built.read_text(encoding="utf-8")
            if address in sources:
                source = sources[address].relative_to(self.root).as_posix()
                yield from self.leftovers(source, html)
            else:
                yield from self.template(address, html)

    def _beside(self, path: Path) -> str:
        """Return the way to a page from another one in docs/."""
        address = self._address(path).removesuffix("index.html")
        return f"../{address}"

    def _address(self, path: Path) -> str:
        """Return where MkDocs puts a page when addresses are those of folders."""
        name = path.relative_to(self.root / "docs")
        if name.name in {"index.md", "README.md"}:
            return (name.parent / "index.html").as_posix()
        return (name.with_suffix("") / "index.html").as_posix()


@lru_cache
def _proof(root: Path) -> Proof:
    """Return what a process that helps with one build knows of it."""
    return Proof(root)


def _prepare(path: Path, root: Path) -> None:
    """Judge the page in a file, write it in all notations, and keep both."""
    _proof(root).prepare(path.relative_to(root).as_posix())


def _leftovers(path: str, root: Path, html: str) -> list[Leftover]:
    return _proof(root).leftovers(path, html)

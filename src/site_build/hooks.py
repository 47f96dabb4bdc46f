"""The MkDocs events of this site; `mkdocs.yml` names this file.

Each event hands over to the module that does the work. A claim that fails, something that nothing
vouches for and a formula that cannot be read are logged as errors, on which a strict build fails; a
quiet one, too, which overlooks warnings.
"""

import logging
import os
import sys
from fnmatch import fnmatch
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_build_date

# `mkdocs serve` loads this file anew for each build, but not what it imports: without this, an edit
# of the sources would rebuild the pages from the old ones.
SERVING = "SITE_BUILD_SERVING"
OWN = {"logistic_gradient", "proofread", "site_build"}
if SERVING in os.environ:
    for name in [name for name in sys.modules if name.partition(".")[0] in OWN]:
        del sys.modules[name]

from proofread.generated import RESULTS, SUMMARY  # noqa: E402
from proofread.report import reports  # noqa: E402
from proofread.site import Proof  # noqa: E402
from proofread.sources import pages_in  # noqa: E402
from site_build import (  # noqa: E402
    code_blocks,
    figures,
    notations,
    notebooks,
    published,
    runnable,
    sitemap,
    widgets,
)
from site_build.mathematics import (  # noqa: E402
    FormulaError,
    Typesetter,
    line_of,
    typeset_page,
)

# Pages that retell come after those that derive, when a search finds both.
SEARCHED_LATER = {
    "corrections.md": 0.5,
    "results.md": 0.5,
    "summary.md": 0.5,
    "writing-checked-pages.md": 0.5,
    "real-data.md": 0.5,
    "notebooks/*": 0.2,
    "api/*": 0.01,  # short pages, each with its word in the title
}

log = logging.getLogger("mkdocs.hooks.site_build")
typesetter = Typesetter()
proof: Proof  # of the project that is being built
contents: dict[str, str] = {}  # of its pages, as the search takes them, by their addresses
pictures: dict[str, str] = {}  # of its notebooks, by their paths


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Judge every page, and report each claim that fails."""
    global proof
    contents.clear()  # the pages of an earlier build, where the site is served
    proof = Proof(Path(config.config_file_path).parent)
    typesetter.remember(proof.root / ".cache" / "mathematics.json")
    for path in pages_in([proof.root / "docs"]):
        page = proof.page(path.relative_to(proof.root).as_posix())
        for text in reports(proof.verdicts(page)):
            log.error(text)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the figures and what notebooks offer, which no file in docs/ holds: links are checked."""
    global pictures
    pictures = notebooks.add_files(files, config, proof.root)
    for name in figures.FIGURES:
        image = figures.standalone(name)
        files.append(File.generated(config, f"figures/{name}.svg", content=image))
    for problem in published.refused(files, config.docs_dir):
        log.error(problem)
    return files


def on_page_markdown(markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs' signature)
    """Mark the numbers that were checked, and take the author's comments away."""
    ranks = (rank for name, rank in SEARCHED_LATER.items() if fnmatch(page.file.src_uri, name))
    page.meta["search"] = {"boost": next(ranks, 1)}
    return proof.markdown(_source(page))


def on_page_content(html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs' signature)
    """Put the figures and what was checked into the page; give each example the text to copy.

    A page with a place for a widget loads what its widgets need; the others do not.
    """
    try:
        html = notebooks.inline(figures.inline(html), page.url, pictures)
    except ValueError as error:
        log.error("%s: %s", _source(page), error)  # noqa: TRY400 (an author needs no traceback)
    html = code_blocks.add_copy_text(html)
    names = widgets.places(html)
    for problem in widgets.unknown(names, files):
        log.error("%s: %s", _source(page), problem)
    page.meta["style_sheets"] = widgets.style_sheets(names, files)
    page.meta["scripts"] = widgets.scripts(names)
    html = html.replace(SUMMARY, proof.summary).replace(RESULTS, proof.results)
    contents[page.url] = html + proof.closing(_source(page))
    return contents[page.url]


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 (MkDocs' signature)
    """Tell the templates which notations there are; mark what readers can run in the page."""
    env.globals["notations"] = lambda page: notations.choices(
        proof, _source(page) if page else "", page.url if page else ""
    )
    pages = [file.page for file in files.documentation_pages() if file.page and file.page.content]
    marked = runnable.mark([page.content or "" for page in pages])
    for page, html in zip(pages, marked, strict=True):
        if html != page.content:
            page.content = html
            page.meta["style_sheets"].append(runnable.STYLE_SHEET)
            page.meta["scripts"].append(runnable.SCRIPT)
    return env


def on_post_page(output: str, *, page: SitePage, config: MkDocsConfig) -> str:
    """Typeset the formulas, after the search index has taken their TeX; miss nothing unchecked."""
    broken: list[str] = []
    try:
        output = typeset_page(output, typesetter)
    except FormulaError as error:
        line = line_of(error.tex, page.file.content_string)
        broken.append(f"{_source(page)}:{line}: {error}")
    broken += notations.write(
        proof, _source(page), page.url, output, typesetter, Path(config.site_dir)
    )
    for problem in (*broken, *proof.leftovers(_source(page), output)):
        log.error(problem)
    return output


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Judge the error page, which has no source, and the map of the site."""
    if template_name == "sitemap.xml":
        for problem in sitemap.odd_texts(output, config.site_url, contents, get_build_date()):
            log.error("sitemap.xml: %s", problem)
        return output
    for leftover in proof.template(template_name, output):
        log.error(leftover)
    return output


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the style sheet of the formulas that the pages use; judge what the search shows."""
    Path(config.site_dir, "assets", "mathematics.css").write_text(typesetter.stylesheet(), "utf-8")
    typesetter.keep()
    index = Path(config.site_dir, "search", "search_index.json")
    if index.exists():
        for leftover in proof.search(index.read_text("utf-8"), contents):
            log.error(leftover)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:  # noqa: ARG001 (MkDocs' signature)
    """Note that later builds of this process have to see edits of the sources."""
    os.environ[SERVING] = "yes"


def on_shutdown() -> None:
    """End the process that typesets."""
    typesetter.close()


def _source(page: SitePage) -> str:
    return f"docs/{page.file.src_uri}"

"""The MkDocs events of this site; `mkdocs.yml` names this file.

Each event hands over to the module that does the work. A claim that fails, something that nothing
vouches for and a formula that cannot be read are logged as errors, on which a strict build fails; a
quiet one, too, which overlooks warnings.
"""

import gc
import hashlib
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_build_date
from mkdocs.utils.templates import TemplateContext

from proofread.generated import RESULTS, SUMMARY
from proofread.report import reports
from proofread.site import Proof
from proofread.sources import pages_in
from site_build import (
    code_blocks,
    far,
    figures,
    mkdocs_files,
    mkdocs_pages,
    notations,
    notebooks,
    published,
    runnable,
    search,
    security_policy,
    sitemap,
    text_fonts,
    widgets,
)
from site_build.indentation import unindented
from site_build.mathematics import (
    FormulaError,
    line_of,
    typeset_page,
    typesetter,
)
from site_build.plain.edition import Edition

# In the environment of a process that serves: the state of the sources that it has loaded.
SERVING = "SITE_BUILD_SERVING"
SOURCES = Path(__file__).parents[1]
# Where the site is served: seconds between two looks at the files, and after the last change.
EVERY, CALM = 0.1, 0.02

log = logging.getLogger("mkdocs.hooks.site_build")
proof: Proof  # of the project that is being built
contents: dict[str, str] = {}  # of its pages, as the search takes them, by their addresses
pictures: dict[str, str] = {}  # of its notebooks, by their paths
navigation: Navigation  # of the site, with its pages
places: dict[str, str] = {}  # of the files of docs/, on the site; of a page, as Markdown


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 (MkDocs' signature)
    """Note that this process serves: its later builds have to see edits of the sources."""
    if command == "serve":
        os.environ[SERVING] = _state()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Judge every page, and report each claim that fails."""
    global proof
    if SERVING in os.environ and os.environ[SERVING] != (state := _state()):
        os.environ[SERVING] = state
        _load_again()
    contents.clear()  # of an earlier build, where the site is served
    proof = Proof(Path(config.config_file_path).parent)
    typesetter.remember(proof.root / ".cache" / "mathematics.json")
    pages = pages_in([proof.root / "docs"])
    proof.judge_ahead(pages)
    for path in pages:
        page = proof.page(path.relative_to(proof.root).as_posix())
        for text in reports(proof.verdicts(page)):
            log.error(text)
    return config


def on_serve(
    server: LiveReloadServer,
    *,
    config: MkDocsConfig,
    builder: Callable[..., None],  # noqa: ARG001 (MkDocs' signature)
) -> LiveReloadServer:
    """Look for edits more often than MkDocs would, and wait less for what else may change."""
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = type(server.observer)(timeout=EVERY)
    for path in watched:
        server.watch(path)
    server.build_delay = CALM
    gc.freeze()  # what the first build knows stays, and need not be looked through again
    return server


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the figures and what notebooks offer; publish nothing else that nobody judged."""
    global pictures
    pictures = mkdocs_files.add_notebooks(files, config, proof.root)
    mkdocs_files.add_figures(files, config)
    beside = mkdocs_files.beside_pages(files, config.docs_dir)
    for problem in published.refused(beside, Path(config.docs_dir)):
        log.error(problem)
    mkdocs_files.join_style_sheets(files, config)
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001 (MkDocs' signature)
    """Note the order of the pages, and where each file will lie."""
    global navigation, places
    navigation = nav
    places = mkdocs_files.places(files)
    return nav


def on_page_markdown(markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs' signature)
    """Mark the numbers that were checked, and take the author's comments away."""
    page.meta["search"] = {"boost": search.boost(page.file.src_uri)}
    page.meta["plain"] = places[page.file.src_uri]
    return mkdocs_pages.renderings.begin(page, proof.markdown(_source(page)), places)


def on_page_content(html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs' signature)
    """Put the figures and what was checked into the page; give each example the text to copy.

    A page with a place for a widget loads what its widgets need; the others do not.
    """
    html = mkdocs_pages.renderings.end(page, html, files)
    try:
        html = notebooks.inline(figures.inline(html), page.url, pictures)
    except ValueError as error:
        log.error("%s: %s", _source(page), error)  # noqa: TRY400 (an author needs no traceback)
    html = code_blocks.add_copy_text(html)
    names = widgets.places(html)
    for problem in widgets.unknown(names, files.src_uris):
        log.error("%s: %s", _source(page), problem)
    page.meta["scripts"] = widgets.scripts(names)
    html = html.replace(SUMMARY, proof.summary).replace(RESULTS, proof.results)
    return html + proof.closing(_source(page))


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 (MkDocs' signature)
    """Tell the templates which notations there are; mark what readers can run in the page."""
    env.globals["notations"] = lambda page: notations.choices(
        proof, _source(page) if page else "", page.url if page else ""
    )
    compiled = proof.root / ".cache" / "templates"
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    pages = [file.page for file in files.documentation_pages() if file.page]
    marked = runnable.mark([page.content or "" for page in pages])
    for page, html in zip(pages, marked, strict=True):
        if html != page.content:
            page.content = html
            page.meta["scripts"].append(runnable.SCRIPT)
        contents[page.url] = html
        page.meta["search"]["exclude"] = search.knows(page.url, html)
    return env


def on_page_context(
    context: TemplateContext,
    *,
    page: SitePage,
    config: MkDocsConfig,  # noqa: ARG001 (MkDocs' signature)
    nav: Navigation,  # noqa: ARG001
) -> TemplateContext:
    """Put off what is far below the screen, once the search has taken what the page says."""
    page.content = far.put_off(page.content or "")
    return context


def on_post_page(output: str, *, page: SitePage, config: MkDocsConfig) -> str:
    """Typeset the formulas, after the search index has taken their TeX; miss nothing unchecked."""
    broken: list[str] = []
    output = unindented(output)
    try:
        output = typeset_page(output, typesetter)
    except FormulaError as error:
        line = line_of(error.tex, page.file.content_string)
        broken.append(f"{_source(page)}:{line}: {error}")
    broken += notations.write(
        proof, _source(page), page.url, output, typesetter, Path(config.site_dir)
    )
    for problem in broken:
        log.error(problem)
    proof.look_through(_source(page), output)
    return _protected(_source(page), output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Judge the error page, which has no source, and the map of the site."""
    if template_name == "sitemap.xml":
        for problem in sitemap.odd_texts(output, config.site_url, contents, get_build_date()):
            log.error("sitemap.xml: %s", problem)
        return output
    for leftover in proof.template(template_name, output):
        log.error(leftover)
    return _protected(template_name, output) if template_name.endswith(".html") else output


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the style sheet of the formulas and the plain edition; judge what the search shows."""
    Path(config.site_dir, "assets", "mathematics.css").write_text(typesetter.stylesheet(), "utf-8")
    typesetter.keep()
    description = config.site_description or ""
    sections = mkdocs_files.sections(navigation)
    edition = Edition(config.site_name, description, config.site_url or "", sections, places)
    edition.write(proof, Path(config.site_dir))
    text_fonts.publish(Path(config.site_dir), proof.root / ".cache" / "glyphs")
    index = search.divide(Path(config.site_dir), contents)
    if index is not None:
        for leftover in proof.search(index, contents):
            log.error(leftover)
    for leftover in proof.found():
        log.error(leftover)


def on_shutdown() -> None:
    """End the process that typesets."""
    typesetter.close()


def _state() -> str:
    """Return when each file of the sources was last written."""
    files = sorted(path for path in SOURCES.rglob("*") if "__pycache__" not in path.parts)
    written = repr([(path.as_posix(), path.stat().st_mtime_ns) for path in files if path.is_file()])
    return hashlib.sha256(written.encode()).hexdigest()


def _load_again() -> None:
    """Load this file and all of the sources again, and forget what they remember of the pages.

    MkDocs loads it once in a process. The functions that it calls see the new modules.
    """
    typesetter.close()
    packages = {path.name for path in SOURCES.iterdir()}
    for name in [name for name in sys.modules if name.partition(".")[0] in packages]:
        del sys.modules[name]
    exec(compile(Path(__file__).read_text("utf-8"), __file__, "exec"), globals())  # noqa: S102 (our own)


def _source(page: SitePage) -> str:
    return f"docs/{page.file.src_uri}"


def _protected(name: str, page: str) -> str:
    """Return a page with its policy, which names what is in it: so this comes last."""
    try:
        return security_policy.with_policy(page, reloading=SERVING in os.environ)
    except ValueError as error:
        log.error("%s: %s", name, error)  # noqa: TRY400 (an author needs no traceback)
        return page

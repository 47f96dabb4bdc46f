"""The MkDocs events of this site; `mkdocs.yml` names this file.

Each event hands over to the module that does the work. A claim that fails, a formula that cannot be
read and a figure that does not exist are logged as warnings, on which a strict build fails.
"""

import logging
import os
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

# `mkdocs serve` loads this file anew for each build, but not what it imports: without this, an edit
# of the sources would rebuild the pages from the old ones.
SERVING = "SITE_BUILD_SERVING"
OWN = {"logistic_gradient", "proofread", "site_build"}
if SERVING in os.environ:
    for name in [name for name in sys.modules if name.partition(".")[0] in OWN]:
        del sys.modules[name]

from proofread.page import Page  # noqa: E402
from proofread.report import reports  # noqa: E402
from proofread.site import Proof  # noqa: E402
from proofread.sources import pages_in  # noqa: E402
from proofread.summary import PLACE  # noqa: E402
from site_build import code_blocks, figures, notebooks  # noqa: E402
from site_build.mathematics import (  # noqa: E402
    FormulaError,
    Typesetter,
    line_of,
    typeset_page,
)

log = logging.getLogger("mkdocs.hooks.site_build")
typesetter = Typesetter()
proof: Proof  # of the project that is being built
pictures: dict[str, str]  # of its notebooks, by their paths


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Judge every page, and warn of each claim that fails."""
    global proof
    proof = Proof(Path(config.config_file_path).parent)
    for path in pages_in([proof.root / "docs"]):
        for text in reports(proof.verdicts(Page.read(path, proof.root))):
            log.warning(text)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the figures and what notebooks offer, which no file in docs/ holds: links are checked."""
    global pictures
    pictures = notebooks.add_files(files, config, proof.root)
    for name, figure in figures.FIGURES.items():
        image = figure().standalone()
        files.append(File.generated(config, f"figures/{name}.svg", content=image))
    return files


def on_page_markdown(markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs' signature)
    """Mark the numbers that were checked, and take the author's comments away."""
    return proof.markdown(_source(page))


def on_page_content(html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs' signature)
    """Put the figures and what was checked into the page; give each example the text to copy."""
    try:
        html = notebooks.inline(figures.inline(html), page.url, pictures)
    except ValueError as error:
        log.warning("%s: %s", _source(page), error)
    html = code_blocks.add_copy_text(html).replace(PLACE, proof.summary)
    return html + proof.closing(_source(page))


def on_post_page(output: str, *, page: SitePage, config: MkDocsConfig) -> str:  # noqa: ARG001 (MkDocs' signature)
    """Typeset the formulas, after the search index has taken their TeX; miss nothing unchecked."""
    try:
        output = typeset_page(output, typesetter)
    except FormulaError as error:
        line = line_of(error.tex, page.file.content_string)
        log.warning("%s:%d: %s", _source(page), line, error)
    for leftover in proof.leftovers(_source(page), output):
        log.warning(leftover)
    return output


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the style sheet of the formulas that the pages use."""
    Path(config.site_dir, "assets", "mathematics.css").write_text(typesetter.stylesheet(), "utf-8")


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:  # noqa: ARG001 (MkDocs' signature)
    """Note that later builds of this process have to see edits of the sources."""
    os.environ[SERVING] = "yes"


def on_shutdown() -> None:
    """End the process that typesets."""
    typesetter.close()


def _source(page: SitePage) -> str:
    return f"docs/{page.file.src_uri}"

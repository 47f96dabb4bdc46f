"""The MkDocs events of this site; `mkdocs.yml` names this file.

Each event hands over to the module that does the work. A formula that cannot be read and a figure
that does not exist are logged as warnings, which `mkdocs build --strict` turns into failures.
"""

import logging
import os
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

# `mkdocs serve` loads this file anew for each build, but not what it imports: without this, an edit
# of the sources would rebuild the pages from the old ones.
SERVING = "SITE_BUILD_SERVING"
OWN = {"logistic_gradient", "proofread", "site_build"}
if SERVING in os.environ:
    for name in [name for name in sys.modules if name.partition(".")[0] in OWN]:
        del sys.modules[name]

from site_build import code_blocks, figures  # noqa: E402
from site_build.mathematics import (  # noqa: E402
    FormulaError,
    Typesetter,
    line_of,
    typeset_page,
)

log = logging.getLogger("mkdocs.hooks.site_build")
typesetter = Typesetter()


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the figures, which no file in docs/ holds, so that links to them are checked."""
    for name, figure in figures.FIGURES.items():
        image = figure().standalone()
        files.append(File.generated(config, f"figures/{name}.svg", content=image))
    return files


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs' signature)
    """Put the figures into the page and give each example the text to copy."""
    return code_blocks.add_copy_text(figures.inline(html))


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 (MkDocs' signature)
    """Typeset the formulas, after the search index has taken their TeX."""
    try:
        return typeset_page(output, typesetter)
    except FormulaError as error:
        line = line_of(error.tex, page.file.content_string)
        log.warning("docs/%s:%d: %s", page.file.src_uri, line, error)
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

"""What the build adds to the files that MkDocs finds in docs/, and what MkDocs says of them.

This, ``mkdocs_pages`` and ``hooks`` are all modules that know MkDocs.
"""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section

from proofread.notebook import FOLDER, is_notebook
from site_build import downloads, figures, notebooks
from site_build.plain.edition import Entry

#: Style sheets that readers get as one, the first: each more would hold up the first text.
STYLE_SHEETS = ("assets/site.css", "widgets/widgets.css", "widgets/python-in-the-page.css")


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


def join_style_sheets(files: Files, config: MkDocsConfig) -> None:
    """Publish the style sheets that all pages have as one; widgets load their own."""
    parts = [file for name in STYLE_SHEETS if (file := files.get_file_from_path(name))]
    if parts:
        for file in parts:
            files.remove(file)
        content = "".join(file.content_string for file in parts)
        files.append(File.generated(config, parts[0].src_uri, content=content))


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


def sections(navigation: Navigation) -> dict[str, list[Entry]]:
    """Return the pages of the navigation; those in no section make the first."""
    found: dict[str, list[Entry]] = {}
    for page in navigation.pages:
        *_, section = (None, *page.ancestors)
        title = section.title if isinstance(section, Section) else "Start"
        entry = Entry(page.title or "", page.file.src_uri, page.meta.get("description", ""))
        found.setdefault(title, []).append(entry)
    return found

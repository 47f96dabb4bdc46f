"""Makes pages, downloads and pictures of the notebooks in docs/notebooks.

What a notebook's page says comes from the checker, as all pages do; here it gets its files: the
notebook as it was run, the text that it was made of, and its pictures in the page's own colours.
"""

import html
import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from proofread.kernel import executed, shown_by
from proofread.notebook import NotebookError, read_cells
from site_build import downloads

# What Matplotlib calls black, white and C0, C1, C7 is what the site draws figures with.
COLOURS = {
    "#000000": "currentColor",
    "#ffffff": "none",
    "#1f77b4": "var(--md-typeset-a-color)",
    "#ff7f0e": "var(--gradient)",
    "#7f7f7f": "var(--md-default-fg-color--lighter)",
}
COLOUR = re.compile(r"#[0-9a-f]{6}\b(?=[;\"])")
SIZE = re.compile(r'(<svg [^>]*?)width="([\d.]+)pt" height="([\d.]+)pt"')
FONT = re.compile(r"font-family: [^;\"]*;? ?")
STYLE = re.compile(r"<defs>\s*<style.*?</defs>", re.DOTALL)
NAME = re.compile(r'(?<=id=")[^"]+|(?<=#)m?p?[0-9a-f]{8,}(?=[")])')
IMAGE = re.compile(r'<img alt="(?P<alt>[^"]*)" src="(?P<path>[^"]*?figure-\d+\.svg)"[^>]*>')


def taken_away(
    name: PurePosixPath, text: str, root: Path, rewrite: Callable[[str], str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what a notebook offers and its pictures, as the contents of files by their paths.

    ``name`` is its path in docs/, and ``rewrite`` makes its Markdown fit for any place.
    """
    folder = name.with_suffix("")
    try:
        notebook = executed(name.stem, read_cells(text)[1], root)
    except NotebookError:
        return {}, {}  # its page says so
    offered = {
        f"{folder}/{name.stem}.ipynb": downloads.jupyter_file(notebook, rewrite),
        f"{folder}/{name.name}": downloads.python_file(text, rewrite),
    }
    drawn = [picture for shown in shown_by(notebook) for picture in shown.pictures]
    return offered, {f"{folder}/figure-{n}.svg": picture for n, picture in enumerate(drawn, 1)}


def with_front_matter(text: str) -> str:
    """Return a notebook with its header as MkDocs reads it; every line stays where it is."""
    try:
        header, _ = read_cells(text)
    except NotebookError:
        return text  # its page says what is wrong
    return "\n".join([*header, *text.split("\n")[len(header) :]])


def inline(page: str, address: str, pictures: Mapping[str, str]) -> str:
    """Replace the images of a page that are pictures of its notebook by the drawings themselves."""

    def one(match: re.Match[str]) -> str:
        path = f"{PurePosixPath(address)}/{match['path']}"
        known = pictures.get(path)
        return match[0] if known is None else styled(known, path, html.unescape(match["alt"]))

    return IMAGE.sub(one, page)


def styled(picture: str, name: str, label: str) -> str:
    """Return a picture of Matplotlib's in the site's font and colours, light and dark.

    Raises ValueError: it has a colour that the site has no counterpart of.
    """
    strange = set(COLOUR.findall(picture)) - COLOURS.keys()
    if strange:
        known = "black, C0, C1 and C7"
        raise ValueError(f"{name}: draw with {known}, which the site has in light and dark; "
                         f"not with {min(strange)}")  # fmt: skip
    prefix = re.sub(r"\W", "-", name)  # two pictures of a page may not share an id
    picture = NAME.sub(lambda match: f"{prefix}-{match[0]}", STYLE.sub("", picture))
    picture = COLOUR.sub(lambda match: COLOURS[match[0]], FONT.sub("", picture))
    picture = SIZE.sub(_in_pixels, picture, count=1)
    spoken = html.escape(label)
    return picture.replace("<svg ", f'<svg class="picture" role="img" aria-label="{spoken}" ', 1)


def _in_pixels(match: re.Match[str]) -> str:
    width, height = (round(float(size) * 4 / 3) for size in match.groups()[1:])
    return f'{match[1]}width="{width}" height="{height}"'

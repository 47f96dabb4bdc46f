"""Packs the built site so that its pages can be read from disk, without a server.

    python -m site_build.editions.disk SITE ARCHIVE

The environment variable SOURCE_DATE_EPOCH dates the files in the archive; equal sites give equal
bytes.
"""

import argparse
import calendar
import os
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

STARTER = Path(__file__).with_name("served.js")
README = """\
The Logistic Gradient, to be read without a network
===================================================

Open index.html. The pages read as they do in a browser without scripts: their text, formulas,
figures, code and links are complete. Browsers start no scripts of this kind from a disk, and so
there is no search, no widget (a figure stands in its place), no button that copies or runs code,
and no choice of colours or of another notation.

For all of these, let Python serve this folder. In a terminal, in this folder:

    python -m http.server --bind 127.0.0.1

Then open http://127.0.0.1:8000/ in your browser. Ctrl-C in the terminal ends it.
"""
# What answers questions that only a web server is asked.
LEFT_OUT = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
LINK = re.compile(r'(<(?:a|link)\b[^>]*?\shref=")([^"]*)(")')
SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>")
TYPE = re.compile(r'\s*\btype="(?P<type>[^"]*)"')
# Fetched ahead under the rules of other hosts, which a file does not meet.
PRELOAD = re.compile(r'[ \t]*<link\b[^>]*\brel="preload"[^>]*>\n?')
EARLIEST = calendar.timegm((1980, 1, 1, 0, 0, 0))  # an archive knows no day before


def pack(site: Path, archive: Path, seconds: int) -> None:
    """Write the archive of a built site; all its files get this time, in seconds since 1970."""
    moment = time.gmtime(max(seconds, EARLIEST))[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for name, content in sorted(_files(site)):
            entry = zipfile.ZipInfo(str(PurePosixPath(archive.stem, name)), moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, content)


def readable(page: str, depth: int) -> str:
    """Return a page that works from disk; it lies so many folders below the home page.

    >>> readable('<a href="../one/#two">three</a>', depth=1)
    '<a href="../one/index.html#two">three</a>'
    """
    page = PRELOAD.sub("", page)
    page = LINK.sub(lambda match: match[1] + _to_file(match[2]) + match[3], page)
    page = SCRIPT.sub(lambda match: _waiting(match["attributes"]), page)
    starter = f'<script src="{"../" * depth}assets/{STARTER.name}"></script>'
    return page.replace("</body>", f"{starter}</body>")


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the archive by their names."""
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or name in LEFT_OUT:
            continue
        content = path.read_bytes()
        if path.suffix == ".html":
            content = readable(content.decode(), name.count("/")).encode()
        yield name, content
    yield f"assets/{STARTER.name}", STARTER.read_bytes()
    yield "README.txt", README.encode()


def _to_file(address: str) -> str:
    """Return a link that names a file where it named a folder, which a server would look into."""
    parts = urlsplit(address)
    last = parts.path.rpartition("/")[2]
    if parts.scheme or parts.netloc or not parts.path or last not in {"", ".", ".."}:
        return address
    folder = parts.path.removesuffix("/")
    return parts._replace(path=f"{folder}/index.html".removeprefix("./")).geturl()


def _waiting(attributes: str) -> str:
    """Return the tag of a script as that of a text, which says what the script would be.

    Data stay as they are.
    """
    given = TYPE.search(attributes)
    kind = given["type"] if given else ""
    if kind not in {"", "module", "text/javascript"}:
        return f"<script{attributes}>"
    return f'<script type="text/plain" data-served="{kind}"{TYPE.sub("", attributes)}>'


def main() -> None:
    """Read the arguments and pack."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("archive", type=Path)
    options = parser.parse_args()
    pack(options.site, options.archive, int(os.environ["SOURCE_DATE_EPOCH"]))


if __name__ == "__main__":
    main()

"""Reads a Markdown page into pieces that tile it: no character is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from proofread.fences import MISPLACED, read_block
from proofread.piece import Fence, Part, Piece, Places, split_lines
from proofread.sources import Origins, read_source

FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
TITLE = r"""(?:[ \n]+(?:"[^"\n]*"|'[^'\n]*'))?"""  # of a link
DEFINITION = re.compile(rf" {{0,3}}\[(?!\^)[^\]\n]+\]:[ ]*\S+{TITLE}[ ]*(?=\n|$)")
LINK = rf"\(\s*[^\s()]*(?:\([^\s()]*\)[^\s()]*)*{TITLE}\s*\)"

VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'<>]+)"""  # of an attribute in HTML
ATTRIBUTE = rf"(?:[#.][A-Za-z_][\w:.-]*|[A-Za-z_][\w:-]*={VALUE})"

#: What may stand in a line, tried in this order at each place. The dollar rules are those of
#: pymdownx.arithmatex; `\$` and other escapes come before them.
INLINE: tuple[tuple[Part, str], ...] = (
    (Part.COMMENT, r"<!--(?P<comment>.*?)-->"),
    (Part.SPAN, r"(?P<ticks>`+)(?P<code>(?:(?!\n[ \t]*\n).)+?)(?<!`)(?P=ticks)(?!`)"),
    (Part.FORMULA, r"\$\$(?P<dollars>(?:\\.|[^\\$])+?)\$\$"),
    (Part.FORMULA, r"\\\[(?P<square>(?:\\[^\]]|[^\\])+?)\\\]"),
    (Part.FORMULA, r"(?P<begin>\\begin\{(?P<env>[a-z]+\*?)\}(?:\\.|[^\\])+?\\end\{(?P=env)\})"),
    (Part.FORMULA, r"\$(?!\s)(?P<dollar>(?:\\.|[^\\$])+?)(?<!\s)\$"),
    (Part.FORMULA, r"\\\((?P<round>(?:\\[^)]|[^\\])+?)\\\)"),
    (Part.PROSE, r"\\[^\w\s]"),
    (Part.BROKEN, r"<!--|\$|\\[a-zA-Z]+"),
    (Part.ADDRESS, r"<?https?://[^\s<>)\]\"']*[^\s<>)\]\"'.,;:!?]>?"),
    (Part.TAG, rf"</?[A-Za-z][\w:-]*(?:\s+[\w:@.-]+(?:\s*=\s*{VALUE})?)*\s*/?>"),
    (Part.IMAGE, rf"!\[(?P<alt>[^\]]*)\](?:{LINK}|\[[^\]]*\])"),
    (Part.TARGET, rf"\]{LINK}|\]\[[^\]\n]*\]"),
    (Part.FOOTNOTE, r"\[\^[^\]\s]+\]:?"),
    (Part.ATTRIBUTES, rf"\{{:?[ ]*{ATTRIBUTE}(?:[ ]+{ATTRIBUTE})*[ ]*\}}"),
)
TOKEN = re.compile("|".join(f"(?P<t{n}>{rule})" for n, (_, rule) in enumerate(INLINE)), re.DOTALL)
CONTENT = ("comment", "code", "dollars", "square", "begin", "dollar", "round", "alt")
DISPLAY = ("dollars", "square", "begin")


@dataclass(frozen=True)
class Page:
    """A page: where it is, what it says, and its pieces in order.

    Of a page that is made of another text, such as a notebook, ``origins`` says for each line where
    it stands there.
    """

    path: str
    text: str
    pieces: tuple[Piece, ...] = field(repr=False)
    origins: Origins = field(default=(), repr=False)

    @classmethod
    def read(cls, path: Path, root: Path | None = None) -> Page:
        """Read a file; its path is kept relative to ``root`` where it is inside."""
        name, top = path.resolve(), (root or Path.cwd()).resolve()
        if name.is_relative_to(top):
            name = name.relative_to(top)
        source = read_source(path, name.as_posix(), top)
        if source.problem:
            text = source.text
            broken = Piece(Part.BROKEN, 0, len(text), 1, 1, text, source.problem)
            return cls(name.as_posix(), text, (broken,))
        return _parsed(source.text, name.as_posix(), source.origins)

    @classmethod
    def parse(cls, text: str, path: str = "page.md", origins: Origins = ()) -> Page:
        """Cut a text into pieces."""
        text = text.replace("\r\n", "\n")
        return cls(path, text, tuple(_pieces(text)), origins)

    def origin(self, line: int, column: int = 1) -> tuple[str, int, int]:
        """Return the file, the line and the column in which a place of the text was written."""
        if not self.origins:
            return self.path, line, column
        path, found, shift = self.origins[min(line, len(self.origins)) - 1]
        return path, found, column + shift


@lru_cache(maxsize=256)
def _parsed(text: str, path: str, origins: Origins) -> Page:
    """Cut the text of a file; where a site is served, most files are as they were."""
    return Page.parse(text, path, origins)


def _pieces(text: str) -> Iterator[Piece]:
    place = Places(text)
    lines = split_lines(text)
    offset = 0
    if front := FRONT.match(text):
        yield Piece(Part.FRONT, 0, front.end(), 1, 1, front[0])
        offset = front.end()
    prose = offset  # where the prose not yet handed out begins
    token: re.Match[str] | None = None  # the next one, which may lie lines ahead
    searched = -1

    while offset < len(text):
        number = place(offset)[0] - 1
        at_start = offset == place.starts[number]
        block = read_block(lines, number) if at_start else None
        if block is not None:
            yield from _prose(text, prose, offset, place)
            end = place.starts[block.last + 1]
            line, body = number + 1, text[offset:end]
            if block.problem:
                yield Piece(Part.BROKEN, offset, end, line, 1, body, block.problem)
            else:
                yield Fence(
                    Part.FENCE, offset, end, line, block.indent + 1, body, block.content,
                    indent=block.indent, language=block.language, title=block.title,
                    first_line=line + 1,
                )  # fmt: skip
            offset = prose = end
        elif at_start and (definition := DEFINITION.match(text, offset)):
            yield from _prose(text, prose, offset, place)
            yield Piece(Part.TARGET, offset, definition.end(), number + 1, 1, definition[0])
            offset = prose = definition.end()
        else:
            # Only up to the end of the line: what starts on it may run on, and then the next fence
            # is looked for where that ends. So code inside a comment is not a fence.
            end = place.starts[number + 1]
            if searched < offset or (token is not None and token.start() < offset):
                token = TOKEN.search(text, offset)
                searched = len(text) if token is None else token.start()
            if token is None or token.start() >= end:
                offset = end
                continue
            yield from _prose(text, prose, token.start(), place)
            yield _inline(token, place)
            offset = prose = token.end()
    yield from _prose(text, prose, len(text), place)


def _prose(text: str, start: int, end: int, place: Places) -> Iterator[Piece]:
    if start < end:
        yield Piece(Part.PROSE, start, end, *place(start), text[start:end])


def _inline(token: re.Match[str], place: Places) -> Piece:
    number = next(n for n in range(len(INLINE)) if token[f"t{n}"] is not None)
    part = INLINE[number][0]
    name = next((name for name in CONTENT if token[name] is not None), "")
    content = token[name] if name else ""
    if part is Part.BROKEN:
        content = f"{token[0]} opens something that is never closed; write \\{token[0]} to show it"
    elif part is not Part.COMMENT and MISPLACED.search(token[0]):
        part, content = Part.BROKEN, "a fence opens inside this; leave a blank line before it"
    line, column = place(token.start())
    return Piece(part, token.start(), token.end(), line, column, token[0], content, name in DISPLAY)

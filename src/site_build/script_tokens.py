"""Cuts a script into tokens: its strings with their escapes read, its comments left out."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<tick>`)
    |(?P<number>(?<![\w$])[0-9](?:[\w.]|(?<=[eE])[-+])*)
    |(?P<word>[\w$\#]+)
    |(?P<regex>/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*)
    |(?P<sign>\?\.|=>|[!=]==?|\+=|[^\s\w])""",
    re.VERBOSE | re.DOTALL,
)
PART = re.compile(r"(?:\\.|[^`\\$]|\$(?!\{))*", re.DOTALL)
ESCAPE = re.compile(r"\\(?:u\{(?P<long>[0-9a-fA-F]+)\}|(?:u|x)(?P<hex>(?<=u)[0-9a-fA-F]{4}|"
                    r"(?<=x)[0-9a-fA-F]{2})|(?P<other>.))", re.DOTALL)  # fmt: skip
ENDS_VALUE = re.compile(r"[\w$)\]}\"'`]\Z")
BEFORE_REGEX = {"return", "typeof", "case", "in", "of", "yield", "await"}


@dataclass(frozen=True)
class Token:
    """A piece of a script; of a string, ``text`` is what it says."""

    kind: str
    text: str


def tokens(script: str, start: int = 0, *, inside: bool = False) -> Generator[Token, None, int]:
    """Cut a script into tokens; ``inside`` a template, up to the brace that ends the value."""
    place, depth, last = start, 0, ""
    while match := TOKEN.search(script, place):
        kind, text = str(match.lastgroup), match[0]
        place = match.end()
        if kind == "regex" and ENDS_VALUE.search(last) and last not in BEFORE_REGEX:
            kind, text, place = "sign", "/", match.start() + 1
        if kind == "comment":
            continue
        if kind == "tick":
            place = yield from _template(script, place)
            last = "`"
            continue
        if kind == "sign" and inside:
            depth += (text == "{") - (text == "}")
            if depth < 0:
                return place
        yield Token(kind, _meant(text[1:-1]) if kind == "string" else text)
        last = text
    return place


def _template(script: str, place: int) -> Generator[Token, None, int]:
    while match := PART.match(script, place):
        end = match.end()
        closed = script[end : end + 1] != "$"
        yield Token("string", _meant(match[0]))
        if closed:
            return end + 1
        yield Token("sign", "${")
        place = yield from tokens(script, end + 2, inside=True)
        yield Token("sign", "}$")
    return place


def _meant(text: str) -> str:
    """Return what a string says, with its escapes read."""

    def one(match: re.Match[str]) -> str:
        code = match["long"] or match["hex"]
        return chr(int(code, 16)) if code else match["other"].translate({110: 10, 116: 9})

    return ESCAPE.sub(one, text)

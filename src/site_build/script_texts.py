"""Finds what the strings of a script could show to a reader: digits, signs of arithmetic, TeX.

A widget shows words, and numbers that it has computed. So a string may not hold a number or a
formula, wherever it goes, unless its place says that nobody reads it: an address to import, a
selector, a class, an attribute that paints or places, a text that is searched for, a program
in another language (``const PROGRAM = ...``). A number that
is written down may not be shown, either. Comments and regular expressions are no strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proofread.characters import is_numeric, misleading
from proofread.markup import UNREAD
from proofread.plain_formulas import formulas_in
from proofread.traces import TEX
from site_build.script_tokens import Token, tokens

#: Calls whose strings are looked up, compared or searched for.
LOOKED_UP = {
    "querySelector", "querySelectorAll", "closest", "matches", "getElementById", "getAttribute",
    "hasAttribute", "removeAttribute", "toggleAttribute", "addEventListener", "add", "remove",
    "toggle", "contains", "split", "includes", "startsWith", "endsWith", "indexOf", "import",
    "matchMedia", "URL", "RegExp", "get", "has",
}  # fmt: skip
#: Calls whose first string is such a one, and whose others are as their first says.
NAMING = {"setAttribute", "setProperty", "createElementNS", "replace", "replaceAll"}
#: Properties that paint, place or name, beside the attributes that nobody reads.
PAINTED = UNREAD | {"classname", "viewbox", "rootmargin", "clip-path", "inputmode", "data-mark",
                   "stroke-width"}  # fmt: skip
NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"}
#: The name of a class or of an attribute: words with hyphens, and the marks of their parts.
NAME = re.compile(r"(?<![\w-])--?(?=[a-z])|(?<=[a-z]{2})(?:__?|--?)(?=[a-z]{2})")
SHOWS = {"textContent", "innerText", "innerHTML", "nodeValue", "title", "ariaLabel"}
TAKES_TEXT = {"append", "prepend", "before", "after", "replaceChildren", "createTextNode"}


def odd_strings(script: str) -> Iterator[str]:
    """Yield the strings of a script that hold what a reader must not see uncomputed."""
    found = list(tokens(script))
    for place, token in enumerate(found):
        string = token.kind == "string" and says(token.text) and not _unread(found, place)
        if string or (token.kind == "number" and _shown(found, place)):
            yield token.text


def says(text: str) -> bool:
    r"""Whether a text has a digit, a sign of arithmetic, TeX or a character that misleads.

    >>> [says(text) for text in ("Weight", "checked-tip--on", "w₁", "p − y", r"\ln", "of 3")]
    [False, False, True, True, True, True]
    """
    words = NAME.sub("n", text)
    signs = [sign for _, sign in formulas_in(words) if not sign.isalpha()]
    number = any(map(is_numeric, text))
    return number or bool(signs) or TEX.search(text) is not None or bool(misleading(text))


def _unread(found: list[Token], place: int) -> bool:
    """Whether the place of a string says that nobody reads it."""
    if found[place].text in NAMESPACES or _text(found, place - 1) in {"from", "import", "case"}:
        return True
    if {_text(found, place - 1), _text(found, place + 1)} & {"===", "!==", "==", "!="}:
        return True
    depth = argument = 0
    for at in range(place - 1, -1, -1):
        text = found[at].text if found[at].kind != "string" else ""
        if text in {")", "]", "}", "}$"}:
            depth += 1
        elif text in {"(", "[", "{", "${"} and depth:
            depth -= 1
        elif depth:
            continue
        elif text == "(":
            return _is_looked_up(found, at, argument)
        elif text == "[":
            argument = 0
        elif text == ":" and _text(found, at - 2) in {"{", ","}:
            return _is_painted(_text(found, at - 1))
        elif text == "=" and _text(found, at - 1).endswith("PROGRAM"):
            return True
        elif text in {"=", "+="}:
            return _text(found, at - 2) in {".", "?."} and _is_painted(_text(found, at - 1))
        elif text in {"{", ";", "=>"}:
            return False
        argument += text == ","
    return False


def _is_looked_up(found: list[Token], at: int, argument: int) -> bool:
    """Whether the string that a call takes, as which argument, is a name for programs."""
    name = _text(found, at - 1)
    if name in {".", "?."}:  # an optional call
        name = _text(found, at - 2)
    if name in LOOKED_UP or (name in NAMING and argument == 0):
        return True
    return name in {"setAttribute", "setProperty"} and _is_painted(_text(found, at + 1))


def _is_painted(name: str) -> bool:
    return name.lower() in PAINTED or name.startswith("--")


def _shown(found: list[Token], place: int) -> bool:
    """Whether a number that is written down goes into a text as it stands."""
    signed = _text(found, place - 1) in {"-", "+"} and found[place - 2].kind != "string"
    before, after = place - 1 - signed, place + 1
    if _text(found, before) == "${" and _text(found, after) == "}$":
        return True
    if _text(found, before) in {"=", "+="} and _text(found, before - 1) in SHOWS:
        return True
    if _text(found, before) == "(" and _text(found, before - 1) in TAKES_TEXT:
        return True
    return (_text(found, place - 1) == "+" and found[place - 2].kind == "string") or (
        _text(found, after) == "+" and len(found) > after + 1 and found[after + 1].kind == "string"
    )


def _text(found: list[Token], place: int) -> str:
    return found[place].text if 0 <= place < len(found) else ""

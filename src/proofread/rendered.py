"""Reads what stands around a place of a page as its readers see it, and refuses arithmetic there.

Comments, inline tags, attributes and the marks of emphasis are dropped, escapes and entities are
resolved: a minus in bold, or behind a comment, touches the number as much as any other.
"""

from __future__ import annotations

import html
import re
import unicodedata

from proofread.context import Context
from proofread.piece import Part, Piece

FORMULA, OBJECT = "\ufffc", "\ufffd"  # what stands for a formula, and for code or an image
NOTE = "†"  # what stands for the number of a footnote
EDGE = "\x00"  # of a block or a cell
INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span"
    r"|strong|sub|sup|time|tt|u|var|wbr)\b",
    re.IGNORECASE,
)
DROPPED = {Part.COMMENT, Part.ATTRIBUTES, Part.TARGET}
SHOWN = {Part.FORMULA: FORMULA, Part.SPAN: OBJECT, Part.IMAGE: OBJECT, Part.ADDRESS: OBJECT}
LINE_MARK = re.compile(
    r"[ \t]*(?:(?:>|[-+*][ \t]|[0-9]+\.[ \t]|:[ \t]|#+[ \t]|(?:===|!!!|\?\?\?)[+!]?[ \t])[ \t]*)+"
)
UNDERLINE = re.compile(r"[ \t]*(?:=+|-+)[ \t]*")
MARKUP = re.compile(r"\\([^\w\s])|[*_]|~~|==")
#: Signs beyond ASCII that belong to words; any other symbol or point could be one of mathematics.
OF_WORDS = set("…§¶†‡©®™‘’“”«»")
ABOUT = "≈~"
TIMES = "·⋅∙•/^*"
OPENING = rf"[{EDGE}(\[{{\"“‘|:;,]"
NUMERAL = rf"[0-9%{FORMULA}]"
#: What a formula in words computes with: a letter alone, or what stands for a formula or for code.
LONE_BEFORE = rf"(?:[{FORMULA}{OBJECT})\]]|(?<!\w)[^\W_])"
LONE_AFTER = rf"(?:[{FORMULA}{OBJECT}]|(?![aAI]\s)[^\W_](?!\w))"


def is_operator(character: str) -> bool:
    """Whether a character is a sign of arithmetic; arrows are none.

    >>> [is_operator(character) for character in "+⋅≪→–"]
    [True, True, True, False, False]
    """
    if "\u2190" <= character <= "\u21ff" or "\u27f0" <= character <= "\u297f":
        return False
    return character in TIMES or unicodedata.category(character) == "Sm"


def is_strange(character: str) -> bool:
    """Whether a character beyond ASCII could be one of mathematics, though Unicode does not say so.

    >>> [is_strange(character) for character in "′˗№€…“–é"]
    [True, True, True, True, False, False, False, False]
    """
    foreign = not character.isascii() and character not in OF_WORDS
    return foreign and unicodedata.category(character) in {"Po", "So", "Sk", "Sc"}


def around(context: Context, piece: Piece, start: int, end: int) -> tuple[str, str]:
    """Return what readers see before and after a stretch of a piece, within its block or cell."""
    before, after = [piece.text[:start]], [piece.text[end:]]
    for step, texts in ((-1, before), (1, after)):
        other, text = piece, texts[0]
        while not re.search(r"\n[ \t>]*\n", text):
            found = context.neighbour(other, step)
            if found is None:
                break
            other, text = found, _shown(found)
            texts.append(text)
    left = re.split(r"\n[ \t>]*\n", "".join(reversed(before)))[-1]
    right = re.split(r"\n[ \t>]*\n", "".join(after))[0]
    row = left.rpartition("\n")[2].lstrip(" \t>").startswith("|")
    return _seen(left, row=row, opens=True), _seen(right, row=row, opens=False)


def arithmetic(before: str, after: str) -> str:
    """Say which sign of arithmetic stands beside a place, or return nothing."""
    if _before(before) or _after(after):
        return "a sign of arithmetic stands beside it, and prose is not computed"
    return ""


def _before(text: str) -> bool:
    bare = text.rstrip()
    if not bare:
        return False
    last, rest, spaced = bare[-1], bare[:-1], bare != text
    if last in ABOUT:
        return re.search(rf"(?:{NUMERAL}|[)\]])\s*$", rest) is not None
    if is_operator(last):
        return not (last == "|" and spaced)
    if unicodedata.category(last) != "Pd":
        return False
    if re.search(rf"{OPENING}\s*$", rest) or not rest.strip():
        return True
    if not spaced:  # a range 2–4, or a word before a hyphen
        return not (
            (last == "–" and re.search("[0-9%]$", rest))
            or (last == "-" and re.search(r"[A-Za-z]{2}$", rest))
        )
    return last not in "–—" or re.search(rf"(?:{NUMERAL}|{LONE_BEFORE})\s*$", rest) is not None


def _after(text: str) -> bool:
    bare = text.lstrip()
    if not bare:
        return False
    first, rest, spaced = bare[0], bare[1:], bare != text
    if is_operator(first):
        return True
    if unicodedata.category(first) != "Pd":
        return False
    if not spaced:
        return not (
            (first == "–" and re.match("[-−+]?[0-9]", rest)) or re.match(r"[A-Za-z]{2}|\s*$", rest)
        )
    return first not in "–—" or bool(re.match(rf"\s*[-−+]?(?:{NUMERAL}|{LONE_AFTER})", rest))


def _shown(piece: Piece) -> str:
    if piece.part is Part.PROSE:
        return piece.text
    if piece.part is Part.FOOTNOTE:
        return "" if piece.text.endswith(":") else NOTE
    if piece.part is Part.TAG and INLINE_TAG.match(piece.text):
        return " " if re.match("<br", piece.text, re.IGNORECASE) else ""
    if piece.part is Part.TAG:
        return EDGE
    if piece.part in DROPPED:
        return ""
    return SHOWN.get(piece.part, "\n\n")


def _seen(text: str, *, row: bool, opens: bool) -> str:
    if row:
        text = re.sub(r"(?<!\\)\|", EDGE, text.rpartition("\n")[2] if opens else text)
        text = text if opens else text.partition("\n")[0]
    lines = text.split("\n")
    listed = not lines[0].strip() or EDGE in lines[0] or LINE_MARK.match(lines[0])
    for n, line in enumerate(lines):
        if n or opens:
            # Without an empty line before it, a bullet below words is a minus.
            mark = LINE_MARK.match(line) if listed or not opens else None
            lines[n] = EDGE + line[mark.end() :] if mark else line
        if n and UNDERLINE.fullmatch(line) and not (opens and n == len(lines) - 1):
            lines[n] = EDGE
    text = MARKUP.sub(lambda match: match[1] or "", "\n".join(lines))
    text = html.unescape(text).replace("\ufeff", "")
    text = "".join(
        character for character in text if unicodedata.category(character) not in {"Cf", "Mn"}
    )
    return text.rpartition(EDGE)[2] if opens else text.partition(EDGE)[0]

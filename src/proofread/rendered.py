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
#: What stands right behind a number and makes another one of it, or another sort of claim.
UNIT = re.compile(
    r"\s?(?:[%‰‱°﹪％٪]|per\s?(?:cent|mill?e?)\b|(?:[khM]|hundred|thousand|[mb]illion|dozen)(?:\b|s\b))"
)
POWER = "the number of a footnote behind it reads as an exponent: put the note behind a word"
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


def touching(before: str, after: str) -> str:
    """Say what a number touches that makes another number of it, or return nothing."""
    if UNIT.match(after):
        return "a percent sign or a unit stands behind the binding: put the comment after it"
    if after.startswith("!"):
        return "an exclamation mark behind it reads as a factorial"
    if re.match(r"…|\.\.", after):
        return "an ellipsis behind it says that digits follow: a number here is rounded"
    if re.match("['\"]", after) and not re.search("['\"]", before):
        return "a mark behind it reads as a prime"
    if re.match(r"[-–](?!\w|[-−+]?[0-9])", after):
        return "a dash behind it reads as a minus"
    if is_strange(before[-1:]) or is_strange(after[:1]):
        return "a mark beside it could be a sign of mathematics"
    if before[-1:].isalnum() or after[:1].isalnum():
        return "it touches what stands beside it, as if both were one number"
    if re.search(rf"{NUMERAL}\s?[xX]\s?\Z", before):
        return "an x between two numbers multiplies them: write a formula"
    return POWER if after.startswith(NOTE) else ""


def neighbours(before: str, after: str) -> str:
    """Say what stands beside a formula as if it were a part of it, or return nothing."""
    if problem := arithmetic(before, after):
        return problem
    if before[-1:].isalnum() or before[-1:] in {FORMULA, OBJECT} or re.match(r"\w|[%‰‱°]", after):
        return "it touches what stands beside it, as if both were one formula"
    return POWER if after.startswith(NOTE) else ""


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

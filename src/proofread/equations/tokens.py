r"""Splits TeX into tokens; every character belongs to exactly one token.

A symbol with its alphabet (`\mathbf{x}`, `\hat{y}`) is *one* token, so that a notation switch can
rename symbols by replacing tokens. What follows `\frac`, `^` and `_` without braces is a single
digit, as in TeX: `\frac12` is one half and `w_12` is refused later as a digit beside a symbol.

Of what only changes the look, this knows spaces to the right, sizes, and more room between rows.
Whatever could hide a character or lay one over another (colours, phantoms, negative spaces) is an
unknown command, and an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from proofread.equations.errors import EquationError

_FONTS = (
    "mathbf|boldsymbol|bm|mathcal|mathrm|mathbb|mathsf|mathit|mathfrak"
    "|hat|widehat|bar|overline|tilde|vec"
)
_WORD = r"(?:\\[A-Za-z]+|[A-Za-z0-9]+)"
_INNER = rf"(?:{_WORD}|\\(?:{_FONTS})\s*\{{\s*{_WORD}\s*\}})"
_PATTERN = re.compile(
    "|".join(
        f"(?P<{kind}>{pattern})"
        for kind, pattern in {
            "space": r"\s+|\\[,;:>\s]|~"
            r"|\\(?:displaystyle|textstyle|limits|nolimits|nonumber|notag)(?![A-Za-z])",
            "separator": r"\\q?quad(?![A-Za-z])",
            "row": r"\\\\(?:\[\d{1,2}(?:\.\d+)?pt\])?(?!\[)",
            "number": r"\d{1,3}(?:\{,\}\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
            "text": r"\\(?:text|textbf|textit|textrm|mbox)\{[^{}$\\]*\}",
            "tag": r"\\tag\*?\{[^{}]*\}",
            "begin": r"\\begin\s*\{[A-Za-z]+\*?\}",
            "end": r"\\end\s*\{[A-Za-z]+\*?\}",
            "operator": r"\\operatorname\*?\s*\{[A-Za-z]+(?:(?:\\[,;! ]|\s)[A-Za-z]+)*\}",
            "symbol": rf"\\(?:{_FONTS})(?![A-Za-z])\s*"
            rf"(?:\{{\s*{_INNER}\s*\}}|\\[A-Za-z]+|[A-Za-z0-9])",
            "size": r"\\(?:left|right|middle|[bB]igg?[lrm]?)(?![A-Za-z])",
            "command": r"\\(?:[A-Za-z]+|[{}|%])",
            "letter": r"[A-Za-z]",
            "mark": r":=|[-+*/=<>()\[\]{}|_^&,.;:!']",
        }.items()
    )
)

LONGEST = 400  # characters of a number: enough for what a double holds, written out


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of TeX: its kind, its text as written, and the characters that it covers."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def name(self) -> str:
        r"""The text without optional spaces and braces: `\mathbf x` is `\mathbf{x}`."""
        if self.kind not in {"symbol", "operator", "begin", "end"}:
            return self.text
        squeezed = re.sub(r"\\[,;! ]|\s+", "", self.text)
        if self.kind == "symbol" and "{" not in squeezed:
            accent, argument = re.fullmatch(rf"(\\(?:{_FONTS}))(.+)", squeezed).groups()  # type: ignore[union-attr]  # the token has this form
            return f"{accent}{{{argument}}}"
        return squeezed


@lru_cache(maxsize=8192)
def tokens(tex: str) -> tuple[Token, ...]:
    """Return the tokens of `tex`, spaces included; joined, their texts give `tex` back.

    Raises:
        EquationError: a character that no token can start with.

    """
    found: list[Token] = []
    position, single = 0, 0
    while position < len(tex):
        match = _PATTERN.match(tex, position)
        if match is None:
            raise EquationError("unknown character or command", position, tex[position])
        kind, text = str(match.lastgroup), match.group()
        if kind == "number" and single:
            text = text[0]
        if kind == "number" and len(text) > LONGEST:
            raise EquationError("a number of too many digits", position, text[:20])
        found.append(Token(kind, text, position, position + len(text)))
        position += len(text)
        if kind != "space":
            single = _single_digits(text, single, kind)
    return tuple(found)


def _single_digits(text: str, single: int, kind: str) -> int:
    """How many of the next arguments would be one digit each."""
    if text in {r"\frac", r"\tfrac", r"\dfrac"}:
        return 2
    if text in {"^", "_", r"\sqrt"}:
        return 1
    return single - 1 if kind == "number" and single else 0


@lru_cache(maxsize=8192)
def significant(tex: str) -> tuple[Token, ...]:
    """Return the tokens that carry meaning: without spaces and without the sizes of delimiters."""
    found = tokens(tex)
    for here, after in pairwise(found):
        if here.kind == "size" and after.text not in {
            *"()[]|",
            r"\{",
            r"\}",
            r"\|",
            r"\mid",
            r"\lvert",
            r"\rvert",
            r"\lVert",
            r"\rVert",
        }:
            raise EquationError("a delimiter must follow", here.start, here.text)
    if found and found[-1].kind == "size":
        raise EquationError("a delimiter must follow", found[-1].start, found[-1].text)
    return tuple(token for token in found if token.kind not in {"space", "size"})

r"""Writes a formula in another convention: every symbol at once, so that m may become n and n d.

Tokens are those of the checker. What no entry names stays as it is, also spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proofread.equations.tokens import Token, tokens
from proofread.notations.convention import Convention, Entry
from proofread.notations.occurrence import Subscript, primes_at, subscript_at

#: What takes a single token as its argument, so that a longer name needs braces there.
TAKES_ONE = {"^", "_", r"\frac", r"\dfrac", r"\tfrac", r"\sqrt"}


def rename(tex: str, convention: Convention) -> str:
    r"""Return a formula as the convention writes it.

    >>> from proofread.notations.convention import read_convention
    >>> rename(r"\frac{1}{m} \sum_{j=1}^n w_j", read_convention(r"A: m -> n; n -> d; w -> \beta"))
    '\\frac{1}{n} \\sum_{j=1}^d \\beta_j'
    """
    found = [token for token in tokens(tex) if token.kind != "space"]
    renamed, end = "", 0
    for place, text, last in _changes(found, convention):
        start = found[place].start
        renamed += tex[end:start] + text
        end = found[last - 1].end
        if re.search(r"\\[A-Za-z]+$", text) and tex[end : end + 1].isalpha():
            renamed += " "
    return renamed + tex[end:]


def _changes(found: Sequence[Token], convention: Convention) -> Iterator[tuple[int, str, int]]:
    """Yield where a symbol starts, what stands for it, and where it ends among the tokens."""
    place = 0
    while place < len(found):
        entry, subscript, primes = _entry_at(found, place, convention)
        last = place + 1
        if entry is not None and entry.single and not entry.ours.subscript:
            yield place, entry.theirs[0], last
        elif entry is not None:
            last = max(place + 1 + primes, subscript.end if subscript else 0)
            text = _written(entry, subscript, primes)
            if place and found[place - 1].text in TAKES_ONE:
                text = f"{{{text}}}"
            yield place, text, last
        place = last


def _entry_at(
    found: Sequence[Token], place: int, convention: Convention
) -> tuple[Entry | None, Subscript | None, int]:
    base = found[place].name
    primes = primes_at(found, place + 1)
    for (ours, count), entry in convention.entries.items():
        if ours == base and count:
            subscript = subscript_at(found, place + 1 + primes, count)
            if subscript is not None:
                later = primes_at(found, subscript.end)
                if later:  # a prime behind the index belongs to the symbol as well
                    subscript = Subscript(subscript.start, subscript.end + later, subscript.indices)
                return entry, subscript, primes + later
    return convention.entries.get((base, 0)), None, primes


def _written(entry: Entry, subscript: Subscript | None, primes: int) -> str:
    """Write a name of several tokens, with its primes and its indices in their places."""
    indices = subscript.indices if subscript else ()
    values = {
        letter: _group(index) for letter, index in zip(entry.ours.subscript, indices, strict=False)
    }
    signs = [values.get(sign, sign) for sign in entry.theirs]
    signs[0] += "'" * primes
    return _joined(signs)


def _group(index: tuple[Token, ...]) -> str:
    text = _joined([token.text for token in index])
    return text if len(index) == 1 else f"{{{text}}}"


def _joined(signs: Sequence[str]) -> str:
    """Join tokens, with a space where a command would run into a letter."""
    joined = ""
    for sign in signs:
        if re.search(r"\\[A-Za-z]+$", joined) and sign[:1].isalpha():
            joined += " "
        joined += sign
    return joined

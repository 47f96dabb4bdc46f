"""Slips of a symbol: another in its place, another index, a transpose."""

from __future__ import annotations

from collections.abc import Iterator

from proofread.equations.arguments import (
    can_be_transposed,
    shape_is_claimed,
    shape_of,
)
from proofread.equations.symbols import SymbolTable
from proofread.equations.tokens import Token
from proofread.equations.twins import Twins


def symbol_slips(
    words: list[Token], place: int, table: SymbolTable, twins: Twins
) -> Iterator[tuple[str, int, int, str]]:
    """Yield the kind of each slip of the symbol at a place, and what stands instead from where."""
    token = words[place]
    here = token.start, token.end
    base = token.name
    if base in table.indices:
        yield from (("index", *here, letter) for letter in _letters(words, place, table))
        return
    if base in table.functions:
        yield "function", *here, r"\log"
        return
    count, primes = shape_of(words, place)
    other = twins.other(base, count, primes, other_shape=shape_is_claimed(words, place))
    if other:
        text = other + (" " if other.startswith("\\") and not other.endswith("}") else "")
        yield "symbol", *here, text
    if count == 0 and primes == 0 and not twins.symmetric(base) and can_be_transposed(words, place):
        yield "transpose", token.end, token.end, r"^\top "


def _letters(words: list[Token], place: int, table: SymbolTable) -> list[str]:
    r"""Return indices to put in the place of another; where a range is stated, of another range.

    `j = 1, \dots, n` stays true with k for j, and a sum over i may be renamed where nothing
    depends on i; a letter that counts something else is a lie in either place.
    """
    base = words[place].name
    others = [item for item in sorted(table.indices) if item not in {base, "t"}]
    after = words[place + 1].name if place + 1 < len(words) else ""
    if after in {"=", r"\in"} or base == "t":
        others = [item for item in others if table.indices[item] != table.indices[base]]
    return others[:2] if base != "t" else []

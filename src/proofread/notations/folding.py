r"""Reads a formula in another convention, where a name may take several tokens: `h(\mathbf{x}_i)`.

Each such name is folded into one token, with its primes and its indices behind it, and then the
checker's parser reads the formula as any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proofread.equations.parser import FormulaParser
from proofread.equations.symbols import SymbolTable
from proofread.equations.tokens import Token
from proofread.equations.tree import Formula
from proofread.notations.convention import Convention, Entry
from proofread.notations.occurrence import argument_end, primes_at


def parse_renamed(tex: str, table: SymbolTable, convention: Convention) -> Formula:
    """Read a formula as a convention writes it, over its own table.

    Raises:
        EquationError: it is not understood.

    """
    parser = FormulaParser(tex, table)
    names = [entry for entry in convention.entries.values() if not entry.single]
    parser.tokens = fold(parser.tokens, names)
    return parser.formula()


def fold(tokens: Sequence[Token], names: Iterable[Entry]) -> tuple[Token, ...]:
    """Return tokens in which each name of several is one, its primes and its indices behind it."""
    longest = sorted(names, key=lambda entry: len(entry.theirs), reverse=True)
    folded: list[Token] = []
    place = 0
    while place < len(tokens):
        for entry in longest:
            if (found := _name_at(tokens, place, entry)) is not None:
                end, inside = found
                folded.append(
                    Token("command", entry.base, tokens[place].start, tokens[end - 1].end)
                )
                folded += inside
                place = end
                break
        else:
            folded.append(tokens[place])
            place += 1
    return tuple(folded)


def _name_at(tokens: Sequence[Token], place: int, entry: Entry) -> tuple[int, list[Token]] | None:
    """Return where a name ends that starts at a place, and its primes and its subscript."""
    indices: dict[str, list[Token]] = {}
    primes: list[Token] = []
    for count, sign in enumerate(entry.theirs):
        if sign in entry.ours.subscript:
            end = argument_end(tokens, place)
            if end is None:
                return None
            inner = list(tokens[place:end])
            indices[sign] = inner[1:-1] if inner[0].text == "{" else inner
            place = end
        elif place < len(tokens) and tokens[place].name == sign:
            place += 1
        else:
            return None
        if count == 0:
            primes = list(tokens[place : place + primes_at(tokens, place)])
            place += len(primes)
    if not indices:
        return place, primes
    mark = tokens[place - 1]
    subscript = [Token("mark", sign, mark.start, mark.start) for sign in "_{"]
    for number, letter in enumerate(entry.ours.subscript):
        if number:
            subscript.append(Token("mark", ",", mark.start, mark.start))
        subscript += indices[letter]
    return place, [*primes, *subscript, Token("mark", "}", mark.start, mark.end)]

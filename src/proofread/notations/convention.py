r"""Reads what a course calls things: a comment that lists what stands for what.

    <!-- convention: Statistics: m -> n; n -> d; \mathbf{w} -> \boldsymbol{\beta}; w -> \beta -->

A symbol keeps its indices and its primes, so that ``w -> \beta`` makes ``w_j'`` into ``\beta_j'``.
Where a course puts an index elsewhere, an entry says so, ``p_i -> h(\mathbf{x}_i)``; a prime stands
behind the first sign of such a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from proofread.equations.errors import EquationError
from proofread.equations.spelling import Spelling, read_spellings
from proofread.equations.tokens import Token, significant

Key = tuple[str, int]  # what a symbol starts with, and its indices where an entry spells these out


@dataclass(frozen=True)
class Entry:
    """One symbol: how it is written here, and there as tokens, with places for its indices."""

    ours: Spelling
    theirs: tuple[str, ...]

    @property
    def key(self) -> Key:
        """What the entry is found by."""
        return self.ours.base, len(self.ours.subscript)

    @property
    def single(self) -> bool:
        """Whether their name is one sign, which indices and primes may follow as they do ours."""
        return len(self.theirs) == 1

    @property
    def base(self) -> str:
        r"""Their name without the letters of its indices, as a table of symbols has it.

        >>> read_convention(r"A: p_i -> h(\mathbf{x}_i)").entries["p", 1].base
        'h(\\mathbf{x}_)'
        """
        return "".join(sign for sign in self.theirs if sign not in self.ours.subscript)


@dataclass(frozen=True)
class Convention:
    """What a course calls things."""

    name: str
    entries: Mapping[Key, Entry] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The name for an address.

        >>> Convention("Neural networks").slug
        'neural-networks'
        """
        return "-".join(re.findall(r"[a-z0-9]+", self.name.lower()))

    def entry(self, base: str, indices: int) -> Entry | None:
        """Return how a symbol with so many indices is called; nothing where as here."""
        return self.entries.get((base, indices)) or self.entries.get((base, 0))

    def with_entries(self, others: Mapping[Key, Entry]) -> Convention:
        """Return the convention with entries of one page."""
        return Convention(self.name, {**self.entries, **others})


def declaration_problem(body: str) -> str:
    """Return what is wrong with a declaration, or nothing."""
    try:
        entries = read_convention(body).entries.values()
    except (EquationError, ValueError) as error:
        return str(error)
    called: dict[tuple[str, ...], str] = {}
    for entry in entries:
        letter = _letter(entry.ours.base)
        if called.setdefault(entry.theirs, letter) != letter:
            return "one symbol for two things"
    return ""


def read_convention(body: str) -> Convention:
    r"""Return a convention, with its entries by what they start with.

    >>> list(read_convention(r"Statistics: m -> n; \alpha -> \eta").entries)
    [('m', 0), ('\\alpha', 0)]

    Raises:
        ValueError: what stands there is no list of pairs, or has a symbol twice.
        EquationError: one side is no symbol.

    """
    name, _, pairs = body.partition(":")
    entries: dict[Key, Entry] = {}
    for pair in pairs.split(";"):
        ours, arrow, theirs = pair.partition("->")
        entry = Entry(_symbol(ours), _signs(theirs)) if arrow else None
        if entry is None or entry.key in entries:
            raise ValueError(f"{pair.strip()!r} is no pair `ours -> theirs`, or stands there twice")
        if set(entry.ours.subscript) - set(entry.theirs):
            raise EquationError("an index is lost", 0, theirs.strip())
        entries[entry.key] = entry
    return Convention(name.strip(), entries)


def _symbol(tex: str) -> Spelling:
    (found,) = read_spellings(tex)
    if found.primes or found.arguments:
        raise EquationError("a symbol without primes and arguments is meant", 0, tex.strip())
    return found


def _signs(tex: str) -> tuple[str, ...]:
    found: tuple[Token, ...] = significant(tex.strip())
    if not found or found[0].kind not in {"letter", "symbol", "command", "operator"}:
        raise EquationError("not a symbol", 0, tex.strip())
    return tuple(token.name for token in found)


def _letter(base: str) -> str:
    r"""Return a symbol without its alphabet: the letters of a vector and of its entries are one."""
    inner = re.fullmatch(r"\\[A-Za-z]+\{(.+)\}", base)
    return inner[1] if inner else base

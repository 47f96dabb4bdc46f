"""Finds a symbol among the tokens of a formula: its sign, its primes, its indices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proofread.equations.tokens import Token


@dataclass(frozen=True)
class Subscript:
    """Where a subscript stands among tokens, and the tokens of each index in it."""

    start: int
    end: int
    indices: tuple[tuple[Token, ...], ...]


def primes_at(tokens: Sequence[Token], place: int) -> int:
    """Return how many primes stand at a place."""
    count = 0
    while place + count < len(tokens) and tokens[place + count].text == "'":
        count += 1
    return count


def subscript_at(tokens: Sequence[Token], place: int, count: int) -> Subscript | None:
    """Return the subscript at a place where it has so many indices."""
    if place >= len(tokens) or tokens[place].text != "_":
        return None
    end = argument_end(tokens, place + 1)
    if end is None:
        return None
    inner = tuple(tokens[place + 1 : end])
    if inner[0].text == "{":
        inner = inner[1:-1]
    indices = _split(inner, count)
    return Subscript(place, end, indices) if indices else None


def argument_end(tokens: Sequence[Token], place: int) -> int | None:
    """Return where the token or the group in braces ends that starts at a place."""
    depth = 0
    for end in range(place, len(tokens)):
        depth += (tokens[end].text == "{") - (tokens[end].text == "}")
        if depth == 0:
            return end + 1
    return None


def _split(inner: tuple[Token, ...], count: int) -> tuple[tuple[Token, ...], ...]:
    """Part a subscript into its indices; nothing where it has not so many."""
    parts: list[tuple[Token, ...]] = [()]
    for token in inner:
        if token.text == ",":
            parts.append(())
        else:
            parts[-1] += (token,)
    if len(parts) == count and all(parts):
        return tuple(parts)
    if len(parts) == 1 and len(inner) == count:
        return tuple((token,) for token in inner)
    return ()

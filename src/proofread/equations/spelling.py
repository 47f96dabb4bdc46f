"""Reads how a symbol is written: its base, its subscripts, its primes, its arguments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from proofread.equations.errors import EquationError
from proofread.equations.tokens import Token, significant


@dataclass(frozen=True)
class Spelling:
    """One way to write a declared symbol: `x_{ij}` has base `x` and the letters i, j."""

    base: str
    subscript: tuple[str, ...] = ()
    primes: int = 0
    arguments: tuple[str, ...] | None = None


def read_spellings(text: str) -> tuple[Spelling, ...]:
    """Return all ways to write a symbol that a cell names."""
    found: list[Spelling] = []
    parts = re.findall(r"\$([^$]+)\$", text) if "$" in text else [text]
    for part in parts:
        group: list[Token] = []
        depth = 0
        for token in significant(part):
            depth += (token.text in {"(", "{"}) - (token.text in {")", "}"})
            if token.text == "," and depth == 0:
                found.append(_spelling(group, part))
                group = []
            else:
                group.append(token)
        found.append(_spelling(group, part))
    return tuple(found)


def _spelling(tokens: list[Token], part: str) -> Spelling:
    rest = "".join(f"{token.name} " for token in tokens[1:]).strip()
    pattern = (
        r"(?P<star>\^ (?:\* ?|\\star ?|\{ (?:\*|\\star) \} ?))?"
        r"(?P<before>(?:' ?)*)"
        r"(?:_ (?:\{ (?P<group>[^{}]+) \}|(?P<one>\S+)) ?)?"
        r"(?P<after>(?:' ?)*)"
        r"(?:\( (?P<arguments>[^()]+) \))?"
    )
    match = re.fullmatch(pattern, rest)
    if tokens and tokens[0].name == r"\mathbf{0}":
        raise EquationError("the zero vector needs no declaration", 0, part)
    if not tokens or not match or tokens[0].kind not in {
        "letter", "symbol", "command", "operator", "text",
    }:  # fmt: skip
        raise EquationError("not a symbol that can be declared", 0, part)
    subscript = (match["group"] or match["one"] or "").replace(",", " ").split()
    arguments = match["arguments"]
    return Spelling(
        tokens[0].name + ("^*" if match["star"] else ""),
        tuple(subscript),
        (match["before"] + match["after"]).count("'"),
        tuple(item.strip() for item in arguments.split(",")) if arguments else None,
    )
